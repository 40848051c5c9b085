import type { Span } from '../../doc/index.ts';
import { fold, type PageWords } from '../words.ts';

/** A calendar day as written. */
export interface DayFound extends Span {
  readonly day: number;
  readonly month: number;
  /** Null when the text gives none. */
  readonly year: number | null;
  /** What stands before it, folded, weekday and comma taken off: "only days ago, on". */
  readonly before: string;
  /** Whether a weekday stands right before it. */
  readonly weekday: boolean;
}

const BEFORE = 40;
const patterns = new WeakMap<PageWords, RegExp>();

/** One pattern from all month names: "8 June 2022", "June 8, 2022", "the 8th of June", "2022-06-08", "15 آذار/مارس 2022". */
function pattern(words: PageWords): RegExp {
  const known = patterns.get(words);
  if (known) return known;
  const names = [...words.groups.month.keys()].sort((a, b) => b.length - a.length).join('|');
  const digit = '[0-9\u0660-\u0669\u06f0-\u06f9]';
  const year = `${digit}{4}`;
  const day = `(?<day>${digit}{1,2})(?:st|nd|rd|th)?`;
  const made = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${day}(?: of)? (?<month>${names})(?:\\s?/\\s?(?<twin>${names}))?(?:\\.?,? (?<year>${year}))?` +
      `|(?<month2>${names})\\.? (?<day2>${digit}{1,2})(?:st|nd|rd|th)?(?![\\d:])(?:,? (?<year2>${year}))?` +
      `|(?<year3>\\d{4})-(?<month3>\\d\\d)-(?<day3>\\d\\d))(?![\\p{L}\\p{N}])`,
    'giu',
  );
  patterns.set(words, made);
  return made;
}

/** The days that a stretch of text names, in order. Impossible days ("40 June") are none. */
export function findDays(text: string, offset: number, words: PageWords): DayFound[] {
  const found: DayFound[] = [];
  for (const match of text.matchAll(pattern(words))) {
    const g = match.groups ?? {};
    const month = g.month3
      ? Number(g.month3)
      : (words.groups.month.get(fold(g.month ?? g.month2 ?? '')) ?? 0);
    const day = numberOf(g.day ?? g.day2 ?? g.day3 ?? '');
    const year = g.year ?? g.year2 ?? g.year3;
    const twin = g.twin === undefined ? month : words.groups.month.get(fold(g.twin));
    if (!realDay(month, day) || twin !== month) continue; // "15 آذار/مارس": two names of one month
    const start = match.index;
    const { before, weekday } = leading(text.slice(Math.max(0, start - BEFORE), start), words);
    found.push({
      start: offset + start,
      end: offset + start + match[0].length,
      day,
      month,
      year: year ? numberOf(year) : null,
      before,
      weekday,
    });
  }
  return found;
}

/** The number of Western, Arabic-Indic or Persian digits. */
function numberOf(digits: string): number {
  return Number(digits.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (d) => String(d.charCodeAt(0) & 0xf)));
}

function realDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(2024, month, 0)).getUTCDate();
}

/** What stands before a date, without a weekday between. */
function leading(raw: string, words: PageWords): { before: string; weekday: boolean } {
  const before = fold(raw).replace(/,$/, '');
  const last = before.split(' ').at(-1) ?? '';
  const weekday = words.groups.weekday.has(last);
  return { before: weekday ? before.slice(0, -last.length).trim().replace(/,$/, '') : before, weekday };
}

/** Whether the words before a date end with a phrase of the group, as "released on" ends with "on". */
export function ledBy(before: string, group: ReadonlyMap<string, number | null>): boolean {
  const tokens = before.split(' ');
  return [1, 2, 3].some((n) => group.has(tokens.slice(-n).join(' ')));
}
