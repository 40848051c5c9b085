import type { Sentence, Timex, Token } from '../../doc/index.ts';
import type { Calendar, Lexicon } from '../../lexicon/index.ts';
import { type TimeWord, timeWords } from '../../lexicon/time-words.ts';
import { RULES } from './rules.ts';

/** What the two ends of a range of days are found by; each lacks words that the other has. */
const RANGE_START = 'range-start';
const RANGE_END = 'range-end';

const COMPILED = RULES.map((rule) => ({ ...rule, regex: new RegExp(rule.pattern, 'y') }));
/** A bare year below this is more often a number of something. */
const PLAIN_YEAR = 1400;

/**
 * Expressions of time, found by patterns over classes of words; sorted and disjoint. A bare four-digit number is a year
 * only where a word before it leads to one, or where it can be nothing else.
 */
export function findTimexes(
  text: string,
  sentences: readonly Sentence[],
  _tokens: readonly Token[],
  lexicon: Lexicon,
  language: string | null,
): Timex[] {
  const calendar = lexicon.calendar(language);
  return sentences.flatMap((s) => inSentence(text, s, calendar));
}

function inSentence(text: string, sentence: Sentence, calendar: Calendar): Timex[] {
  const words = timeWords(text.slice(sentence.start, sentence.end), sentence.start, calendar);
  const kinds = words.map((w) => w.kind).join('');
  const found: Timex[] = [];
  for (let at = 0; at < words.length; at++) {
    if (kinds[at] === '.') continue;
    const one = phraseAt(words, at, calendar) ?? matchAt(text, words, kinds, at, calendar);
    if (!one) continue;
    const [length, type, by] = one;
    const start = words[at]!.start;
    const end = words[at + length - 1]!.end;
    const hit = { start, end, text: text.slice(start, end), type, by };
    found.push(...rangeParts(text, words.slice(at, at + length), hit));
    at += length - 1;
  }
  return found;
}

/**
 * "16-18 June 2020" and "June 16-18" are two expressions, as TIMEX3 has it: the day that begins the range, and the rest.
 * Anything else is itself.
 */
function rangeParts(text: string, words: readonly TimeWord[], hit: Timex): readonly Timex[] {
  const dash = words.findIndex(
    (w, i) =>
      w.kind === '-' && /[no]/.test(words[i - 1]?.kind ?? '') && /[no]/.test(words[i + 1]?.kind ?? ''),
  );
  if (dash < 0 || !words.some((w) => w.kind === 'M')) return [hit];
  const part = (from: number, to: number, by: string): Timex => {
    const span = { start: words[from]!.start, end: words[to]!.end };
    return { ...hit, ...span, text: text.slice(span.start, span.end), by };
  };
  return [part(0, dash - 1, RANGE_START), part(dash + 1, words.length - 1, RANGE_END)];
}

type Hit = readonly [length: number, type: Timex['type'], by: string];

/** Phrases without a value of their own are at most this many words. */
const MAX_PHRASE = 4;

/** "the near future", "right now": phrases listed whole, longest first. */
function phraseAt(words: readonly TimeWord[], at: number, calendar: Calendar): Hit | null {
  for (let n = MAX_PHRASE; n > 1; n--) {
    const part = words.slice(at, at + n);
    const phrase = part.map((w) => w.fold).join(' ');
    if (
      part.length === n &&
      calendar.references.has(phrase) &&
      words[at + n]?.kind !== 'U' &&
      !/[NnvU]/.test(words[at + n]?.kind ?? '')
    )
      return [n, 'DATE', 'reference'];
  }
  return null;
}

function matchAt(
  text: string,
  words: readonly TimeWord[],
  kinds: string,
  at: number,
  calendar: Calendar,
): Hit | null {
  for (const { regex, type, by, postposed } of COMPILED) {
    if (postposed && !calendar.postposed) continue;
    regex.lastIndex = at;
    const match = regex.exec(kinds);
    if (match && isSound(text, words, at, match[0], by, calendar)) return [match[0].length, type, by];
  }
  return null;
}

/** Whether the words around bear the reading out. */
function isSound(
  text: string,
  words: readonly TimeWord[],
  at: number,
  kinds: string,
  by: string,
  calendar: Calendar,
): boolean {
  const before = words[at - 1];
  const after = words[at + kinds.length];
  if (by === 'year' && /Yy?$/.test(kinds))
    return /[pbry]/.test(kinds) || isYear(text, words[at + kinds.indexOf('Y')]!, before, after, calendar);
  if (by === 'month')
    return kinds.includes('Y') || isMonth(words[at + kinds.indexOf('M')]!, before, kinds, calendar);
  if (by === 'season') return isSeason(words, at, kinds, calendar);
  if (by === 'weekend') return calendar.units.get(words[at + kinds.length - 1]!.fold) === 'WE';
  if (by === 'quantity')
    return !(
      kinds.startsWith('a') &&
      kinds.length === 2 &&
      before?.kind === '.' &&
      calendar.afterTime.has(words[at + 1]!.fold)
    );
  return true;
}

/** "the fall of the city" and "a spring of water" are no seasons: words with another sense count where time leads to them. */
function isSeason(words: readonly TimeWord[], at: number, kinds: string, calendar: Calendar): boolean {
  const season = words[at + kinds.lastIndexOf('S')]!;
  if (calendar.plainSeasons.has(season.fold)) return true;
  if (kinds.endsWith('S') && words[at + kinds.length]?.kind === 'O') return false;
  return kinds !== 'S' || calendar.datePrepositions.has(words[at - 1]?.fold ?? '');
}

function isYear(
  text: string,
  year: TimeWord,
  before: TimeWord | undefined,
  after: TimeWord | undefined,
  calendar: Calendar,
): boolean {
  if (CASE.test(text.slice(year.end, year.end + 2))) return true;
  const led =
    before !== undefined &&
    (calendar.datePrepositions.has(before.fold) || /[,\-M]/.test(before.kind) || before.fold === '(');
  const counts =
    after !== undefined && /^\p{Ll}/u.test(text.slice(after.start, after.end)) && after.kind === '.';
  if (Number(year.fold) < PLAIN_YEAR && !led) return false;
  const bounded =
    after === undefined || !/^[\p{L}%]/u.test(text.slice(after.start, after.end)) || after.kind !== '.';
  return led
    ? !counts || calendar.rangeWords.has(after!.fold) || FUNCTION.test(after!.fold)
    : bounded || (/^(?:19|20)/.test(year.fold) && !counts);
}

/** "2021'de": what a case adds to a year shows that it counts nothing. */
const CASE = /^['’]\p{L}/u;

/** Short words that may follow a year where a counted noun may not. */
const FUNCTION = /^\p{L}{1,5}$/u;

function isMonth(month: TimeWord, before: TimeWord | undefined, kinds: string, calendar: Calendar): boolean {
  if (kinds.length > 1 || !calendar.ambiguousMonths.has(month.fold)) return true;
  return before !== undefined && calendar.datePrepositions.has(before.fold);
}
