import { z } from 'zod';
import { foldWord } from '../lib/name-key.ts';
import { folderOf } from './optional.ts';
import { type LexiconSource, table } from './source.ts';

const list = z.array(z.string().min(1));
const numbers = z.record(z.string(), z.number());
const codes = z.record(z.string(), z.string());

/** The shape of `data/<lang>/calendar.yaml`. Words are matched without case, diacritics and stops. */
export const CalendarFile = z.object({
  months: z.record(z.string(), z.number().int().min(1).max(12)),
  /** Months of the Islamic calendar, Muharram 1: dates only beside a day or a year. */
  hijriMonths: z.record(z.string(), z.number().int().min(1).max(12)).optional(),
  /** Month names that are also common words: months only beside a number or after a month preposition. */
  ambiguousMonths: list,
  /** ISO weekday, Monday 1. */
  weekdays: z.record(z.string(), z.number().int().min(1).max(7)),
  /** TIMEX3 season code. */
  seasons: codes,
  /** TIMEX3 duration unit: D, W, M, Y, TH, TM, TS; "10Y" a decade, "100Y" a century. */
  units: codes,
  numbers,
  ordinals: numbers,
  /** Quantities that name no number. */
  vague: list,
  /** Words that name a part of a period ("early"); the value stays that of the period. */
  parts: list,
  last: list,
  next: list,
  current: list,
  ago: list,
  later: list,
  /** "a day before", "two days earlier". */
  before: list,
  /** Day words, in days from today. */
  days: numbers,
  /** TIMEX3 part of day. */
  dayParts: codes,
  /** Words for a part of a period that with a single day name a part of the day: "late on June 8". */
  partTimes: codes.optional(),
  /** Words and phrases without a value of their own: PAST_REF, PRESENT_REF, FUTURE_REF. */
  references: codes,
  /** Words for repetition and their period. */
  sets: codes,
  /** Words before a unit that make it a set. */
  every: list,
  /** Feast days with a fixed date, MM-DD. */
  feasts: codes,
  /** Era words that count backwards. */
  beforeEra: list,
  determiners: list,
  of: list,
  /** Words before a number or month that show a date. */
  datePrepositions: list,
  /** Words before a bare number that show it is no year ("killed 1,200"), or after it ("2000 people"). */
  rangeWords: list,
  /** Words before a quantity: "about", "more than". */
  approximations: list,
  quarter: list,
  halfDay: codes,
  /** Articles that count one ("a week"). */
  indefinite: list.optional(),
  /** What may be written behind an apostrophe and is no part of the word: "week's", "Mart'ta". */
  clitics: list.optional(),
  /** What may be written before an apostrophe and is a word of its own: "d'août". */
  elisions: list.optional(),
  /** Endings of ordinals in digits ("3rd") and of decades ("1980s"). */
  ordinalSuffixes: list.optional(),
  decadeSuffixes: list.optional(),
  /** Seasons whose name is no other word, so that they count alone. */
  plainSeasons: list.optional(),
  /** Units that are another word right behind one that tells no time ("the man second"). */
  afterTime: list.optional(),
  /** Words right behind a year that belong to it: "2021 года". */
  yearWords: list.optional(),
  /** "ago" where it stands before the length of time: "vor drei Tagen". */
  agoFirst: list.optional(),
  /** What is written small though it names a month or a weekday. */
  small: z.array(z.enum(['months', 'weekdays'])).optional(),
  /** Words for last and next stand behind what they belong to: "la semaine dernière". */
  postposed: z.boolean().optional(),
  /** How a date in digits with slashes is read; absent: not at all, since writers differ. */
  slashDates: z.enum(['dmy', 'mdy']).optional(),
});

type Raw = z.infer<typeof CalendarFile>;
type Sets =
  | 'ambiguousMonths'
  | 'vague'
  | 'parts'
  | 'last'
  | 'next'
  | 'current'
  | 'ago'
  | 'later'
  | 'before'
  | 'every';
type Sets2 =
  | 'beforeEra'
  | 'determiners'
  | 'of'
  | 'datePrepositions'
  | 'rangeWords'
  | 'approximations'
  | 'quarter'
  | 'indefinite'
  | 'clitics'
  | 'elisions'
  | 'ordinalSuffixes'
  | 'decadeSuffixes'
  | 'plainSeasons'
  | 'afterTime'
  | 'yearWords'
  | 'agoFirst'
  | 'small';
type Numbers = 'months' | 'hijriMonths' | 'weekdays' | 'numbers' | 'ordinals' | 'days';
type Codes = 'seasons' | 'units' | 'dayParts' | 'partTimes' | 'references' | 'sets' | 'feasts' | 'halfDay';

/** Words of time in one language, folded. */
export type Calendar = {
  readonly [K in Sets | Sets2]: ReadonlySet<string>;
} & { readonly [K in Numbers]: ReadonlyMap<string, number> } & {
  readonly [K in Codes]: ReadonlyMap<string, string>;
} & {
  readonly postposed: boolean;
  readonly slashDates: 'dmy' | 'mdy' | null;
  /** Entries of several words, by their first: "avant-hier", "il y a". */
  readonly phrases: ReadonlyMap<string, readonly string[]>;
};

/**
 * Gives the words of time of a language; those of English for `null` (language not known), none for a language that
 * `data/` holds no calendar for: dates in digits are all that is read there.
 */
export type Calendars = (language: string | null) => Calendar;

const FALL_BACK = 'en';

/** Makes the loader of calendars; a language is made once and kept. */
export function loadCalendars(source: LexiconSource): Calendars {
  const made = new Map<string, Calendar>();
  const neutral = fold({});
  return (language) => {
    const code = language === null ? FALL_BACK : folderOf(language);
    if (!Object.hasOwn(source.json, `${code}/calendar`)) return neutral;
    const calendar = made.get(code) ?? fold(table<Raw>(source, `${code}/calendar`));
    made.set(code, calendar);
    return calendar;
  };
}

const foldPhrase = (phrase: string): string => phrase.split(' ').map(foldWord).join(' ');

const NUMBERS = [
  'months',
  'hijriMonths',
  'weekdays',
  'numbers',
  'ordinals',
  'days',
] as const satisfies readonly Numbers[];
const CODES = [
  'seasons',
  'units',
  'dayParts',
  'partTimes',
  'references',
  'sets',
  'feasts',
  'halfDay',
] as const satisfies readonly Codes[];
/** Lists whose entries of several words are read as one word; phrases of `references` are matched by themselves. */
const PHRASED = [
  'months',
  'hijriMonths',
  'weekdays',
  'days',
  'dayParts',
  'last',
  'next',
  'current',
  'ago',
  'agoFirst',
  'later',
  'before',
  'yearWords',
] as const;

/** Folds a calendar file; what it leaves out is empty. */
function fold(raw: Partial<Raw>): Calendar {
  const folded: Record<string, unknown> = {};
  const maps: readonly string[] = [...NUMBERS, ...CODES];
  for (const key of Object.keys(CalendarFile.shape) as (keyof Raw)[]) {
    const value = raw[key] ?? [];
    folded[key] = maps.includes(key)
      ? new Map(Object.entries(value).map(([word, v]) => [foldPhrase(word), v]))
      : new Set(Array.isArray(value) ? value.map(foldPhrase) : []);
  }
  const calendar = folded as unknown as Calendar;
  return {
    ...calendar,
    postposed: raw.postposed ?? false,
    slashDates: raw.slashDates ?? null,
    phrases: phrasesOf(calendar),
  };
}

function phrasesOf(calendar: Calendar): ReadonlyMap<string, readonly string[]> {
  const phrases = new Map<string, string[]>();
  for (const key of PHRASED)
    for (const phrase of calendar[key].keys()) {
      const [first = ''] = phrase.split(/[ -]/, 1);
      if (first !== phrase) phrases.set(first, [...(phrases.get(first) ?? []), phrase]);
    }
  for (const list of phrases.values()) list.sort((a, b) => b.length - a.length);
  return phrases;
}
