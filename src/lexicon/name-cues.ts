import { z } from 'zod';
import { MENTION_KINDS, type MentionKind } from '../doc/index.ts';
import { wordKey } from './key.ts';
import type { LexiconSource } from './source.ts';

const Word = z.string().min(1);
const List = z.array(Word);

/** `data/<lang>/name-cues.yaml`: words that a name follows in a language whose names no capital shows. */
export const NameCuesFile = z.object({
  article: Word,
  titles: z.array(z.object({ form: Word, public: z.boolean() })).min(1),
  between: List,
  heads: z
    .array(
      z.object({
        form: Word,
        kind: z.enum(MENTION_KINDS),
        span: z.enum(['whole', 'after']),
        needs: z.enum(['name', 'adjective']).optional(),
        joins: z.boolean().optional(),
      }),
    )
    .min(1),
  adjectives: List,
  'adjective-endings': List,
  purposes: List,
  'purpose-prepositions': List,
  conjunctions: List,
  particles: List,
  stops: List,
  unlike: z.object({ starts: List, ends: List }),
  given: List.min(1),
  alone: List,
});

/** The head of a name: a body, a building, a place. */
export interface NameHead {
  readonly kind: MentionKind;
  /** Whether the head is part of the name, or the name is what follows. */
  readonly span: 'whole' | 'after';
  /** What must follow for a name: a name itself, an adjective, or either a definite noun or a name (`null`). */
  readonly needs: 'name' | 'adjective' | null;
  /** Whether a second noun may be coordinated within the name. */
  readonly joins: boolean;
}

/** Words that announce names. Sets and maps are keyed by `wordKey`. */
export interface NameCues {
  /** What definite nouns open with. */
  readonly article: string;
  /** Title or office → whether it shows a public role. */
  readonly titles: ReadonlyMap<string, boolean>;
  /** Words between a title and the name. */
  readonly between: ReadonlySet<string>;
  readonly heads: ReadonlyMap<string, readonly NameHead[]>;
  readonly adjectives: ReadonlySet<string>;
  readonly adjectiveEndings: readonly string[];
  /** What a body is for, after `purposePrepositions`. */
  readonly purposes: ReadonlySet<string>;
  readonly purposePrepositions: ReadonlySet<string>;
  readonly conjunctions: ReadonlySet<string>;
  /** Parts of persons' names that are no names alone. */
  readonly particles: ReadonlySet<string>;
  /** What ends any name. */
  readonly stops: ReadonlySet<string>;
  /** Openings and ends of words that are no given names. */
  readonly unlike: { readonly starts: readonly string[]; readonly ends: readonly string[] };
  /** Given names by `exactKey`: "علي" is one, "على" a preposition. */
  readonly given: ReadonlySet<string>;
  /** Those that are no other word. */
  readonly alone: ReadonlySet<string>;
}

/** Loads the words that announce names; `null` for a language that shows them by capitals. */
export function loadNameCues(source: LexiconSource, language: string): NameCues | null {
  const file = source.json[`${language}/name-cues`] as z.infer<typeof NameCuesFile> | undefined;
  if (!file) return null;
  const heads = new Map<string, NameHead[]>();
  for (const { form, kind, span, needs, joins } of file.heads) {
    const head = { kind, span, needs: needs ?? null, joins: joins ?? false };
    heads.set(wordKey(form), [...(heads.get(wordKey(form)) ?? []), head]);
  }
  return {
    article: wordKey(file.article),
    titles: new Map(file.titles.map((t) => [wordKey(t.form), t.public])),
    heads,
    between: keys(file.between),
    adjectives: keys(file.adjectives),
    adjectiveEndings: file['adjective-endings'].map(wordKey),
    purposes: keys(file.purposes),
    purposePrepositions: keys(file['purpose-prepositions']),
    conjunctions: keys(file.conjunctions),
    particles: keys(file.particles),
    stops: keys(file.stops),
    unlike: { starts: file.unlike.starts.map(wordKey), ends: file.unlike.ends.map(wordKey) },
    given: new Set(file.given.map(exactKey)),
    alone: new Set(file.alone.map(exactKey)),
  };
}

const keys = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(wordKey));

const SILENT = /[\p{M}\p{Cf}\p{Lm}]/gu;

/** A word without marks (a hamza on its bearer is one), joiners and stretching; every letter else stands. */
export function exactKey(form: string): string {
  return form.normalize('NFD').replace(SILENT, '');
}
