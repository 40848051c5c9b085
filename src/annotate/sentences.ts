import type { Block, Sentence, Span } from '../doc/index.ts';
import { trim } from '../doc/index.ts';
import type { Abbreviations } from '../lexicon/abbreviations.ts';
import { endsSentence, STOPS, stopAt, wordBefore } from './sentence-stops.ts';

/**
 * Splits blocks into sentences, without the white space around them. No sentence crosses a block or a blank line.
 * A stop ends a sentence unless an abbreviation, an initial or a lower-case word says otherwise; closing quotes, brackets
 * and note numbers stay with the sentence they close. Without a stop a sentence ends before a speaker's line, the credit
 * of a picture, and a line of date.
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

/** Offsets at which sentences of a block end, ascending. `from` is where the sentence under way began. */
function* ends(text: string, block: Span, words: Abbreviations): Generator<number> {
  let from = block.start;
  for (let i = block.start; i < block.end; i++) {
    const c = text[i]!;
    let found: readonly number[] = [];
    if (c === '\n') {
      const next = skipSpace(text, i + 1, block.end);
      if (text.slice(i + 1, next).includes('\n') || opensLine(text, next, block.end)) found = [i];
      i = next - 1;
    } else if (STOPS.has(c)) {
      const stop = stopAt(text, i, block.end);
      if (endsSentence(text, { start: from, end: block.end }, stop, words)) found = [stop.closed];
      i = stop.closed - 1;
    } else if (c === ':') found = creditAt(text, from, i, words);
    else if (c === ',') {
      found = dateAt(text, from, i, block.end, words);
      i = Math.max(i, (found.at(-1) ?? 0) - 1);
    }
    for (const end of found) {
      yield end;
      from = end;
    }
  }
}

/** Longest name of a speaker, in characters: "The Minister of Public Works:". */
const LONGEST_SPEAKER = 48;
const SPEAKER = /^\p{Lu}[\p{L}\p{M}.’'-]*(?: \p{L}[\p{L}\p{M}.’'-]*){0,4}:\s/u;
const BULLET = /^[•▪●◦■►]/u;

/** Whether a line opens with a speaker ("Omar Tallis: …") or a bullet, so that the line before has ended. */
function opensLine(text: string, at: number, end: number): boolean {
  const line = text.slice(at, Math.min(end, at + LONGEST_SPEAKER));
  return BULLET.test(line) || SPEAKER.test(line);
}

/** A picture's credit ("… near the mill Photo: R. Odeh"): the sentence before it ends although it has no stop. */
function creditAt(text: string, from: number, colon: number, words: Abbreviations): number[] {
  const word = wordBefore(text, colon, from);
  if (!words.credits.has(word) || !/^:\s+\S/u.test(text.slice(colon, colon + 3))) return [];
  const end = colon - word.length;
  return hasTwoWords(text, from, end) && /[\p{L}\p{N})"”]\s+$/u.test(text.slice(end - 3, end)) ? [end] : [];
}

const LOOK_BACK = 40;
/** Whether at least two words stand in `[from, to)`: "File photo:" is one credit. */
function hasTwoWords(text: string, from: number, to: number): boolean {
  return /[\p{L}\p{N}]\s+\S*[\p{L}\p{N}]/u.test(text.slice(Math.max(from, to - LOOK_BACK), to));
}

const DATE = /,\s+\p{Lu}\p{L}{2,11}\.?\s+\d{1,2},\s+\d{4}(?=\s|$)/uy;
/** Enough for the longest date. */
const LONGEST_DATE = 40;

/** A date with weekday and year after a headline, or before the first sentence: a line of its own. */
function dateAt(text: string, from: number, comma: number, end: number, words: Abbreviations): number[] {
  const day = wordBefore(text, comma, from);
  if (!/^\p{Lu}/u.test(day) || !words.weekdays.has(day.toLowerCase())) return [];
  DATE.lastIndex = 0;
  const date = DATE.exec(text.slice(comma, Math.min(end, comma + LONGEST_DATE)));
  if (!date) return [];
  const after = comma + date[0].length;
  const next = skipSpace(text, after, end);
  if (next < end && !/[\p{Lu}\p{N}"“«]/u.test(text[next]!)) return [];
  const before = comma - day.length;
  const lead = text.slice(Math.max(from, before - LOOK_BACK), before).trimEnd();
  if (lead === '') return [after];
  return /[\p{L}\p{N}'’”"?!)]$/u.test(lead) && !/(?:^|\s)\p{Ll}{1,3}$/u.test(lead) ? [before, after] : [];
}

function skipSpace(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && /\s/u.test(text[i]!)) i++;
  return i;
}
