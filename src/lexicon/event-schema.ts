import { z } from 'zod';

const words = z.array(z.string().min(1)).min(1);
export const ROLES = ['actor', 'target', 'recipient', 'victim', 'weapon', 'none'] as const;
const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Conditions that tell senses apart: classes of which subject, object, either or a prepositional phrase must hold one. */
const Conditions = z.strictObject({
  subject: words.optional(),
  object: words.optional(),
  either: words.optional(),
  prep: words.optional(),
  target: words.optional(),
});

const shared = {
  act: z.string().min(1),
  /** Role of the noun phrase after a preposition. */
  preps: z.record(z.string(), Role).optional(),
  with: Conditions.optional(),
  /** The event is casualties of this kind; "mixed" takes the kind from the noun. */
  casualty: z.enum(['killed', 'injured', 'mixed']).optional(),
  /** Gives way to another event of violence in its sentence ("the blast destroyed a car"). */
  soft: z.literal(true).optional(),
  /** Sentences, ours, in which it must be found; and some in which not. */
  yes: words,
  no: words,
};

const VerbRule = z.strictObject({
  ...shared,
  lemmas: words,
  /** Role of the direct object; "target" unless said. */
  obj: Role.optional(),
  /** Role of the subject; "actor" unless said. */
  subject: Role.optional(),
  /** An event noun in its object or phrase is its argument, not an event of its own. */
  absorbs: z.literal(true).optional(),
  /** Only the passive counts ("were spotted"). */
  passive: z.literal(true).optional(),
  /** Not as an infinitive, a noun or an adjective. */
  finite: z.literal(true).optional(),
  /** Words of which one must follow in the clause ("found … guilty"). */
  beside: words.optional(),
  /** Gives way to the event of the verb it governs ("agreed to withdraw"); else takes its parties from there. */
  control: z.literal(true).optional(),
});
export type VerbRule = z.infer<typeof VerbRule>;

const NounRule = z.strictObject({
  ...shared,
  nouns: words,
  /** Role of the phrase after "of" and its like. */
  of: Role,
  /** Counts only beside a light verb, or with an actor of its own. */
  light: z.literal(true).optional(),
  /** Counts only when it is the subject or object of a verb of motion or sighting. */
  moving: z.literal(true).optional(),
  /** Prepositions of which one must follow. */
  need: words.optional(),
});
export type NounRule = z.infer<typeof NounRule>;

export const VerbsFile = z.looseObject({ verbs: z.array(VerbRule).min(1) });
export const PhrasesFile = z.looseObject({ phrases: z.array(VerbRule).min(1) });
export const NounsFile = z.looseObject({ nouns: z.array(NounRule).min(1) });

export const WORD_CLASSES = [
  'adverb',
  'auxiliary-be',
  'auxiliary-do',
  'auxiliary-have',
  'conjunction',
  'determiner',
  'modal',
  'negator',
  'passive-by',
  'preposition',
  'pronoun',
  'relative',
  'subordinator',
  'time',
  'to',
  'verb',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

export const FunctionWordsFile = z.looseObject({
  order: z.enum(['svo', 'vso']),
  classes: z.array(z.strictObject({ class: z.enum(WORD_CLASSES), words })).min(1),
  /** Forms that are verb or noun by their neighbours. */
  mixed: words.optional(),
  /** Words that open a clause of content ("said that"), where no noun follows at once. */
  complementizers: words.optional(),
  /** Tokens that make the noun before them a possessor. */
  possessives: words.optional(),
  /** Determiners that say that there is none. */
  negatives: words.optional(),
  /** Words before a noun that point back at what was told. */
  definites: words.optional(),
  /** What a noun with the article starts with, where the article is written at its front. */
  definite: z.string().optional(),
  /** What an object without the article ends in. */
  accusative: z.string().optional(),
});

export const TAGS = ['base', 'third', 'past', 'participle', 'gerund', 'present', 'noun'] as const;
export type Tag = (typeof TAGS)[number];

const FormRule = z.strictObject({
  /** What the lemma ends and starts with for the rule to hold; the longest `ends` of a tag wins. */
  ends: z.string(),
  starts: z.string().optional(),
  tag: z.enum(TAGS),
  /** Characters dropped at the end and cut at the start. */
  drop: z.number().int().min(0),
  cut: z.number().int().min(0).optional(),
  prefix: z.string().optional(),
  add: z.string(),
});
export const InflectionFile = z.looseObject({
  rules: z.array(FormRule).min(1),
  /** Lemmas whose last consonant doubles before "-ed" and "-ing". */
  doubling: words.optional(),
  irregular: z.array(z.record(z.string(), z.string())).optional(),
  /** What can be written at the front of a word, by the kind of word. */
  clitics: z
    .strictObject({ verb: z.array(z.string()), noun: z.array(z.string()), function: z.array(z.string()) })
    .optional(),
});

const Classes = z.array(z.strictObject({ class: z.string().min(1), words })).min(1);
export const NounClassesFile = z.looseObject({ classes: Classes });
export const WeaponsFile = z.looseObject({
  refine: z.array(z.strictObject({ class: z.string(), act: z.string() })).min(1),
  words: Classes,
});

const LIGHT_ROLES = ['absorb', 'actor', 'occur', 'target'] as const;
export type LightRole = (typeof LIGHT_ROLES)[number];
export const LightVerbsFile = z.looseObject({
  light: z.array(z.strictObject({ role: z.enum(LIGHT_ROLES), words })).min(1),
  /** Verbs that tell of the event their subject names ("the strike hit a depot"). */
  mergers: words,
  /** Role of the noun phrase after a preposition, unless a rule says another. */
  prepositions: z.record(z.string(), Role),
  /** Words after which the weapon stands. */
  instruments: words,
  between: words,
  of: words,
});

const STATUS_CUES = [
  'background',
  'background-verb',
  'commitment',
  'conditional',
  'demand',
  'denial',
  'doubt',
  'factive',
  'failed',
  'future',
  'hypothetical',
  'intention',
  'obligation',
  'ongoing',
  'possibility',
  'present',
  'refusal',
  'threat',
] as const;
export type StatusCue = (typeof STATUS_CUES)[number];
export const EventStatusFile = z.looseObject({
  cues: z.array(z.strictObject({ cue: z.enum(STATUS_CUES), words })).min(1),
});

export const EventCountsFile = z.looseObject({
  kinds: z
    .array(z.strictObject({ what: z.string(), kind: z.enum(['noun', 'participle', 'verb', 'unit']), words }))
    .min(1),
  numbers: z.array(z.strictObject({ words: z.string(), value: z.number().int() })).min(1),
  bounds: z
    .array(z.strictObject({ bound: z.enum(['least', 'more', 'most', 'less', 'about']), words }))
    .min(1),
  sides: z.array(z.strictObject({ side: z.enum(['civilian', 'combatant']), words })).min(1),
  /** Nouns between a number and its verb that are no persons ("five days of killing"). */
  not: words,
});

export const EventLinksFile = z.looseObject({
  /** Words after which the place of an event stands. */
  locative: words,
  /** Words that open another clause. */
  breaks: words,
  /** Prepositions after which only what can be a party is one ("in Norland", not "in response"). */
  placing: words.optional(),
});

export const EventContextFile = z.looseObject({
  topics: z.array(z.strictObject({ topic: z.string(), words })).min(1),
  /** Rows of words in which a war word means something else. */
  idioms: words,
});

export const VagueNumbersFile = z.looseObject({
  rules: z
    .array(
      z.strictObject({
        rule: z.string(),
        low: z.number().nullable(),
        best: z.number().nullable(),
        high: z.number().nullable(),
        why: z.string(),
      }),
    )
    .min(1),
  words: z.array(z.strictObject({ words: z.string(), lang: z.string(), rule: z.string() })).min(1),
});
