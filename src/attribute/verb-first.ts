import type { CueVerb } from '../lexicon/cues.ts';
import { BIT } from '../lexicon/grammar.ts';
import type { Candidate } from './candidate.ts';
import { contentRight, opensQuotation } from './content.ts';
import { fromAdverb, fromColon, fromPreposition } from './other-cues.ts';
import { mentionEnd } from './person.ts';
import { clean, MAX_SOURCE } from './source-left.ts';
import { is, lookUp, type Range, type View, voiceNoun } from './view.ts';

/** A cue verb of a language in which it comes before its subject. */
interface Verb extends Range {
  readonly entry: CueVerb;
  /** Shares the subject of the verb before it ("adding"). */
  readonly shares: boolean;
}

/** Attributions of one sentence where the verb stands first: verb, source, then "that", a colon or a quotation. */
export function verbFirst(view: View, sentence: number): Candidate[] {
  const { start, end } = view.sentences[sentence]!;
  const verbs = verbsOf(view, start, end);
  const found: (Candidate | null)[] = [fromColon(view, sentence)];
  verbs.forEach((verb, i) => {
    found.push(fromVerb(view, verb, sentence, verbs[i + 1]?.start ?? end, end));
  });
  for (let i = start; i < end; i++) {
    if (view.quote[i]! >= 0) continue;
    found.push(fromPreposition(view, i, sentence, start), fromAdverb(view, i, sentence, start));
  }
  return found.filter((c) => c !== null);
}

function verbsOf(view: View, start: number, end: number): Verb[] {
  const verbs: Verb[] = [];
  const { cues, grammar } = view.words;
  for (let i = start; i < end; i++) {
    if (view.quote[i]! >= 0) continue;
    const entries = lookUp(view, i, cues.verbs, grammar.verbPrefixes) ?? [];
    const entry = entries.find((e) => e.particles.length === 0 || hasParticle(view, i, e, end));
    if (!entry) continue;
    const shares = lookUp(view, i, cues.participles, grammar.verbPrefixes) === true;
    verbs.push({ start: is(view, i - 1, BIT.negations) && i > start ? i - 1 : i, end: i + 1, entry, shares });
  }
  return verbs;
}

/** The particle may stand behind the subject: "أشار المتحدث إلى أن". */
function hasParticle(view: View, at: number, entry: CueVerb, limit: number): boolean {
  for (let i = at + 1; i < limit && i - at <= MAX_SOURCE; i++) {
    if (view.key[i] === entry.particles[0]) return true;
    if (is(view, i, BIT.complementizers) || view.quote[i]! >= 0) return false;
  }
  return false;
}

/** `next` is where the next cue of the sentence begins, before which this content ends when it is coordinated. */
function fromVerb(view: View, verb: Verb, sentence: number, next: number, end: number): Candidate | null {
  const { entry } = verb;
  const opening = openingAfter(view, verb.end, Math.min(next, end));
  const subject = verb.shares ? null : subjectOf(view, verb, opening, next);
  if (opening === null && !subject && !(verb.shares && takesNoun(entry))) return null;
  const at = opening ?? contentAfter(view, verb, subject, Math.min(next, end));
  const limit = clauseEnd(view, next, end);
  const content = contentRight(view, view.key[at] === ':' ? at + 1 : at, limit);
  if (!content) return null;
  const cue = { start: verb.start, end: verb.end };
  const { stance, priority, lemma, frame } = entry;
  return {
    source: subject,
    antecedent: null,
    dropped: !subject,
    relay: entry.frame === 'relay' ? mediumBefore(view, verb.start, view.sentences[sentence]!.start) : null,
    cue,
    content: [content],
    sentence,
    stance,
    priority,
    lemma,
    frame,
    by: 'verb-first',
  };
}

/** Whether what was said may be a noun: "announced the shooting down of …". */
const takesNoun = (entry: CueVerb): boolean => entry.frame === 'object' || entry.bare === true;

/** Where a content without a sign begins: behind the particle, else behind the subject and a remark in commas. */
function contentAfter(view: View, verb: Verb, subject: Range | null, limit: number): number {
  const from = subject?.end ?? verb.end;
  const [particle] = verb.entry.particles;
  for (let i = from; particle && i < limit && i - from <= MAX_SOURCE; i++)
    if (view.key[i] === particle) return i + 1;
  if (view.key[from] !== ',') return from;
  for (let i = from + 1; i < limit && i - from <= MAX_REMARK; i++) if (view.key[i] === ',') return i + 1;
  return from;
}

/** Tokens of a remark in commas between a subject and what it said: ", on Sunday,". */
const MAX_REMARK = 6;

/** "وكانت B قد نقلت عن A": the medium stands between two auxiliaries before the verb, or right before it. */
function mediumBefore(view: View, verb: number, floor: number): Range | null {
  const last = is(view, verb - 1, BIT.have) ? verb - 1 : verb;
  if (last === verb) return null;
  for (let i = last - 1; i >= floor && last - i <= MAX_PHRASE; i--)
    if (isBe(view, i)) return last > i + 1 ? { start: i + 1, end: last } : null;
  return null;
}

/** An auxiliary, also with a conjunction written onto it. */
function isBe(view: View, i: number): boolean {
  const key = view.key[i]!;
  const { classes, verbPrefixes } = view.words.grammar;
  return (
    is(view, i, BIT.be) ||
    verbPrefixes.some((p) => key.startsWith(p) && classes(key.slice(p.length)) & BIT.be)
  );
}

function subjectOf(view: View, { entry, end }: Verb, opening: number | null, next: number): Range | null {
  if (opening === null) return takesNoun(entry) ? nounPhrase(view, end, next) : null;
  if (entry.frame !== 'relay') return subjectBefore(view, end, opening);
  let last = opening; // "نقلت B عن A قوله": both stay together, the chain parts them
  while (last > end && view.words.cues.relayed.some((row) => row[0] === view.key[last - 1])) last--;
  return last > end ? clean(view, { start: end, end: last }) : null;
}

/** Where the content ends: before the next cue when that opens a clause of its own ("and added", "which X denied"). */
function clauseEnd(view: View, next: number, end: number): number {
  if (next >= end) return end;
  const { verbPrefixes } = view.words.grammar;
  const conjoined = (i: number): boolean => verbPrefixes.some((p) => view.key[i]!.startsWith(p));
  if (conjoined(next) || view.tokens[next - 1]?.kind === 'punctuation') return next;
  const pronoun = view.key[next - 1]!.slice(1);
  return conjoined(next - 1) && view.words.voices.pronouns.has(pronoun) ? next - 1 : end;
}

/** The token that opens what was said: "that", a colon, a quotation. `null` when none comes within a source's length. */
function openingAfter(view: View, from: number, limit: number): number | null {
  for (let i = from; i < limit && i - from <= MAX_SOURCE; i++) {
    if (is(view, i, BIT.complementizers) || view.key[i] === ':') return i;
    if (opensQuotation(view, i)) return pastName(view, i, limit);
  }
  return null;
}

/** A quoted name before "that" opens nothing: "the channel «Wadi», that …", "told «Wadi» that …". */
function pastName(view: View, at: number, limit: number): number {
  const { last } = view.quotations[view.quote[at]!]!;
  const next = view.tokens[last]?.kind === 'punctuation' ? last + 1 : last;
  return last - at <= MAX_PHRASE && next < limit && is(view, next, BIT.complementizers) ? next : at;
}

/** The subject: the words after the verb up to a remark on time or place, or up to the opening. */
function subjectBefore(view: View, from: number, opening: number): Range | null {
  let end = from;
  while (end < opening && !(end > from && is(view, end, BIT.adjuncts) && !is(view, end, BIT.joiners))) {
    if (view.tokens[end]!.kind === 'punctuation' && view.key[end] !== '(' && view.key[end] !== ')') break;
    if (is(view, end, BIT.joiners) && leavesName(view, end + 1)) break;
    end++;
  }
  while (end > from && view.key[end - 1] === '(') end--;
  const opensAside = is(view, from, BIT.adjuncts) && !is(view, from, BIT.joiners);
  return end > from && !opensAside && !is(view, from, BIT.prepositions)
    ? clean(view, { start: from, end })
    : null;
}

/** "in a statement", "on Sunday": no part of the one who speaks. */
const leavesName = (view: View, i: number): boolean =>
  view.words.voices.documents.has(view.key[i] ?? '') || is(view, i, BIT.adjuncts);

/** Words of a noun phrase that no mark ends: a noun with what agrees with it or is its genitive. */
const MAX_PHRASE = 6;

function nounPhrase(view: View, from: number, limit: number): Range | null {
  const [article] = view.words.grammar.nounPrefixes;
  if (from >= limit || view.tokens[from]!.kind !== 'word' || !article) return null;
  let end = from + 1;
  const genitive = voiceNoun(view, from) !== undefined && !view.key[from]!.startsWith(article);
  const definite = view.key[from]!.startsWith(article) || genitive;
  const agrees = (i: number): boolean =>
    view.key[i]!.startsWith(article) &&
    view.classes[i] === 0 &&
    (genitive || voiceNoun(view, i) === undefined);
  while (definite && end < limit && end - from < MAX_PHRASE && agrees(end)) end++;
  if (view.mentionOf[from]! >= 0) end = Math.max(end, Math.min(limit, mentionEnd(view, from)));
  if (genitive && end === from + 1 && view.words.voices.adjectives.has(view.key[end]!)) end++;
  return clean(view, { start: from, end });
}
