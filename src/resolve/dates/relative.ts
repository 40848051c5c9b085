import { addDays, addMonths, isoWeek, pad, weekdayOf } from './calendar-math.ts';
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

function clock({ words, kinds, calendar }: Expression, { published, focus }: Context): Reading {
  const at = Math.max(kinds.indexOf('C'), kinds.indexOf('n'));
  const [hour = 0, minute] = words[at]!.fold.split(/[:٫]/).map(Number);
  const half = calendar.halfDay.get(words[kinds.indexOf('h')]?.fold ?? '');
  const h = half === undefined ? hour : (hour % 12) + Number(half);
  if (h > 24 || (minute ?? 0) > 59) return stated(null, 'there is no such time');
  const time = minute === undefined ? `T${pad(h)}` : `T${pad(h)}:${pad(minute)}`;
  const day = kinds.includes('d') ? published : isDay(focus) ? focus.slice(0, 10) : null;
  return day === null
    ? stated(`XXXX-XX-XX${time}`, 'the day is not given')
    : implied(`${day}${time}`, 'on the day the text speaks of');
}

const isDay = (value: string | null): value is string => /^\d{4}-\d\d-\d\d/.test(value ?? '');

function dayWord({ words, kinds, calendar }: Expression, { published }: Context): Reading {
  const word = words[kinds.indexOf('d')]!.fold;
  const part = kinds.includes('q') ? `T${calendar.dayParts.get(words[kinds.indexOf('q')]!.fold)}` : '';
  if (published === null) return stated(`XXXX-XX-XX${part}`, 'the day of publication is unknown');
  return implied(`${addDays(published, calendar.days.get(word)!)}${part}`, 'counted from publication');
}

/** Weekdays look back, unless "next" says otherwise: news tells what was. */
function weekday({ words, kinds, calendar }: Expression, { published }: Context): Reading {
  const wanted = calendar.weekdays.get(words[kinds.indexOf('W')]!.fold)!;
  const q = words[kinds.indexOf('q')];
  const part = q ? `T${calendar.dayParts.get(q.fold)}` : '';
  if (published === null) return stated(`XXXX-WXX-${wanted}${part}`, 'the week is not given');
  const back = (weekdayOf(published) - wanted + 7) % 7;
  const days = kinds.includes('x') ? 7 - back : kinds.includes('l') && back === 0 ? -7 : -back;
  return implied(`${addDays(published, days)}${part}`, 'the nearest such day, counted from publication');
}

function dayPart({ words, kinds, calendar }: Expression, { published, focus }: Context): Reading {
  const part = calendar.dayParts.get(words[kinds.indexOf('q')]!.fold)!;
  const now = /^c/.test(kinds) && words[0]!.fold === 'this';
  const day = now ? published : /^[clx]/.test(kinds) && isDay(focus) ? focus.slice(0, 10) : null;
  return day === null
    ? stated(`XXXX-XX-XXT${part}`, 'the day is not given')
    : implied(`${day}T${part}`, 'on the day the text speaks of');
}

function unit(e: Expression, context: Context): Reading {
  const { words, kinds, calendar } = e;
  const code = calendar.units.get(words[kinds.indexOf('U')]!.fold)!;
  const n = quantity(e);
  const of = e.goesOn && calendar.datePrepositions.has(words.at(-1)!.fold);
  if (/[rb]$/.test(kinds) && of && context.deictic)
    return stated(null, 'it counts from what the next words tell');
  if (/^G|[grb]$/.test(kinds))
    return shifted(
      n,
      code,
      kinds.endsWith('r') ? 1 : -1,
      /^G|g$/.test(kinds) ? context.published : context.focus,
      /^G|g$/.test(kinds),
    );
  const sign = kinds.includes('l') ? -1 : kinds.includes('x') ? 1 : 0;
  if (n !== undefined && /[Nnva]/.test(kinds)) return stated(period(n, code), 'a length of time');
  if (!/[lxctp]/.test(kinds)) return stated(period(1, code), 'a length of time');
  // "the next day", "that year" count from the story; "last year", "this week" from publication.
  const story = /^p?O?t/.test(kinds) || looksFromStory(e);
  const from = story ? (context.focus ?? context.published) : (context.published ?? null);
  return sign === 0 ? same(code, from) : shifted(1, code, sign, from, !story);
}

/** "that year", "the following June"; in "following last year's" the word beside the unit decides. */
export function looksFromStory({ words, kinds }: Expression): boolean {
  const at = /[lxc](?=[^lxc]*$)/.exec(kinds)?.index ?? 0;
  return /^(?:that|same|following|previous|preceding|subsequent)$/.test(words[at]!.fold);
}

/** How many units: `null` when the words leave it open, `undefined` when there is no number at all. */
function quantity({ words, kinds, calendar }: Expression): number | null | undefined {
  let n: number | undefined;
  for (let i = 0; i < kinds.length && kinds[i] !== 'U'; i++) {
    if (kinds[i] === 'v') return null;
    if (kinds[i] === 'N' || kinds[i] === 'n' || kinds[i] === 'Y')
      n = (n ?? 0) + (calendar.numbers.get(words[i]!.fold) ?? Number(words[i]!.fold));
    else if (kinds[i] === 'a' && n === undefined) n = 1;
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
  if (code === 'Y') return from.slice(0, 4);
  if (code === 'M') return /^\d{4}-\d\d/.test(from) ? from.slice(0, 7) : null;
  if (!isDay(from)) return null;
  if (code === 'D') return from.slice(0, 10);
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
  if (from !== null && code === 'Y') return implied(pad(Number(from.slice(0, 4)) + by, 4), reason);
  if (from !== null && code === '10Y')
    return implied(pad(Number(from.slice(0, 4)) + 10 * by, 4).slice(0, 3), reason);
  if (from !== null && code === 'M' && /^\d{4}-\d\d/.test(from))
    return implied(addMonths(Number(from.slice(0, 4)), Number(from.slice(5, 7)), by), reason);
  if (isDay(from) && Number.isInteger(by) && code === 'D')
    return implied(addDays(from.slice(0, 10), by), reason);
  if (isDay(from) && Number.isInteger(by) && code === 'W')
    return implied(
      now ? isoWeek(addDays(from.slice(0, 10), 7 * by)) : addDays(from.slice(0, 10), 7 * by),
      reason,
    );
  return stated(null, 'the date it counts from is not known');
}
