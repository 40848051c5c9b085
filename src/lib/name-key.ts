/**
 * One cascade of keys for names that are written in many ways in Latin letters: places, groups, persons. From strict to
 * loose: the exact fold; the fold without articles; consonant classes with classes of vowels; consonants alone, which
 * Latin and Arabic spellings share (research: Freeman, Condon and Ackerman, NAACL 2006; Aqeel et al., JASIST 2006).
 * Loose keys agree by chance: they are for names that something else shows to be names, inside a country or division
 * that is settled.
 */
import { Folder, PLACES } from './fold.ts';

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
const ARABIC = /^[\p{Script=Arabic}]+$/u;
const LATIN = /^[a-z]+$/;

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

/** Longest name, in words without articles, that has loose keys: longer ones agree in parts alone. */
const MOST_WORDS = 3;
/** Longer names are names of nothing. */
const MOST_LETTERS = 64;
/** A key with fewer consonants names too many things. */
const MIN_CONSONANTS = 3;

/** "Almastumah", "Asshaddadi": the article written onto a word, assimilated to a letter of the sun or not. */
const GLUED: readonly (readonly [RegExp, string])[] = [
  [/^[ae]l(?=[^aeiouy])/, ''],
  [/^[ae](sh|th|dh|[drstzn])(?=\1)/, ''],
];
/** Latin spellings of one consonant, in the order they are rewritten: English, French, Turkish and BGN habits. */
const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  [/t?sch|tch/g, 'c'],
  [/dj|dzh/g, 'j'],
  [/kh|gh|x/g, 'x'],
  [/sh|ch/g, 'c'],
  [/th|dh/g, 'd'],
  [/ph/g, 'f'],
  [/q/g, 'k'],
  [/t/g, 'd'],
  [/z/g, 's'],
  [/p/g, 'b'],
  [/v/g, 'w'],
  [/j/g, 'g'],
];
/** Arabic letters, bare, as the class that their Latin spellings fall in; ayn and hamza are not heard in Latin. */
const ARABIC_CLASSES: Readonly<Record<string, string>> = classes({
  b: 'بپ',
  c: 'شچ',
  d: 'تثدذضط',
  f: 'ف',
  g: 'جگ',
  k: 'قكک',
  l: 'لڵ',
  m: 'م',
  n: 'نں',
  r: 'رڕ',
  s: 'سصزظژ',
  x: 'خغ',
  a: 'ا',
  h: 'حه',
  i: 'يیىێ',
  u: 'وۆ',
});
const VOWELS: readonly (readonly [RegExp, string])[] = [
  [/[ouw]+/g, 'u'],
  [/[eiy]+/g, 'i'],
  [/a+/g, 'a'],
  [/h$/, ''],
  [/(.)\1+/g, '$1'],
];
/** An h inside a Latin spelling comes and goes. */
const INNER_H = /(?<=.)h/g;

function classes(letters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(letters).flatMap(([to, from]) => [...from].map((c) => [c, to])));
}

/**
 * Loose keys of a name, the closest first: consonant classes with three classes of vowels (Latin letters only), so that
 * "Shaddadi" is "Shadadi" and no more; consonants with long vowels and breathings, so far as the letters show them; the
 * consonants alone. Each has a mark of its own. Empty for other scripts, long names, and names of fewer than three
 * consonants (a long vowel counts as one beside the second key).
 */
export function looseKeys(name: string): readonly string[] {
  const letters = classLetters(name);
  if (letters === null) return [];
  const long = letters
    .replace(/h$/, '')
    .replace(/a/g, '')
    .replace(/(.)\1+/g, '$1');
  const short = long.replace(/[iu]$/, '');
  const radicals = short.length < MIN_CONSONANTS ? long : short;
  const skeleton = skeletonOf(letters);
  const latin = /\p{Script=Latin}/u.test(name) && skeleton.length >= MIN_CONSONANTS;
  return [
    ...(latin ? [`^${letters.replace(INNER_H, '').replace(/(.)\1+/g, '$1')}`] : []),
    ...(radicals.length >= MIN_CONSONANTS ? [`=${radicals}`] : []),
    ...(skeleton.length >= MIN_CONSONANTS ? [`~${skeleton}`] : []),
  ];
}

/** The closest of the loose keys, by consonants and vowels; `null` when a name has none. */
export const soundKey = (name: string): string | null => marked(name, '^');

/** The loosest of the loose keys, by consonants alone; `null` when a name has none. */
export const skeletonKey = (name: string): string | null => marked(name, '~');

const marked = (name: string, mark: string): string | null =>
  looseKeys(name).find((key) => key.startsWith(mark)) ?? null;

/** Consonants of a skeleton that may have one left out, added or taken for another. */
const MIN_FOR_SLIPS = 4;
const ALL_CLASSES = 'bcdfgklmnrsx';

/** Keys of the skeletons that lie one consonant away from a name's own; none for names of fewer than four. */
export function nearKeys(name: string): readonly string[] {
  const skeleton = skeletonOf(classLetters(name) ?? '');
  if (skeleton.length < MIN_FOR_SLIPS) return [];
  const near = new Set<string>();
  for (let i = 0; i <= skeleton.length; i++) {
    const [before, after] = [skeleton.slice(0, i), skeleton.slice(i)];
    if (after !== '') near.add(`~${before}${after.slice(1)}`);
    for (const c of ALL_CLASSES) {
      near.add(`~${before}${c}${after}`);
      if (after !== '') near.add(`~${before}${c}${after.slice(1)}`);
    }
  }
  near.delete(`~${skeleton}`);
  return [...near];
}

const skeletonOf = (letters: string): string => letters.replace(/[aiuh]/g, '');

/**
 * How alike two names sound, 0…1: shared share of their letters by class after the best alignment (Levenshtein). Of an
 * Arabic name only the long vowels are known.
 */
export function soundSimilarity(a: string, b: string): number {
  const one = classLetters(a) ?? '';
  const two = classLetters(b) ?? '';
  const longer = Math.max(one.length, two.length);
  return longer === 0 ? 0 : 1 - distance(one, two) / longer;
}

/** The letters of a name by class, without articles; `null` when it mixes scripts or has too many words. */
function classLetters(name: string): string | null {
  const words = nameWords(name).filter((w) => !isArticle(w));
  const key = words.map((w) => rewritten(stripArabicArticle(w), GLUED)).join('');
  if (words.length > MOST_WORDS || key.length > MOST_LETTERS) return null;
  if (LATIN.test(key)) return rewritten(rewritten(key, CONSONANTS), VOWELS);
  if (!ARABIC.test(key)) return null;
  return [...key].map((c) => ARABIC_CLASSES[c] ?? '').join('');
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

function rewritten(word: string, rules: readonly (readonly [RegExp, string])[]): string {
  let key = word;
  for (const [from, to] of rules) key = key.replace(from, to);
  return key;
}
