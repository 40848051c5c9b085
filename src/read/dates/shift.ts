import type { DayFound } from './find.ts';

/** A year without 29 February: where the text gives no year, the day after 28 February is called 1 March. */
const PLAIN_YEAR = 2023;

/** The day `by` days after a date as EDTF; the year stays unknown (`XXXX`) where it is. */
export function edtf({ day, month, year }: Pick<DayFound, 'day' | 'month' | 'year'>, by = 0): string {
  const date = new Date(Date.UTC(year ?? PLAIN_YEAR, month - 1, day + by));
  const shown = year === null ? 'XXXX' : String(date.getUTCFullYear()).padStart(4, '0');
  return `${shown}-${date.toISOString().slice(5, 10)}`;
}
