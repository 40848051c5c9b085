import { type DateValue, type DayRange, dayRange, type GivenDate, givenRange } from './date-value.ts';

/** The days in which an article can have been published, as the gold words them. */
export interface PublicationWindow extends DayRange {
  /** Days added to the first and to the last day. */
  readonly extra: readonly [number, number];
  /** 0 Sunday … 6 Saturday; `null` when the gold names none. */
  readonly weekday: number | null;
}

/** Where a given publication date lies; `year` = inside, but with a year that the text does not give. */
export type Placed = 'none' | 'inside' | 'outside' | 'year';

/** How long "shortly after" and "WEDNESDAY after" may take, in days: two weeks, the longest lag in the seeds. */
export const SHORTLY_DAYS = 14;
const MS_PER_DAY = 864e5;
/** Stands in where neither side has a year; a leap year, so that 29 February exists. */
const ANY_YEAR = 2000;
const WEEKDAYS = ['SUNDAY', 'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY'];

/** The gold's wording ("--03-20 or shortly after", "WEDNESDAY after --08-15") as a window; `null` = the text gives none. */
export function publicationWindow(gold: DateValue): PublicationWindow | null {
  if (gold === null || gold === undefined) return null;
  const after = /^(?:([A-Z]+DAY) )?after (\S+)/.exec(gold);
  const range = dayRange(after ? after[2] : gold.split(' ')[0]?.replace(/[()]/g, ''));
  if (!range) return null;
  return {
    ...range,
    extra: slack(gold, after !== null),
    weekday: after?.[1] ? WEEKDAYS.indexOf(after[1]) : null,
  };
}

function slack(gold: string, after: boolean): readonly [number, number] {
  if (after) return [1, SHORTLY_DAYS];
  return gold.includes('shortly after') ? [0, SHORTLY_DAYS] : [0, 0];
}

function dayNumber(year: number, monthDay: number): number {
  return Date.UTC(year, Math.floor(monthDay / 100) - 1, monthDay % 100) / MS_PER_DAY;
}

/** Where the given date lies in relation to the gold's window; throws when the gold has none. */
export function placePublication(gold: DateValue, given: GivenDate): Placed {
  const window = publicationWindow(gold);
  if (!window) throw new Error(`the gold gives no publication window: ${gold}`);
  const range = givenRange(given);
  if (!range) return 'none';
  const year = window.first.year ?? range.first.year ?? ANY_YEAR;
  const lastYear = window.last.year ?? year;
  const earliest = dayNumber(year, window.first.monthDay) + window.extra[0];
  const latest = dayNumber(lastYear, window.last.monthDay) + window.extra[1];
  const from = dayNumber(range.first.year ?? year, range.first.monthDay);
  const to = dayNumber(range.last.year ?? lastYear, range.last.monthDay);
  if (from < earliest || to > latest || !rightWeekday(window, range, from, to)) return 'outside';
  return window.first.year === null && range.first.year !== null ? 'year' : 'inside';
}

/** A weekday can be checked only on a single day whose year is given. */
function rightWeekday(window: PublicationWindow, range: DayRange, from: number, to: number): boolean {
  if (window.weekday === null || range.first.year === null) return true;
  return from === to && new Date(from * MS_PER_DAY).getUTCDay() === window.weekday;
}
