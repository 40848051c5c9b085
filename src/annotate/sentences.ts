import type { Block, Sentence, Span } from '../doc/index.ts';
import { trim } from '../doc/index.ts';
import type { Abbreviations } from '../lexicon/abbreviations.ts';

const STOPS = new Set(['.', '!', '?', '؟', '…', '۔']);
const CLOSERS = new Set(['"', "'", '”', '’', '»', ')', ']', '›']);
/** No abbreviation is longer; bounds the look back from a stop. */
const LONGEST_WORD = 24;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}'’-]/u;
const DOTTED = /^(?:\p{Lu}|\p{L}(?:\.\p{L})+)$/u;

/**
 * Splits blocks into sentences, without the white space around them. No sentence crosses a block or a blank line.
 * A stop ends a sentence unless an abbreviation, an initial or a lower-case word says otherwise; closing quotes and
 * brackets stay with the sentence they close.
 */
export function splitSentences(text: string, blocks: readonly Block[], words: Abbreviations): Sentence[] {
  const sentences: Sentence[] = [];
  blocks.forEach((block, index) => {
    let start = block.start;
    const cut = (end: number): void => {
      const span = trim(text, { start, end });
      if (span.end > span.start) sentences.push({ ...span, block: index });
      start = end;
    };
    for (const end of ends(text, block, words)) cut(end);
    cut(block.end);
  });
  return sentences;
}

function* ends(text: string, block: Span, words: Abbreviations): Generator<number> {
  for (let i = block.start; i < block.end; i++) {
    const c = text[i]!;
    if (c === '\n') {
      const next = skipSpace(text, i + 1, block.end);
      if (text.slice(i + 1, next).includes('\n')) yield i;
      i = next - 1;
    } else if (STOPS.has(c)) {
      const run = skip(text, i, block.end, STOPS);
      const closed = skip(text, run, block.end, CLOSERS);
      if (endsSentence(text, block, i, run, closed, words)) yield closed;
      i = closed - 1;
    }
  }
}

/** Whether the stops in `[at, run)`, followed by closers up to `closed`, end a sentence. */
function endsSentence(
  text: string,
  block: Span,
  at: number,
  run: number,
  closed: number,
  words: Abbreviations,
): boolean {
  const next = skipSpace(text, closed, block.end);
  if (next >= block.end) return true;
  const word = wordAfter(text, next, block.end);
  if (next === closed) return gluedSentence(text, at, run, closed, word, words);
  if (startsLower(text, next, block.end)) return false;
  if (text[at] !== '.' || run - at > 1) return true;
  const before = wordBefore(text, at, block.start);
  if (closed > run && before !== '') return !isBare(words, before) || words.starters.has(word);
  if (words.ends.get(before) === false) return false;
  if (words.ends.get(before) || DOTTED.test(before)) return opensAfterDots(words, before, word);
  return true;
}

const isBare = (words: Abbreviations, before: string): boolean => words.ends.get(before) === false;

/** After "U.S." and "Inc." only a sentence opener ends the sentence; a lone initial ("J. Doe") never does. */
function opensAfterDots(words: Abbreviations, before: string, next: string): boolean {
  if (before.length === 1 && !words.ends.has(before)) return false;
  return words.starters.has(next);
}

/** "…in the town.The army…": no space, yet a sentence where a full word stands before and an opener after. */
function gluedSentence(
  text: string,
  at: number,
  run: number,
  closed: number,
  word: string,
  words: Abbreviations,
): boolean {
  if (run - at > 1 || closed > run) return false;
  return LOWER.test(text[at - 1] ?? '') && LOWER.test(text[at - 2] ?? '') && words.starters.has(word);
}

function startsLower(text: string, at: number, end: number): boolean {
  let i = at;
  while (i < end && i < at + 3 && !LETTER.test(text[i]!) && !/\p{N}/u.test(text[i]!)) i++;
  return LOWER.test(text[i] ?? '');
}

function wordBefore(text: string, at: number, floor: number): string {
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
