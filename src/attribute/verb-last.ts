import type { CueVerb } from '../lexicon/cues.ts';
import { BIT } from '../lexicon/grammar.ts';
import type { Candidate } from './candidate.ts';
import { contentRight, endsQuotation } from './content.ts';
import { clean, MAX_SOURCE } from './source-left.ts';
import { is, type Range, type View, voiceNoun } from './view.ts';
import { mayBeSource } from './voice.ts';

/** Attributions of one sentence where the verb stands last: source, content, verb ("Sözcü, köprünün çöktüğünü söyledi"). */
export function verbLast(view: View, sentence: number): Candidate[] {
  const { start, end } = view.sentences[sentence]!;
  const found: Candidate[] = [];
  let floor = start;
  for (let i = start; i < end; i++) {
    const verb = view.quote[i]! < 0 ? verbAt(view, i, end) : null;
    if (!verb) continue;
    const made = fromVerb(view, verb, floor, sentence);
    if (made) found.push(made);
    floor = verb.end;
    i = verb.end - 1;
  }
  return found;
}

interface Verb extends Range {
  readonly entry: CueVerb;
}

function verbAt(view: View, at: number, limit: number): Verb | null {
  for (const entry of view.words.cues.verbs.get(view.key[at]!) ?? []) {
    const end = at + 1 + entry.particles.length;
    if (opensBehind(view, end)) continue;
    if (end <= limit && entry.particles.every((p, k) => view.key[at + 1 + k] === p))
      return { start: at, end, entry };
  }
  return null;
}

/** "dedi ki …", "söyledi: …": the content follows, as the rules of verb-second languages read it. */
const opensBehind = (view: View, at: number): boolean =>
  view.key[at] === ':' || is(view, at, BIT.complementizers);

function fromVerb(view: View, verb: Verb, floor: number, sentence: number): Candidate | null {
  const parts = quotedBefore(view, verb.start, floor) ?? spokenBefore(view, verb.start, floor);
  if (!parts) return null;
  const { stance, priority, lemma, frame } = verb.entry;
  return {
    source: parts.source,
    antecedent: null,
    dropped: false,
    relay: null,
    cue: { start: verb.start, end: verb.end },
    content: [parts.content],
    sentence,
    stance,
    priority,
    lemma,
    frame,
    by: 'verb-last',
  };
}

interface Parts {
  readonly source: Range | null;
  readonly content: Range;
}

/** "Sözcü, “…” dedi": the quotation right before the verb, and who stands before it. */
function quotedBefore(view: View, verb: number, floor: number): Parts | null {
  const last = view.key[verb - 1] === ',' ? verb - 2 : verb - 1;
  if (last < floor || !endsQuotation(view, last)) return null;
  const { first } = view.quotations[view.quote[last]!]!;
  return { source: sourceFrom(view, floor, first), content: { start: first, end: last + 1 } };
}

/** "Sözcü, köprünün çöktüğünü söyledi": who stands before the first comma, else up to the noun of one who speaks. */
function spokenBefore(view: View, verb: number, floor: number): Parts | null {
  const source = sourceFrom(view, floor, verb);
  if (!source) return null;
  const content = contentRight(view, source.end, verb);
  return content && { source, content };
}

/** The speaker that opens `[floor, limit)`: its words up to a comma, else up to the last noun or name that may speak. */
function sourceFrom(view: View, floor: number, limit: number): Range | null {
  let noun = -1;
  let i = floor;
  for (; i < limit && i - floor < MAX_SOURCE && view.quote[i]! < 0 && view.key[i] !== ','; i++)
    if (noun < 0 && endsSpeaker(view, i)) noun = i;
  const end = i < limit && view.key[i] === ',' ? i : noun + 1;
  const source = end > floor ? clean(view, { start: floor, end }) : null;
  return source && mayBeSource(view, source) ? source : null;
}

/** A noun of one who speaks that no name follows, or the end of a name. */
function endsSpeaker(view: View, i: number): boolean {
  const mention = view.mentionOf[i]!;
  if (mention >= 0) return view.mentionOf[i + 1] !== mention;
  return voiceNoun(view, i) !== undefined && view.mentionOf[i + 1]! < 0 && !voiceNoun(view, i + 1);
}

/** "Kaynaklara göre, …", "Angaben der Armee zufolge …": the source stands before the cue, what it says after it. */
export function fromPostposition(view: View, at: number, sentence: number): Candidate | null {
  const { start, end } = view.sentences[sentence]!;
  const words = view.words.cues.postpositions
    .get(view.key[at]!)
    ?.find((w) => w.every((x, k) => view.key[at + k] === x));
  if (!words || at === start || at - start > MAX_SOURCE) return null;
  for (let i = start; i < at; i++) if (view.key[i] === ',' || is(view, i, BIT.subordinators)) return null;
  const source = clean(view, { start, end: at });
  const content = contentRight(view, at + words.length, end);
  if (!source || !content) return null;
  return {
    source,
    antecedent: null,
    dropped: false,
    relay: null,
    frame: null,
    cue: { start: at, end: at + words.length },
    content: [content],
    sentence,
    stance: 'asserted',
    priority: 1,
    lemma: words.join(' '),
    by: 'postposition',
  };
}
