import { BIT } from '../lexicon/grammar.ts';
import { trimRange } from './candidate.ts';
import { is, isVerbish, type Range, type View } from './view.ts';

/** What may hold back a content inside its sentence. */
export interface Bounds {
  /** First token that the content may take: the sentence's start or the end of the cue before. */
  readonly floor: number;
  /** Where the next coordinated cue, or the sentence, begins or ends. */
  readonly limit: number;
}

/** Words skipped between a cue and "that": "said on Monday in a statement that". */
const MAX_ADJUNCT = 25;

/** Whether the token ends a quotation. */
export const endsQuotation = (view: View, i: number): boolean =>
  i >= 0 && view.quote[i]! >= 0 && view.quotations[view.quote[i]!]!.last === i + 1;

/** Whether the token opens a quotation. */
export const opensQuotation = (view: View, i: number): boolean =>
  i < view.quote.length && view.quote[i]! >= 0 && view.quotations[view.quote[i]!]!.first === i;

/**
 * What stands before a source or an inverted cue at `before`: "… , X said", "“…,” X said". `null` when no quotation and
 * no clause ends there. A quotation that began in an earlier sentence is taken whole.
 */
export function contentLeft(
  view: View,
  before: number,
  floor: number,
): { range: Range; quoted: boolean } | null {
  const last = before - 1;
  if (last < floor) return null;
  const mark = quotationBefore(view, last) ?? last;
  if (endsQuotation(view, mark)) {
    const quotation = view.quotations[view.quote[mark]!]!;
    const start = quotation.first < floor ? quotation.first : clauseStart(view, floor, quotation.first);
    return { range: { start, end: mark + 1 }, quoted: true };
  }
  if (view.key[last] !== ',' && !DASHES.has(view.key[last]!)) return null;
  const range = trimRange(view, { start: skipOpeners(view, floor, last), end: last });
  return range && isClause(view, range) ? { range, quoted: false } : null;
}

/** Where a quotation ends before a comma, a dash or both: "“…,” X said", "«…», — сказал X"; `null` when none does. */
function quotationBefore(view: View, last: number): number | null {
  let at = last;
  if (DASHES.has(view.key[at]!)) at--;
  if (view.key[at] === ',') at--;
  return at < last && endsQuotation(view, at) ? at : null;
}

const DASHES: ReadonlySet<string> = new Set(['—', '–', '--']);
/** A clause has at least a subject, a verb and one word more. */
const MIN_CLAUSE = 3;

function isClause(view: View, range: Range): boolean {
  if (range.end - range.start < MIN_CLAUSE) return false;
  const subordinate = is(view, range.start, BIT.subordinators) && !is(view, range.start, BIT.prepositions);
  if (subordinate && !hasComma(view, range)) return false;
  for (let i = range.start; i < range.end && i - range.start < MAX_CLAUSE; i++)
    if (isVerbish(view, i)) return true;
  return range.end - range.start > MAX_ADJUNCT / 2;
}

/** Tokens of a clause looked at for its verb. */
const MAX_CLAUSE = 60;

function hasComma(view: View, range: Range): boolean {
  for (let i = range.start; i < range.end && i - range.start < MAX_CLAUSE; i++)
    if (view.key[i] === ',') return true;
  return false;
}

/** "But the …", "“…” and": a conjunction before the clause is the narrator's. */
function skipOpeners(view: View, floor: number, limit: number): number {
  let start = floor;
  while (start < limit && is(view, start, BIT.coordinators)) start++;
  return start;
}

/** Where the clause that holds a quotation begins: at the sentence's start when only words of it stand before. */
function clauseStart(view: View, floor: number, quotation: number): number {
  const start = skipOpeners(view, floor, quotation);
  return quotation - start > MAX_CLAUSE ? quotation : start;
}

/** Where what was said begins after a cue, and how that shows. */
export interface Opening {
  readonly at: number;
  readonly sign: 'that' | 'quotation' | 'colon' | 'bare' | 'none';
}

/** Looks for the opening of the content after `from`, past a remark on time or place and past hearers. */
export function openingRight(view: View, from: number, limit: number, hearers: boolean): Opening {
  const first = view.key[from];
  if (first === ':') return { at: from + 1, sign: 'colon' };
  if (from >= limit) return { at: from, sign: 'none' };
  if (is(view, from, BIT.complementizers)) return { at: from, sign: 'that' };
  if (opensQuotation(view, from)) return { at: from, sign: 'quotation' };
  const adjunct = is(view, from, BIT.adjuncts | BIT.days) || first === ',';
  if (!adjunct && !hearers) return { at: from, sign: 'bare' };
  return pastAdjunct(view, from, limit, hearers);
}

function pastAdjunct(view: View, from: number, limit: number, hearers: boolean): Opening {
  for (let i = from; i <= limit && i - from < MAX_ADJUNCT; i++) {
    if (i === limit) return view.key[i] === ':' ? { at: i + 1, sign: 'colon' } : { at: from, sign: 'none' };
    if (is(view, i, BIT.complementizers) && i > from) return { at: i, sign: 'that' };
    if (view.key[i] === ':') return { at: i + 1, sign: 'colon' };
    if (opensQuotation(view, i) && (i === from || is(view, i - 1, 0) || view.key[i - 1] === ','))
      return { at: i, sign: 'quotation' };
    if (view.key[i] === '.' || (isVerbish(view, i) && !hearers && !isDocument(view, i - 1))) break;
  }
  const past = hearers ? pastHearers(view, from, limit) : pastDay(view, from, limit);
  return past > from && past < limit ? { at: past, sign: 'bare' } : { at: from, sign: 'none' };
}

/** "in a statement carried by": the verb belongs to the statement. */
const isDocument = (view: View, i: number): boolean => view.words.voices.documents.has(view.key[i]!);

/** "on Monday", "Monday": content may follow without a sign. */
function pastDay(view: View, from: number, limit: number): number {
  if (is(view, from, BIT.days)) return from + 1;
  if (from + 1 < limit && is(view, from + 1, BIT.days)) return from + 2;
  return from;
}

/** "me", "the council", "Radio Doma": whom something is told. */
function pastHearers(view: View, from: number, limit: number): number {
  if (!is(view, from, BIT.hearers)) return from;
  let i = from + 1;
  if (is(view, from, BIT.determiners) && i < limit) i++;
  while (i < limit && i - from < 4 && is(view, i, BIT.days)) i++;
  return i;
}

/** From `at` to the limit, without the final stop. */
export function contentRight(view: View, at: number, limit: number): Range | null {
  return at < limit ? trimRange(view, { start: at, end: limit }) : null;
}

/** As `contentRight`, but ends at the first comma or dash that opens another clause: for objects of a verb. */
export function objectRight(view: View, at: number, limit: number): Range | null {
  return at < limit ? contentRight(view, at, Math.min(limit, view.objectEnd[at + 1] ?? limit)) : null;
}

/** For each token, the first one from it on that ends an object; worked out once from the right, so that it is linear. */
export function objectEnds(view: Omit<View, 'objectEnd' | 'trees'>): Int32Array {
  const ends = new Int32Array(view.tokens.length + 1).fill(view.tokens.length);
  for (let i = view.tokens.length - 1; i >= 0; i--) ends[i] = endsObject(view, i) ? i : ends[i + 1]!;
  return ends;
}

function endsObject(view: Omit<View, 'objectEnd' | 'trees'>, i: number): boolean {
  if (view.quote[i]! >= 0) return false;
  if (view.key[i] === ';' || DASHES.has(view.key[i]!)) return true;
  const next = view.classes[i + 1] ?? 0;
  if (is(view, i, BIT.coordinators)) return (next & AUXILIARY) !== 0;
  return view.key[i] === ',' && (next & OPENS_CLAUSE) !== 0;
}

const AUXILIARY = BIT.be | BIT.have | BIT.do | BIT.modals;
const OPENS_CLAUSE = BIT.coordinators | BIT.subordinators | BIT.pronouns | BIT.relatives;
