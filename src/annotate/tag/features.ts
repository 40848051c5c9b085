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
  const { forms, classes } = sentence;
  const at = i + MARGIN;
  let n = ownFeatures(forms[at]!, classes[at]!, settingOf(sentence, i), keys, 0);
  for (const side of SIDES) n = sideFeatures(side, forms[at + side]!, classes[at + side]!, keys, n);
  return jointFeatures(sentence, i, keys, n);
}

/** Places whose words alone make features of the word at 0. */
export const SIDES = [-2, -1, 1, 2] as const;

/** What features of a form alone know of its sentence: its kind, and whether the form comes first. */
export const settingOf = ({ kind }: SentenceForms, i: number): number => 2 * kind + (i === 0 ? 1 : 0);

/** Flags of a word, whether it comes first, whether all is in capitals. */
const lookOf = (form: Form, setting: number): number =>
  (form.flags << 3) | ((setting & 1) << 2) | ((setting >> 1) % 3 === 1 ? 1 : 0);

/** Features of the form itself, the class of its tags and its setting. */
export function ownFeatures(form: Form, c: number, setting: number, keys: Int32Array, from: number): number {
  const { hash, lowerHash, prefix, suffix, shape, clusters } = form;
  const look = lookOf(form, setting);
  let n = from;
  keys[n++] = 1;
  keys[n++] = hash1(1, hash);
  keys[n++] = hash1(2, lowerHash);
  for (let k = 0; k < 4; k++) keys[n++] = hash1(3 + k, prefix[k]!);
  for (let k = 0; k < 5; k++) keys[n++] = hash1(7 + k, suffix[k]!);
  keys[n++] = hash2(12, shape, setting & 1);
  keys[n++] = hash1(13, look);
  keys[n++] = hash2(14, suffix[2], look);
  for (let k = 0; k < 4; k++) keys[n++] = hash1(15 + k, clusters[k]!);
  keys[n++] = hash2(19, clusters[3]!, look);
  keys[n++] = hash2(20, clusters[1]!, look);
  keys[n++] = hash1(56, c);
  keys[n++] = hash2(68, c, look);
  keys[n++] = hash2(69, setting >> 1, lowerHash);
  return n;
}

/** Features of the form at one of `SIDES` and of the class of its tags. */
export function sideFeatures(
  side: (typeof SIDES)[number],
  form: Form,
  c: number,
  keys: Int32Array,
  from: number,
): number {
  if (side === -2 || side === 2) return farFeatures(side, form, c, keys, from);
  const left = side < 0;
  const { lowerHash, clusters, suffix } = form;
  let n = from;
  keys[n++] = hash1(left ? 21 : 22, lowerHash);
  for (let k = 0; k < 4; k++) keys[n++] = hash1((left ? 30 : 34) + k, clusters[k]!);
  keys[n++] = hash1(left ? 48 : 49, suffix[2]);
  if (!left) keys[n++] = hash1(50, suffix[1]);
  keys[n++] = hash1(left ? 57 : 58, c);
  return n;
}

function farFeatures(side: -2 | 2, form: Form, c: number, keys: Int32Array, from: number): number {
  const left = side < 0;
  const { lowerHash, clusters } = form;
  let n = from;
  keys[n++] = hash1(left ? 23 : 24, lowerHash);
  keys[n++] = hash1(left ? 38 : 40, clusters[1]!);
  keys[n++] = hash1(left ? 39 : 41, clusters[3]!);
  keys[n++] = hash1(left ? 59 : 60, c);
  return n;
}

/** Features of two and three words together. */
export function jointFeatures(sentence: SentenceForms, i: number, keys: Int32Array, from: number): number {
  const at = i + MARGIN;
  const n = jointWords(sentence, at, keys, from);
  return jointClasses(sentence, at, keys, jointEnds(sentence, at, keys, n));
}

function jointWords({ forms }: SentenceForms, at: number, keys: Int32Array, from: number): number {
  const l2 = forms[at - 2]!.lowerHash;
  const l1 = forms[at - 1]!.lowerHash;
  const w = forms[at]!.lowerHash;
  const r1 = forms[at + 1]!.lowerHash;
  const r2 = forms[at + 2]!.lowerHash;
  let n = from;
  keys[n++] = hash2(25, l1, w);
  keys[n++] = hash2(26, w, r1);
  keys[n++] = hash2(27, l1, r1);
  keys[n++] = hash2(28, l2, l1);
  keys[n++] = hash2(29, r1, r2);
  keys[n++] = hash3(70, l1, w, r1);
  return n;
}

function jointEnds({ forms, kind }: SentenceForms, at: number, keys: Int32Array, from: number): number {
  const l1 = forms[at - 1]!;
  const { lowerHash, suffix, clusters } = forms[at]!;
  const r1 = forms[at + 1]!;
  const p3 = l1.clusters[3]!;
  const g3 = clusters[3]!;
  const q3 = r1.clusters[3]!;
  let n = from;
  keys[n++] = hash2(42, p3, g3);
  keys[n++] = hash2(43, g3, q3);
  keys[n++] = hash3(44, p3, g3, q3);
  keys[n++] = hash2(45, p3, q3);
  keys[n++] = hash2(46, lowerHash, q3);
  keys[n++] = hash2(47, lowerHash, p3);
  keys[n++] = hash2(51, suffix[2], l1.lowerHash);
  keys[n++] = hash2(52, suffix[2], r1.lowerHash);
  keys[n++] = hash2(53, suffix[2], q3);
  keys[n++] = hash2(54, suffix[1], p3);
  const look = lookOf(forms[at]!, 2 * kind + (at === MARGIN ? 1 : 0));
  keys[n++] = hash3(55, look, l1.flags, r1.flags);
  return n;
}

function jointClasses({ forms, classes }: SentenceForms, at: number, keys: Int32Array, from: number): number {
  const { lowerHash, suffix } = forms[at]!;
  const l2 = classes[at - 2]!;
  const l1 = classes[at - 1]!;
  const c = classes[at]!;
  const r1 = classes[at + 1]!;
  const r2 = classes[at + 2]!;
  let n = from;
  keys[n++] = hash2(61, l1, c);
  keys[n++] = hash2(62, c, r1);
  keys[n++] = hash3(63, l1, c, r1);
  keys[n++] = hash2(64, l1, lowerHash);
  keys[n++] = hash2(65, r1, lowerHash);
  keys[n++] = hash3(66, l2, l1, c);
  keys[n++] = hash3(67, c, r1, r2);
  keys[n++] = hash3(71, l1, lowerHash, r1);
  keys[n++] = hash3(72, suffix[2], l1, r1);
  return n;
}
