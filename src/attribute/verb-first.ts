import type { CueVerb } from '../lexicon/cues.ts';
import { BIT } from '../lexicon/grammar.ts';
import type { Candidate } from './candidate.ts';
import { contentRight, opensQuotation } from './content.ts';
import { fromAdverb, fromPreposition } from './other-cues.ts';
import { clean, MAX_SOURCE } from './source-left.ts';
import { is, lookUp, type Range, type View, voiceNoun } from './view.ts';

/** A cue verb of a language in which it comes before its subject. */
interface Verb extends Range {
  readonly entry: CueVerb;
}

/** Attributions of one sentence where the verb stands first: verb, source, then "that", a colon or a quotation. */
export function verbFirst(view: View, sentence: number): Candidate[] {
  const { start, end } = view.sentences[sentence]!;
  const verbs = verbsOf(view, start, end);
  const found: (Candidate | null)[] = verbs.map((verb, i) =>
    fromVerb(view, verb, sentence, verbs[i + 1]?.start ?? end, end),
  );
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
    if (entry)
      verbs.push({ start: is(view, i - 1, BIT.negations) && i > start ? i - 1 : i, end: i + 1, entry });
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
  const subject = subjectOf(view, verb, opening, next);
  if (opening === null && !subject) return null;
  const at = opening ?? subject!.end;
  const limit = isCoordinated(view, next, end) ? next : end;
  const content = contentRight(view, view.key[at] === ':' ? at + 1 : at, limit);
  if (!content) return null;
  const cue = { start: verb.start, end: verb.end };
  const { stance, priority, lemma, frame } = entry;
  return {
    source: subject,
    antecedent: null,
    dropped: !subject,
    relay: null,
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

function subjectOf(view: View, { entry, end }: Verb, opening: number | null, next: number): Range | null {
  if (opening === null) return entry.frame === 'object' ? nounPhrase(view, end, next) : null;
  if (entry.frame !== 'relay') return subjectBefore(view, end, opening);
  let last = opening; // "نقلت B عن A قوله": both stay together, the chain parts them
  while (last > end && view.words.cues.relayed.some((row) => row[0] === view.key[last - 1])) last--;
  return last > end ? clean(view, { start: end, end: last }) : null;
}

/** Whether the next cue opens a clause of its own: it carries a conjunction or follows a comma. */
function isCoordinated(view: View, next: number, end: number): boolean {
  if (next >= end) return false;
  const prefixed = view.words.grammar.verbPrefixes.some((p) => view.key[next]!.startsWith(p));
  return prefixed || view.tokens[next - 1]?.kind === 'punctuation';
}

/** The token that opens what was said: "that", a colon, a quotation. `null` when none comes within a source's length. */
function openingAfter(view: View, from: number, limit: number): number | null {
  for (let i = from; i < limit && i - from <= MAX_SOURCE; i++) {
    if (is(view, i, BIT.complementizers) || opensQuotation(view, i)) return i;
    if (view.key[i] === ':') return i;
  }
  return null;
}

/** The subject: the words after the verb up to a remark on time or place, or up to the opening. */
function subjectBefore(view: View, from: number, opening: number): Range | null {
  let end = from;
  while (end < opening && !(end > from && is(view, end, BIT.adjuncts) && !is(view, end, BIT.joiners))) {
    if (view.tokens[end]!.kind === 'punctuation' && view.key[end] !== '(' && view.key[end] !== ')') break;
    end++;
  }
  return end > from ? clean(view, { start: from, end }) : null;
}

/** Words of a noun phrase that no mark ends: a noun with what agrees with it or is its genitive. */
const MAX_PHRASE = 4;

function nounPhrase(view: View, from: number, limit: number): Range | null {
  const [article] = view.words.grammar.nounPrefixes;
  if (from >= limit || view.tokens[from]!.kind !== 'word' || !article) return null;
  let end = from + 1;
  const genitive = voiceNoun(view, from) !== undefined && !view.key[from]!.startsWith(article);
  const definite = view.key[from]!.startsWith(article) || genitive;
  while (definite && end < limit && end - from < MAX_PHRASE && view.key[end]!.startsWith(article)) end++;
  if (genitive && end === from + 1 && view.words.voices.adjectives.has(view.key[end]!)) end++;
  return clean(view, { start: from, end });
}
