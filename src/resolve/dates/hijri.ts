import { addDays, pad } from './calendar-math.ts';
import type { Expression, Reading } from './index.ts';

/** 1 Muharram 1 in the Gregorian calendar, by the civil (tabular) epoch. */
const EPOCH = '0622-07-19';
/** Years of the Islamic calendar that texts of our day write: about 1882 to 2076. */
const FIRST_YEAR = 1300;
const LAST_YEAR = 1500;
/** Days of a common year; eleven years of every thirty have one more. */
const YEAR_DAYS = 354;
const LONG_MONTH = 30;
const SHORT_MONTH = 29;

/**
 * A date of the Islamic calendar as the Gregorian day that the tabular calendar gives: months begin with a sighting of the
 * moon, so that the day may be one off, and the basis is `implied`. `null` when the expression is none.
 */
export function hijri({ words, kinds, calendar }: Expression): Reading | null {
  const at = kinds.indexOf('H');
  if (at < 0) return null;
  const month = calendar.hijriMonths.get(words[at]!.fold)!;
  const year = Number(words[kinds.indexOf('Y')]?.fold);
  const none = (reason: string): Reading => ({ value: null, basis: 'unknown', reason });
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR))
    return none('the year is none of the Islamic calendar of our day');
  const last = month % 2 === 1 || (month === 12 && isLeap(year)) ? LONG_MONTH : SHORT_MONTH;
  const number = /[no]O?$/.exec(kinds.slice(0, at));
  const reason = 'turned from the Islamic calendar, give or take a day';
  if (!number) return { value: `${day(year, month, 1)}/${day(year, month, last)}`, basis: 'implied', reason };
  const word = words[number.index]!;
  const n = calendar.ordinals.get(word.fold) ?? Number.parseInt(word.fold, 10);
  return n >= 1 && n <= LONG_MONTH
    ? { value: day(year, month, n), basis: 'implied', reason }
    : none('there is no such day');
}

const isLeap = (year: number): boolean => (11 * year + 14) % 30 < 11;

function day(year: number, month: number, n: number): string {
  const years = (year - 1) * YEAR_DAYS + Math.floor((3 + 11 * year) / 30);
  const months = LONG_MONTH * (month - 1) - Math.floor((month - 1) / 2);
  const date = addDays(EPOCH, years + months + n - 1);
  return `${pad(Number(date.slice(0, 4)), 4)}${date.slice(4)}`;
}
