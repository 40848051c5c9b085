import type { Mention, Parse, Word } from '../../doc/index.ts';
import type { Harms } from '../../lexicon/harms.ts';
import { wordKey } from '../../lexicon/key.ts';
import type { Sentence } from '../sentence.ts';

/** A parsed sentence as the rules of harm see it; words are counted from its first. */
export interface Tree {
  readonly words: readonly Word[];
  /** Keys of the lemmas. */
  readonly lemmas: readonly string[];
  readonly forms: readonly string[];
  readonly heads: readonly number[];
  /** Relations without what stands after the colon, but for the passive subject. */
  readonly relations: readonly string[];
  readonly kids: readonly (readonly number[])[];
  /** Index of each word in the sentence of the event rules, −1 for none. */
  readonly at: readonly number[];
  readonly mentions: readonly (Mention | null)[];
  readonly sentence: Sentence;
  readonly harms: Harms;
}

/** Makes the tree of a sentence. */
export function treeOf(
  parse: Parse,
  words: readonly Word[],
  sentence: Sentence,
  mentions: readonly Mention[],
  harms: Harms,
): Tree {
  const own = words.slice(parse.first, parse.first + parse.heads.length);
  const kids: number[][] = own.map(() => []);
  parse.heads.forEach((h, i) => {
    if (h >= 0) kids[h]!.push(i);
  });
  const byStart = new Map(sentence.words.map((w, i) => [w.start, i]));
  const at = own.map((w) => byStart.get(w.start) ?? -1);
  return {
    words: own,
    lemmas: own.map((w) => wordKey(w.lemma ?? w.form)),
    forms: own.map((w) => wordKey(w.form)),
    heads: parse.heads,
    relations: parse.relations.map((r) => (r === 'nsubj:pass' || r === 'acl:relcl' ? r : r.split(':')[0]!)),
    kids,
    at,
    mentions: at.map((i) => mentions[sentence.words[i]?.mention ?? -1] ?? null),
    sentence,
    harms,
  };
}

/** Words that hang on `i` by one of the relations. */
export function kidsBy(t: Tree, i: number, ...relations: readonly string[]): number[] {
  return t.kids[i]!.filter((k) => relations.includes(t.relations[k]!));
}

/** Steps up a tree that a rule takes at most. */
export const MOST_STEPS = 6;

/** `i` with what is joined to it ("a man and his sons"), in text order. */
export function joined(t: Tree, i: number): number[] {
  return [i, ...kidsBy(t, i, 'conj')].sort((a, b) => a - b);
}
