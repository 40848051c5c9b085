import type { ChainLink, Mention, MentionKind } from '../../doc/index.ts';
import type { CoreferenceWords, Sex } from '../../lexicon/coreference.ts';
import type { Voices } from '../../lexicon/voices.ts';
import type { Markable } from './markables.ts';

/** What a text speaks of: all its words for it so far, and what they tell. */
export interface Referent {
  readonly links: { readonly markable: Markable; readonly form: ChainLink['form']; readonly by: string }[];
  /** Its names as keys, the words joined by blanks. */
  readonly names: Set<string>;
  /** Keys of the words of its names, titles and descriptions. */
  readonly words: Set<string>;
  /** Keys of the nouns that head it. */
  readonly heads: Set<string>;
  kind: MentionKind | null;
  actor: string | null;
  sex: Sex | null;
  human: boolean;
  plural: boolean;
  /** Several who act as one: a body, a crowd. */
  group: boolean;
  /** Groups of event nouns that fit it; empty for what is no event. */
  events: readonly number[];
}

/** Everything the rules of reference look words up in. */
export interface Lexis {
  readonly coreference: CoreferenceWords;
  readonly voices: Voices;
  readonly mentions: readonly Mention[];
}

/** What ids of states begin with. */
const STATE = 'state/';
const BODIES: ReadonlySet<MentionKind> = new Set([
  'organisation',
  'international',
  'government',
  'agency',
  'state-military',
  'armed-group',
  'media',
]);

/** Begins a referent with the first words for it. */
export function referentOf(markable: Markable, form: ChainLink['form'], lexis: Lexis): Referent {
  const referent: Referent = {
    links: [],
    names: new Set(),
    words: new Set(),
    heads: new Set(),
    kind: null,
    actor: null,
    sex: null,
    human: false,
    plural: false,
    group: false,
    events: [],
  };
  tie(referent, markable, form, 'first', lexis);
  return referent;
}

/** Adds words to what a referent is called, and what they tell of it. */
export function tie(
  referent: Referent,
  markable: Markable,
  form: ChainLink['form'],
  by: string,
  lexis: Lexis,
): void {
  referent.links.push({ markable, form, by });
  if (markable.sort === 'pronoun') {
    learnFromPronoun(referent, markable);
    return;
  }
  for (const word of markable.words) referent.words.add(word);
  if (markable.sort === 'name') learnFromName(referent, markable, lexis);
  else learnFromNoun(referent, markable, lexis);
}

function learnFromPronoun(referent: Referent, { pronoun }: Markable): void {
  if (pronoun?.stands !== 'male' && pronoun?.stands !== 'female') return;
  referent.sex = pronoun.stands;
  referent.human = true;
}

function learnFromName(referent: Referent, markable: Markable, { coreference, mentions }: Lexis): void {
  referent.names.add([...markable.words].join(' '));
  const mention = markable.mention === null ? null : mentions[markable.mention];
  if (!mention) return;
  if (mention.candidates.length === 1) referent.actor ??= mention.candidates[0]!;
  // A state is spoken of as one who acts; "the town" is none.
  const kind = referent.actor?.startsWith(STATE) ? 'government' : mention.kind;
  if (!referent.kind || referent.kind === 'other') referent.kind = kind;
  referent.human ||= mention.kind === 'person';
  referent.group ||= BODIES.has(mention.kind);
  for (const word of mention.text.split(/\s+/)) referent.sex ??= coreference.titles.get(word) ?? null;
}

function learnFromNoun(referent: Referent, markable: Markable, lexis: Lexis): void {
  const { coreference } = lexis;
  const key = markable.headKey;
  referent.heads.add(key);
  referent.sex ??= coreference.people.get(key) ?? null;
  referent.human ||= isPersonNoun(key, lexis);
  referent.plural ||= markable.plural;
  referent.group ||= coreference.crowds.has(key) || bodyNoun(key, coreference);
  const events = coreference.events.get(key) ?? [];
  if (referent.events.length === 0) referent.events = events;
}

function bodyNoun(key: string, { kinds }: CoreferenceWords): boolean {
  for (const kind of kinds.get(key) ?? []) if (BODIES.has(kind)) return true;
  return false;
}

/** Whether a noun is for people, by the lists or by the ending of nouns for doers. */
export function isPersonNoun(key: string, { coreference, voices }: Lexis): boolean {
  if (coreference.people.has(key)) return true;
  if (voices.nouns.get(key)?.sort === 'person') return true;
  if (coreference.things.has(key) || voices.never.has(key) || voices.documents.has(key)) return false;
  return voices.agents.some((ending) => key.length > ending.length + 2 && key.endsWith(ending));
}

/** The last words for a referent. */
export const lastLink = (referent: Referent): Markable => referent.links.at(-1)!.markable;
