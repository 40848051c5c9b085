import type { Speaker } from '../doc/index.ts';
import { BIT } from '../lexicon/grammar.ts';
import { type Body, bodyOf, untilComma } from './body.ts';
import type { Candidate } from './candidate.ts';
import { mediumOf, mentionEnd, personIn } from './person.ts';
import { clean } from './source-left.ts';
import { type Cast, headAt, speakerOf, UNSTATED } from './speakers.ts';
import { endsAs, is, type Range, type View, voiceNoun } from './view.ts';
import { mayBeSource } from './voice.ts';

/** Who utters a statement, the earliest source the text gives for it, and who stands between, nearest the root first. */
export interface Chain {
  readonly speaker: Speaker;
  readonly root: Speaker;
  readonly via: readonly Speaker[];
}

export const NO_CHAIN: Chain = { speaker: UNSTATED, root: UNSTATED, via: [] };

/** Finds the chain of a body or medium that was named before; `null` when nothing before fits. */
export type LookBack = (body: Range | null) => Chain | null;

/** The chain that the words for a speaker give by themselves; `lookBack` resolves the body they point back to. */
export function chainOf(cast: Cast, range: Range | null, lookBack: LookBack): Chain {
  if (!range || !mayBeSource(cast.view, range)) return NO_CHAIN;
  const cited = citedIn(cast, range);
  return cited ? relayed(cast, range, cited, lookBack) : ownChain(cast, range, lookBack);
}

/** A spokesperson's, head's, officer's or document's body is the root. */
export function ownChain(cast: Cast, whole: Range, lookBack: LookBack): Chain {
  const range = withoutRemark(cast.view, whole);
  const speaker = speakerOf(cast, range);
  const body = bodyOf(cast, range);
  const found = body && rootOf(cast, body, lookBack);
  if (found && found.kind !== 'unstated') {
    const unclear = found.kind === 'witness' && body.range && headAt(cast, body.range) < 0;
    const root: Speaker = unclear ? { ...found, kind: speaker.kind } : found;
    return { speaker, root, via: [speaker] };
  }
  return byRegister(cast, speaker) ?? byDocument(cast, range, speaker) ?? byMedium(cast, range, speaker);
}

function rootOf(cast: Cast, { range }: Body, lookBack: LookBack): Speaker | null {
  return lookBack(range)?.root ?? (range && speakerOf(cast, range));
}

/** The body a person of the register speaks for: its first name in the text where it has one. */
function byRegister({ view, lexicon }: Cast, speaker: Speaker): Chain | null {
  const isPerson = speaker.mention !== null && view.mentions[speaker.mention]!.kind === 'person';
  const actor = isPerson && speaker.actor && lexicon.actors.body(speaker.actor);
  if (!actor || actor === speaker.actor) return null;
  const index = view.mentions.findIndex((m) => m.candidates.length === 1 && m.candidates[0] === actor);
  const { start, end, text } = view.mentions[index] ?? { ...speaker.spans[0]!, text: speaker.text };
  const root: Speaker = {
    ...speaker,
    spans: [{ start, end }],
    text,
    mention: index < 0 ? null : index,
    actor,
  };
  return { speaker, root, via: [speaker] };
}

/** "a Defence Ministry report", "a statement by the council": who issued it is the root. */
function byDocument(cast: Cast, range: Range, speaker: Speaker): Chain | null {
  const { view } = cast;
  const at = headAt(cast, range);
  const isText =
    at >= 0
      ? voiceNoun(view, at)!.sort === 'text'
      : view.words.voices.documents.has(view.key[range.end - 1]!);
  if (!isText) return null;
  for (let i = range.start; i < range.end; i++) {
    const mention = view.mentions[view.mentionOf[i]!];
    if (!mention || mention.kind === 'location' || mention.kind === 'other') continue;
    return { speaker, root: speakerOf(cast, { start: i, end: mentionEnd(view, i) }), via: [] };
  }
  return null;
}

/** "Jo Doe of the Doma Daily": the person is the root, the medium stands between. */
function byMedium(cast: Cast, range: Range, speaker: Speaker): Chain {
  const person = personIn(cast.view, range);
  const medium = person && mediumOf(cast.view, range, person.end);
  return { speaker, root: speaker, via: medium ? [speakerOf(cast, medium)] : [] };
}

/** "An officer, speaking at the gate,", "crews, who …": the remark is no part of the one who speaks. */
function withoutRemark(view: View, range: Range): Range {
  const remark = (i: number): boolean =>
    endsAs(view, i, 'gerund') || is(view, i, BIT.relatives | BIT.adverbs);
  for (let i = range.start + 1; i + 1 < range.end; i++)
    if (view.key[i] === ',' && remark(i + 1)) return { start: range.start, end: i };
  return range;
}

/** "The agency, citing residents,": what follows the verb inside the description is the root. */
function citedIn({ view }: Cast, range: Range): Range | null {
  for (let i = range.start + 1; i < range.end; i++)
    if (view.words.voices.relays.has(view.key[i]!)) return clean(view, { start: i + 1, end: range.end });
  return null;
}

function relayed(cast: Cast, range: Range, cited: Range, lookBack: LookBack): Chain {
  const { root, via } = ownChain(cast, cited, lookBack);
  let end = cited.start - 1;
  while (end > range.start && cast.view.key[end - 1] === ',') end--;
  const speaker = asMedium(speakerOf(cast, { start: range.start, end: Math.max(end, range.start + 1) }));
  return { speaker, root, via: [...via, speaker] };
}

/** One who passes on what others say is a medium, whatever the name shows. */
export function asMedium(speaker: Speaker): Speaker {
  const unclear = speaker.actor === null && (speaker.kind === 'official' || speaker.kind === 'witness');
  return unclear ? { ...speaker, kind: 'media' } : speaker;
}

/** Tokens after a cue looked at for "citing". */
const MAX_CITED = 80;

/** "…, the daily reported, citing officials": the words after the cue name the root. */
export function citedAfter({ view }: Cast, c: Candidate): Range | null {
  const { end: limit } = view.sentences[c.sentence]!;
  for (let i = c.cue.end; i + 1 < limit && i - c.cue.end < MAX_CITED; i++) {
    if (view.key[i] !== ',' || !view.words.voices.relays.has(view.key[i + 1]!)) continue;
    if (!endsAs(view, i + 1, 'gerund') || view.quote[i + 1]! >= 0) continue;
    const range = untilComma(view, i + 2, limit);
    const stop = range && view.tokens[range.end - 1]!.kind === 'punctuation' ? range.end - 1 : range?.end;
    return range && mayBeSource(view, range) ? clean(view, { start: range.start, end: stop! }) : null;
  }
  return null;
}
