import { z } from 'zod';
import { type LexiconSource, table } from './source.ts';

/** `data/<lang>/abbreviations.yaml`. */
export const AbbreviationsFile = z.object({
  abbreviations: z.array(z.object({ form: z.string().min(1), ends: z.boolean() })).min(1),
  starters: z.array(z.string().min(1)),
});

/** Where a full stop ends no sentence. */
export interface Abbreviations {
  /** Form without its stop → whether a sentence may end with it. */
  readonly ends: ReadonlyMap<string, boolean>;
  /** Words that open sentences, as written there. */
  readonly starters: ReadonlySet<string>;
}

/** Loads the abbreviations of a language. */
export function loadAbbreviations(source: LexiconSource, language: string): Abbreviations {
  const file = table<z.infer<typeof AbbreviationsFile>>(source, `${language}/abbreviations`);
  return {
    ends: new Map(file.abbreviations.map((a) => [a.form, a.ends])),
    starters: new Set(file.starters),
  };
}
