import {
  addDays,
  addDaysOpen,
  addMonths,
  isDay,
  isMonthDay,
  isoWeek,
  pad,
  weekdayOf,
} from './calendar-math.ts';
import type { Context, Expression, Reading } from './index.ts';

/** Expressions that count from another date, and those that measure or repeat. `null` when this is none of them. */
export function relative(e: Expression, context: Context): Reading | null {
  const { kinds, words, calendar } = e;
  const phrase = words.map((w) => w.fold).join(' ');
  const reference =
    calendar.references.get(phrase) ?? calendar.references.get(words[kinds.indexOf('R')]?.fold ?? '');
  if (reference)
    return { value: reference, basis: 'stated', reason: 'a word for now, before or later without a date' };
  if (kinds.includes('T')) return stated(calendar.sets.get(words[kinds.indexOf('T')]!.fold)!, 'it repeats');
  if (kinds.startsWith('E')) return every(e);
  if (kinds.includes('C') || /nh$/.test(kinds)) return clock(e, context);
  if (kinds.includes('d')) return dayWord(e, context);
  if (kinds.includes('W')) return weekday(e, context);
  if (kinds.includes('U')) return unit(e, context);
  if (kinds.includes('q')) return dayPart(e, context);
  return null;
}

function stated(value: string | null, reason: string): Reading {
  return { value, basis: value === null ? 'unknown' : 'stated', reason };
}

const implied = (value: string, reason: string): Reading => ({ value, basis: 'implied', reason });

function every({ kinds, words, calendar }: Expression): Reading {
  const last = words[words.length - 1]!;
  if (kinds.endsWith('U')) return stated(period(1, calendar.units.get(last.fold)!), 'it repeats');
  return stated(kinds.endsWith('W') ? `XXXX-WXX-${calendar.weekdays.get(last.fold)}` : 'P1D', 'it repeats');
}

/** A TIMEX3 duration; "X" where the number is not told. */
function period(n: number | null, unit: string): string {
  const compound = /^(\d+)([A-Z])$/.exec(unit);
  if (compound) return n === null ? `PX${compound[2]}` : `P${n * Number(compound[1])}${compound[2]}`;
  if (unit === 'WE') return n === null ? 'PXWE' : `P${n}WE`;
  return `${unit.startsWith('T') ? 'PT' : 'P'}${n ?? 'X'}${unit.slice(-1)}`;
}

function clock(e: Expression, { published, focus }: Context): Reading {
  const time = clockOf(e);
  if (time === null) return stated(null, 'there is no such time');
  const day = e.kinds.includes('d') ? published : isDay(focus) ? focus.slice(0, 10) : null;
  return day === null
    ? stated(`XXXX-XX-XX${time}`, 'the day is not given')
    : implied(`${day}${time}`, 'on the day the text speaks of');
}

/** The time of a clock as TIMEX3 writes it ("T06:30"), or `null` when a clock shows no such time. */
export function clockOf({ words, kinds, calendar }: Expression): string | null {
  const c = kinds.indexOf('C');
  const at = c < 0 ? kinds.indexOf('n') : c;
  const [hour = 0, minute] = words[at]!.fold.split(/[:٫]/).map(Number);
  const half = calendar.halfDay.get(words[kinds.indexOf('h')]?.fold ?? '');
  const h = half === undefined ? hour : (hour % 12) + Number(half);
  if (h > 24 || (minute ?? 0) > 59) return null;
  return minute === undefined ? `T${pad(h)}` : `T${pad(h)}:${pad(minute)}`;
}

function dayWord({ words, kinds, calendar }: Expression, { published, writing }: Context): Reading {
  const word = words[kinds.indexOf('d')]!.fold;
  // "tonight" is a day and a part of it in one word.
  const code = calendar.dayParts.get(words[kinds.indexOf('q')]?.fold ?? word);
  const part = code === undefined ? '' : `T${code}`;
  const offset = calendar.days.get(word)!;
  if (published !== null) return implied(`${addDays(published, offset)}${part}`, 'counted from publication');
  if (isDay(writing.told))
    return implied(`${addDays(writing.told, offset)}${part}`, 'the text shows the day it was written');
  if (offset === 0 && writing.lead !== null)
    return implied(`${writing.lead}${part}`, 'the lead gives the day');
  return stated(`XXXX-XX-XX${part}`, 'the day of publication is unknown');
}

/** Weekdays look back, unless "next" says otherwise: news tells what was. */
function weekday({ words, kinds, calendar }: Expression, context: Context): Reading {
  const published = context.published ?? (isDay(context.writing.told) ? context.writing.told : null);
  const wanted = calendar.weekdays.get(words[kinds.indexOf('W')]!.fold)!;
  const q = words[kinds.indexOf('q')];
  const part = q ? `T${calendar.dayParts.get(q.fold)}` : '';
  if (published === null) return stated(`XXXX-WXX-${wanted}${part}`, 'the week is not given');
  const back = (weekdayOf(published) - wanted + 7) % 7;
  const days = kinds.includes('x') ? 7 - back : kinds.includes('l') && back === 0 ? -7 : -back;
  return implied(`${addDays(published, days)}${part}`, 'the nearest such day, counted from publication');
}

function dayPart(e: Expression, { published, focus }: Context): Reading {
  const { words, kinds, calendar } = e;
  const part = calendar.dayParts.get(words.find((w) => calendar.dayParts.has(w.fold))!.fold)!;
  const story = looksFromStory(e);
  // "this morning", "last night" are told from the day of writing, "the next morning" from the story.
  if (/^[cl]/.test(kinds) && !story) return writtenPart(part, kinds.startsWith('l') ? -1 : 0, published);
  const by = kinds.startsWith('x') ? 1 : 0;
  const day = /^[clx]/.test(kinds) && isMonthDay(focus) ? addDaysOpen(focus.slice(0, 10), by) : null;
  return day === null
    ? stated(`XXXX-XX-XXT${part}`, 'the day is not given')
    : implied(`${day}T${part}`, 'on the day the text speaks of');
}

/** A part of the day of writing, or of the one before it. */
function writtenPart(part: string, offset: number, published: string | null): Reading {
  return published === null
    ? stated(`XXXX-XX-XXT${part}`, 'the day of publication is unknown')
    : implied(`${addDays(published, offset)}T${part}`, 'counted from publication');
}

function unit(e: Expression, context: Context): Reading {
  const { words, kinds, calendar } = e;
  const word = words[kinds.indexOf('U')]!.fold;
  if (/^[clx]U$/.test(kinds) && calendar.dayParts.has(word)) return dayPart(e, context);
  const code = calendar.units.get(word)!;
  const n = quantity(e);
  const of = e.goesOn && calendar.datePrepositions.has(words.at(-1)!.fold);
  const hours = n === undefined && /^T[HM]$/.test(code);
  if (/[rb]$/.test(kinds) && of && (context.deictic || hours)) return afterEvent(n, code, context);
  const ago = /^G|g$/.test(kinds);
  if (ago && n !== undefined && n !== null && writtenOn(context) === null)
    return stated(period(n, code), 'so long before the day of writing, which is not known');
  if (ago || /[rb]$/.test(kinds))
    return shifted(n, code, kinds.endsWith('r') ? 1 : -1, ago ? writtenOn(context) : context.focus, ago);
  if (code === 'WE' && /^t?U$/.test(kinds)) return same(code, context.published);
  const sign = kinds.includes('l') ? -1 : kinds.includes('x') ? 1 : 0;
  if (n !== undefined && /[Nnva]/.test(kinds)) return stated(period(n, code), 'a length of time');
  if (!/[lxctp]/.test(kinds)) return stated(period(1, code), 'a length of time');
  // "the next day", "that year" count from the story; "last year", "this week" from publication.
  const story = /^p?O?t/.test(kinds) || looksFromStory(e);
  const written = sign === 0 ? (writtenOn(context) ?? context.writing.lead) : writtenOn(context);
  const from = story ? (context.focus ?? context.published) : written;
  return sign === 0 ? same(code, from) : shifted(1, code, sign, from, !story);
}

const writtenOn = ({ published, writing }: Context): string | null => published ?? writing.told;

/**
 * "18 months after the ceasefire" measures a length of time from what the next words tell. Hours and minutes after an
 * event fall on the day told of, hours perhaps on the day before it.
 */
function afterEvent(n: number | null | undefined, code: string, { focus }: Context): Reading {
  if (n !== undefined) return stated(period(n, code), 'a length of time from what the next words tell');
  const day = isMonthDay(focus) ? focus.slice(0, 10) : null;
  if (day === null || !/^T[HM]$/.test(code)) return stated(null, 'it counts from what the next words tell');
  const before = code === 'TH' ? addDaysOpen(day, -1) : day;
  return before === null
    ? stated(null, 'it counts from what the next words tell')
    : implied(before === day ? day : `${before}/${day}`, 'within a day of the date before it');
}

/** "that year", "the following June"; in "following last year's" the word beside the unit decides. */
export function looksFromStory({ words, kinds }: Expression): boolean {
  const at = /[lxc](?=[^lxc]*$)/.exec(kinds)?.index ?? 0;
  return /^(?:that|same|following|previous|preceding|subsequent)$/.test(words[at]!.fold);
}

/** How many units: `null` when the words leave it open, `undefined` when there is no number at all. */
function quantity({ words, kinds, calendar }: Expression): number | null | undefined {
  let n: number | undefined;
  let article = false;
  for (let i = 0; i < kinds.length && kinds[i] !== 'U'; i++) {
    if (kinds[i] === 'v') return null;
    if (kinds[i] === 'N' || kinds[i] === 'n' || kinds[i] === 'Y')
      n = (article ? 0 : (n ?? 0)) + (calendar.numbers.get(words[i]!.fold) ?? Number(words[i]!.fold));
    // "a 30-day truce" counts thirty.
    article = kinds[i] === 'a' && n === undefined;
    if (article) n = 1;
  }
  return n !== undefined && Number.isNaN(n) ? null : n;
}

function same(code: string, from: string | null): Reading {
  if (from === null) return stated(null, 'nothing dates the text');
  const value = cutTo(from, code);
  return value === null
    ? stated(null, 'the date it counts from is less precise')
    : implied(value, 'the date the text stands at');
}

function cutTo(from: string, code: string): string | null {
  if (code === 'Y') return /^\d{4}/.test(from) ? from.slice(0, 4) : null;
  if (code === 'M') return /^(?:\d{4}|XXXX)-\d\d/.test(from) ? from.slice(0, 7) : null;
  if (code === 'D' && isMonthDay(from)) return from.slice(0, 10);
  if (!isDay(from)) return null;
  if (code === 'WE') return `${isoWeek(from.slice(0, 10))}-WE`;
  return code === 'W' ? isoWeek(from.slice(0, 10)) : code === '10Y' ? from.slice(0, 3) : null;
}

/** A date moved by so many units, at the precision of the unit. */
function shifted(
  n: number | null | undefined,
  code: string,
  sign: number,
  from: string | null,
  now: boolean,
): Reading {
  const vague = sign < 0 ? 'PAST_REF' : 'FUTURE_REF';
  if (n === null) return stated(vague, 'how long is not told');
  const by = (n ?? 1) * sign;
  const reason = now ? 'counted from publication' : 'counted from the date before it';
  if (from !== null && code === 'Y' && /^\d{4}/.test(from))
    return implied(pad(Number(from.slice(0, 4)) + by, 4), reason);
  if (from !== null && code === '10Y' && /^\d{4}/.test(from))
    return implied(pad(Number(from.slice(0, 4)) + 10 * by, 4).slice(0, 3), reason);
  if (from !== null && code === 'M' && /^\d{4}-\d\d/.test(from))
    return implied(addMonths(Number(from.slice(0, 4)), Number(from.slice(5, 7)), by), reason);
  const day =
    isMonthDay(from) && Number.isInteger(by) && code === 'D' ? addDaysOpen(from.slice(0, 10), by) : null;
  if (day !== null) return implied(day, reason);
  if (isDay(from) && code === 'WE')
    return implied(`${isoWeek(addDays(from.slice(0, 10), 7 * by))}-WE`, reason);
  if (isDay(from) && Number.isInteger(by) && code === 'W')
    return implied(
      now ? isoWeek(addDays(from.slice(0, 10), 7 * by)) : addDays(from.slice(0, 10), 7 * by),
      reason,
    );
  return stated(null, 'the date it counts from is not known');
}
