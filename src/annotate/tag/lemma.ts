import { hash2, hashString } from '../../lib/feature-hash.ts';
import type { Model } from '../../lib/model-file.ts';
import type { RowTable } from '../../lib/model-rows.ts';

/** Gives the dictionary form of a word as UD English writes it: "shelled" (VERB, VBD) → "shell", "Iraqis" → "Iraqi". */
export interface Lemmatiser {
  lemma(form: string, upos: string, xpos: string): string;
}

/** What a lemmatiser's model says of itself: its edits by number. */
export interface LemmaInfo {
  readonly edits: readonly Edit[];
  /** By Penn tag, edits that make other forms of a lemma: one of them has to be a known word too ("shell": "shells"). */
  readonly proofs: Readonly<Record<string, readonly Edit[]>>;
}
/** How many letters go from a word's end and what is put in their place. */
export type Edit = readonly [cut: number, add: string];

/** Tells words that the clusters hold from others: small letters, without regard to context. */
export function knownFrom(clusters: Model): (word: string) => boolean {
  const table = clusters.rows.clusters!;
  return (word) => table.has(hashString(word));
}

/** What becomes of a word's letter case; numbers as the model's second list gives them. */
export const CASES = { lower: 0, keep: 1, title: 2 } as const;

/** The two lists of decisions: how the word's end changes, and its letter case. */
export const LISTS = { edit: 1, letterCase: 2 } as const;

/** Endings that decide are this long at most; a longer word counts whole only up to `LONGEST`. */
export const LONGEST_ENDING = 7;
export const LONGEST = 40;
/** Stands before a whole word, so that "red" is not every word in -red. */
const WHOLE = 0x5e;

/** Key of a decision on words of a class that end in the last `length` letters of `lower`; −1: on the word itself. */
export function decisionKey(list: number, wordClass: number, lower: string, length: number): number {
  if (length < 0) return hash2(list, wordClass ^ WHOLE, hashString(lower));
  return hash2(list, wordClass, hashString(lower, Math.max(0, lower.length - length)));
}

/** Class of a word for its edit: its tags. */
export const editClass = (upos: string, xpos: string): number => hashString(`${upos}|${xpos}`);
/** Class of a word for its case: its tags and how it is written. */
export const caseClass = (upos: string, xpos: string, form: string): number =>
  hashString(`${upos}|${xpos} ${caseOf(form)}`);

/** "x" without capitals, "X" one capital letter, "XX" all capitals, "Xx" a capital first, "xX" else. */
function caseOf(form: string): string {
  const lower = form.toLowerCase();
  if (form === lower) return 'x';
  if (form === form.toUpperCase()) return form.length > 1 ? 'XX' : 'X';
  return form.slice(1) === lower.slice(1) ? 'Xx' : 'xX';
}

/**
 * Makes a lemmatiser from lists of decisions by ending, the longest that the model knows first (after Chrupała 2006); an
 * ending that makes no known word gives way to a shorter one that does ("provoked" → "provoke", not "provok").
 * `isKnown` is `knownFrom` the clusters; without it the longest ending decides. Classes that training has not seen leave the
 * word as it is, in small letters unless it is a name.
 */
export function lemmatiserFrom(model: Model, isKnown: (word: string) => boolean = () => true): Lemmatiser {
  const { edits, proofs } = model.info as LemmaInfo;
  const table = model.rows.decisions!;
  const isGood = (lemma: string, xpos: string): boolean =>
    isKnown(lemma) && (proofs[xpos]?.some((proof) => isKnown(edited(lemma, proof))) ?? true);
  return {
    lemma(form, upos, xpos) {
      const lower = form.toLowerCase();
      if (form.length > LONGEST || lower.length !== form.length) return form;
      const edit = firstThat(table, editClass(upos, xpos), lower, (e) =>
        isGood(edited(lower, edits[e]!), xpos),
      );
      const small = edited(lower, edits[edit]!);
      const how = decide(table, LISTS.letterCase, caseClass(upos, xpos, form), lower);
      if (how === CASES.lower || (how < 0 && upos !== 'PROPN')) return small;
      if (how === CASES.title) return small.charAt(0).toUpperCase() + small.slice(1);
      return edited(form, edits[edit]!);
    },
  };
}

const edited = (word: string, [cut, add]: Edit): string =>
  word.slice(0, Math.max(0, word.length - cut)) + add;

/** The decision on the word itself, else on its longest ending in the list; −1 when its class has none. */
function decide(table: RowTable, list: number, wordClass: number, lower: string): number {
  for (let length = -1; ; length = length < 0 ? Math.min(LONGEST_ENDING, lower.length) : length - 1) {
    const found = table.get(decisionKey(list, wordClass, lower, length), 0, 0);
    if (found > 0) return found - 1;
    if (length === 0) return -1;
  }
}

/** The edit of the word itself, else of the longest ending whose edit is `good`, else of the longest ending. */
function firstThat(
  table: RowTable,
  wordClass: number,
  lower: string,
  good: (edit: number) => boolean,
): number {
  const whole = table.get(decisionKey(LISTS.edit, wordClass, lower, -1), 0, 0);
  if (whole > 0) return whole - 1;
  let first = -1;
  for (let length = Math.min(LONGEST_ENDING, lower.length); length >= 0; length--) {
    const edit = table.get(decisionKey(LISTS.edit, wordClass, lower, length), 0, 0) - 1;
    if (edit < 0) continue;
    if (good(edit)) return edit;
    if (first < 0) first = edit;
  }
  return Math.max(0, first);
}
