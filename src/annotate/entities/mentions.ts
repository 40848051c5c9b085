import type { Mention, MentionKind, Sentence, Word } from '../../doc/index.ts';
import type { NameType } from './labels.ts';
import type { EntityRecogniser } from './recogniser.ts';

/** What a statistical name is in the record; nothing in it shows a public role or the sort of a body. */
const KIND: Readonly<Record<NameType, MentionKind>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'location',
};

/**
 * Statistical names of one article, in text order and disjoint: `by` is "statistic", no candidates, no public role. `words`
 * is the layer of words; sentences without words give none.
 */
export function statisticalMentions(
  text: string,
  words: readonly Word[],
  sentences: readonly Sentence[],
  recogniser: EntityRecogniser,
): Mention[] {
  const firsts = firstWords(words, sentences.length);
  const forms = sentences.map((_, s) => words.slice(firsts[s]!, firsts[s + 1]!).map((w) => w.form));
  return recogniser.find(forms).map(({ sentence, first, last, type }): Mention => {
    const { start } = words[firsts[sentence]! + first]!;
    const { end } = words[firsts[sentence]! + last - 1]!;
    return {
      start,
      end,
      text: text.slice(start, end),
      kind: KIND[type],
      candidates: [],
      publicRole: false,
      by: 'statistic',
    };
  });
}

/** Index of each sentence's first word; one more at the end. */
function firstWords(words: readonly Word[], sentences: number): Int32Array {
  const firsts = new Int32Array(sentences + 1);
  let at = 0;
  for (let s = 0; s <= sentences; s++) {
    while (at < words.length && words[at]!.sentence < s) at++;
    firsts[s] = at;
  }
  return firsts;
}
