import { z } from 'zod';
import { MENTION_KINDS, type MentionKind, SPEAKER_KINDS, type SpeakerKind } from '../doc/index.ts';
import { wordKey } from './key.ts';
import { optionalTable } from './optional.ts';
import type { LexiconSource } from './source.ts';

const Word = z.string().min(1);
const Kind = z.enum(SPEAKER_KINDS);

/** `data/<lang>/sources.yaml`. */
export const SourcesFile = z.object({
  nouns: z
    .array(
      z.object({
        form: Word,
        plural: Word,
        /** Other forms (cases, feminines), not told apart by number. */
        forms: z.array(Word).optional(),
        kind: Kind,
        spokes: z.boolean().optional(),
        leads: z.boolean().optional(),
        relays: z.boolean().optional(),
        sort: z.enum(['body', 'text']).optional(),
      }),
    )
    .min(1),
  adjectives: z.array(z.object({ form: Word, kind: Kind })),
  for: z.array(Word),
  relays: z.array(Word),
});

/** `data/<lang>/pronouns.yaml`. */
export const PronounsFile = z.object({
  pronouns: z
    .array(z.object({ form: Word, kind: z.enum(['person', 'body', 'plural', 'relative', 'outlet']) }))
    .min(1),
  possessives: z.array(Word),
  definite: z.array(Word),
  documents: z.array(Word).min(1),
  members: z.array(Word).optional(),
  negated: z.array(Word).optional(),
  labels: z.array(Word).optional(),
  never: z.array(Word).optional(),
  quantities: z.array(Word).optional(),
  agents: z.array(Word).optional(),
  'body-pronouns': z.array(Word).optional(),
  'definite-prefixes': z.array(Word).optional(),
  clitics: z.array(Word).optional(),
});

/** `data/<lang>/titles.yaml`. */
export const TitlesFile = z.object({
  titles: z.array(z.object({ form: Word, public: z.boolean() })).min(1),
  heads: z.array(z.object({ form: Word, kind: z.enum(MENTION_KINDS) })).min(1),
  links: z.array(Word),
});

/** `data/<lang>/hedges.yaml`. */
export const HedgesFile = z.object({
  hedges: z.array(z.object({ form: Word, distance: z.boolean() })).min(1),
});

/** `data/<lang>/quotes.yaml`. */
export const QuotesFile = z.object({
  marks: z.array(z.object({ open: Word, close: Word, same: z.boolean() })).min(1),
});

/** What a noun says of the voice it names. */
export interface VoiceNoun {
  readonly kind: SpeakerKind;
  /** Speaks for a body, which is then the root. */
  readonly spokes: boolean;
  /** Heads a body, which is the root where the words name it. */
  readonly leads: boolean;
  /** Passes on what others say: a reporter, a correspondent. */
  readonly relays: boolean;
  /** One person or several, several who speak as one, or something written. */
  readonly sort: 'person' | 'body' | 'text';
  readonly plural: boolean;
}

export type PronounKind = z.infer<typeof PronounsFile>['pronouns'][number]['kind'];

/** Words that tell who speaks. Keys are those of `wordKey`, except titles and heads, which count as written. */
export interface Voices {
  readonly nouns: ReadonlyMap<string, VoiceNoun>;
  readonly adjectives: ReadonlyMap<string, SpeakerKind>;
  /** Words between one who speaks and the body spoken for. */
  readonly speaksFor: ReadonlySet<string>;
  /** Verbs by which a medium names its own source. */
  readonly relays: ReadonlySet<string>;
  readonly pronouns: ReadonlyMap<string, PronounKind>;
  /** "his", "their". */
  readonly possessives: ReadonlySet<string>;
  /** Determiners that point back: "the source". */
  readonly definite: ReadonlySet<string>;
  /** Texts that someone issued: "the statement". */
  readonly documents: ReadonlySet<string>;
  /** What stands for one of several named before: "one of them". */
  readonly members: ReadonlySet<string>;
  /** Words by which nobody speaks: "no group". */
  readonly negated: ReadonlySet<string>;
  /** Labels before a colon that name no speaker: "Source: …". */
  readonly labels: ReadonlySet<string>;
  /** Words that no check of sources takes for a name. */
  readonly never: ReadonlySet<string>;
  /** Words for how many of those named after "of" speak. */
  readonly quantities: ReadonlySet<string>;
  /** Endings of nouns for persons by what they do. */
  readonly agents: readonly string[];
  /** "in its name": a body spoken for that was named before. */
  readonly bodyPronouns: ReadonlySet<string>;
  /** What a definite noun is written with. */
  readonly definitePrefixes: readonly string[];
  /** What is written in one word before a source and is no part of it. */
  readonly clitics: readonly string[];
  /** Title → whether it shows a public role. */
  readonly titles: ReadonlyMap<string, boolean>;
  readonly heads: ReadonlyMap<string, MentionKind>;
  readonly links: ReadonlySet<string>;
  /** Hedge → whether the narrator doubts. */
  readonly hedges: ReadonlyMap<string, boolean>;
  readonly quotes: z.infer<typeof QuotesFile>['marks'];
}

/** What stands for a file that a language lacks. */
const NONE = {
  sources: { nouns: [], adjectives: [], for: [], relays: [] } as z.infer<typeof SourcesFile>,
  pronouns: { pronouns: [], possessives: [], definite: [], documents: [] } as z.infer<typeof PronounsFile>,
  titles: { titles: [], heads: [], links: [] } as z.infer<typeof TitlesFile>,
  hedges: { hedges: [] } as z.infer<typeof HedgesFile>,
  quotes: { marks: [] } as z.infer<typeof QuotesFile>,
};

/** Loads the words of a language that tell who speaks; what it has no file for is empty. */
export function loadVoices(source: LexiconSource, language: string): Voices {
  const get = <K extends keyof typeof NONE>(name: K): (typeof NONE)[K] =>
    optionalTable<(typeof NONE)[K]>(source, `${language}/${name}`) ?? NONE[name];
  const titles = get('titles');
  return {
    ...sourceWords(get('sources')),
    ...pronounWords(get('pronouns')),
    titles: new Map(titles.titles.map((t) => [t.form, t.public])),
    heads: new Map(titles.heads.map((h) => [h.form, h.kind])),
    links: new Set(titles.links),
    hedges: new Map(get('hedges').hedges.map((h) => [wordKey(h.form), h.distance])),
    quotes: get('quotes').marks,
  };
}

function sourceWords(
  file: z.infer<typeof SourcesFile>,
): Pick<Voices, 'nouns' | 'adjectives' | 'speaksFor' | 'relays'> {
  return {
    nouns: new Map(file.nouns.flatMap(nounForms)),
    adjectives: new Map(file.adjectives.map((a) => [wordKey(a.form), a.kind])),
    speaksFor: keys(file.for),
    relays: keys(file.relays),
  };
}

/** The forms of a noun with what it says; the singular last, so that it wins where both look alike. */
function nounForms(n: z.infer<typeof SourcesFile>['nouns'][number]): (readonly [string, VoiceNoun])[] {
  const noun: VoiceNoun = {
    kind: n.kind,
    spokes: n.spokes ?? false,
    leads: n.leads ?? false,
    relays: n.relays ?? false,
    sort: n.sort ?? 'person',
    plural: false,
  };
  const others = (n.forms ?? []).map((form) => [wordKey(form), noun] as const);
  return [...others, [wordKey(n.plural), { ...noun, plural: true }], [wordKey(n.form), noun]];
}

function pronounWords(
  pronouns: z.infer<typeof PronounsFile>,
): Omit<
  Voices,
  'nouns' | 'adjectives' | 'speaksFor' | 'relays' | 'titles' | 'heads' | 'links' | 'hedges' | 'quotes'
> {
  return {
    pronouns: new Map(pronouns.pronouns.map((p) => [wordKey(p.form), p.kind])),
    possessives: keys(pronouns.possessives),
    definite: keys(pronouns.definite),
    documents: keys(pronouns.documents),
    members: keys(pronouns.members),
    negated: keys(pronouns.negated),
    labels: keys(pronouns.labels),
    never: keys(pronouns.never),
    quantities: keys(pronouns.quantities),
    agents: pronouns.agents ?? [],
    bodyPronouns: keys(pronouns['body-pronouns']),
    definitePrefixes: (pronouns['definite-prefixes'] ?? []).map(wordKey),
    clitics: pronouns.clitics ?? [],
  };
}

const keys = (list: readonly string[] | undefined): ReadonlySet<string> => new Set((list ?? []).map(wordKey));
