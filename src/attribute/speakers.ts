import type { Mention, MentionKind, Speaker, SpeakerKind } from '../doc/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import type { VoiceNoun } from '../lexicon/voices.ts';
import { type Range, textSpan, type View, voiceNoun } from './view.ts';

/** What speakers are made from: the words, and the names found in them. */
export interface Cast {
  readonly view: View;
  readonly mentions: readonly Mention[];
  /** For each token, the index of the mention it stands in, or -1. */
  readonly mentionOf: Int32Array;
  readonly lexicon: Lexicon;
}

/** Works out which token stands in which mention. */
export function castOf(view: View, mentions: readonly Mention[], lexicon: Lexicon): Cast {
  const mentionOf = new Int32Array(view.tokens.length).fill(-1);
  let m = 0;
  view.tokens.forEach((token, i) => {
    while (m < mentions.length && mentions[m]!.end <= token.start) m++;
    if (m < mentions.length && mentions[m]!.start <= token.start) mentionOf[i] = m;
  });
  return { view, mentions, mentionOf, lexicon };
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

/** The speaker that a range of words describes; of a person named in it, the name with its title. */
export function speakerOf(cast: Cast, range: Range): Speaker {
  const { view, mentions } = cast;
  const index = mainMention(cast, range);
  const mention = index === null ? null : mentions[index]!;
  const span =
    mention?.kind === 'person' ? { start: mention.start, end: mention.end } : textSpan(view, range);
  const [only, second] = mention?.candidates ?? [];
  return {
    spans: [span],
    text: view.text.slice(span.start, span.end),
    mention: index,
    actor: only !== undefined && second === undefined ? only : null,
    kind: kindOf(cast, range, mention),
    named: mention !== null,
  };
}

/** The mention a description rests on: a person before a body, the first otherwise; adjectives and places do not count alone. */
function mainMention(cast: Cast, range: Range): number | null {
  let first: number | null = null;
  for (let i = range.start; i < range.end; i++) {
    const index = cast.mentionOf[i]!;
    if (index < 0) continue;
    const { kind, end } = cast.mentions[index]!;
    if (kind === 'person') return index;
    const whole = end >= cast.view.tokens[Math.min(range.end, headEnd(cast, range)) - 1]!.end;
    if (first === null && (whole || !(kind === 'other' || kind === 'location'))) first = index;
  }
  return first;
}

/** End of the words before the first comma or preposition that joins: the head of a description stands there. */
export function headEnd({ view }: Cast, range: Range): number {
  for (let i = range.start + 1; i < range.end; i++)
    if (view.key[i] === ',' || view.words.voices.speaksFor.has(view.key[i]!)) return i;
  return range.end;
}

/** The kind by the nearest evidence: the noun that heads the words, then the mention, then a public name. */
function kindOf(cast: Cast, range: Range, mention: Mention | null): SpeakerKind {
  const noun = headNoun(cast, range);
  const adjective = adjectiveKind(cast, range);
  if (noun && adjective && noun.kind === 'witness') return adjective;
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
  const { view } = cast;
  for (let i = headEnd(cast, range) - 1; i >= range.start; i--) {
    const index = cast.mentionOf[i]!;
    const noun = voiceNoun(view, i);
    if (noun && (index < 0 || cast.mentions[index]!.kind !== 'person')) return noun;
  }
  return undefined;
}

function adjectiveKind({ view }: Cast, range: Range): SpeakerKind | null {
  for (let i = range.start; i < range.end; i++) {
    const kind = view.words.voices.adjectives.get(view.key[i]!);
    if (kind) return kind;
  }
  return null;
}
