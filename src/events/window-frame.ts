import type { Argument, Frame } from './frame.ts';
import { isPronoun, rangeOf, rangesOf } from './party.ts';
import type { Sentence } from './sentence.ts';
import { objectOf, type Phrase, type Prep, prepsAfter, subjectOf, subjectOfEarlier } from './subject.ts';
import { verbFirstFrame } from './verb-first.ts';

/** Who stands where around a verb, by elements. */
export interface WindowFrame {
  readonly subject: Phrase | null;
  readonly object: Phrase | null;
  readonly preps: readonly Prep[];
  readonly passive: boolean;
}

/** The frame of the verb group at `j` whose words end in element `end`, by windows over the elements. */
export function windowFrame(s: Sentence, j: number, end: number): Frame {
  const frame = elementFrame(s, j, end);
  const of = (p: Phrase | null) => (p ? rangesOf(s, p.at) : []);
  return {
    subject: of(frame.subject),
    object: of(frame.object),
    preps: argumentsOf(s, frame.preps, end),
    passive: frame.passive,
  };
}

/** Prepositional phrases as arguments of what ends in element `end`. */
export function argumentsOf(s: Sentence, preps: readonly Prep[], end: number): Argument[] {
  return preps.map((p) => ({
    key: s.words[s.els[p.prep]!.head]!.key,
    ranges: rangesOf(s, p.np),
    adjacent: p.prep === end + 1,
  }));
}

/** The same by elements. */
export function elementFrame(s: Sentence, j: number, end: number): WindowFrame {
  if (s.patterns.order === 'vso') return verbFirstFrame(s, j, end);
  const preps = prepsAfter(s.els, end);
  const grammatical = noPronoun(s, j, subjectOf(s.els, j));
  if (!s.els[j]!.verb!.passive)
    return { subject: grammatical, object: objectOf(s.els, end), preps, passive: false };
  const by = preps.find((p) => s.words[s.els[p.prep]!.head]!.cls === 'passive-by');
  return {
    subject: by ? { at: by.np, last: by.np } : null,
    object: grammatical,
    preps: preps.filter((p) => p !== by),
    passive: true,
  };
}

/** A pronoun stands for the subject of the verb before it, where there is one ("X said it bombed Y"). */
function noPronoun(s: Sentence, j: number, phrase: Phrase | null): Phrase | null {
  if (!phrase || !isPronoun(s.words, rangeOf(s.els[phrase.at]!))) return phrase;
  const earlier = subjectOfEarlier(s.els, phrase.at - 1, 1);
  if (!earlier || earlier.at >= j || isPronoun(s.words, rangeOf(s.els[earlier.at]!))) return null;
  return earlier;
}
