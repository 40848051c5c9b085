import type { MorphologyTable } from '../../lexicon/morphology.ts';

/**
 * Gives a word's features as CoNLL-U writes them ("Mood=Ind|Tense=Past|VerbForm=Fin"), `''` for none: what its tags and
 * its form tell without the sentence.
 */
export type FeatsOf = (upos: string, xpos: string, form: string) => string;

/** Makes the reader of features from the table of a language. */
export function featsFrom({ tags, digits = {}, words }: MorphologyTable): FeatsOf {
  const byWord = new Map<string, string>();
  for (const { tag, forms, feats } of words) for (const form of forms) byWord.set(`${tag} ${form}`, feats);
  const byTag = new Map(Object.entries(tags));
  const byDigit = new Map(Object.entries(digits));
  return (upos, xpos, form) =>
    (form.length <= LONGEST ? byWord.get(`${upos} ${xpos} ${form.toLowerCase()}`) : undefined) ??
    (DIGIT.test(form.slice(0, LONGEST))
      ? (byDigit.get(`${upos} ${xpos}`) ?? byDigit.get(xpos))
      : undefined) ??
    byTag.get(`${upos} ${xpos}`) ??
    byTag.get(xpos) ??
    '';
}

/** Longer forms stand in no table. */
const LONGEST = 40;
const DIGIT = /\p{N}/u;
