import { z } from 'zod';
import { MENTION_KINDS, type MentionKind } from '../doc/index.ts';
import { wordKey } from './key.ts';
import { optionalTable } from './optional.ts';
import type { LexiconSource } from './source.ts';

const Words = z.array(z.string().min(1));
const Sex = z.enum(['male', 'female']);

/** `data/<lang>/coreference.yaml`. */
export const CoreferenceFile = z.object({
  pronouns: z
    .array(
      z.object({
        form: z.string().min(1),
        stands: z.enum(['male', 'female', 'thing', 'many', 'speaker']),
        role: z.enum(['subject', 'object', 'possessive', 'reflexive']),
      }),
    )
    .min(1),
  definite: Words,
  indefinite: Words,
  joins: Words,
  empty: z.object({ verbs: Words, be: Words, after: Words }),
  kinds: z.array(z.object({ nouns: Words.min(1), kinds: z.array(z.enum(MENTION_KINDS)).min(1) })),
  events: z.array(Words.min(2)),
  incidents: Words,
  people: z.array(z.object({ nouns: Words.min(1), stands: Sex })),
  titles: z.array(z.object({ forms: Words.min(1), stands: Sex })),
  persons: Words,
  crowds: Words,
  things: Words,
});
type CoreferenceJson = z.infer<typeof CoreferenceFile>;

export type Pronoun = CoreferenceJson['pronouns'][number];
export type Sex = z.infer<typeof Sex>;

/** The words by which a language points back. Keys are those of `wordKey`; nouns are lemmas. */
export interface CoreferenceWords {
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  readonly definite: ReadonlySet<string>;
  readonly indefinite: ReadonlySet<string>;
  readonly joins: ReadonlySet<string>;
  readonly empty: {
    readonly verbs: ReadonlySet<string>;
    readonly be: ReadonlySet<string>;
    readonly after: ReadonlySet<string>;
  };
  /** What kinds of names a noun can stand for. */
  readonly kinds: ReadonlyMap<string, ReadonlySet<MentionKind>>;
  /** Indexes of the groups of event nouns that a noun belongs to. */
  readonly events: ReadonlyMap<string, readonly number[]>;
  readonly incidents: ReadonlySet<string>;
  /** Sex that a noun tells; `null` for people of either. */
  readonly people: ReadonlyMap<string, Sex | null>;
  readonly titles: ReadonlyMap<string, Sex>;
  readonly crowds: ReadonlySet<string>;
  /** Nouns for things that end as nouns for doers do. */
  readonly things: ReadonlySet<string>;
}

/** Loads the words of a language that point back, or `null` where it has none: names alone are then tied. */
export function loadCoreference(source: LexiconSource, language: string): CoreferenceWords | null {
  const file = optionalTable<CoreferenceJson>(source, `${language}/coreference`);
  if (!file) return null;
  const { empty } = file;
  return {
    pronouns: new Map(file.pronouns.map((p) => [wordKey(p.form), p])),
    definite: keys(file.definite),
    indefinite: keys(file.indefinite),
    joins: keys(file.joins),
    empty: { verbs: keys(empty.verbs), be: keys(empty.be), after: keys(empty.after) },
    kinds: kindsOf(file),
    events: groupsOf(file.events),
    incidents: keys(file.incidents),
    people: new Map<string, Sex | null>([
      ...file.persons.map((noun) => [wordKey(noun), null] as const),
      ...file.people.flatMap(({ nouns, stands }) => nouns.map((noun) => [wordKey(noun), stands] as const)),
    ]),
    titles: new Map(file.titles.flatMap((t) => t.forms.map((form) => [form, t.stands] as const))),
    crowds: keys(file.crowds),
    things: keys(file.things),
  };
}

const keys = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(wordKey));

function kindsOf({ kinds }: CoreferenceJson): Map<string, Set<MentionKind>> {
  const of = new Map<string, Set<MentionKind>>();
  for (const entry of kinds)
    for (const noun of entry.nouns.map(wordKey))
      of.set(noun, new Set([...(of.get(noun) ?? []), ...entry.kinds]));
  return of;
}

function groupsOf(groups: readonly (readonly string[])[]): Map<string, number[]> {
  const of = new Map<string, number[]>();
  groups.forEach((nouns, index) => {
    for (const noun of nouns.map(wordKey)) of.set(noun, [...(of.get(noun) ?? []), index]);
  });
  return of;
}
