import { Folder, PLACES } from '../../lib/fold.ts';

const places = new Folder(PLACES);
/** Written in short or at length, the same place. */
const SHORT_FORMS: ReadonlyMap<string, string> = new Map([
  ['st', 'saint'],
  ['mt', 'mount'],
  ['ft', 'fort'],
  ['ste', 'sainte'],
]);
const ARTICLE = /^(?:al|el|ad|an|ar|as|ash|at|ath|az|ed|en|er|es|esh|et|ez)$/;
const ARABIC_ARTICLE = /^ال(?=.{3})/u;

/** One word of a name without case, diacritics, apostrophes and stops; Arabic letters in their bare form. */
export function foldWord(word: string): string {
  const folded = places.fold(word);
  return SHORT_FORMS.get(folded) ?? folded;
}

/** The words of a name, cut at white space and hyphens, each folded. */
export function nameWords(name: string): string[] {
  return name
    .split(/[\s\-‐‑–/,]+/u)
    .map(foldWord)
    .filter((w) => w !== '');
}

/** The key of a name: its folded words with nothing between them, so that "Kafr Hamra" and "Kafrhamra" agree. */
export function nameKey(name: string): string {
  return nameWords(name).map(stripArabicArticle).join('');
}

/** Whether a folded word is the Arabic article in one of its Latin spellings. */
export function isArticle(folded: string): boolean {
  return ARTICLE.test(folded);
}

/** An Arabic-script word without its article; other words as they are. */
export function stripArabicArticle(folded: string): string {
  return folded.replace(ARABIC_ARTICLE, '');
}

/** The key of a name with every Latin article left out, or `null` when that leaves the key as it was, or nothing. */
export function barekey(name: string): string | null {
  const words = nameWords(name);
  const bare = words.filter((w) => !isArticle(w));
  return bare.length === words.length || bare.length === 0 ? null : bare.map(stripArabicArticle).join('');
}

/** Latin spellings of one Arabic consonant (research: consonant classes of ASOUNDEX, Aqeel et al., JASIST 2006). */
const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:al|el)(?=[^aeiou])/, ''],
  [/kh|gh/g, 'x'],
  [/sh|ch/g, 'c'],
  [/th|dh/g, 'd'],
  [/ph/g, 'f'],
  [/q/g, 'k'],
  [/t/g, 'd'],
  [/z/g, 's'],
  [/[vp]/g, 'b'],
  [/j/g, 'g'],
];
/** What the skeleton drops: vowels, half-vowels and h, then doubled letters. */
const SKELETON: readonly (readonly [RegExp, string])[] = [
  [/[aeiouywh]/g, ''],
  [/(.)\1+/g, '$1'],
];
/** A skeleton with fewer consonants names too many places. */
const MIN_CONSONANTS = 3;

const VOWELS: readonly (readonly [RegExp, string])[] = [
  [/[ouw]+/g, 'u'],
  [/[eiy]+/g, 'i'],
  [/a+/g, 'a'],
  [/([^h])h/g, '$1'],
  [/(.)\1+/g, '$1'],
];

/**
 * Consonant classes with three classes of vowels: closer than the skeleton, so that "Shaddadi" is "Shadadi" and no more.
 * `null` when it holds fewer than three consonants.
 */
export function soundKey(name: string): string | null {
  let key = latinWords(name);
  if (key === null) return null;
  for (const [from, to] of CONSONANTS) key = key.replace(from, to);
  for (const [from, to] of VOWELS) key = key.replace(from, to);
  return key.replace(/[aiu]/g, '').length < MIN_CONSONANTS ? null : `^${key}`;
}

/** The words of a Latin name without articles, joined; `null` for other scripts. */
function latinWords(name: string): string | null {
  const key = nameWords(name)
    .filter((w) => !isArticle(w))
    .join('');
  return /^[a-z]+$/.test(key) ? key : null;
}

/** Consonant skeleton of a Latin spelling of an Arabic name, or `null` when fewer than three consonants are left. */
export function skeletonKey(name: string): string | null {
  let key = latinWords(name);
  if (key === null) return null;
  for (const [from, to] of CONSONANTS) key = key.replace(from, to);
  for (const [from, to] of SKELETON) key = key.replace(from, to);
  return key.length < MIN_CONSONANTS ? null : `~${key}`;
}
