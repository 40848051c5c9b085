import type { Mention, MentionKind, Sentence, Word } from '../../doc/index.ts';
import { BIT } from '../../lexicon/grammar.ts';
import type { LanguageWords } from '../../lexicon/index.ts';
import { wordKey } from '../../lexicon/key.ts';
import type { NameType } from './labels.ts';
import type { EntityRecogniser } from './recogniser.ts';

/** What a statistical name is in the record; nothing in it shows the sort of a body. */
const KIND: Readonly<Record<NameType, MentionKind>> = {
  PER: 'person',
  ORG: 'organisation',
  LOC: 'location',
};

/**
 * Statistical names of one article, in text order and disjoint: `by` is "statistic", no candidates. `words`
 * is the layer of words; sentences without words give none. With the words of the language, a public title before a person
 * shows a public role ("Ambassador to Doma Jo Doe"); without, none does.
 */
export function statisticalMentions(
  text: string,
  words: readonly Word[],
  sentences: readonly Sentence[],
  recogniser: EntityRecogniser,
  language: LanguageWords | null = null,
): Mention[] {
  const firsts = firstWords(words, sentences.length);
  const forms = sentences.map((_, s) => words.slice(firsts[s]!, firsts[s + 1]!).map((w) => w.form));
  return recogniser.find(forms).map(({ sentence, first, last, type }): Mention => {
    const at = firsts[sentence]! + first;
    const { start } = words[at]!;
    const { end } = words[firsts[sentence]! + last - 1]!;
    return {
      start,
      end,
      text: text.slice(start, end),
      kind: KIND[type],
      candidates: [],
      publicRole: type === 'PER' && language !== null && afterTitle(words, at, language),
      by: 'statistic',
    };
  });
}

/** Words between a title and the name at most: "Ambassador to the Republic of Doma". */
const MOST_BETWEEN = 5;
const CAPITAL = /^\p{Lu}/u;

/** Whether a public title stands before a name, with nothing but names, prepositions and determiners between. */
function afterTitle(words: readonly Word[], at: number, { voices, grammar }: LanguageWords): boolean {
  const { sentence } = words[at]!;
  for (let i = at - 1; i >= 0 && i >= at - 1 - MOST_BETWEEN && words[i]!.sentence === sentence; i--) {
    const { form } = words[i]!;
    if (voices.titles.get(form) === true) return true;
    const small = (grammar.classes(wordKey(form)) & (BIT.prepositions | BIT.determiners)) !== 0;
    if (!CAPITAL.test(form) && !small) return false;
  }
  return false;
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
