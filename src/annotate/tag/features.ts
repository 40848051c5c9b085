import { hash1, hash2, hash3 } from '../../lib/feature-hash.ts';
import type { RowTable } from '../../lib/model-rows.ts';
import { type Form, type Forms, SHAPE } from '../forms.ts';

/**
 * Features of the tagger's words (after Ratnaparkhi 1996, Collins 2002 and Toutanova et al. 2003): what a word looks like
 * and what stands two words to either side. The trainer and the tagger fill the same keys from here.
 */

/** Most keys that `wordFeatures` or `tagFeatures` writes for one word. */
export const MOST_FEATURES = 128;

/** Words beyond the sentence's ends that features look at. */
export const MARGIN = 2;
/** Stands for a class of tags, a cluster or a tag where there is none. */
const NONE = 0;
/** Values of `SentenceForms.kind`. */
const OUTSIDE = 255;

/** A sentence laid out for its features: its forms with `MARGIN` blank ones at both ends, and what holds for all of it. */
export interface SentenceForms {
  readonly forms: readonly Form[];
  /** Class of the tags that each form bears in training, `NONE` for unseen forms; by place in `forms`. */
  readonly classes: readonly number[];
  /** 1 when every word with letters is in capitals, 2 when none has a capital, otherwise 0; plus 3 for a question. */
  readonly kind: number;
}

/** Lays a sentence out. `classOf` gives the class of a form's tags in training, 0 for none. */
export function sentenceForms(
  words: readonly string[],
  formOf: Forms,
  classOf: (form: Form) => number,
): SentenceForms {
  const forms: Form[] = [START, START];
  const classes: number[] = [OUTSIDE, OUTSIDE];
  for (const word of words) {
    const form = formOf(word);
    forms.push(form);
    classes.push(classOf(form));
  }
  forms.push(END, END);
  classes.push(OUTSIDE, OUTSIDE);
  return { forms, classes, kind: kindOf(forms, words) };
}

const blank = (mark: number): Form => ({
  text: '',
  lower: '',
  hash: mark,
  lowerHash: mark,
  prefix: [mark, mark, mark, mark],
  suffix: [mark, mark, mark, mark, mark],
  shape: mark,
  flags: 0,
  clusters: [-2, -2, -2, -2],
});
const START = blank(2);
const END = blank(3);

function kindOf(forms: readonly Form[], words: readonly string[]): number {
  let capitals = 0;
  let letters = 0;
  let shouting = 0;
  for (const { flags } of forms) {
    if (flags & SHAPE.noLetter) continue;
    letters++;
    if (flags & SHAPE.capital) capitals++;
    if (flags & SHAPE.allCapitals) shouting++;
  }
  letters -= 2 * MARGIN;
  const cased = letters > 1 && 2 * shouting > letters ? 1 : capitals === 0 ? 2 : 0;
  return cased + (words.at(-1) === '?' ? 3 : 0);
}

/** Class of the tags that a lower-case form bears in training, `NONE` for unseen forms. */
export const classFrom =
  (table: RowTable) =>
  (form: Form): number =>
    table.get(form.lowerHash, 0, NONE);

/** Writes the keys of the word at `i` that need no tags into `keys` from 0; gives their number. */
export function wordFeatures(sentence: SentenceForms, i: number, keys: Int32Array): number {
  const at = i + MARGIN;
  const look = lookAt(sentence, at);
  let n = 0;
  keys[n++] = 1;
  n = ownForm(sentence, at, look, keys, n);
  n = nearWords(sentence, at, keys, n);
  n = nearClusters(sentence, at, keys, n);
  n = nearEnds(sentence, at, look, keys, n);
  return tagClasses(sentence, at, look, keys, n);
}

/** Flags of a word, whether it comes first, whether all is in capitals. */
const lookAt = ({ forms, kind }: SentenceForms, at: number): number =>
  (forms[at]!.flags << 3) | (at === MARGIN ? 4 : 0) | (kind % 3 === 1 ? 1 : 0);

function ownForm({ forms }: SentenceForms, at: number, look: number, keys: Int32Array, from: number): number {
  const { hash, lowerHash, prefix, suffix, shape, clusters } = forms[at]!;
  let n = from;
  keys[n++] = hash1(1, hash);
  keys[n++] = hash1(2, lowerHash);
  for (let k = 0; k < 4; k++) keys[n++] = hash1(3 + k, prefix[k]!);
  for (let k = 0; k < 5; k++) keys[n++] = hash1(7 + k, suffix[k]!);
  keys[n++] = hash2(12, shape, at === MARGIN ? 1 : 0);
  keys[n++] = hash1(13, look);
  keys[n++] = hash2(14, suffix[2], look);
  for (let k = 0; k < 4; k++) keys[n++] = hash1(15 + k, clusters[k]!);
  keys[n++] = hash2(19, clusters[3]!, look);
  keys[n++] = hash2(20, clusters[1]!, look);
  return n;
}

function nearWords({ forms }: SentenceForms, at: number, keys: Int32Array, from: number): number {
  const l2 = forms[at - 2]!.lowerHash;
  const l1 = forms[at - 1]!.lowerHash;
  const w = forms[at]!.lowerHash;
  const r1 = forms[at + 1]!.lowerHash;
  const r2 = forms[at + 2]!.lowerHash;
  let n = from;
  keys[n++] = hash1(21, l1);
  keys[n++] = hash1(22, r1);
  keys[n++] = hash1(23, l2);
  keys[n++] = hash1(24, r2);
  keys[n++] = hash2(25, l1, w);
  keys[n++] = hash2(26, w, r1);
  keys[n++] = hash2(27, l1, r1);
  keys[n++] = hash2(28, l2, l1);
  keys[n++] = hash2(29, r1, r2);
  return n;
}

function nearClusters({ forms }: SentenceForms, at: number, keys: Int32Array, from: number): number {
  const { lowerHash, clusters } = forms[at]!;
  const l1 = forms[at - 1]!.clusters;
  const r1 = forms[at + 1]!.clusters;
  const p3 = l1[3]!;
  const g3 = clusters[3]!;
  const q3 = r1[3]!;
  let n = from;
  for (let k = 0; k < 4; k++) keys[n++] = hash1(30 + k, l1[k]!);
  for (let k = 0; k < 4; k++) keys[n++] = hash1(34 + k, r1[k]!);
  keys[n++] = hash1(38, forms[at - 2]!.clusters[1]!);
  keys[n++] = hash1(39, forms[at - 2]!.clusters[3]!);
  keys[n++] = hash1(40, forms[at + 2]!.clusters[1]!);
  keys[n++] = hash1(41, forms[at + 2]!.clusters[3]!);
  keys[n++] = hash2(42, p3, g3);
  keys[n++] = hash2(43, g3, q3);
  keys[n++] = hash3(44, p3, g3, q3);
  keys[n++] = hash2(45, p3, q3);
  keys[n++] = hash2(46, lowerHash, q3);
  keys[n++] = hash2(47, lowerHash, p3);
  return n;
}

function nearEnds(
  { forms }: SentenceForms,
  at: number,
  look: number,
  keys: Int32Array,
  from: number,
): number {
  const l1 = forms[at - 1]!;
  const { suffix } = forms[at]!;
  const r1 = forms[at + 1]!;
  let n = from;
  keys[n++] = hash1(48, l1.suffix[2]);
  keys[n++] = hash1(49, r1.suffix[2]);
  keys[n++] = hash1(50, r1.suffix[1]);
  keys[n++] = hash2(51, suffix[2], l1.lowerHash);
  keys[n++] = hash2(52, suffix[2], r1.lowerHash);
  keys[n++] = hash2(53, suffix[2], r1.clusters[3]!);
  keys[n++] = hash2(54, suffix[1], l1.clusters[3]!);
  keys[n++] = hash3(55, look, l1.flags, r1.flags);
  return n;
}

function tagClasses(
  { forms, classes, kind }: SentenceForms,
  at: number,
  look: number,
  keys: Int32Array,
  from: number,
): number {
  const { lowerHash, suffix } = forms[at]!;
  const l2 = classes[at - 2]!;
  const l1 = classes[at - 1]!;
  const c = classes[at]!;
  const r1 = classes[at + 1]!;
  const r2 = classes[at + 2]!;
  let n = from;
  keys[n++] = hash1(56, c);
  keys[n++] = hash1(57, l1);
  keys[n++] = hash1(58, r1);
  keys[n++] = hash1(59, l2);
  keys[n++] = hash1(60, r2);
  keys[n++] = hash2(61, l1, c);
  keys[n++] = hash2(62, c, r1);
  keys[n++] = hash3(63, l1, c, r1);
  keys[n++] = hash2(64, l1, lowerHash);
  keys[n++] = hash2(65, r1, lowerHash);
  keys[n++] = hash3(66, l2, l1, c);
  keys[n++] = hash3(67, c, r1, r2);
  keys[n++] = hash2(68, c, look);
  keys[n++] = hash2(69, kind, lowerHash);
  keys[n++] = hash3(70, forms[at - 1]!.lowerHash, lowerHash, forms[at + 1]!.lowerHash);
  keys[n++] = hash3(71, l1, lowerHash, r1);
  keys[n++] = hash3(72, suffix[2], l1, r1);
  return n;
}
