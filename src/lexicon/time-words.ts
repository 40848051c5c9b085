import { foldWord } from '../lib/name-key.ts';
import type { Calendar } from './calendar.ts';

/** A word of a time expression with its class: one letter, so that rules are patterns over a string of classes. */
export interface TimeWord {
  readonly start: number;
  readonly end: number;
  /** Folded; a date in digits as ISO 8601 gives it, a decade as "1980s". */
  readonly fold: string;
  /**
   * M month, H month of the Islamic calendar, W weekday, S season, U unit, Y year-like number, n day-like number, N other number, o ordinal, v vague
   * quantity, p part of a period, l last, x next, c this, g ago, r later, b before, d day word, q part of day, R
   * reference, E every, T repeated, f feast, B era, a/t article, O of, A about, K quarter, D decade, I ISO date, C clock
   * time, h half of day, y word for "year" behind its number, G "ago" before its length of time, comma and dash as
   * themselves, "." anything else.
   */
  readonly kind: string;
}

/** A date in digits, a time, a row of letters, digits and the marks inside words, or one other mark. */
const PIECE =
  /\d{4}-\d\d-\d\d|\d{1,2}([./])\d{1,2}\1\d{4}(?![./]?\d)|\d{1,2}[:٫]\d\d|[\p{L}\p{M}\p{N}'’.]+|\S/gu;
/** Digits beside slashes: cut at them where the language does not say how it writes such dates. */
const SLASHES = /\d+|\//g;
/** Marks that stand inside words: "o’clock", "a.m.". */
const INNER = new Set(["'", '’', '.']);
const ARABIC_DIGIT = /[٠-٩]/g;

const SETS = [
  ['p', 'parts'],
  ['l', 'last'],
  ['x', 'next'],
  ['c', 'current'],
  ['g', 'ago'],
  ['G', 'agoFirst'],
  ['r', 'later'],
  ['b', 'before'],
  ['v', 'vague'],
  ['E', 'every'],
  ['B', 'beforeEra'],
  ['K', 'quarter'],
] as const;
const MAPS = [
  ['M', 'months'],
  ['H', 'hijriMonths'],
  ['W', 'weekdays'],
  ['S', 'seasons'],
  ['U', 'units'],
  ['o', 'ordinals'],
  ['d', 'days'],
  ['q', 'dayParts'],
  ['T', 'sets'],
  ['f', 'feasts'],
  ['h', 'halfDay'],
] as const;

/** A word before its class is known. */
interface Cut {
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly fold: string;
}

/** Words of a stretch of text with their classes; offsets count from `offset`. */
export function timeWords(text: string, offset: number, calendar: Calendar): TimeWord[] {
  const words: TimeWord[] = [];
  for (const { start, end, raw, fold } of joinPhrases(cutWords(text, calendar), calendar)) {
    const date = isoDate(raw, calendar);
    const clock = gluedClock(fold, calendar);
    const kind = date ? 'I' : clock ? 'C' : kindOf(raw, fold, words.at(-1), calendar);
    words.push({ start: offset + start, end: offset + end, fold: date ?? clock ?? decade(fold, kind), kind });
  }
  return words;
}

function cutWords(text: string, calendar: Calendar): Cut[] {
  const cuts: Cut[] = [];
  for (const m of text.matchAll(PIECE))
    for (const [from, to] of wordsIn(m[0], calendar)) {
      const raw = m[0].slice(from, to);
      cuts.push({ start: m.index + from, end: m.index + to, raw, fold: digits(foldWord(raw)) });
    }
  return cuts;
}

/** No entry of a calendar has more words, marks counted. */
const MAX_PHRASE = 5;

/** Entries of several words as one: "avant-hier", "il y a". */
function joinPhrases(cuts: readonly Cut[], calendar: Calendar): readonly Cut[] {
  if (calendar.phrases.size === 0) return cuts;
  const joined: Cut[] = [];
  for (let at = 0; at < cuts.length; ) {
    const length = phraseLength(cuts, at, calendar);
    joined.push(length > 1 ? joinedCut(cuts.slice(at, at + length)) : cuts[at]!);
    at += length;
  }
  return joined;
}

function phraseLength(cuts: readonly Cut[], at: number, calendar: Calendar): number {
  const phrases = calendar.phrases.get(cuts[at]!.fold);
  for (let n = phrases ? Math.min(MAX_PHRASE, cuts.length - at) : 1; n > 1; n--)
    if (phrases?.includes(joinedCut(cuts.slice(at, at + n)).fold)) return n;
  return 1;
}

function joinedCut(cuts: readonly Cut[]): Cut {
  const { start, raw } = cuts[0]!;
  const fold = cuts.map((c, i) => (i > 0 && cuts[i - 1]!.end < c.start ? ` ${c.fold}` : c.fold)).join('');
  return { start, end: cuts.at(-1)!.end, raw, fold };
}

/** The words of a piece, and each mark after it by itself. Marks are counted from the end: no piece is read twice. */
function wordsIn(piece: string, calendar: Calendar): [number, number][] {
  if (piece.includes('/') && piece.length > 1 && !isoDate(piece, calendar))
    return [...piece.matchAll(SLASHES)].map((m) => [m.index, m.index + m[0].length]);
  let last = piece.length;
  while (last > 0 && INNER.has(piece[last - 1]!)) last--;
  const to = last > 0 && piece[last] === '.' ? last + 1 : last;
  const words = last > 0 ? cut(piece.slice(0, to), calendar) : [];
  for (let i = to; i < piece.length; i++) words.push([i, i + 1]);
  return words;
}

/** No clitic is longer, with its apostrophe. */
const LONGEST_CLITIC = 8;

/**
 * "week's" gives "week", "d'août" gives "d'" and "août"; a stop stays only with an abbreviation: "Sept.", "a.m.", not
 * "1945." or "May.".
 */
function cut(word: string, calendar: Calendar): [number, number][] {
  const mark = apostrophe(word, word.length - LONGEST_CLITIC);
  if (mark > 0 && calendar.clitics.has(foldWord(word.slice(mark + 1)))) return [[0, mark]];
  const first = apostrophe(word.slice(0, LONGEST_CLITIC), 0);
  if (first > 0 && first + 1 < word.length && calendar.elisions.has(foldWord(word.slice(0, first))))
    return [[0, first + 1], ...cut(word.slice(first + 1), calendar).map(shift(first + 1))];
  if (!word.endsWith('.') || word.indexOf('.') < word.length - 1) return [[0, word.length]];
  return [[0, isShortForm(foldWord(word), calendar) ? word.length : word.length - 1]];
}

/** Where the last apostrophe of a word stands, from `from` on; -1 where there is none. */
function apostrophe(word: string, from: number): number {
  for (let i = word.length - 1; i >= Math.max(0, from); i--) if (word[i] === "'" || word[i] === '’') return i;
  return -1;
}

const shift =
  (by: number) =>
  ([from, to]: [number, number]): [number, number] => [from + by, to + by];

/** Words for a year this short are abbreviations: "г.", "гг.". */
const SHORT_YEAR = 2;

/** Whether the calendar knows a longer name for the same month or weekday, or the word is one for a year ("г."). */
function isShortForm(fold: string, calendar: Calendar): boolean {
  if (fold.length <= SHORT_YEAR && calendar.yearWords.has(fold)) return true;
  return [calendar.months, calendar.weekdays].some((names) => {
    const number = names.get(fold);
    return number !== undefined && [...names].some(([name, n]) => n === number && name.length > fold.length);
  });
}

/** Arabic-Indic digits as ASCII ones. */
export function digits(word: string): string {
  return word.replace(ARABIC_DIGIT, (d) => String(d.charCodeAt(0) - 0x660));
}

const DATE = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/;

/** "03.05.2031" as 2031-05-03, and with slashes in the order of the language; `null` when it is no such date. */
function isoDate(raw: string, { slashDates }: Calendar): string | null {
  const [, first, mark, second, year] = DATE.exec(raw) ?? [];
  const order = mark === '/' ? slashDates : 'dmy';
  if (!year || !order) return null;
  const [day, month] = order === 'dmy' ? [first!, second!] : [second!, first!];
  const fits = Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12;
  return fits ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : null;
}

const GLUED = /^(\d{1,2}?)[.:]?([0-5]\d)?(\p{L}+)$/u;

/** "10pm", "1030am" and "7.30am" as "22:00", "10:30" and "07:30"; `null` for anything else. */
function gluedClock(fold: string, { halfDay }: Calendar): string | null {
  const [, hour = '', minute = '00', half = ''] = GLUED.exec(fold) ?? [];
  const offset = halfDay.get(half);
  if (offset === undefined || Number(hour) < 1 || Number(hour) > 12) return null;
  return `${String((Number(hour) % 12) + Number(offset)).padStart(2, '0')}:${minute}`;
}

/** Names of weekdays this long are no other word, so that they count in small letters too. */
const PLAIN_WEEKDAY = 6;

/** "1980er" as "1980s". */
const decade = (fold: string, kind: string): string =>
  kind === 'D' ? `${/^\d+/.exec(fold)?.[0] ?? ''}s` : fold;

function kindOf(raw: string, fold: string, previous: TimeWord | undefined, calendar: Calendar): string {
  const number = numberKind(fold, raw, calendar);
  if (number) return number;
  if (/^[,،]$/.test(raw)) return ',';
  if (/^[-–—‐]$/.test(raw)) return '-';
  if (previous?.kind === 'Y' && calendar.yearWords.has(fold)) return 'y';
  if (previous?.kind !== '.' || !calendar.afterTime.has(fold))
    for (const [kind, key] of MAPS)
      if (calendar[key].has(fold) && isWritten(kind, raw, calendar)) return kind;
  for (const [kind, key] of SETS) if (calendar[key].has(fold)) return kind;
  return plainKind(fold, calendar);
}

function plainKind(fold: string, calendar: Calendar): string {
  if (calendar.references.has(fold)) return 'R';
  if (calendar.indefinite.has(fold)) return 'a';
  if (calendar.numbers.has(fold)) return 'N';
  if (calendar.determiners.has(fold)) return 't';
  if (calendar.approximations.has(fold)) return 'A';
  return calendar.of.has(fold) ? 'O' : '.';
}

/** Names of months and weekdays are capitalised in scripts that have capitals, unless the language writes them small. */
function isWritten(kind: string, raw: string, calendar: Calendar): boolean {
  if (kind === 'M') return calendar.small.has('months') || /^[\p{Lu}\p{Lo}]/u.test(raw);
  if (kind !== 'W' || calendar.small.has('weekdays')) return true;
  return raw.length >= PLAIN_WEEKDAY || /^[\p{Lu}\p{Lo}]/u.test(raw);
}

const ORDINAL = /^\d{1,2}(\p{L}+)$/u;

function numberKind(fold: string, raw: string, calendar: Calendar): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(raw)) return 'I';
  if (/^\d{1,2}[:٫]\d\d$/.test(raw)) return 'C';
  if (calendar.ordinalSuffixes.has(ORDINAL.exec(fold)?.[1] ?? '')) return 'o';
  if (isDecade(fold, raw, calendar)) return 'D';
  if (!/^\d+$/.test(fold)) return null;
  const value = Number(fold);
  if (fold.length === 4 && value >= FIRST_YEAR && value <= LAST_YEAR) return 'Y';
  return fold.length <= 2 && value >= 1 && value <= 31 ? 'n' : 'N';
}

/** "1980s", "'80s"; a suffix that numbers may bear too counts only with four digits. */
function isDecade(fold: string, raw: string, calendar: Calendar): boolean {
  const suffix = /^(?:1\d|20)\d0(\p{L}+)$/u.exec(fold)?.[1] ?? /^['’]?\d0(\p{L}+)$/u.exec(raw)?.[1] ?? '';
  return calendar.decadeSuffixes.has(suffix);
}

/** Four-digit numbers read as years. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 2100;
