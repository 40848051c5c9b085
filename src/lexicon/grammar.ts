import { z } from 'zod';
import { wordKey } from './key.ts';
import { optionalTable } from './optional.ts';
import type { LexiconSource } from './source.ts';

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
const Endings = z.object({ past: Ending.optional(), gerund: Ending.optional(), adverb: Ending.optional() });
const Elision = z.object({ form: Ending, as: Ending.optional() });
/** `data/<lang>/grammar.yaml`: any class may be left out where the language has none. */
export const GrammarFile = z.object({
  ...(Object.fromEntries(WORD_CLASSES.map((c) => [c, List.optional()])) as Record<
    WordClass,
    z.ZodOptional<typeof List>
  >),
  endings: Endings.optional(),
  'noun-prefixes': List.optional(),
  'verb-prefixes': List.optional(),
  /** Short forms written onto the next word ("qu'il"), with the word they stand for where that is in a class. */
  elisions: z.array(Elision).optional(),
  /** Every noun is written with a capital, so that capitals show no names. */
  'capital-nouns': z.boolean().optional(),
  /** The noun of a description stands before its adjectives ("sources médicales"). */
  'head-first': z.boolean().optional(),
  /** The verb is the second part of its clause, so that its subject may follow it ("am Montag sagte die Armee"). */
  'verb-second': z.boolean().optional(),
});
type GrammarJson = z.infer<typeof GrammarFile>;

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
  /** Whether every noun is written with a capital, so that a capital shows no name. */
  readonly capitalNouns: boolean;
  /** Whether the noun of a description stands before its adjectives, so that the first noun heads it. */
  readonly headFirst: boolean;
  /** Whether the subject may follow its verb where something else stands first. */
  readonly verbSecond: boolean;
}

/** Loads the closed word classes of a language; none where it has no such file. */
export function loadGrammar(source: LexiconSource, language: string): Grammar {
  const file: GrammarJson = optionalTable<GrammarJson>(source, `${language}/grammar`) ?? {};
  const bits = new Map<string, number>();
  for (const name of WORD_CLASSES)
    for (const form of file[name] ?? []) {
      const key = wordKey(form);
      bits.set(key, (bits.get(key) ?? 0) | BIT[name]);
    }
  const elided = (file.elisions ?? []).map(
    (e) => [wordKey(e.form), bits.get(wordKey(e.as ?? '')) ?? 0] as const,
  );
  return {
    classes: (key) => bits.get(key) ?? classesElided(key, bits, elided),
    nounPrefixes: (file['noun-prefixes'] ?? []).map(wordKey),
    verbPrefixes: (file['verb-prefixes'] ?? []).map(wordKey),
    endings: file.endings ?? null,
    capitalNouns: file['capital-nouns'] ?? false,
    headFirst: file['head-first'] ?? false,
    verbSecond: file['verb-second'] ?? false,
  };
}

/** "qu'il" is in the classes of "que" and of "il". */
function classesElided(
  key: string,
  bits: ReadonlyMap<string, number>,
  elided: readonly (readonly [string, number])[],
): number {
  for (const [form, own] of elided)
    if (key.startsWith(form) && key.length > form.length)
      return own | (bits.get(key.slice(form.length)) ?? 0);
  return 0;
}
