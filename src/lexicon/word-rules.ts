import { z } from 'zod';
import type { LexiconSource } from './source.ts';

const list = z.array(z.string().min(1)).min(1);

/** `data/<lang>/words.yaml`: how tokens part into the syntactic words of a treebank. All forms are lower case. */
export const WordRulesFile = z.object({
  contractions: z.record(z.string().min(1), list),
  prefixes: list,
  suffixes: list,
  units: list,
  currencies: list,
});

/** What parts tokens into words (Universal Dependencies, as English-EWT has it). */
export interface WordRules {
  /** Form without apostrophe → its parts, in order, which joined give the form: "cannot" → can, not. */
  readonly contractions: ReadonlyMap<string, readonly string[]>;
  /** First parts that stay joined to the next over a hyphen: "re-elect". */
  readonly prefixes: ReadonlySet<string>;
  /** Last parts that stay joined to the one before. */
  readonly suffixes: ReadonlySet<string>;
  /** Units written against their number: "10am" → 10, am. */
  readonly units: ReadonlySet<string>;
  /** Letters of a currency written against its amount: "EUR5" → EUR, 5. */
  readonly currencies: ReadonlySet<string>;
}

/** Loads the word rules of a language; `null` where it has none, so that its words are its tokens. */
export function loadWordRules(source: LexiconSource, language: string): WordRules | null {
  const file = source.json[`${language}/words`] as z.infer<typeof WordRulesFile> | undefined;
  return file ? wordRulesFrom(file) : null;
}

/** The word rules of a checked file. */
export function wordRulesFrom(file: z.infer<typeof WordRulesFile>): WordRules {
  return {
    contractions: new Map(Object.entries(file.contractions)),
    prefixes: new Set(file.prefixes),
    suffixes: new Set(file.suffixes),
    units: new Set(file.units),
    currencies: new Set(file.currencies),
  };
}
