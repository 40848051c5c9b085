import { hash1, hash2, hash3 } from '../lib/feature-hash.ts';
import type { Model } from '../lib/model-file.ts';
import type { RowTable } from '../lib/model-rows.ts';
import { type Form, type Forms, SHAPE } from './forms.ts';

/**
 * Truecasing (Lita et al. 2003): headlines and wires in capitals are given the case of running text before they are
 * tagged, since capitals tell names from words. An averaged perceptron picks the case of each word from left to right.
 */

/** How a sentence shouts: all in capitals, or with a capital on every longer word as headlines have it. */
export type Shouting = 'capitals' | 'titles';

const LETTERS = /\p{L}/gu;
const CASED = /\p{Lu}|\p{Ll}/u;
/** Words of two letters and more in capitals that a sentence needs, and their share. */
const MIN_CAPITALS = 3;
const CAPITALS_SHARE = 0.75;
/** Words of four letters and more with a capital that a headline needs, and their share: it keeps short words small. */
const MIN_TITLES = 4;
const TITLES_SHARE = 0.8;
const TITLE_LETTERS = 4;

/** Whether the words of one sentence shout, and how; `null` for ordinary case and for scripts without case. */
export function isShouting(words: readonly string[]): Shouting | null {
  let upper = 0;
  let counted = 0;
  let titles = 0;
  let long = 0;
  for (const word of words) {
    if (word.length > LONGEST || !CASED.test(word)) continue;
    const letters = word.match(LETTERS)?.length ?? 0;
    if (letters < 2) continue;
    counted++;
    if (word === word.toUpperCase()) upper++;
    if (letters < TITLE_LETTERS) continue;
    long++;
    if (/^\p{Lu}/u.test(word)) titles++;
  }
  if (upper >= MIN_CAPITALS && upper >= counted * CAPITALS_SHARE) return 'capitals';
  const isTitle = titles >= MIN_TITLES && titles >= long * TITLES_SHARE && words.at(-1) !== '.';
  return isTitle ? 'titles' : null;
}

/** Cases that the model tells apart; the column in its table. */
export const CASES = { lower: 0, capital: 1, upper: 2 } as const;
/** Stands for the case before the first word. */
const NO_CASE = 3;
/** Longer words keep their case. */
const LONGEST = 48;
/** Most keys that `caseFeatures` writes. */
export const MOST_CASE_FEATURES = 40;

/**
 * The words of a shouting sentence in the case of running text, each as long as before. The first keeps a capital; words
 * whose case still tells something (in a headline: small ones and acronyms) stay as they are.
 */
export function truecase(
  words: readonly string[],
  shouting: Shouting,
  model: Model,
  formOf: Forms,
): string[] {
  const table = model.rows.weights;
  if (!table) return [...words];
  const forms = words.map((word) => formOf(word.length > LONGEST ? '' : word.toLowerCase()));
  const scores = new Int32Array(NO_CASE);
  const keys = new Int32Array(MOST_CASE_FEATURES);
  let last: number = NO_CASE;
  let beforeLast: number = NO_CASE;
  return words.map((word, i) => {
    const kept = keptCase(word, shouting);
    const cased = kept ?? bestCase(table, forms, i, last, beforeLast, keys, scores);
    if (cased !== NO_CASE) [beforeLast, last] = [last, cased];
    return kept === null ? inCase(word, cased, i === 0) : word;
  });
}

/** "U.N.", "J.": never written small inside running text but for the hours of the day. */
const INITIALS = /^(?:\p{Lu}\.)+\p{Lu}?$/u;

/** The case of a word that is not to be changed, or `null` for one that the model decides. */
function keptCase(word: string, shouting: Shouting): number | null {
  const cased = caseOf(word);
  if (cased === NO_CASE || word.length > LONGEST) return NO_CASE;
  if (cased === CASES.lower || INITIALS.test(word)) return cased;
  return shouting === 'titles' && cased === CASES.upper ? cased : null;
}

/** The case of a word as written; mixed ones count by their first letter. 3 for a word without case. */
export function caseOf(word: string): number {
  if (!CASED.test(word)) return NO_CASE;
  if (!/\p{Lu}/u.test(word)) return CASES.lower;
  if (/\p{Ll}/u.test(word) || word.match(LETTERS)?.length === 1)
    return /^\P{L}*\p{Lu}/u.test(word) ? CASES.capital : CASES.lower;
  return CASES.upper;
}

function bestCase(
  table: RowTable,
  forms: readonly Form[],
  i: number,
  last: number,
  beforeLast: number,
  keys: Int32Array,
  scores: Int32Array,
): number {
  scores.fill(0);
  table.add(keys, caseFeatures(forms, i, last, beforeLast, keys), scores);
  let best = 0;
  for (let c = 1; c < scores.length; c++) if (scores[c]! > scores[best]!) best = c;
  return best;
}

/** A word in the case chosen; unchanged where another case has another length ("ß"). */
function inCase(word: string, cased: number, first: boolean): string {
  if (cased === CASES.upper) return word;
  const lower = word.toLowerCase();
  const capital = cased === CASES.capital || first;
  const out = capital ? lower.replace(/\p{L}/u, (letter) => letter.toUpperCase()) : lower;
  return out.length === word.length ? out : word;
}

/** What of a form's shape the case does not show in. */
const SEEN = SHAPE.digit | SHAPE.dot | SHAPE.hyphen;

/**
 * Writes the keys of a word's features and returns their number. `forms` are those of the lower-case words, so that the
 * case to be found shows in none; `last` and `beforeLast` are the cases of the words before.
 */
export function caseFeatures(
  forms: readonly Form[],
  i: number,
  last: number,
  beforeLast: number,
  keys: Int32Array,
): number {
  const { lowerHash: own, suffix, prefix, flags, text } = forms[i]!;
  const before = forms[i - 1]?.lowerHash ?? 0;
  const after = forms[i + 1]?.lowerHash ?? 0;
  let n = 0;
  keys[n++] = hash1(1, own);
  keys[n++] = hash2(2, own, before);
  keys[n++] = hash2(3, own, after);
  keys[n++] = hash1(4, before);
  keys[n++] = hash1(5, after);
  keys[n++] = hash1(6, suffix[2]);
  keys[n++] = hash1(7, suffix[1]);
  keys[n++] = hash1(8, prefix[2]);
  keys[n++] = hash2(9, own, last);
  keys[n++] = hash2(10, last, beforeLast);
  keys[n++] = hash3(11, before, after, last);
  keys[n++] = hash2(12, flags & SEEN, Math.min(text.length, 8));
  keys[n++] = hash1(13, i === 0 ? 1 : 0);
  return clusterFeatures(forms, i, last, keys, n);
}

function clusterFeatures(
  forms: readonly Form[],
  i: number,
  last: number,
  keys: Int32Array,
  from: number,
): number {
  let n = from;
  const { clusters, suffix } = forms[i]!;
  const before = forms[i - 1]?.clusters ?? [];
  const after = forms[i + 1]?.clusters ?? [];
  for (let c = 0; c < clusters.length; c++) {
    const own = clusters[c]! + 2;
    const left = (before[c] ?? -2) + 2;
    const right = (after[c] ?? -2) + 2;
    const t = 20 + c * 8;
    keys[n++] = hash1(t, own);
    keys[n++] = hash2(t + 1, own, last);
    keys[n++] = hash1(t + 2, left);
    keys[n++] = hash1(t + 3, right);
    keys[n++] = hash3(t + 4, own, left, right);
    if (own === 1) keys[n++] = hash2(t + 5, suffix[2], last);
  }
  return n;
}
