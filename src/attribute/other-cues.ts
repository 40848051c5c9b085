import { BIT } from '../lexicon/grammar.ts';
import { type Candidate, trimRange } from './candidate.ts';
import { contentRight, endsQuotation, objectRight } from './content.ts';
import { clean, phraseLeft } from './source-left.ts';
import { sourceRight } from './source-right.ts';
import { is, isCapital, isVerbish, type Range, type View } from './view.ts';
import { mayBeSource } from './voice.ts';

/** "According to X, …", "…, according to X", "…, according to X, …". */
export function fromPreposition(view: View, at: number, sentence: number, floor: number): Candidate | null {
  const { start, end } = view.sentences[sentence]!;
  const words = view.words.cues.prepositions
    .get(view.key[at]!)
    ?.find((w) => w.every((x, i) => view.key[at + i] === x));
  if (!words) return null;
  const cue = { start: at, end: at + words.length };
  const source = sourceRight(view, cue.end, end, at === start);
  if (!source) return null;
  const left = contentBefore(view, floor, at);
  const goesOn = view.key[source.end] === ',' || at === start;
  const right = goesOn ? contentRight(view, source.end, end) : null;
  const content = [left, right].filter((c) => c !== null);
  if (content.length === 0) return null;
  const lemma = words.join(' ');
  return {
    source,
    antecedent: null,
    dropped: false,
    relay: null,
    frame: null,
    cue,
    content,
    sentence,
    stance: 'asserted',
    priority: 1,
    lemma,
    by: 'preposition',
  };
}

function contentBefore(view: View, floor: number, at: number): Range | null {
  const last = view.key[at - 1] === ',' ? at - 2 : at - 1;
  if (endsQuotation(view, last)) {
    const { first } = view.quotations[view.quote[last]!]!;
    return trimRange(view, { start: Math.min(first, Math.max(floor, first)), end: last + 1 });
  }
  return floor < at ? trimRange(view, { start: floor, end: at }) : null;
}

/** "X reportedly fled": no source, and the clause on both sides of the adverb is the content. */
export function fromAdverb(view: View, at: number, sentence: number, floor: number): Candidate | null {
  const entry = view.words.cues.adverbs.get(view.key[at]!);
  if (!entry) return null;
  const { end } = view.sentences[sentence]!;
  const left = phraseLeft(view, auxiliaries(view, at, floor), floor);
  const content = [left && { start: left.start, end: at }, objectRight(view, at + 1, end)].filter(
    (c) => c !== null,
  );
  if (content.length === 0) return null;
  const cue = { start: at, end: at + 1 };
  const { stance, form: lemma } = entry;
  return {
    source: null,
    antecedent: null,
    dropped: false,
    relay: null,
    frame: null,
    cue,
    content,
    sentence,
    stance,
    priority: 2,
    lemma,
    by: 'adverb',
  };
}

function auxiliaries(view: View, at: number, floor: number): number {
  let i = at;
  while (i > floor && isVerbish(view, i - 1)) i--;
  return i;
}

/** "Doe's claim that …", "the allegation that …", "criticism of … by X". */
export function fromNoun(
  view: View,
  at: number,
  sentence: number,
  floor: number,
  limit: number,
): Candidate | null {
  const entry = view.words.cues.nouns.get(view.key[at]!);
  const opener = view.key[at + 1];
  if (!entry || !opener || !entry.takes.includes(opener)) return null;
  const source = possessor(view, at, floor);
  const isThat = is(view, at + 1, BIT.complementizers) || opener === 'to';
  if (!source && !isThat) return null;
  const content = objectRight(view, isThat ? at + 1 : at + 2, limit);
  if (!content) return null;
  const cue = { start: source ? source.end : at, end: isThat ? at + 1 : at + 2 };
  const { stance, lemma, states } = entry;
  return {
    source,
    antecedent: null,
    dropped: false,
    relay: null,
    frame: null,
    cue,
    content: [content],
    sentence,
    stance,
    states: states ?? true,
    priority: 2,
    lemma,
    by: 'noun',
  };
}

/** Words between a possessor and its noun: "Doe's repeated public claim". */
const MAX_ADJECTIVES = 3;
const POSSESSIVES: ReadonlySet<string> = new Set(["'s", "'"]);

function possessor(view: View, at: number, floor: number): Range | null {
  for (let i = at - 1; i >= floor && at - i <= MAX_ADJECTIVES + 1; i--) {
    if (POSSESSIVES.has(view.key[i]!)) {
      const phrase = phraseLeft(view, i, floor);
      return phrase && { start: phrase.start, end: i + 1 };
    }
    if (view.words.voices.possessives.has(view.key[i]!)) return { start: i, end: i + 1 };
    if (i === at - 1 && isCapital(view, i) && !is(view, i, BIT.determiners)) return capitals(view, i, floor);
    if (view.classes[i] !== 0 || view.tokens[i]!.kind !== 'word') return null;
  }
  return null;
}

/** A capitalised word that is no word of the closed classes at a sentence's start ("Despite US claims"). */
const isNamePart = (view: View, i: number): boolean => isCapital(view, i) && view.classes[i] === 0;

/** "Doma Council claims that": the name right before the noun. */
function capitals(view: View, last: number, floor: number): Range {
  let start = last;
  while (start > floor && last - start < MAX_HEADLINE_SOURCE && isNamePart(view, start - 1)) start--;
  return { start, end: last + 1 };
}

/** A source before a headline's colon has at most this many tokens. */
const MAX_HEADLINE_SOURCE = 7;

/** "Doma council: no one was hurt": a headline's colon. Only at the start of a block that is one sentence. */
export function fromColon(view: View, sentence: number): Candidate | null {
  const { start, end } = view.sentences[sentence]!;
  const block = view.blockOf[sentence];
  if (view.blockOf[sentence - 1] === block || view.blockOf[sentence + 1] === block) return null;
  let colon = start + 1;
  while (colon < end && colon - start <= MAX_HEADLINE_SOURCE && view.key[colon] !== ':') colon++;
  if (view.key[colon] !== ':' || view.quote[colon]! >= 0) return null;
  for (let i = start; i < colon; i++)
    if (isVerbish(view, i) || view.words.cues.verbs.has(view.key[i]!)) return null;
  const source = clean(view, { start, end: colon });
  const content = contentRight(view, colon + 1, end);
  if (!source || !content || !mayBeSource(view, source)) return null;
  if (source.end - source.start === 1 && view.words.voices.labels.has(view.key[source.start]!)) return null;
  const cue = { start: colon, end: colon + 1 };
  return {
    source,
    antecedent: null,
    dropped: false,
    relay: null,
    frame: null,
    cue,
    content: [content],
    sentence,
    stance: 'asserted',
    priority: 1,
    lemma: ':',
    by: 'headline',
  };
}
