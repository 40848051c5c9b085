import type { Speaker } from '../doc/index.ts';
import type { Candidate } from './candidate.ts';
import { clean, MAX_SOURCE } from './source-left.ts';
import { type Cast, headEnd, headNoun, speakerOf, UNSTATED } from './speakers.ts';
import { endsAs, is, type Range, voiceNoun } from './view.ts';
import { BIT } from '../lexicon/grammar.ts';

/** Who utters a statement, the earliest source the text gives for it, and who stands between, nearest the root first. */
export interface Chain {
  readonly speaker: Speaker;
  readonly root: Speaker;
  readonly via: readonly Speaker[];
}

/** The chain that the words of one attribution give by themselves. */
export function chainOf(cast: Cast, c: Candidate, range: Range | null): Chain {
  if (!range) return { speaker: UNSTATED, root: UNSTATED, via: [] };
  const cited = citedIn(cast, range);
  const own = cited ? relayed(cast, range, cited) : ownChain(cast, range);
  const cites = cited ? null : citedAfter(cast, c);
  const chain = cites ? { ...own, root: ownChain(cast, cites).root, via: [...ownChain(cast, cites).via, own.speaker] } : own;
  const medium = c.relay ?? hearer(cast, c);
  return medium ? { ...chain, via: [...chain.via, speakerOf(cast, medium)] } : chain;
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
    return range && describesVoice(view, mentionOf, range) ? clean(view, { ...range, end: stopBefore(view, range) }) : null;
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

/** Words after "told" looked at for the medium that was told. */
const MAX_HEARER = 8;

/** "A told the daily that …": a medium that is told something passes it on. */
function hearer(cast: Cast, c: Candidate): Range | null {
  const { view } = cast;
  if (c.frame !== 'tell') return null;
  for (let i = c.cue.end; i < c.cue.end + MAX_HEARER && i < view.tokens.length; i++) {
    if (is(view, i, BIT.complementizers | BIT.adjuncts) || view.quote[i]! >= 0) return null;
    const index = cast.mentionOf[i]!;
    if (index < 0 || cast.mentions[index]!.kind !== 'media') continue;
    let end = i;
    while (end < view.tokens.length && cast.mentionOf[end] === index) end++;
    return { start: i, end };
  }
  return null;
}
