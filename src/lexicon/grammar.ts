import { z } from 'zod';
import { wordKey } from './key.ts';
import { type LexiconSource, table } from './source.ts';

/** The closed classes of `data/<lang>/grammar.yaml`, in the order of their bits. */
export const WORD_CLASSES = [
  'be',
  'have',
  'do',
  'modals',
  'negations',
  'adverbs',
  'determiners',
  'prepositions',
  'joiners',
  'coordinators',
  'subordinators',
  'relatives',
  'pronouns',
  'adjuncts',
  'days',
  'hearers',
  'pasts',
  'complementizers',
  'not-verbs',
  'pro-determiners',
  'asides',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

const List = z.array(z.string().min(1));
const Ending = z.string().min(1);
const Endings = z.object({ past: Ending, gerund: Ending, adverb: Ending });
/** `data/<lang>/grammar.yaml`: any class may be left out where the language has none. */
export const GrammarFile = z.object({
  ...(Object.fromEntries(WORD_CLASSES.map((c) => [c, List.optional()])) as Record<
    WordClass,
    z.ZodOptional<typeof List>
  >),
  endings: Endings.optional(),
  'noun-prefixes': List.optional(),
  'verb-prefixes': List.optional(),
});

/** Bit of each word class, to be tested against `Grammar.classes`. */
export const BIT = Object.fromEntries(WORD_CLASSES.map((c, i) => [c, 1 << i])) as Readonly<
  Record<WordClass, number>
>;

/** Which closed classes a form is in, as bits; forms as `wordKey` gives them. */
export interface Grammar {
  readonly classes: (key: string) => number;
  /** What is written in one word with a noun: articles, prepositions. */
  readonly nounPrefixes: readonly string[];
  /** What is written in one word with a verb: conjunctions. */
  readonly verbPrefixes: readonly string[];
  /** Endings of regular past tenses, gerunds and adverbs; `null` where the language has no such endings. */
  readonly endings: z.infer<typeof Endings> | null;
}

/** Loads the closed word classes of a language. */
export function loadGrammar(source: LexiconSource, language: string): Grammar {
  const file = table<z.infer<typeof GrammarFile>>(source, `${language}/grammar`);
  const bits = new Map<string, number>();
  for (const name of WORD_CLASSES)
    for (const form of file[name] ?? []) {
      const key = wordKey(form);
      bits.set(key, (bits.get(key) ?? 0) | BIT[name]);
    }
  return {
    classes: (key) => bits.get(key) ?? 0,
    nounPrefixes: (file['noun-prefixes'] ?? []).map(wordKey),
    verbPrefixes: (file['verb-prefixes'] ?? []).map(wordKey),
    endings: file.endings ?? null,
  };
}
