import { z } from 'zod';
import { foldWord } from './gazetteer/fold.ts';
import { type LexiconSource, table } from './source.ts';

const list = z.array(z.string().min(1));
const numbers = z.record(z.string(), z.number());
const codes = z.record(z.string(), z.string());

/** The shape of `data/<lang>/calendar.yaml`. Words are matched without case, diacritics and stops. */
export const CalendarFile = z.object({
  months: z.record(z.string(), z.number().int().min(1).max(12)),
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
  | 'quarter';
type Numbers = 'months' | 'weekdays' | 'numbers' | 'ordinals' | 'days';
type Codes = 'seasons' | 'units' | 'dayParts' | 'references' | 'sets' | 'feasts' | 'halfDay';

/** Words of time in one language, folded. */
export type Calendar = {
  readonly [K in Sets | Sets2]: ReadonlySet<string>;
} & { readonly [K in Numbers]: ReadonlyMap<string, number> } & {
  readonly [K in Codes]: ReadonlyMap<string, string>;
};

/** Gives the words of time of a language; those of English where `data/` holds none. */
export type Calendars = (language: string | null) => Calendar;

const FALL_BACK = 'en';

/** Makes the loader of calendars; a language is made once and kept. */
export function loadCalendars(source: LexiconSource): Calendars {
  const made = new Map<string, Calendar>();
  return (language) => {
    const code = language !== null && `${language}/calendar` in source.json ? language : FALL_BACK;
    const calendar = made.get(code) ?? fold(table<Raw>(source, `${code}/calendar`));
    made.set(code, calendar);
    return calendar;
  };
}

const foldPhrase = (phrase: string): string => phrase.split(' ').map(foldWord).join(' ');

function fold(raw: Raw): Calendar {
  const folded: Record<string, unknown> = {};
  for (const key of Object.keys(CalendarFile.shape) as (keyof Raw)[]) {
    const value = raw[key];
    folded[key] = Array.isArray(value)
      ? new Set(value.map(foldPhrase))
      : new Map(Object.entries(value).map(([word, v]) => [foldPhrase(word), v]));
  }
  return folded as unknown as Calendar;
}
