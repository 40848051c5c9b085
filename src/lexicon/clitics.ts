import { z } from 'zod';
import { UPOS } from '../doc/index.ts';
import type { LexiconSource } from './source.ts';

const Letters = z.string().min(1);

/** `data/<lang>/clitics.yaml`: what a language writes in one word with its neighbour. */
export const CliticsFile = z.object({
  /** Unicode script of the words it is about. */
  script: Letters,
  /** Letters that writers mix up, one for one. */
  alike: z.record(z.string().length(1), z.string().length(1)),
  proclitics: z
    .array(
      z.object({
        form: Letters,
        slot: z.number().int().min(1).max(9),
        upos: z.enum(UPOS),
        bare: z.boolean().optional(),
        before: z.array(Letters).optional(),
      }),
    )
    .min(1),
  enclitics: z.array(Letters),
  article: z.object({ form: Letters, after: Letters, written: Letters }).optional(),
  endings: z.array(z.object({ written: Letters, form: Letters })),
  hosts: z.record(Letters, Letters),
  /** Endings of inflection, which a stem is found without. */
  inflections: z.array(Letters),
});

/** What is written at the front of a word. */
export interface Proclitic {
  readonly form: string;
  /** One of each slot at most, slots in rising order. */
  readonly slot: number;
  readonly upos: string;
  /** May stand before a suffix with no word between. */
  readonly bare: boolean;
  /** Letters the host opens with; empty for any. */
  readonly before: readonly string[];
}

/** The clitics of a language. */
export interface Clitics {
  readonly script: string;
  readonly alike: ReadonlyMap<string, string>;
  readonly proclitics: readonly Proclitic[];
  /** Longest first. */
  readonly enclitics: readonly string[];
  /** `written` after the proclitic `after` stands for `form`; `null` where there is no such joining. */
  readonly article: { readonly form: string; readonly after: string; readonly written: string } | null;
  readonly endings: readonly { readonly written: string; readonly form: string }[];
  /** Host before a suffix → host as it stands alone. */
  /** Longest first. */
  readonly inflections: readonly string[];
  readonly hosts: ReadonlyMap<string, string>;
}

/** Loads the clitics of a language; `null` for one that writes its words apart. */
export function loadClitics(source: LexiconSource, language: string): Clitics | null {
  const file = source.json[`${language}/clitics`] as z.infer<typeof CliticsFile> | undefined;
  if (!file) return null;
  return {
    script: file.script,
    alike: new Map(Object.entries(file.alike)),
    proclitics: file.proclitics.map((p) => ({ ...p, bare: p.bare ?? false, before: p.before ?? [] })),
    enclitics: longestFirst(file.enclitics),
    article: file.article ?? null,
    endings: file.endings,
    inflections: longestFirst(file.inflections),
    hosts: new Map(Object.entries(file.hosts)),
  };
}

const longestFirst = (list: readonly string[]): string[] => [...list].sort((a, b) => b.length - a.length);

/** `data/<lang>/whole-words.yaml`: words that only look as if they held a clitic, in rows by letter. */
export const WholeWordsFile = z.object({ words: z.array(z.array(z.string().min(1)).min(1)).min(1) });
