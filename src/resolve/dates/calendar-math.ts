/** A day as ISO text. */
export type Day = string;

const DAY_MS = 86_400_000;

/** Whether a value is a day of a known year, with or without a time of day. */
export const isDay = (value: string | null): value is string => /^\d{4}-\d\d-\d\d/.test(value ?? '');

/** Whether a value is a day of a month, its year known or not. */
export const isMonthDay = (value: string | null): value is string =>
  /^(?:\d{4}|XXXX)-\d\d-\d\d/.test(value ?? '');

/** A common year and a leap year, by which days of an open year are counted. */
const COMMON = '2001';
const LEAP = '2004';

/** The day `days` after one whose year may be open (`XXXX-06-08`); `null` where that hangs on the year. */
export function addDaysOpen(day: Day, days: number): Day | null {
  if (!day.startsWith('XXXX')) return addDays(day, days);
  const [common, leap] = [COMMON, LEAP].map((year) => addDays(day.replace('XXXX', year), days));
  const sameYear = common!.startsWith(COMMON) && leap!.startsWith(LEAP);
  return sameYear && common!.slice(4) === leap!.slice(4) ? `XXXX${common!.slice(4)}` : null;
}

/** The day `days` after another. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A year and month moved by months, as `YYYY-MM`. */
export function addMonths(year: number, month: number, by: number): string {
  const n = year * 12 + (month - 1) + by;
  return `${pad(Math.floor(n / 12), 4)}-${pad((((n % 12) + 12) % 12) + 1)}`;
}

/** ISO weekday of a day, Monday 1. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** ISO 8601 week of a day, `YYYY-Www`. */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - weekdayOf(day));
  const year = thursday.slice(0, 4);
  const days = (Date.parse(`${thursday}T00:00:00Z`) - Date.parse(`${year}-01-01T00:00:00Z`)) / DAY_MS;
  return `${year}-W${pad(Math.floor(days / 7) + 1)}`;
}

/** Days of a month; 29 for a February of an unknown year. */
export function daysIn(year: number | null, month: number): number {
  return new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate();
}

/** A number with leading zeros. */
export function pad(n: number, width = 2): string {
  return String(n).padStart(width, '0');
}

/** Days from one to the other, negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** First and last day that a value can mean; `null` where the value fixes none. */
export function bounds(value: string | null): { earliest: Day | null; latest: Day | null } {
  const [from, to] = /^\d{4}[^/]*\/\d{4}/.test(value ?? '') ? value!.split('/') : [];
  if (from && to) return { earliest: bounds(from).earliest, latest: bounds(to).latest };
  const day = /^(\d{4}-\d\d-\d\d)/.exec(value ?? '')?.[1];
  if (day) return { earliest: day, latest: day };
  const month = /^(\d{4})-(\d\d)$/.exec(value ?? '');
  if (month)
    return { earliest: `${value}-01`, latest: `${value}-${pad(daysIn(Number(month[1]), Number(month[2])))}` };
  const week = /^(\d{4})-W(\d\d)(?:-WE)?$/.exec(value ?? '');
  if (week) return weekBounds(Number(week[1]), Number(week[2]), value!.endsWith('-WE'));
  const part = /^(\d{4})-(Q[1-4]|SP|SU|FA|WI)$/.exec(value ?? '');
  if (part) return partBounds(part[1]!, part[2]!);
  const year = /^(\d{4})(?:-|$)/.exec(value ?? '')?.[1];
  if (year) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const decade = /^(\d{3})$/.exec(value ?? '')?.[1];
  return decade
    ? { earliest: `${decade}0-01-01`, latest: `${decade}9-12-31` }
    : { earliest: null, latest: null };
}

/** First and last day of a quarter, MM-DD. */
const PARTS: Readonly<Record<string, readonly [string, string]>> = {
  Q1: ['01-01', '03-31'],
  Q2: ['04-01', '06-30'],
  Q3: ['07-01', '09-30'],
  Q4: ['10-01', '12-31'],
};

/** Seasons begin at different months in the two hemispheres, and a winter lies in two years: all of the year is kept. */
function partBounds(year: string, part: string): { earliest: Day; latest: Day } {
  const [from, to] = PARTS[part] ?? ['01-01', '12-31'];
  return { earliest: `${year}-${from}`, latest: `${year}-${to}` };
}

function weekBounds(year: number, week: number, weekend: boolean): { earliest: Day; latest: Day } {
  const fourth = `${pad(year, 4)}-01-04`;
  const monday = addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
  return { earliest: weekend ? addDays(monday, 5) : monday, latest: addDays(monday, 6) };
}
