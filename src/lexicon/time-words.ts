import type { Calendar } from './calendar.ts';
import { foldWord } from './gazetteer/fold.ts';

/** A word of a time expression with its class: one letter, so that rules are patterns over a string of classes. */
export interface TimeWord {
  readonly start: number;
  readonly end: number;
  readonly fold: string;
  /**
   * M month, W weekday, S season, U unit, Y year-like number, n day-like number, N other number, o ordinal, v vague
   * quantity, p part of a period, l last, x next, c this, g ago, r later, b before, d day word, q part of day, R
   * reference, E every, T repeated, f feast, B era, a/t article, O of, A about, K quarter, D decade, I ISO date, C clock
   * time, h half of day, comma and dash as themselves, "." anything else.
   */
  readonly kind: string;
}

/** A number with its marks, a row of letters, digits and the marks inside words, or one other mark. */
const PIECE = /\d{4}-\d\d-\d\d|\d{1,2}[:٫]\d\d|[\p{L}\p{M}\p{N}'’.]+|\S/gu;
/** Marks that stand inside words: "o’clock", "a.m.". */
const INNER = new Set(["'", '’', '.']);
const ARABIC_DIGIT = /[٠-٩]/g;

const SETS = [
  ['p', 'parts'],
  ['l', 'last'],
  ['x', 'next'],
  ['c', 'current'],
  ['g', 'ago'],
  ['r', 'later'],
  ['b', 'before'],
  ['v', 'vague'],
  ['E', 'every'],
  ['B', 'beforeEra'],
  ['K', 'quarter'],
] as const;
const MAPS = [
  ['M', 'months'],
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

/** Words of a stretch of text with their classes; offsets count from `offset`. */
export function timeWords(text: string, offset: number, calendar: Calendar): TimeWord[] {
  const words: TimeWord[] = [];
  for (const m of text.matchAll(PIECE)) {
    for (const [from, to] of wordsIn(m[0], calendar)) {
      const word = m[0].slice(from, to);
      const start = offset + m.index + from;
      const previous = words.at(-1);
      words.push({
        start,
        end: start + word.length,
        fold: digits(foldWord(word)),
        kind: kindOf(word, previous, calendar),
      });
    }
  }
  return words;
}

/** The word of a piece, and each mark after it by itself. Marks are counted from the end: no piece is read twice. */
function wordsIn(piece: string, calendar: Calendar): [number, number][] {
  let last = piece.length;
  while (last > 0 && INNER.has(piece[last - 1]!)) last--;
  const to = last > 0 && piece[last] === '.' ? last + 1 : last;
  const words = last > 0 ? cut(piece.slice(0, to), calendar) : [];
  for (let i = to; i < piece.length; i++) words.push([i, i + 1]);
  return words;
}

/** "week's" gives "week" and "'s"; a stop stays only with an abbreviation: "Sept.", "a.m.", not "1945." or "May.". */
function cut(word: string, calendar: Calendar): [number, number][] {
  const clitic = /['’]s$/.exec(word);
  if (clitic) return [[0, clitic.index]];
  if (!word.endsWith('.') || word.indexOf('.') < word.length - 1) return [[0, word.length]];
  return [[0, isShortForm(foldWord(word), calendar) ? word.length : word.length - 1]];
}

/** Whether the calendar knows a longer name for the same month or weekday. */
function isShortForm(fold: string, calendar: Calendar): boolean {
  return [calendar.months, calendar.weekdays].some((names) => {
    const number = names.get(fold);
    return number !== undefined && [...names].some(([name, n]) => n === number && name.length > fold.length);
  });
}

/** Arabic-Indic digits as ASCII ones. */
export function digits(word: string): string {
  return word.replace(ARABIC_DIGIT, (d) => String(d.charCodeAt(0) - 0x660));
}

function kindOf(raw: string, previous: TimeWord | undefined, calendar: Calendar): string {
  const fold = digits(foldWord(raw));
  const number = numberKind(fold, raw);
  if (number) return number;
  if (/^[,،]$/.test(raw)) return ',';
  if (/^[-–—‐]$/.test(raw)) return '-';
  if (previous?.kind !== '.' || fold !== 'second')
    for (const [kind, key] of MAPS)
      if (calendar[key].has(fold) && isWritten(kind, raw, fold, calendar)) return kind;
  for (const [kind, key] of SETS) if (calendar[key].has(fold)) return kind;
  if (calendar.references.has(fold)) return 'R';
  if (fold === 'the') return 't';
  if (fold === 'a' || fold === 'an') return 'a';
  if (calendar.numbers.has(fold)) return 'N';
  if (calendar.determiners.has(fold)) return 't';
  if (calendar.approximations.has(fold)) return 'A';
  return calendar.of.has(fold) ? 'O' : '.';
}

/** Names of months and weekdays are capitalised in Latin script; short forms of weekdays too. */
function isWritten(kind: string, raw: string, fold: string, calendar: Calendar): boolean {
  if (kind !== 'M' && kind !== 'W') return true;
  if (/^\p{Script=Arabic}/u.test(raw)) return true;
  return (
    /^\p{Lu}/u.test(raw) &&
    (fold.length > 3 || raw.endsWith('.') || kind === 'M' || calendar.weekdays.has(fold))
  );
}

function numberKind(fold: string, raw: string): string | null {
  if (/^\d{4}-\d\d-\d\d$/.test(raw)) return 'I';
  if (/^\d{1,2}[:٫]\d\d$/.test(raw)) return 'C';
  if (/^\d{1,2}(?:st|nd|rd|th)$/.test(fold)) return 'o';
  if (/^(?:1\d|20)\d0s$/.test(fold) || /^['’]?\d0s$/.test(raw)) return 'D';
  if (!/^\d+$/.test(fold)) return null;
  const value = Number(fold);
  if (fold.length === 4 && value >= FIRST_YEAR && value <= LAST_YEAR) return 'Y';
  return fold.length <= 2 && value >= 1 && value <= 31 ? 'n' : 'N';
}

/** Four-digit numbers read as years. */
const FIRST_YEAR = 1000;
const LAST_YEAR = 2100;
