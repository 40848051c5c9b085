import { z } from 'zod';
import { wordKey } from './key.ts';
import { optionalTable } from './optional.ts';
import type { LexiconSource } from './source.ts';

/** The ways in which a cue verb takes its source and content; documented at the head of `data/en/cues.yaml`. */
export const FRAMES = ['clause', 'tell', 'object', 'infinitive', 'seem', 'relay'] as const;
export type Frame = (typeof FRAMES)[number];
const Stance = z.enum(['asserted', 'denied', 'doubted']);
const Word = z.string().min(1);

/** `data/<lang>/cues.yaml`. */
export const CuesFile = z.object({
  order: z.enum(['svo', 'vso', 'sov']),
  verbs: z
    .array(
      z.object({
        lemma: Word,
        forms: z.array(Word).min(1),
        participles: z.array(Word).optional(),
        particle: Word.optional(),
        frame: z.enum(FRAMES),
        stance: Stance,
        priority: z.number().int().min(1).max(3),
        noun: z.boolean().optional(),
        bare: z.boolean().optional(),
        adjective: z.boolean().optional(),
        states: z.boolean().optional(),
      }),
    )
    .min(1),
  nouns: z.array(
    z.object({
      lemma: Word,
      forms: z.array(Word),
      takes: z.array(Word).min(1),
      stance: Stance,
      states: z.boolean().optional(),
    }),
  ),
  adverbs: z.array(z.object({ form: Word, stance: Stance })),
  prepositions: z.array(z.object({ form: Word })),
  postpositions: z.array(z.object({ form: Word })).optional(),
  relayed: z.array(Word),
});
type CuesJson = z.infer<typeof CuesFile>;
export type CueVerb = CuesJson['verbs'][number] & {
  readonly particles: readonly string[];
  /** Its base form as `wordKey` gives it. */
  readonly base: string;
};
export type CueNoun = CuesJson['nouns'][number];
export type CueAdverb = CuesJson['adverbs'][number];

/** The cues of a language, by lower-case form. */
export interface Cues {
  /** `svo`: the source stands before its verb; `vso`: after it; `sov`: before it, and the content between the two. */
  readonly order: 'svo' | 'vso' | 'sov';
  /** Entries with particles first, longest first. */
  readonly verbs: ReadonlyMap<string, readonly CueVerb[]>;
  /** Forms that share the subject of the verb before ("adding"), where the language lists them. */
  readonly participles: ReadonlyMap<string, true>;
  readonly nouns: ReadonlyMap<string, CueNoun>;
  readonly adverbs: ReadonlyMap<string, CueAdverb>;
  /** Words that open the content of a relay ("quoted a source as saying …"), each a row of words. */
  readonly relayed: readonly (readonly string[])[];
  /** By first word: the words of the whole, longest first. */
  readonly prepositions: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** As `prepositions`, for words that follow the source they name. */
  readonly postpositions: ReadonlyMap<string, readonly (readonly string[])[]>;
}

const NONE: CuesJson = { order: 'svo', verbs: [], nouns: [], adverbs: [], prepositions: [], relayed: [] };

/** Loads the cues of a language; none where it has no such file. */
export function loadCues(source: LexiconSource, language: string): Cues {
  const file = optionalTable<CuesJson>(source, `${language}/cues`) ?? NONE;
  const verbs = new Map<string, CueVerb[]>();
  const participles = new Map<string, true>();
  for (const entry of file.verbs) {
    const verb = {
      ...entry,
      base: wordKey(entry.forms[0]!),
      particles: (entry.particle?.split(' ') ?? []).map(wordKey),
    };
    for (const form of new Set([...entry.forms, ...(entry.participles ?? [])].map(wordKey)))
      push(verbs, form, verb);
    for (const form of entry.participles ?? []) participles.set(wordKey(form), true);
  }
  for (const list of verbs.values()) list.sort((a, b) => b.particles.length - a.particles.length);
  return {
    order: file.order,
    verbs,
    participles,
    nouns: new Map(file.nouns.flatMap((n) => n.forms.map((f) => [wordKey(f), n] as const))),
    adverbs: new Map(file.adverbs.map((a) => [wordKey(a.form), a])),
    prepositions: rows(file.prepositions),
    postpositions: rows(file.postpositions ?? []),
    relayed: file.relayed.map((r) => r.split(' ').map(wordKey)),
  };
}

/** Phrases by their first word, longest first. */
function rows(phrases: readonly { readonly form: string }[]): Map<string, string[][]> {
  const map = new Map<string, string[][]>();
  for (const { form } of phrases) {
    const words = form.split(' ').map(wordKey);
    push(map, words[0]!, words);
  }
  for (const list of map.values()) list.sort((a, b) => b.length - a.length);
  return map;
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
