import { hashString } from '../lib/feature-hash.ts';
import type { Model } from '../lib/model-file.ts';

/**
 * What the statistical models know of a word form, worked out once and kept: hashes of the form, of its lower-case form,
 * of its ends, its shape, and the clusters of words that stand in like company.
 */
export interface Form {
  /** The word as it was given. */
  readonly text: string;
  /** In small letters, apostrophes straight, signs that do not show left out, cut at 48 code units. */
  readonly lower: string;
  readonly hash: number;
  readonly lowerHash: number;
  /** Hashes of the first one to four letters, lower case; shorter words repeat their longest. */
  readonly prefix: readonly [number, number, number, number];
  /** Hashes of the last one to five letters, lower case. */
  readonly suffix: readonly [number, number, number, number, number];
  /** Hash of the shape, runs made one: "Xx", "X", "d-d". */
  readonly shape: number;
  /** Bits of `SHAPE`. */
  readonly flags: number;
  /** Cluster of the lower-case form in each clustering, coarse first; −1 for a word that none holds. */
  readonly clusters: readonly number[];
}

/** What a form is made of. */
export const SHAPE = {
  capital: 1,
  allCapitals: 2,
  digit: 4,
  hyphen: 8,
  noLetter: 16,
  dot: 32,
  mixedCase: 64,
} as const;

/** Forms kept; a text of ever new words starts the memory afresh rather than filling it. */
const MOST_FORMS = 60_000;
/** Longer words are cut for their hashes and shapes: a "word" of a megabyte is read in constant time. */
const LONGEST = 48;

/** Gives the form of a word, from memory where it was seen before. */
export type Forms = (word: string) => Form;

/** Makes the memory of forms. `clusters` is a model with one row table "clusters": column = clustering, value = cluster. */
export function formsOf(clusters: Model | null): Forms {
  const known = new Map<string, Form>();
  const width = clusters ? (clusters.info as { clusterings: number }).clusterings : 0;
  return (word) => {
    const seen = known.get(word);
    if (seen) return seen;
    if (known.size >= MOST_FORMS) known.clear();
    const form = makeForm(word, clusters, width);
    if (word.length <= LONGEST) known.set(word, form);
    return form;
  };
}

function makeForm(word: string, clusters: Model | null, width: number): Form {
  const text = plain(word.length > LONGEST ? word.slice(0, LONGEST) : word);
  const lower = text.toLowerCase();
  const lowerHash = hashString(lower);
  const table = clusters?.rows.clusters;
  const end = lower.length;
  const first = (n: number): number => hashString(lower, 0, Math.min(n, end));
  const last = (n: number): number => hashString(lower, Math.max(0, end - n), end);
  return {
    text: word,
    lower,
    hash: hashString(text),
    lowerHash,
    prefix: [first(1), first(2), first(3), first(4)],
    suffix: [last(1), last(2), last(3), last(4), last(5)],
    shape: hashString(shapeOf(text)),
    flags: flagsOf(text),
    clusters: Array.from({ length: width }, (_, c) => table?.get(lowerHash, c, -1) ?? -1),
  };
}

/** Apostrophes of print, and signs that do not show, in a word with a letter: it is the same word without them. */
const APOSTROPHES = /[\u2019\u02BC]/g;
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const TO_PLAIN = /[\u2019\u02BC\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

/** "don’t" → "don't"; a quotation mark that stands alone stays what it is. */
const plain = (text: string): string =>
  TO_PLAIN.test(text) && LETTER.test(text) ? text.replace(UNSEEN, '').replace(APOSTROPHES, "'") : text;

const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;
const DIGIT = /\p{N}/u;

/** "Homs" → "Xx", "U.S." → "X.X.", "1,200" → "d,d"; letters without case are "a". */
function shapeOf(text: string): string {
  let shape = '';
  let last = '';
  for (const c of text) {
    const s = UPPER.test(c) ? 'X' : LOWER.test(c) ? 'x' : LETTER.test(c) ? 'a' : DIGIT.test(c) ? 'd' : c;
    if (s !== last) shape += s;
    last = s;
  }
  return shape;
}

function flagsOf(text: string): number {
  const letters = LETTER.test(text);
  const lower = LOWER.test(text);
  const upper = UPPER.test(text);
  const capital = /^\p{Lu}/u.test(text);
  return (
    (capital ? SHAPE.capital : 0) |
    (upper && !lower && text.length > 1 ? SHAPE.allCapitals : 0) |
    (DIGIT.test(text) ? SHAPE.digit : 0) |
    (text.includes('-') ? SHAPE.hyphen : 0) |
    (letters ? 0 : SHAPE.noLetter) |
    (text.includes('.') ? SHAPE.dot : 0) |
    (/\p{Ll}\p{Lu}/u.test(text) ? SHAPE.mixedCase : 0)
  );
}
