import { z } from 'zod';
import { type LexiconSource, table } from './source.ts';

/** `data/<lang>/abbreviations.yaml`. */
export const AbbreviationsFile = z.object({
  abbreviations: z.array(z.object({ form: z.string().min(1), ends: z.boolean() })).min(1),
  starters: z.array(z.string().min(1)),
  credits: z.array(z.string().min(1)).optional(),
  lowerOpens: z.boolean().optional(),
});

/** Where a full stop ends no sentence, and where a sentence opens without one. */
export interface Abbreviations {
  /** Form without its stop → whether a sentence may end with it. */
  readonly ends: ReadonlyMap<string, boolean>;
  /** Words that open sentences, as written there. */
  readonly starters: ReadonlySet<string>;
  /** Words that open a picture's credit before a colon ("Photo:"). */
  readonly credits: ReadonlySet<string>;
  /** Whether a lower-case word can open a sentence after a whole word with a stop: few small abbreviations are unlisted. */
  readonly lowerOpens: boolean;
  /** Names of months, lower case, but those that are common words too: "3. Mai" is a day. */
  readonly months: ReadonlySet<string>;
  /** Names of weekdays, lower case: "Friday, May 6, 2016" after a headline is a line of its own. */
  readonly weekdays: ReadonlySet<string>;
}

/** The part of `data/<lang>/calendar.yaml` that is read here. */
interface Days {
  readonly months?: Readonly<Record<string, number>>;
  readonly ambiguousMonths?: readonly string[];
  readonly weekdays?: Readonly<Record<string, number>>;
}

/** Loads the abbreviations of a language, with the names of days from its calendar where there is one. */
export function loadAbbreviations(source: LexiconSource, language: string): Abbreviations {
  const file = table<z.infer<typeof AbbreviationsFile>>(source, `${language}/abbreviations`);
  const days = (source.json[`${language}/calendar`] ?? {}) as Days;
  const ambiguous = new Set(days.ambiguousMonths ?? []);
  return {
    ends: new Map(file.abbreviations.map((a) => [a.form, a.ends])),
    starters: new Set(file.starters),
    credits: new Set(file.credits ?? []),
    lowerOpens: file.lowerOpens ?? false,
    months: new Set(Object.keys(days.months ?? {}).filter((m) => !ambiguous.has(m))),
    weekdays: new Set(Object.keys(days.weekdays ?? {})),
  };
}
