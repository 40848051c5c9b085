import { daysBetween, daysIn, isDay, pad, weekdayOf } from './calendar-math.ts';
import { hijri } from './hijri.ts';
import type { Context, Expression, Reading } from './index.ts';
import { clockOf, looksFromStory } from './relative.ts';

const IMPOSSIBLE: Reading = { value: null, basis: 'unknown', reason: 'there is no such day' };

/** Expressions that name a calendar date, month, season, year, decade or era. `null` when this is none of them. */
export function absolute(expression: Expression, context: Context): Reading | null {
  const { kinds } = expression;
  if (kinds.includes('I')) return iso(expression);
  if (kinds.includes('B')) return era(expression);
  if (kinds.includes('H')) return hijri(expression);
  if (kinds.includes('M')) return month(expression, context);
  if (kinds.includes('f')) return feast(expression, context);
  if (kinds.includes('S')) return season(expression, context);
  if (kinds.includes('K')) return quarter(expression, context);
  if (kinds.includes('D')) return decade(expression);
  if (kinds.includes('Y') && !/[UW]/.test(kinds)) return stated(wordOf(expression, 'Y'), 'the year is given');
  return null;
}

function stated(value: string, reason: string): Reading {
  return { value, basis: 'stated', reason };
}

const wordOf = ({ words, kinds }: Expression, kind: string): string => words[kinds.indexOf(kind)]!.fold;

function iso(e: Expression): Reading {
  const value = wordOf(e, 'I');
  const [y, m, d] = value.split('-').map(Number);
  return m! >= 1 && m! <= 12 && d! >= 1 && d! <= daysIn(y!, m!)
    ? stated(value, 'the date is given')
    : IMPOSSIBLE;
}

/** Years before the common era, as TIMEX3 writes them: BC0218. */
function era({ words, kinds }: Expression): Reading {
  const at = kinds.search(/[nNY]B?$|[nNY](?=B)/);
  return stated(`BC${pad(Number(words[at]!.fold), 4)}`, 'a year before the common era');
}

function month(e: Expression, context: Context): Reading {
  const { words, kinds, calendar } = e;
  const at = kinds.indexOf('M');
  const m = calendar.months.get(words[at]!.fold)!;
  const given = kinds.includes('Y') ? Number(wordOf(e, 'Y')) : null;
  const day = dayOf(e, at);
  const year =
    given ??
    (/[lxc]/.test(e.kinds) && !looksFromStory(e) ? nearestYear(e, m, context) : impliedYear(m, day, context));
  if (day !== null && (day < 1 || day > daysIn(year, m))) return IMPOSSIBLE;
  const value = dateText(year, m, day) + (day === null ? '' : partOfDay(e));
  const conflict = weekdayConflict(e, value);
  if (conflict !== null && given !== null) return { value: null, basis: 'unknown', reason: conflict };
  if (conflict !== null) return stated(value.replace(/^\d{4}/, 'XXXX'), conflict);
  if (given !== null) return stated(value, 'the date is given');
  return { value, basis: year === null ? 'stated' : 'implied', reason: yearReason(year, context) };
}

const dateText = (year: number | null, month: number, day: number | null): string =>
  [year === null ? 'XXXX' : pad(year, 4), pad(month), ...(day === null ? [] : [pad(day)])].join('-');

/** The clock time or the part of the day that stands with a day: "21 April 10:30", "the morning of 30 March", "late June 8". */
function partOfDay(e: Expression): string {
  const { words, kinds, calendar } = e;
  if (kinds.includes('C')) return clockOf(e) ?? '';
  const part = words[kinds.indexOf('q')] ?? words[kinds.indexOf('p')];
  const code = part && (calendar.dayParts.get(part.fold) ?? calendar.partTimes.get(part.fold));
  return code === undefined ? '' : `T${code}`;
}

/** What is wrong with a weekday beside a date of a known year; `null` when it is the date's, or there is none. */
function weekdayConflict({ words, kinds, calendar }: Expression, value: string): string | null {
  const weekday = words[kinds.indexOf('W')];
  if (!weekday || !isDay(value)) return null;
  const is = weekdayOf(value.slice(0, 10));
  return is === calendar.weekdays.get(weekday.fold)
    ? null
    : `${value.slice(0, 10)} was not the day of the week that stands beside it`;
}

function yearReason(year: number | null, context: Context): string {
  if (year === null) return 'no year is given';
  if (context.year === null && context.published === null) return 'the text shows the year it was written in';
  if (context.year === null) return 'the year is that of publication';
  return context.year === year ? 'the year is the last one given' : 'the year after the last one given';
}

/** The number beside the month; after "16-18 June" the first. */
function dayOf({ words, kinds, calendar }: Expression, at: number): number | null {
  const before = /([no])(?:-[no])?O?$/.exec(kinds.slice(0, at));
  const index = before
    ? before.index
    : /^t?[no]/.test(kinds.slice(at + 1))
      ? at + 1 + (kinds[at + 1] === 't' ? 1 : 0)
      : -1;
  const word = words[index];
  if (!word) return null;
  return calendar.ordinals.get(word.fold) ?? Number.parseInt(word.fold, 10);
}

/** Months this far back after a late month belong to the next year: December, then January. */
const TURN_OF_YEAR = 9;

/** The last year the text states, else the one that brings the date nearest to publication, else the year of writing. */
function impliedYear(
  month: number,
  day: number | null,
  { year, month: last, published, writing }: Context,
): number | null {
  if (year !== null) return last !== null && last - month >= TURN_OF_YEAR ? year + 1 : year;
  if (published === null) return writing.told === null ? null : Number(writing.told.slice(0, 4));
  const y = Number(published.slice(0, 4));
  const away = (candidate: number): number =>
    Math.abs(
      daysBetween(
        published,
        dateText(candidate, month, Math.min(day ?? MID_MONTH, daysIn(candidate, month))),
      ),
    );
  return [y - 1, y, y + 1].reduce((best, one) => (away(one) < away(best) ? one : best));
}

/** The day that stands for a month when distances are taken. */
const MID_MONTH = 15;

/** "last July" and "next July" look from publication, whatever year the text spoke of. */
function nearestYear({ kinds }: Expression, month: number, { published }: Context): number | null {
  if (published === null) return null;
  const [y, m] = published.split('-').map(Number);
  if (kinds.includes('c')) return y!;
  if (kinds.includes('l')) return month < m! ? y! : y! - 1;
  return month > m! ? y! : y! + 1;
}

function yearFor(
  e: Expression,
  { year, published }: Context,
): { text: string; given: boolean; known: boolean } {
  if (e.kinds.includes('Y')) return { text: wordOf(e, 'Y'), given: true, known: true };
  const implied = year ?? (published === null ? null : Number(published.slice(0, 4)));
  return { text: implied === null ? 'XXXX' : pad(implied, 4), given: false, known: implied !== null };
}

function dated(e: Expression, context: Context, rest: string, what: string): Reading {
  const { text, given, known } = yearFor(e, context);
  const reason = given
    ? `the ${what} and its year are given`
    : known
      ? 'the year is the last one given'
      : 'no year is given';
  return { value: `${text}-${rest}`, basis: given || !known ? 'stated' : 'implied', reason };
}

function feast(e: Expression, context: Context): Reading {
  return dated(e, context, e.calendar.feasts.get(wordOf(e, 'f'))!, 'feast');
}

function season(e: Expression, context: Context): Reading {
  return dated(e, context, e.calendar.seasons.get(wordOf(e, 'S'))!, 'season');
}

function quarter(e: Expression, context: Context): Reading | null {
  const n = e.calendar.ordinals.get(wordOf(e, 'o')) ?? Number.parseInt(wordOf(e, 'o'), 10);
  return n >= 1 && n <= 4 ? dated(e, context, `Q${n}`, 'quarter') : null;
}

/** "1980s" is 198; "'80s" leaves the century open. */
function decade(e: Expression): Reading {
  const number = wordOf(e, 'D').replace(/s$/, '');
  return stated(number.length === 4 ? number.slice(0, 3) : `XX${number.slice(0, 1)}`, 'the decade is given');
}
