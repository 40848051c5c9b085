import type { Mention, MentionKind, Span, Speaker, SpeakerKind } from '../doc/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { VoiceNoun } from '../lexicon/voices.ts';
import { personIn } from './person.ts';
import { type Range, textSpan, type View, voiceNoun } from './view.ts';
import { mayBeSource } from './voice.ts';

/** What speakers are made from: the words with the names found in them, and the outlet that prints them. */
export interface Cast {
  readonly view: View;
  readonly lexicon: Lexicon;
  readonly outlet: string | null;
}

/** A cue without a source. */
export const UNSTATED: Speaker = {
  spans: [],
  text: '',
  mention: null,
  actor: null,
  kind: 'unstated',
  named: false,
};

const KIND_OF: Readonly<Partial<Record<MentionKind, SpeakerKind>>> = {
  government: 'official',
  agency: 'official',
  international: 'official',
  'state-military': 'military',
  'armed-group': 'belligerent',
  media: 'media',
  civilians: 'witness',
  facility: 'official',
  location: 'official',
};

/** The speaker that a range of words describes, of a person named in it the name with its title; else unstated. */
export function speakerOf(cast: Cast, range: Range): Speaker {
  const { view } = cast;
  if (!mayBeSource(view, range)) return UNSTATED;
  const person = personIn(view, range);
  const index = person ? person.mention : mainMention(cast, range);
  const mention = index === null ? null : view.mentions[index]!;
  const span = withoutClitic(view, person ?? range);
  const [only, second] = mention?.candidates ?? [];
  const described = person === null && mention !== null && isDescribed(cast, range, mention);
  return {
    spans: [span],
    text: view.text.slice(span.start, span.end),
    mention: index,
    actor: only !== undefined && second === undefined && !described ? only : null,
    kind: kindOf(cast, range, mention),
    named: person !== null || (mention !== null && !described && !headedByPersons(cast, range)),
  };
}

/** "لمصادر": the preposition written onto the first word is no part of the speaker. */
function withoutClitic(view: View, range: Range): Span {
  const span = textSpan(view, range);
  const key = view.key[range.start]!;
  const { clitics, nouns } = view.words.voices;
  const isStem = (stem: string): boolean =>
    nouns.has(stem) ||
    view.words.voices.definitePrefixes.some((p) => stem.startsWith(p) && nouns.has(stem.slice(p.length)));
  if (nouns.has(key) || !clitics.some((c) => key.startsWith(c) && isStem(key.slice(c.length)))) return span;
  return { start: span.start + 1, end: span.end };
}

/** "a Defence Ministry source": the words name a body, but the one who speaks is an unnamed person. */
function isDescribed(cast: Cast, range: Range, mention: Mention): boolean {
  const { view } = cast;
  for (let i = headEnd(cast, range) - 1; i >= range.start; i--) {
    const noun = voiceNoun(view, i);
    if (noun) return noun.sort !== 'body' && view.tokens[i]!.start >= mention.end;
  }
  return false;
}

/** "US officials": unnamed persons, though the register knows the words. */
function headedByPersons(cast: Cast, range: Range): boolean {
  const at = headAt(cast, range);
  return at >= 0 && voiceNoun(cast.view, at)!.sort === 'person';
}

/** The mention a description rests on: the first; adjectives and places do not count alone. */
function mainMention(cast: Cast, range: Range): number | null {
  const { view } = cast;
  const head = view.tokens[Math.min(range.end, headEnd(cast, range)) - 1]!.end;
  for (let i = range.start; i < range.end; i++) {
    const index = view.mentionOf[i]!;
    if (index < 0) continue;
    const { kind, end } = view.mentions[index]!;
    if (end >= head || !(kind === 'other' || kind === 'location')) return index;
  }
  return null;
}

/** End of the words before the first comma or preposition that joins: the head of a description stands there. */
export function headEnd({ view }: Cast, range: Range): number {
  for (let i = range.start + 1; i < range.end; i++)
    if (view.key[i] === ',' || view.words.voices.speaksFor.has(view.key[i]!)) return i;
  return range.end;
}

/** Kinds of nouns that an adjective makes precise: "military source", "monitoring group". */
const VAGUE: ReadonlySet<SpeakerKind> = new Set(['witness', 'belligerent']);

/** The kind by the nearest evidence: the noun that heads the words, then the mention, then a public name. */
function kindOf(cast: Cast, range: Range, mention: Mention | null): SpeakerKind {
  const noun = headNoun(cast, range);
  const adjective = adjectiveKind(cast, range);
  if (noun && adjective && VAGUE.has(noun.kind)) return adjective;
  if (noun) return noun.kind;
  const byName = mention && KIND_OF[mention.kind];
  if (byName) return byName;
  for (let i = range.start; i < range.end; i++) {
    const found = voiceNoun(cast.view, i);
    if (found) return found.kind;
  }
  return mention ? 'official' : 'witness';
}

/** The noun that heads a description ("local sources in Doma": "sources"), when it says who speaks. */
export function headNoun(cast: Cast, range: Range): VoiceNoun | undefined {
  const at = headAt(cast, range);
  return at < 0 ? undefined : voiceNoun(cast.view, at);
}

/** Where the noun stands that heads a description; -1 where no noun of the lists does. */
export function headAt(cast: Cast, range: Range): number {
  const { view } = cast;
  const end = headEnd(cast, range);
  const isNoun = (i: number): boolean =>
    voiceNoun(view, i) !== undefined && view.mentions[view.mentionOf[i]!]?.kind !== 'person';
  if (view.words.cues.order === 'vso' || view.words.grammar.headFirst) {
    for (let i = range.start; i < end; i++) if (isNoun(i)) return i;
    return -1;
  }
  for (let i = end - 1; i >= range.start; i--) if (isNoun(i)) return i;
  return -1;
}

function adjectiveKind({ view }: Cast, range: Range): SpeakerKind | null {
  for (let i = range.start; i < range.end; i++) {
    const kind = view.words.voices.adjectives.get(bareKey(view, i));
    if (kind) return kind;
  }
  return null;
}

/** A word's key without what a definite noun is written with. */
export function bareKey(view: View, i: number): string {
  const key = view.key[i] ?? '';
  for (const prefix of view.words.voices.definitePrefixes)
    if (key.startsWith(prefix)) return key.slice(prefix.length);
  return key;
}
