import type { Speaker } from '../doc/index.ts';
import type { Candidate } from './candidate.ts';
import { clean, MAX_SOURCE } from './source-left.ts';
import { type Cast, headEnd, headNoun, speakerOf, UNSTATED } from './speakers.ts';
import { endsAs, type Range, voiceNoun } from './view.ts';

/** Who utters a statement, the earliest source the text gives for it, and who stands between, nearest the root first. */
export interface Chain {
  readonly speaker: Speaker;
  readonly root: Speaker;
  readonly via: readonly Speaker[];
}

/** The chain that the words for a speaker give by themselves. */
export function chainOf(cast: Cast, range: Range | null): Chain {
  if (!range) return { speaker: UNSTATED, root: UNSTATED, via: [] };
  const cited = citedIn(cast, range);
  return cited ? relayed(cast, range, cited) : ownChain(cast, range);
}

/** The chain of one statement: with the source that the speaker cites for it, and the medium it was told to. */
export function withRelay(cast: Cast, c: Candidate, chain: Chain): Chain {
  const cites = citedAfter(cast, c);
  const cited = cites && ownChain(cast, cites);
  const whole = cited ? { ...chain, root: cited.root, via: [...cited.via, chain.speaker] } : chain;
  const medium = c.relay ?? hearer(cast, c);
  return medium ? { ...whole, via: [...whole.via, speakerOf(cast, medium)] } : whole;
}

/** A spokesperson's body is the root; an officer's or an office's body is, where the register knows it. */
function ownChain(cast: Cast, range: Range): Chain {
  const speaker = speakerOf(cast, range);
  const body = headNoun(cast, range)?.spokes || appositionSpokes(cast, range) ? bodyIn(cast, range) : null;
  if (body) return { speaker, root: speakerOf(cast, body), via: [withoutBody(cast, range, body) ?? speaker] };
  const actor = speaker.actor && cast.lexicon.actors.body(speaker.actor);
  if (!actor || actor === speaker.actor) return { speaker, root: speaker, via: [] };
  const isPerson = speaker.mention !== null && cast.mentions[speaker.mention]!.kind === 'person';
  return { speaker, root: { ...speaker, actor }, via: isPerson ? [speaker] : [] };
}

/** "Jo Doe, a spokesman for the council": the noun stands after the name. */
function appositionSpokes(cast: Cast, range: Range): boolean {
  const { view } = cast;
  for (let i = headEnd(cast, range); i < range.end; i++) if (voiceNoun(view, i)?.spokes) return true;
  return false;
}

/** The body spoken for: what follows "for" after the noun, else a body's name before it. */
function bodyIn(cast: Cast, range: Range): Range | null {
  const { view } = cast;
  let noun = range.start;
  while (noun < range.end && !voiceNoun(view, noun)?.spokes) noun++;
  for (let i = noun + 1; i < range.end && view.key[i] !== ','; i++)
    if (view.words.voices.speaksFor.has(view.key[i]!)) return untilComma(cast, i + 1, range.end);
  return clean(view, { start: range.start, end: Math.min(noun, range.end) });
}

function untilComma({ view }: Cast, start: number, limit: number): Range | null {
  let end = start;
  while (end < limit && end - start < MAX_SOURCE && view.key[end] !== ',') end++;
  return end > start ? { start, end } : null;
}

/** The words about the person alone: after a body that stands first, else the whole. */
function withoutBody(cast: Cast, range: Range, body: Range): Speaker | null {
  if (body.start !== range.start || body.end >= range.end) return null;
  return speakerOf(cast, { start: body.end, end: range.end });
}

/** "The agency, citing residents,": what follows the verb inside the description is the root. */
function citedIn({ view }: Cast, range: Range): Range | null {
  for (let i = range.start + 1; i < range.end; i++)
    if (view.words.voices.relays.has(view.key[i]!)) return clean(view, { start: i + 1, end: range.end });
  return null;
}

function relayed(cast: Cast, range: Range, cited: Range): Chain {
  const { root, via } = ownChain(cast, cited);
  let end = cited.start - 1;
  while (end > range.start && cast.view.key[end - 1] === ',') end--;
  const speaker = speakerOf(cast, { start: range.start, end: Math.max(end, range.start + 1) });
  return { speaker, root, via: [...via, speaker] };
}

/** Tokens after a cue looked at for "citing". */
const MAX_CITED = 80;

/** "…, the daily reported, citing officials": the words after the cue name the root. */
function citedAfter({ view, mentionOf }: Cast, c: Candidate): Range | null {
  const { end: limit } = view.sentences[c.sentence]!;
  for (let i = c.cue.end; i + 1 < limit && i - c.cue.end < MAX_CITED; i++) {
    if (view.key[i] !== ',' || !view.words.voices.relays.has(view.key[i + 1]!)) continue;
    if (!endsAs(view, i + 1, 'gerund') || view.quote[i + 1]! >= 0) continue;
    const range = untilComma({ view } as Cast, i + 2, limit);
    return range && describesVoice(view, mentionOf, range)
      ? clean(view, { ...range, end: stopBefore(view, range) })
      : null;
  }
  return null;
}

const stopBefore = (view: Cast['view'], range: Range): number =>
  view.tokens[range.end - 1]!.kind === 'punctuation' ? range.end - 1 : range.end;

function describesVoice(view: Cast['view'], mentionOf: Int32Array, range: Range): boolean {
  for (let i = range.start; i < range.end; i++)
    if (mentionOf[i]! >= 0 || voiceNoun(view, i) !== undefined) return true;
  return false;
}

/** Words between cue and content looked at for a medium. */
const MAX_HEARER = 25;

/** "A told the daily that …", "said in a statement carried by the daily: …": a medium between cue and content passes it on. */
function hearer({ view, mentionOf, mentions }: Cast, c: Candidate): Range | null {
  const content = c.content[0]?.start ?? c.cue.end;
  const from = c.source ? Math.max(c.cue.end, c.source.start > c.cue.start ? c.source.end : 0) : c.cue.end;
  for (let i = from; i < content && i - from < MAX_HEARER; i++) {
    const index = mentionOf[i]!;
    if (index < 0 || mentions[index]!.kind !== 'media') continue;
    let end = i;
    while (end < view.tokens.length && mentionOf[end] === index) end++;
    return { start: i, end };
  }
  return null;
}
