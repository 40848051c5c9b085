/**
 * Comparing date values across notations: TIMEX3, EDTF, and the gold's own short forms. `XXXX-06-08` and `--06-08` are
 * one; weekdays, `PXY` and `*_REF` name no calendar day; a month and the range of its days are one.
 */
export type DateValue = string | null | undefined;

/** A value as systems give it: a string, or an object with a value and the first and last day it can mean. */
export type GivenDate =
  | DateValue
  | { readonly value?: DateValue; readonly earliest?: DateValue; readonly latest?: DateValue };

interface Parts {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  readonly time: string;
}

/** A day; `year` is `null` where the text gives none; `monthDay` is month × 100 + day. */
export interface Day {
  readonly year: number | null;
  readonly monthDay: number;
}

/** First and last day; `time` is the time of day of a single point, else "". */
export interface DayRange {
  readonly first: Day;
  readonly last: Day;
  readonly time: string;
}

const LONGEST_MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DATE = /^(\d{4}|-|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(T.*)?$/;
const NO_CALENDAR_DAY = /_REF$|^PT?X|^XXXX-W/;

/** The value in one spelling, or `null` where it states neither a calendar date nor an amount. */
export function canonicalDate(value: DateValue): string | null {
  if (value === null || value === undefined) return null;
  const flat = String(value).trim().toUpperCase().replace(/[~?%]/g, '').replace(/Z$/, '');
  if (!flat || flat === 'NULL' || NO_CALENDAR_DAY.test(flat)) return null;
  if (flat.includes('/')) return canonicalRange(flat.split('/').map(canonicalDate));
  const short = flat
    .replace(/^[<>](?=P)/, '')
    .replace(/^XXXX-XX-XX(?=T)/, '')
    .replace(/(T\d\d:\d\d):00$/, '$1')
    .replace(/^XXXX-/, '--')
    .replace(/(-XX)+$/, '');
  return ['XXXX', '-', '--'].includes(short) ? null : short;
}

function canonicalRange(ends: readonly (string | null)[]): string | null {
  const [from, to] = ends;
  if (!from || !to) return from ?? to ?? null;
  return from === to ? from : ends.join('/');
}

function parse(value: string): Parts | null {
  const match = DATE.exec(value);
  if (!match) return null;
  const [, year = '', month, day, time] = match;
  const number = (digits: string | undefined) => (digits && digits !== 'XX' ? Number(digits) : null);
  return {
    year: /^\d/.test(year) ? Number(year) : null,
    month: number(month),
    day: number(day),
    time: time ?? '',
  };
}

function lastDayOf(year: number | null, month: number): number | undefined {
  const common = year && (year % 4 || (year % 100 === 0 && year % 400));
  return month === 2 && common ? 28 : LONGEST_MONTHS[month - 1];
}

function firstDay({ year, month, day }: Parts): Day {
  return { year, monthDay: (month ?? 1) * 100 + (day ?? 1) };
}

function lastDay({ year, month, day }: Parts): Day {
  const inMonth = month ?? 12;
  return { year, monthDay: inMonth * 100 + (day ?? lastDayOf(year, inMonth) ?? Number.NaN) };
}

/** First and last day of a value; `null` when it is no date. */
export function dayRange(value: DateValue): DayRange | null {
  const canonical = canonicalDate(value);
  if (!canonical) return null;
  const isRange = canonical.includes('/');
  const [from, to] = canonical.split('/').map(parse);
  const end = isRange ? to : from;
  if (!from || !end) return null;
  return { first: firstDay(from), last: lastDay(end), time: isRange ? '' : from.time };
}

function between(given: GivenDate): DayRange | null {
  if (!given || typeof given !== 'object') return null;
  const from = canonicalDate(given.earliest);
  const to = canonicalDate(given.latest);
  return from && to ? dayRange(`${from}/${to}`) : null;
}

/** The range a given date means: by its value, else by its earliest and latest day. */
export function givenRange(given: GivenDate): DayRange | null {
  if (!given || typeof given !== 'object') return dayRange(given);
  return (canonicalDate(given.value) ? dayRange(given.value) : null) ?? between(given);
}

function givenValue(given: GivenDate): DateValue {
  return given && typeof given === 'object' ? given.value : given;
}

/** Whether the date has a year written out. */
export function hasYear(given: GivenDate): boolean {
  const value = given && typeof given === 'object' ? (given.value ?? given.earliest) : given;
  return /^\d{4}/.test(canonicalDate(value) ?? '');
}

/** Whether nothing datable was given. */
export function isUndated(given: GivenDate): boolean {
  if (canonicalDate(givenValue(given)) !== null) return false;
  return !given || typeof given !== 'object' || !givenRange(given);
}

const sameDay = (a: Day, b: Day) => a.year === b.year && a.monthDay === b.monthDay;

/** Same value, or the same first and last day where the gold has no time of day. */
export function sameDate(gold: DateValue, given: GivenDate): boolean {
  const wanted = canonicalDate(gold);
  if (wanted === null) return isUndated(given);
  if (canonicalDate(givenValue(given)) === wanted) return true;
  const range = dayRange(gold);
  if (!range || range.time) return false;
  return [givenRange(given), between(given)].some(
    (mine) => mine && !mine.time && sameDay(range.first, mine.first) && sameDay(range.last, mine.last),
  );
}
