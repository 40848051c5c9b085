import { z } from 'zod';
import { Inflector } from './event-forms.ts';
import type { SequenceIndex } from './event-patterns.ts';
import { wordKey } from './key.ts';
import { optionalTable } from './optional.ts';
import { type LexiconSource, table } from './source.ts';

const Words = z.array(z.string().min(1)).min(1);
export const HARMS = ['killed', 'injured', 'hit'] as const;
const shared = { harm: z.enum(HARMS), child: Words.optional(), words: Words };
const VICTIMS = ['subject', 'object', 'of', 'of-people', 'of-noun', 'holder', 'self'] as const;
const Rule = z.strictObject({ ...shared, victim: z.enum(VICTIMS) });
const Sex = z.enum(['male', 'female', 'either']);

/** `data/<lang>/events/harms.yaml`. */
export const HarmsFile = z.looseObject({
  verbs: z.array(Rule).min(1),
  nouns: z.array(Rule).min(1),
  adjectives: z.array(z.strictObject(shared)).min(1),
  ranges: Words,
  nounlike: Words,
  sham: Words,
  unreal: Words,
  more: Words,
  none: Words,
  nones: Words,
  negations: Words,
  both: Words,
  any: Words,
  reflexive: Words,
  elsewhen: Words,
  pronouns: z
    .array(z.strictObject({ stands: z.enum(['male', 'female', 'many', 'one', 'antecedent']), words: Words }))
    .min(1),
  people: z.array(z.strictObject({ stands: Sex, words: Words })).min(1),
  parts: z.array(z.strictObject({ part: z.enum(['attacker', 'force', 'victim']), words: Words })).min(1),
  titles: Words,
  anybody: Words,
});
type HarmsJson = z.infer<typeof HarmsFile>;

/** How a word of harm takes the people it harms. */
export interface HarmRule {
  readonly harm: (typeof HARMS)[number];
  readonly victim: (typeof VICTIMS)[number] | 'adjective';
  /** Lemmas of which one must hang on the word; empty where none need. */
  readonly child: ReadonlySet<string>;
}

/** The words of harm of one language; keys are lemmas as `wordKey` gives them. */
export interface Harms {
  readonly verbs: ReadonlyMap<string, readonly HarmRule[]>;
  readonly nouns: ReadonlyMap<string, readonly HarmRule[]>;
  readonly adjectives: ReadonlyMap<string, readonly HarmRule[]>;
  readonly ranges: ReadonlySet<string>;
  readonly nounlike: ReadonlySet<string>;
  readonly sham: ReadonlySet<string>;
  readonly unreal: ReadonlySet<string>;
  readonly more: ReadonlySet<string>;
  readonly none: ReadonlySet<string>;
  readonly nones: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  readonly both: ReadonlySet<string>;
  readonly any: ReadonlySet<string>;
  readonly reflexive: ReadonlySet<string>;
  readonly elsewhen: SequenceIndex<true>;
  readonly pronouns: ReadonlyMap<string, HarmsJson['pronouns'][number]['stands']>;
  /** Nouns for people with the sex they tell. */
  readonly people: ReadonlyMap<string, z.infer<typeof Sex>>;
  readonly parts: ReadonlyMap<string, HarmsJson['parts'][number]['part']>;
  readonly titles: ReadonlySet<string>;
  readonly anybody: ReadonlySet<string>;
  /** Forms that show that a sentence may tell of harm. */
  readonly openers: ReadonlySet<string>;
}

const MADE = new WeakMap<LexiconSource, Map<string, Harms | null>>();

/** Loads the words of harm of a language, once; `null` where it has none. */
export function loadHarms(source: LexiconSource, language: string): Harms | null {
  const made = MADE.get(source) ?? new Map<string, Harms | null>();
  MADE.set(source, made);
  if (!made.has(language)) {
    const file = optionalTable<HarmsJson>(source, `${language}/events/harms`);
    made.set(language, file ? harmsOf(file, inflectorOf(source, language)) : null);
  }
  return made.get(language)!;
}

/** Rows of words by their first. */
function sequencesOf(rows: readonly string[]): SequenceIndex<true> {
  const index = new Map<string, { words: readonly string[]; value: true }[]>();
  for (const row of rows) {
    const words = row.split(' ').map(wordKey);
    index.set(words[0]!, [...(index.get(words[0]!) ?? []), { words, value: true }]);
  }
  return index;
}

const setOf = (words: readonly string[]): Set<string> => new Set(words.map(wordKey));

function byWord<T>(rows: readonly { readonly words: readonly string[] }[], value: (row: never) => T) {
  return new Map(rows.flatMap((row) => row.words.map((w) => [wordKey(w), value(row as never)] as const)));
}

function rulesOf(rows: readonly (z.infer<typeof Rule> | HarmsJson['adjectives'][number])[]) {
  const rules = new Map<string, HarmRule[]>();
  for (const row of rows) {
    const victim = 'victim' in row ? row.victim : 'adjective';
    const rule: HarmRule = { harm: row.harm, victim, child: setOf(row.child ?? []) };
    for (const word of row.words) rules.set(wordKey(word), [...(rules.get(wordKey(word)) ?? []), rule]);
  }
  return rules;
}

function inflectorOf(source: LexiconSource, language: string): Inflector {
  return new Inflector(table(source, `${language}/events/inflection`));
}

/** Every form of the words of harm; rules that need a child open with it, since their own words are too common. */
function openersOf({ verbs, nouns, adjectives }: HarmsJson, inflector: Inflector): Set<string> {
  const plain = <T extends { readonly child?: readonly string[] | undefined }>(rows: readonly T[]): T[] =>
    rows.filter((r) => !r.child);
  const all = [...verbs, ...nouns, ...adjectives].flatMap((r) => r.child ?? []);
  return new Set([
    ...plain(verbs).flatMap((r) => r.words.flatMap((w) => inflector.verb(w).map((f) => f.form))),
    ...[...plain(nouns).flatMap((r) => r.words), ...all].flatMap((w) => inflector.noun(w).map((f) => f.form)),
    ...adjectives.flatMap((r) => r.words).map(wordKey),
  ]);
}

function harmsOf(file: HarmsJson, inflector: Inflector): Harms {
  return {
    openers: openersOf(file, inflector),
    verbs: rulesOf(file.verbs),
    nouns: rulesOf(file.nouns),
    adjectives: rulesOf(file.adjectives),
    ranges: setOf(file.ranges),
    nounlike: setOf(file.nounlike),
    sham: setOf(file.sham),
    unreal: setOf(file.unreal),
    more: setOf(file.more),
    none: setOf(file.none),
    nones: setOf(file.nones),
    negations: setOf(file.negations),
    both: setOf(file.both),
    any: setOf(file.any),
    reflexive: setOf(file.reflexive),
    elsewhen: sequencesOf(file.elsewhen),
    pronouns: byWord(file.pronouns, (row: HarmsJson['pronouns'][number]) => row.stands),
    people: byWord(file.people, (row: HarmsJson['people'][number]) => row.stands),
    parts: byWord(file.parts, (row: HarmsJson['parts'][number]) => row.part),
    titles: setOf(file.titles),
    anybody: setOf(file.anybody),
  };
}
