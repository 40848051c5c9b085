import { hash1, hash2, hash3, hash4 } from '../../lib/feature-hash.ts';
import type { RowTable } from '../../lib/model-rows.ts';
import { type Form, type Forms, SHAPE } from '../forms.ts';

/**
 * Features of the tagger (after Ratnaparkhi 1996, Collins 2002 and Toutanova et al. 2003): what a word looks like, what
 * stands two words to either side, and, in the second pass, the tags that the first pass gave on both sides. The trainer
 * and the tagger fill the same keys from here.
 */

/** Most keys that `wordFeatures` and then `tagFeatures` write for one word. */
export const MOST_FEATURES = 128;

/** Words beyond the sentence's ends that features look at. */
const MARGIN = 2;
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

/** What the tags of training say of a form: the row table's class, by the form as written, else in lower case. */
export const classFrom =
  (table: RowTable) =>
  (form: Form): number =>
    table.get(form.lowerHash, 0, NONE);

/** Writes the keys of the word at `i` that need no tags into `keys` from 0; gives their number. */
export function wordFeatures({ forms, classes, kind }: SentenceForms, i: number, keys: Int32Array): number {
  const at = i + MARGIN;
  const l2 = forms[at - 2]!;
  const l1 = forms[at - 1]!;
  const w = forms[at]!;
  const r1 = forms[at + 1]!;
  const r2 = forms[at + 2]!;
  const cl2 = classes[at - 2]!;
  const cl1 = classes[at - 1]!;
  const c = classes[at]!;
  const cr1 = classes[at + 1]!;
  const cr2 = classes[at + 2]!;
  const [g0, g1, g2, g3] = w.clusters as [number, number, number, number];
  const [p0, p1, p2, p3] = l1.clusters as [number, number, number, number];
  const [q0, q1, q2, q3] = r1.clusters as [number, number, number, number];
  const pp = l2.clusters as [number, number, number, number];
  const qq = r2.clusters as [number, number, number, number];
  const s2 = w.suffix[1];
  const s3 = w.suffix[2];
  const first = at === MARGIN ? 1 : 0;
  const look = (w.flags << 3) | (first << 2) | (kind === 1 || kind === 4 ? 1 : 0);
  let n = 0;
  keys[n++] = 1;
  keys[n++] = hash1(1, w.hash);
  keys[n++] = hash1(2, w.lowerHash);
  keys[n++] = hash1(3, w.prefix[0]);
  keys[n++] = hash1(4, w.prefix[1]);
  keys[n++] = hash1(5, w.prefix[2]);
  keys[n++] = hash1(6, w.prefix[3]);
  keys[n++] = hash1(7, w.suffix[0]);
  keys[n++] = hash1(8, s2);
  keys[n++] = hash1(9, s3);
  keys[n++] = hash1(10, w.suffix[3]);
  keys[n++] = hash1(11, w.suffix[4]);
  keys[n++] = hash2(12, w.shape, first);
  keys[n++] = hash1(13, look);
  keys[n++] = hash2(14, s3, look);
  keys[n++] = hash1(15, g0);
  keys[n++] = hash1(16, g1);
  keys[n++] = hash1(17, g2);
  keys[n++] = hash1(18, g3);
  keys[n++] = hash2(19, g3, look);
  keys[n++] = hash2(20, g1, look);
  keys[n++] = hash1(21, l1.lowerHash);
  keys[n++] = hash1(22, r1.lowerHash);
  keys[n++] = hash1(23, l2.lowerHash);
  keys[n++] = hash1(24, r2.lowerHash);
  keys[n++] = hash2(25, l1.lowerHash, w.lowerHash);
  keys[n++] = hash2(26, w.lowerHash, r1.lowerHash);
  keys[n++] = hash2(27, l1.lowerHash, r1.lowerHash);
  keys[n++] = hash2(28, l2.lowerHash, l1.lowerHash);
  keys[n++] = hash2(29, r1.lowerHash, r2.lowerHash);
  keys[n++] = hash1(30, p0);
  keys[n++] = hash1(31, p1);
  keys[n++] = hash1(32, p2);
  keys[n++] = hash1(33, p3);
  keys[n++] = hash1(34, q0);
  keys[n++] = hash1(35, q1);
  keys[n++] = hash1(36, q2);
  keys[n++] = hash1(37, q3);
  keys[n++] = hash1(38, pp[1]);
  keys[n++] = hash1(39, pp[3]);
  keys[n++] = hash1(40, qq[1]);
  keys[n++] = hash1(41, qq[3]);
  keys[n++] = hash2(42, p3, g3);
  keys[n++] = hash2(43, g3, q3);
  keys[n++] = hash3(44, p3, g3, q3);
  keys[n++] = hash2(45, p3, q3);
  keys[n++] = hash2(46, w.lowerHash, q3);
  keys[n++] = hash2(47, w.lowerHash, p3);
  keys[n++] = hash1(48, l1.suffix[2]);
  keys[n++] = hash1(49, r1.suffix[2]);
  keys[n++] = hash1(50, r1.suffix[1]);
  keys[n++] = hash2(51, s3, l1.lowerHash);
  keys[n++] = hash2(52, s3, r1.lowerHash);
  keys[n++] = hash2(53, s3, q3);
  keys[n++] = hash2(54, s2, p3);
  keys[n++] = hash3(55, look, l1.flags, r1.flags);
  keys[n++] = hash1(56, c);
  keys[n++] = hash1(57, cl1);
  keys[n++] = hash1(58, cr1);
  keys[n++] = hash1(59, cl2);
  keys[n++] = hash1(60, cr2);
  keys[n++] = hash2(61, cl1, c);
  keys[n++] = hash2(62, c, cr1);
  keys[n++] = hash3(63, cl1, c, cr1);
  keys[n++] = hash2(64, cl1, w.lowerHash);
  keys[n++] = hash2(65, cr1, w.lowerHash);
  keys[n++] = hash3(66, cl2, cl1, c);
  keys[n++] = hash3(67, c, cr1, cr2);
  keys[n++] = hash2(68, c, look);
  keys[n++] = hash2(69, kind, w.lowerHash);
  keys[n++] = hash3(70, l1.lowerHash, w.lowerHash, r1.lowerHash);
  keys[n++] = hash3(71, cl1, w.lowerHash, cr1);
  keys[n++] = hash3(72, s3, cl1, cr1);
  return n;
}

/** Tags as `tagFeatures` reads them: class of each word, shifted by `MARGIN`, `NONE_TAG` beyond the ends. */
export const NONE_TAG = 255;

/** Writes the keys that look at the first pass's tags into `keys` from 0; gives their number. `tags[i]` is of word i. */
export function tagFeatures(
  { forms, kind }: SentenceForms,
  i: number,
  tags: Uint8Array,
  near: NearVerbs,
  keys: Int32Array,
): number {
  const at = i + MARGIN;
  const w = forms[at]!;
  const l1 = forms[at - 1]!;
  const r1 = forms[at + 1]!;
  const g3 = w.clusters[3]!;
  const size = forms.length - 2 * MARGIN;
  const t = tags[i]!;
  const tl1 = i > 0 ? tags[i - 1]! : NONE_TAG;
  const tl2 = i > 1 ? tags[i - 2]! : NONE_TAG;
  const tl3 = i > 2 ? tags[i - 3]! : NONE_TAG;
  const tr1 = i + 1 < size ? tags[i + 1]! : NONE_TAG;
  const tr2 = i + 2 < size ? tags[i + 2]! : NONE_TAG;
  const tr3 = i + 3 < size ? tags[i + 3]! : NONE_TAG;
  const lw = near.left[i]!;
  const rw = near.right[i]!;
  let n = 0;
  keys[n++] = hash1(101, t);
  keys[n++] = hash1(102, tl1);
  keys[n++] = hash1(103, tr1);
  keys[n++] = hash1(104, tl2);
  keys[n++] = hash1(105, tr2);
  keys[n++] = hash2(106, tl2, tl1);
  keys[n++] = hash2(107, tr1, tr2);
  keys[n++] = hash2(108, tl1, tr1);
  keys[n++] = hash2(109, t, tl1);
  keys[n++] = hash2(110, t, tr1);
  keys[n++] = hash3(111, tl1, t, tr1);
  keys[n++] = hash2(112, tl1, w.lowerHash);
  keys[n++] = hash2(113, tr1, w.lowerHash);
  keys[n++] = hash3(114, tl1, w.lowerHash, tr1);
  keys[n++] = hash3(115, tl2, tl1, w.lowerHash);
  keys[n++] = hash3(116, w.lowerHash, tr1, tr2);
  keys[n++] = hash3(117, w.suffix[2], tl1, tr1);
  keys[n++] = hash3(118, tl2, tl1, t);
  keys[n++] = hash3(119, t, tr1, tr2);
  keys[n++] = hash4(120, tl2, tl1, tr1, tr2);
  keys[n++] = hash3(121, tl3, tl2, tl1);
  keys[n++] = hash3(122, tr1, tr2, tr3);
  keys[n++] = hash2(123, l1.lowerHash, tr1);
  keys[n++] = hash2(124, tl1, r1.lowerHash);
  keys[n++] = hash3(125, tl1, g3, tr1);
  keys[n++] = hash2(126, t, w.lowerHash);
  keys[n++] = hash2(127, t, w.suffix[2]);
  keys[n++] = hash2(128, t, kind);
  keys[n++] = hash2(129, lw, t);
  keys[n++] = hash2(130, rw, t);
  keys[n++] = hash3(131, lw, t, rw);
  keys[n++] = hash2(132, lw, w.suffix[1]);
  keys[n++] = hash2(133, near.leftTag[i]!, t);
  keys[n++] = hash2(134, near.rightTag[i]!, t);
  keys[n++] = hash3(135, near.leftTag[i]!, t, near.rightTag[i]!);
  keys[n++] = hash2(136, near.leftTag[i]!, w.lowerHash);
  keys[n++] = hash2(137, near.rightTag[i]!, w.lowerHash);
  return n;
}

/** The nearest verb or modal to the left and to the right of each word, by the first pass: its form and its tag. */
export interface NearVerbs {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly leftTag: readonly number[];
  readonly rightTag: readonly number[];
}

/** Finds the nearest verbs. `isVerb` says which classes of tag are of verbs. */
export function nearVerbs(
  { forms }: SentenceForms,
  tags: Uint8Array,
  isVerb: Uint8Array,
  size: number,
): NearVerbs {
  const near = {
    left: new Array<number>(size).fill(0),
    right: new Array<number>(size).fill(0),
    leftTag: new Array<number>(size).fill(NONE_TAG),
    rightTag: new Array<number>(size).fill(NONE_TAG),
  };
  for (let i = 0, last = -1; i < size; i++) {
    if (last >= 0) {
      near.left[i] = forms[last + MARGIN]!.lowerHash;
      near.leftTag[i] = tags[last]!;
    }
    if (isVerb[tags[i]!]) last = i;
  }
  for (let i = size - 1, last = -1; i >= 0; i--) {
    if (last >= 0) {
      near.right[i] = forms[last + MARGIN]!.lowerHash;
      near.rightTag[i] = tags[last]!;
    }
    if (isVerb[tags[i]!]) last = i;
  }
  return near;
}
