import type { Span } from '../doc/index.ts';
import type { Abbreviations } from '../lexicon/abbreviations.ts';

/** Marks that can end a sentence, in the scripts that Sayso reads. */
export const STOPS: ReadonlySet<string> = new Set(['.', '!', '?', '؟', '…', '۔']);
const CLOSERS: ReadonlySet<string> = new Set(['"', "'", '”', '’', '»', ')', ']', '›']);
/** No abbreviation is longer; bounds the look back from a stop. */
const LONGEST_WORD = 24;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}'’-]/u;
const DOTTED = /^(?:\p{Lu}|\p{L}{1,2}(?:\.\p{L}{1,2})+)$/u;
const DASH = /[-–—―]/;

/** A run of stops `[at, run)` with the closing marks after it, up to `closed`. */
export interface Stop {
  readonly at: number;
  readonly run: number;
  readonly closed: number;
}

/** A closing mark set off by a space, as French and tokenized text have it; an opening one would have a word after it. */
const SPACED_CLOSER = /[ \u00a0\u202f][)\]”»](?=\s|$)/uy;
/** Numbers of notes ("[12]") and faces (":-)"), which belong to the sentence before them. */
const AFTERMATH = /(?:\s?\[\d{1,3}\])+|\s?[:;]-?[)(](?=\s|$)/uy;

/** Dots of omission set apart: ". . ." */
const MORE_DOTS = /(?: \.)+/y;

/** The stop that begins at `at`, with all that closes the sentence after it. */
export function stopAt(text: string, at: number, end: number): Stop {
  const run = matchAt(MORE_DOTS, text, skip(text, at, end, STOPS), end);
  let closed = skip(text, run, end, CLOSERS);
  if (closed === run) closed = matchAt(SPACED_CLOSER, text, run, end);
  return { at, run, closed: matchAt(AFTERMATH, text, closed, end) };
}

function matchAt(pattern: RegExp, text: string, at: number, end: number): number {
  pattern.lastIndex = at;
  const to = at + (pattern.exec(text)?.[0].length ?? 0);
  return to <= end ? to : at;
}

/** Whether a stop ends the sentence that began at `span.start`, in a block that ends at `span.end`. */
export function endsSentence(text: string, span: Span, stop: Stop, words: Abbreviations): boolean {
  const { at, run, closed } = stop;
  const next = skipSpace(text, closed, span.end);
  if (next >= span.end) return true;
  const word = wordAfter(text, next, span.end);
  if (next === closed) return gluedSentence(text, stop, word, words);
  if (startsLower(text, next, span.end)) return endsBeforeLower(text, span.start, stop, words);
  if (text[at] !== '.' || run - at > 1) return true;
  if (isListNumber(text, span.start, at)) return false;
  const before = wordBefore(text, at, span.start);
  if (isDay(before, word, words) || leadsToDash(text, stop, next, before, words)) return false;
  return endsAfter(before, word, closed > run, words);
}

const WHOLE_WORD = /^\p{Ll}{4,}$/u;
/** Unedited writing opens sentences small: "is it safe? we left.", never so after a closing quote ("Why?" he asked). */
function endsBeforeLower(
  text: string,
  start: number,
  { at, run, closed }: Stop,
  words: Abbreviations,
): boolean {
  if (!words.lowerOpens || closed > run) return false;
  if (text[at] !== '.') return run - at === 1 && text[at] === '?';
  const before = wordBefore(text, at, start);
  return run - at === 1 && WHOLE_WORD.test(before) && !words.ends.has(before);
}

/** Whether a sentence ends between a word with a stop and the next word; that is "" before a number or mark. */
function endsAfter(before: string, word: string, closed: boolean, words: Abbreviations): boolean {
  const shouted = isShouted(before) && (word.length < 2 || isShouted(word));
  const form = listedForm(before, shouted, words);
  const ends = words.ends.get(form);
  const opens = words.starters.has(shouted ? titleCase(word) : word);
  if (closed && before !== '') return ends !== false || opens;
  if (ends === false) return false;
  if (ends) return opens || LONG_LOWER.test(form);
  // A lone initial ("J. Doe") ends nothing; after "U.S." only a sentence opener shows an end.
  return DOTTED.test(form) ? form.length > 1 && opens : true;
}

/** A word as the list has it: "SGT" in a text of capitals, "Sgt" of "Det.-Sgt.", "Ca" that opens a sentence. */
function listedForm(before: string, shouted: boolean, { ends }: Abbreviations): string {
  const part = ends.has(before) ? before : before.slice(before.lastIndexOf('-') + 1);
  const small = part.slice(0, 1).toLowerCase() + part.slice(1);
  const forms = shouted ? [part, titleCase(part), part.toLowerCase()] : [part, small];
  return forms.find((form) => ends.has(form)) ?? part;
}

/** "W.Va. — The mill": a dateline, or a quotation with its source behind a dash. */
function leadsToDash(
  text: string,
  { run, closed }: Stop,
  next: number,
  before: string,
  words: Abbreviations,
): boolean {
  if (!DASH.test(text[next]!) || text.slice(closed, next).includes('\n')) return false;
  return closed > run || DOTTED.test(before) || words.ends.has(listedForm(before, isShouted(before), words));
}

/** "etc.", "km.": no name follows them, so that a capital shows a new sentence; not so after "c.", "p.". */
const LONG_LOWER = /^\p{Ll}{2,}$/u;
const isShouted = (word: string): boolean => /^\p{Lu}{2,}$/u.test(word);
const titleCase = (word: string): string => word.slice(0, 1) + word.slice(1).toLowerCase();

/** "3. Mai": the stop of an ordinal before its month. */
function isDay(before: string, word: string, words: Abbreviations): boolean {
  return /^\d{1,2}$/.test(before) && Number(before) <= 31 && words.months.has(word.toLowerCase());
}

const LONGEST_NUMBER = 8;
const LIST_NUMBER = /(?:^|\s)([IVX]+|\d+(?:\.\d+)*)$/u;
/** "2.1. Results", "IV. Findings": the number of a heading or item at the start of a line. */
function isListNumber(text: string, start: number, at: number): boolean {
  const number = LIST_NUMBER.exec(text.slice(Math.max(start, at - LONGEST_NUMBER), at))?.[1];
  if (number === undefined) return false;
  const from = at - number.length;
  const lead = text.slice(Math.max(start, from - LONGEST_NUMBER), from);
  return lead.includes('\n') || (lead.trim() === '' && from - start < LONGEST_NUMBER);
}

/** "…in the town.The army…": no space, yet a sentence where a full word stands before and an opener after. */
function gluedSentence(text: string, { at, run, closed }: Stop, word: string, words: Abbreviations): boolean {
  if (run - at > 1 || closed > run || !/[\s,'’]/u.test(text[closed + word.length] ?? ' ')) return false;
  return LOWER.test(text[at - 1] ?? '') && LOWER.test(text[at - 2] ?? '') && words.starters.has(word);
}

/** "iPhone", "al-Tanf": small at first, yet a name that can open a sentence. */
const SMALL_NAME = /^\p{Ll}{1,4}[-‐’']?\p{Lu}/u;

function startsLower(text: string, at: number, end: number): boolean {
  let i = at;
  while (i < end && i < at + 3 && !LETTER.test(text[i]!) && !/\p{N}/u.test(text[i]!)) i++;
  return LOWER.test(text[i] ?? '') && !SMALL_NAME.test(text.slice(i, i + 6));
}

/** The word that ends at `at`, its inner stops with it ("U.S" before the last stop). */
export function wordBefore(text: string, at: number, floor: number): string {
  let i = at;
  while (i > floor && at - i < LONGEST_WORD && (WORD_CHARACTER.test(text[i - 1]!) || isInnerDot(text, i - 1)))
    i--;
  return text.slice(i, at);
}

const isInnerDot = (text: string, i: number): boolean =>
  text[i] === '.' && LETTER.test(text[i - 1] ?? '') && LETTER.test(text[i + 1] ?? '');

function wordAfter(text: string, at: number, end: number): string {
  let i = at;
  while (i < end && !WORD_CHARACTER.test(text[i]!) && i < at + 3) i++;
  let j = i;
  while (j < end && j - i < LONGEST_WORD && LETTER.test(text[j]!)) j++;
  return text.slice(i, j);
}

function skip(text: string, from: number, end: number, set: ReadonlySet<string>): number {
  let i = from;
  while (i < end && set.has(text[i]!)) i++;
  return i;
}

function skipSpace(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && /\s/u.test(text[i]!)) i++;
  return i;
}
