import { BIT } from '../lexicon/grammar.ts';
import { is, isVerbish, type Range, type View } from './view.ts';
import { mayBeSource } from './voice.ts';

/** A source's tokens and, where the words only point back ("who"), the tokens they point to. */
export interface Source extends Range {
  /** `shared` = the subject of an earlier verb of the sentence ("… and said"). */
  readonly how: 'subject' | 'relative' | 'shared' | 'agent';
  readonly antecedent: Range | null;
}

/** No description of a speaker is longer; bounds every walk, so that a row of cues costs a fixed amount each. */
export const MAX_SOURCE = 45;
/** Words in commas after a name: "Jo Doe, head of the bureau in Doma, said". */
const MAX_APPOSITION = 25;
const STOP = BIT.subordinators | BIT.relatives;
const OPENERS: ReadonlySet<string> = new Set(['(', '[']);
const CLOSERS: ReadonlySet<string> = new Set([')', ']']);

/** The subject that ends right before `cue`, or `null`; `floor` is where the sentence or the last cue ends. */
export function sourceLeft(view: View, cue: number, floor: number): Source | null {
  const last = cue - 1;
  if (last < floor) return null;
  if (
    is(view, last, BIT.relatives) ||
    (view.key[last] === 'that' && last > floor && !view.key[last - 1]!.match(/^\W/))
  )
    return relative(view, last, floor);
  const start = view.key[last] === ',' ? appositionStart(view, last, floor) : last + 1;
  if (start === null) return null;
  const noun = phraseLeft(view, start, floor);
  if (!noun) return null;
  const end = start === last + 1 ? last + 1 : last;
  return { start: noun.start, end, how: 'subject', antecedent: null };
}

function relative(view: View, at: number, floor: number): Source {
  const before = at > floor && view.key[at - 1] === ',' ? at - 1 : at;
  return { start: at, end: at + 1, how: 'relative', antecedent: phraseLeft(view, before, floor) };
}

/** Where the words in commas that end at `comma` begin (at their first comma), or `null` when they are no apposition. */
function appositionStart(view: View, comma: number, floor: number): number | null {
  for (let i = comma - 1; i >= floor && comma - i <= MAX_APPOSITION; i--) {
    if (view.quote[i]! >= 0) return null;
    if (view.key[i] !== ',') continue;
    const first = i + 1;
    if (first === comma || is(view, first, BIT.coordinators | BIT.pronouns | BIT.subordinators)) return null;
    if (i === floor || isVerbish(view, i - 1)) return null;
    if (view.tokens[i - 1]!.kind === 'punctuation' && !CLOSERS.has(view.key[i - 1]!)) return null;
    return i;
  }
  return null;
}

/** The noun phrase that ends right before `end`, with what stands in brackets, or `null`. */
export function phraseLeft(view: View, end: number, floor: number): Range | null {
  let coordinator = -1;
  let i = end - 1;
  for (; i >= floor && end - i <= MAX_SOURCE; i--) {
    if (CLOSERS.has(view.key[i]!)) {
      i = bracketStart(view, i, floor);
      continue;
    }
    if (view.quote[i]! >= 0 || view.tokens[i]!.kind === 'punctuation') break;
    if (is(view, i, STOP)) {
      const whole = is(view, i, BIT.prepositions) ? throughRelative(view, i, end, floor) : null;
      if (whole) return whole;
      break;
    }
    if (is(view, i, BIT.coordinators)) coordinator = i;
    else if (isVerbish(view, i)) {
      const start = coordinator >= 0 ? coordinator + 1 : i + 1;
      return throughRelative(view, i, end, floor) ?? clean(view, { start, end });
    }
  }
  return clean(view, { start: i + 1, end });
}

/** Tokens of a clause between a noun and its verb: "residents who carried the injured away said". */
const MAX_RELATIVE = 12;

/** The noun whose relative clause, or whose participle, ends right before `end`; `verb` is the last verb of it. */
function throughRelative(view: View, verb: number, end: number, floor: number): Range | null {
  for (let i = verb - 1; i > floor && end - i <= MAX_RELATIVE; i--) {
    if (view.tokens[i]!.kind === 'punctuation' || view.quote[i]! >= 0) break;
    if (is(view, i, BIT.relatives)) return widened(view, i, end, floor);
  }
  const reduced = is(view, verb + 1, BIT.prepositions) && view.classes[verb - 1] === 0 && verb - 1 >= floor;
  if (!reduced || mayBeSource(view, { start: verb + 1, end })) return null;
  return widened(view, verb, end, floor);
}

function widened(view: View, at: number, end: number, floor: number): Range | null {
  const noun = phraseLeft(view, at, floor);
  return noun && mayBeSource(view, noun) ? { start: noun.start, end } : null;
}

function bracketStart(view: View, at: number, floor: number): number {
  for (let i = at - 1; i >= floor && at - i <= MAX_APPOSITION; i--) if (OPENERS.has(view.key[i]!)) return i;
  return at;
}

const NO_START = BIT.coordinators | BIT.prepositions | BIT.adverbs | BIT.negations | BIT.adjuncts;

/** The phrase without what cannot open one; `null` when no word is left that could name a speaker. */
export function clean(view: View, range: Range): Range | null {
  const start = afterTime(view, opening(view, range.start, range.end), range.end);
  if (start >= range.end) return null;
  for (let i = start; i < range.end; i++) if (namesSomeone(view, i)) return { start, end: range.end };
  return null;
}

function opening(view: View, from: number, limit: number): number {
  let start = from;
  while (start < limit && is(view, start, NO_START) && !is(view, start, BIT.determiners | BIT.pronouns))
    start++;
  return start;
}

/** "Sunday, local sources", "this month the daily": when it was said is no part of who said it. */
function afterTime(view: View, from: number, limit: number): number {
  let start = from;
  while (start < limit && view.timeEnd[start]! > start && view.mentionOf[start]! < 0) {
    const end = view.timeEnd[start]!;
    const single = end - start === 1 && !is(view, start, BIT.days);
    if (end >= limit || single || view.key[end] === "'s") break;
    start = view.key[end] === ',' ? end + 1 : end;
  }
  return start < limit ? start : from;
}

function namesSomeone(view: View, i: number): boolean {
  if (is(view, i, BIT.pronouns | BIT['pro-determiners'])) return true;
  return view.tokens[i]!.kind === 'word' && view.classes[i] === 0;
}

/** The subject of the clause that begins at `from`: its words up to the first verb, or `null`. */
export function clauseSubject(view: View, from: number, cue: number): Range | null {
  let start = from;
  if (is(view, from, BIT.prepositions | BIT.subordinators)) {
    while (start < cue && view.key[start] !== ',' && start - from < MAX_SOURCE) start++;
    start++;
  }
  let end = start;
  while (end < cue && end - start < MAX_SOURCE && view.quote[end]! < 0 && !isVerbish(view, end)) {
    const sameName = view.mentionOf[end]! >= 0 && view.mentionOf[end] === view.mentionOf[end - 1];
    if (view.key[end] === ',' || (view.words.cues.verbs.has(view.key[end]!) && !sameName)) break;
    end++;
  }
  return end > start && end < cue ? clean(view, { start, end }) : null;
}
