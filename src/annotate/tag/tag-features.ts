import { hash1, hash2, hash3, hash4 } from '../../lib/feature-hash.ts';
import { MARGIN, type SentenceForms } from './features.ts';

/** Features of the tagger's second pass: the tags that the first pass gave on both sides, and the nearest verbs. */

/** Stands for a tag beyond the sentence's ends. */
const NONE_TAG = 255;

/** Writes the keys that look at the first pass's tags into `keys` from 0; gives their number. `tags[i]` is of word i. */
export function tagFeatures(
  sentence: SentenceForms,
  i: number,
  tags: Uint8Array,
  near: NearVerbs,
  keys: Int32Array,
): number {
  let n = tagWindow(sentence, i, tags, keys);
  n = tagsWithWords(sentence, i, tags, keys, n);
  return tagsWithVerbs(sentence, i, tags[i]!, near, keys, n);
}

const sizeOf = ({ forms }: SentenceForms): number => forms.length - 2 * MARGIN;
const tagAt = (tags: Uint8Array, i: number, size: number): number =>
  i >= 0 && i < size ? tags[i]! : NONE_TAG;

function tagWindow(sentence: SentenceForms, i: number, tags: Uint8Array, keys: Int32Array): number {
  const size = sizeOf(sentence);
  const { lowerHash: w, suffix } = sentence.forms[i + MARGIN]!;
  const t = tags[i]!;
  const l1 = tagAt(tags, i - 1, size);
  const l2 = tagAt(tags, i - 2, size);
  const r1 = tagAt(tags, i + 1, size);
  const r2 = tagAt(tags, i + 2, size);
  let n = 0;
  keys[n++] = hash1(101, t);
  keys[n++] = hash1(102, l1);
  keys[n++] = hash1(103, r1);
  keys[n++] = hash1(104, l2);
  keys[n++] = hash1(105, r2);
  keys[n++] = hash2(106, l2, l1);
  keys[n++] = hash2(107, r1, r2);
  keys[n++] = hash2(108, l1, r1);
  keys[n++] = hash2(109, t, l1);
  keys[n++] = hash2(110, t, r1);
  keys[n++] = hash3(111, l1, t, r1);
  keys[n++] = hash2(112, l1, w);
  keys[n++] = hash2(113, r1, w);
  keys[n++] = hash3(114, l1, w, r1);
  keys[n++] = hash3(115, l2, l1, w);
  keys[n++] = hash3(116, w, r1, r2);
  keys[n++] = hash3(117, suffix[2], l1, r1);
  keys[n++] = hash3(118, l2, l1, t);
  keys[n++] = hash3(119, t, r1, r2);
  keys[n++] = hash4(120, l2, l1, r1, r2);
  keys[n++] = hash3(121, tagAt(tags, i - 3, size), l2, l1);
  keys[n++] = hash3(122, r1, r2, tagAt(tags, i + 3, size));
  return n;
}

function tagsWithWords(
  sentence: SentenceForms,
  i: number,
  tags: Uint8Array,
  keys: Int32Array,
  from: number,
): number {
  const size = sizeOf(sentence);
  const { forms, kind } = sentence;
  const { lowerHash, suffix, clusters } = forms[i + MARGIN]!;
  const t = tags[i]!;
  const l1 = tagAt(tags, i - 1, size);
  const r1 = tagAt(tags, i + 1, size);
  let n = from;
  keys[n++] = hash2(123, forms[i + MARGIN - 1]!.lowerHash, r1);
  keys[n++] = hash2(124, l1, forms[i + MARGIN + 1]!.lowerHash);
  keys[n++] = hash3(125, l1, clusters[3]!, r1);
  keys[n++] = hash2(126, t, lowerHash);
  keys[n++] = hash2(127, t, suffix[2]);
  keys[n++] = hash2(128, t, kind);
  return n;
}

function tagsWithVerbs(
  { forms }: SentenceForms,
  i: number,
  tag: number,
  near: NearVerbs,
  keys: Int32Array,
  from: number,
): number {
  const { lowerHash, suffix } = forms[i + MARGIN]!;
  const left = near.left[i]!;
  const right = near.right[i]!;
  const leftTag = near.leftTag[i]!;
  const rightTag = near.rightTag[i]!;
  let n = from;
  keys[n++] = hash2(129, left, tag);
  keys[n++] = hash2(130, right, tag);
  keys[n++] = hash3(131, left, tag, right);
  keys[n++] = hash2(132, left, suffix[1]);
  keys[n++] = hash2(133, leftTag, tag);
  keys[n++] = hash2(134, rightTag, tag);
  keys[n++] = hash3(135, leftTag, tag, rightTag);
  keys[n++] = hash2(136, leftTag, lowerHash);
  keys[n++] = hash2(137, rightTag, lowerHash);
  return n;
}

/** The nearest verb or modal to the left and to the right of each word, by the first pass: its form and its tag. */
export interface NearVerbs {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly leftTag: readonly number[];
  readonly rightTag: readonly number[];
}

/** Finds the nearest verbs of the first `size` words. `isVerb` says which classes of tag are of verbs. */
export function nearVerbs(
  sentence: SentenceForms,
  tags: Uint8Array,
  isVerb: Uint8Array,
  size: number,
): NearVerbs {
  const left = new Array<number>(size).fill(0);
  const right = new Array<number>(size).fill(0);
  const leftTag = new Array<number>(size).fill(NONE_TAG);
  const rightTag = new Array<number>(size).fill(NONE_TAG);
  for (let i = 0, last = -1; i < size; i++) {
    if (last >= 0) note(left, leftTag, i, last);
    if (isVerb[tags[i]!]) last = i;
  }
  for (let i = size - 1, last = -1; i >= 0; i--) {
    if (last >= 0) note(right, rightTag, i, last);
    if (isVerb[tags[i]!]) last = i;
  }
  return { left, right, leftTag, rightTag };

  function note(words: number[], verbTags: number[], i: number, verb: number): void {
    words[i] = sentence.forms[verb + MARGIN]!.lowerHash;
    verbTags[i] = tags[verb]!;
  }
}
