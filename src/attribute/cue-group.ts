import type { CueVerb } from '../lexicon/cues.ts';
import { BIT } from '../lexicon/grammar.ts';
import { endsAs, is, isVerbish, type Range, type View, voiceNoun } from './view.ts';

/** A cue verb where it stands, with its auxiliaries, adverbs and particle. */
export interface CueGroup extends Range {
  /** The verb itself. */
  readonly head: number;
  readonly sentence: number;
  /** Entries of the lexicon that its form and particle allow, those with particles first. */
  readonly entries: readonly CueVerb[];
  readonly voice: 'active' | 'passive' | 'participle' | 'infinitive';
}

/** Auxiliaries and adverbs looked at before a verb ("would not have immediately"). */
const MAX_AUXILIARIES = 6;
const AUXILIARY = BIT.be | BIT.have | BIT.do | BIT.modals;
const BEFORE_VERB = AUXILIARY | BIT.negations | BIT.adverbs;
const NOUN_SIGN = BIT.determiners | BIT.prepositions;

/** Cue verbs of one sentence outside quotations, in order. */
export function cueGroups(view: View, sentence: number): CueGroup[] {
  const { start, end } = view.sentences[sentence]!;
  const groups: CueGroup[] = [];
  for (let i = start; i < end; i++) {
    if (view.quote[i]! >= 0 || citesInCommas(view, i)) continue;
    const entries = view.words.cues.verbs.get(view.key[i]!);
    const group = entries && groupAt(view, i, entries, sentence, groups.at(-1)?.end ?? start);
    if (!group) continue;
    groups.push(group);
    i = group.end - 1;
  }
  return groups;
}

/** ", citing residents,": names the root of the verb beside it and is no cue of its own. */
const citesInCommas = (view: View, i: number): boolean =>
  view.key[i - 1] === ',' && view.words.voices.relays.has(view.key[i]!) && endsAs(view, i, 'gerund');

function groupAt(
  view: View,
  head: number,
  entries: readonly CueVerb[],
  sentence: number,
  floor: number,
): CueGroup | null {
  const { end: limit } = view.sentences[sentence]!;
  const fitting = entries.filter((e) => isTagged(view, head, e) && particleEnd(view, head, e, limit) >= 0);
  if (fitting.length === 0) return null;
  const start = groupStart(view, head, floor);
  if (start === head && (nounBefore(view, head) || isSubject(view, head, fitting))) return null;
  const longest = fitting[0]!;
  const end = particleEnd(view, head, longest, limit);
  const same = fitting.filter((e) => e.particles.length === longest.particles.length);
  const voice = voiceOf(view, start, head);
  if (longest.adjective)
    return voice === 'passive' ? { start, end, head, sentence, entries: same, voice: 'active' } : null;
  return { start, end, head, sentence, entries: same, voice };
}

/** Cues of belief and intent share their forms with other words ("long", "mean"): the tagger must agree, where there is one. */
function isTagged({ trees }: View, head: number, { priority, adjective }: CueVerb): boolean {
  const tag = trees.upos[head]!;
  return tag === '' || tag === 'VERB' || (adjective ? tag === 'ADJ' : priority === 1);
}

function groupStart(view: View, head: number, floor: number): number {
  let start = head;
  for (let i = head - 1; i >= floor && head - i <= MAX_AUXILIARIES; i--) {
    if (
      view.quote[i]! >= 0 ||
      !(is(view, i, BEFORE_VERB) || (endsAs(view, i, 'adverb') && !voiceNoun(view, i)))
    )
      break;
    if (view.key[i] === "'s" && !is(view, i - 1, BIT.pronouns)) break;
    start = i;
  }
  return start;
}

/** After a determiner, a genitive or a preposition the form is a noun or an adjective: "the claims", "Doe's call". */
function nounBefore(view: View, head: number): boolean {
  const before = view.key[head - 1];
  if (before === "'s" || before === "'") return true;
  if (!is(view, head - 1, NOUN_SIGN) || before === 'to') return false;
  return !is(view, head - 1, BIT['pro-determiners']);
}

/** "Reports said": a form that is a noun too, right before a verb, is that verb's subject. */
const isSubject = (view: View, head: number, entries: readonly CueVerb[]): boolean =>
  entries.some((e) => e.noun) && isVerbish(view, head + 1) && !endsAs(view, head, 'past');

function particleEnd(view: View, head: number, entry: CueVerb, limit: number): number {
  let at = head + 1;
  for (const word of entry.particles) {
    if (at >= limit || view.key[at] !== word) return -1;
    at++;
  }
  return at;
}

function voiceOf(view: View, start: number, head: number): CueGroup['voice'] {
  let be = false;
  for (let i = start; i < head; i++) if (is(view, i, BIT.be)) be = true;
  if (endsAs(view, head, 'gerund')) return be ? 'active' : 'participle';
  if (be || (start === head && view.key[head + 1] === 'by' && endsAs(view, head, 'past'))) return 'passive';
  return start === head && view.key[head - 1] === 'to' ? 'infinitive' : 'active';
}
