/** A day as ISO text. */
export type Day = string;

const DAY_MS = 86_400_000;

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

/** First and last day that a value can mean; `null` where the value fixes none. */
export function bounds(value: string | null): { earliest: Day | null; latest: Day | null } {
  const day = /^(\d{4}-\d\d-\d\d)/.exec(value ?? '')?.[1];
  if (day) return { earliest: day, latest: day };
  const month = /^(\d{4})-(\d\d)$/.exec(value ?? '');
  if (month)
    return { earliest: `${value}-01`, latest: `${value}-${pad(daysIn(Number(month[1]), Number(month[2])))}` };
  const week = /^(\d{4})-W(\d\d)$/.exec(value ?? '');
  if (week) return weekBounds(Number(week[1]), Number(week[2]));
  const year = /^(\d{4})(?:-|$)/.exec(value ?? '')?.[1];
  if (year) return { earliest: `${year}-01-01`, latest: `${year}-12-31` };
  const decade = /^(\d{3})$/.exec(value ?? '')?.[1];
  return decade
    ? { earliest: `${decade}0-01-01`, latest: `${decade}9-12-31` }
    : { earliest: null, latest: null };
}

function weekBounds(year: number, week: number): { earliest: Day; latest: Day } {
  const fourth = `${pad(year, 4)}-01-04`;
  const monday = addDays(fourth, 1 - weekdayOf(fourth) + (week - 1) * 7);
  return { earliest: monday, latest: addDays(monday, 6) };
}
