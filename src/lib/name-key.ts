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
const ARTICLE = /^(?:[aei][ln]|a[drst]|ath|a[sd]h|az|e[drst]|e[sd]h|ez)$/;
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
/** A key with fewer consonants names too many things. */
const MIN_CONSONANTS = 3;

/** Latin spellings of one consonant, in the order they are rewritten: English, French, Turkish and BGN habits. */
const CONSONANTS: readonly (readonly [RegExp, string])[] = [
  // "Almastumah", "Asshaddadi": the article written on, assimilated to a letter of the sun or not.
  [/^[ae]l(?=[^aeiouy])/, ''],
  [/^[ae](sh|th|dh|[drstzn])(?=\1)/, ''],
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
/** Arabic letters, bare, as the class of consonants that their Latin spellings fall in; letters left out are vowels. */
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
});
const VOWELS: readonly (readonly [RegExp, string])[] = [
  [/[ouw]+/g, 'u'],
  [/[eiy]+/g, 'i'],
  [/a+/g, 'a'],
  [/([^h])h/g, '$1'],
  [/(.)\1+/g, '$1'],
];

function classes(letters: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(letters).flatMap(([to, from]) => [...from].map((c) => [c, to])));
}

/**
 * Consonant classes with three classes of vowels: closer than the skeleton, so that "Shaddadi" is "Shadadi" and no more.
 * `null` for names that are not in Latin letters or hold fewer than three consonants.
 */
export function soundKey(name: string): string | null {
  const key = joined(name);
  return key === null || !LATIN.test(key) ? null : sound(key);
}

function sound(latin: string): string | null {
  const key = rewritten(rewritten(latin, CONSONANTS), VOWELS);
  return key.replace(/[aiu]/g, '').length < MIN_CONSONANTS ? null : `^${key}`;
}

/** Consonants by class, in Latin or Arabic letters, or `null` when fewer than three are left. */
export function skeletonKey(name: string): string | null {
  const key = joined(name);
  if (key === null) return null;
  const letters = LATIN.test(key) ? rewritten(key, CONSONANTS) : ARABIC.test(key) ? arabicClasses(key) : '';
  const skeleton = letters.replace(/(.)\1+/g, '$1').replace(/[aeiouywh]/g, '');
  return skeleton.length < MIN_CONSONANTS ? null : `~${skeleton}`;
}

/**
 * How alike two names sound, 0…1: shared share of their letters by class after the best alignment (Levenshtein). Of an
 * Arabic name only the long vowels are known.
 */
export function soundSimilarity(a: string, b: string): number {
  const one = phonetic(a);
  const two = phonetic(b);
  const longer = Math.max(one.length, two.length);
  return longer === 0 || longer > MOST_LETTERS ? 0 : 1 - distance(one, two) / longer;
}

/** Longer names are not compared: no town is called so. */
const MOST_LETTERS = 64;
/** Arabic letters that stand for long vowels, half-vowels and breathings. */
const ARABIC_VOWELS: Readonly<Record<string, string>> = classes({ a: 'ا', i: 'يیىێ', u: 'وۆ' });

function phonetic(name: string): string {
  const key = nameWords(name)
    .filter((w) => !isArticle(w))
    .map(stripArabicArticle)
    .join('');
  if (!ARABIC.test(key)) return rewritten(rewritten(key, CONSONANTS), VOWELS);
  return [...key].map((c) => ARABIC_CLASSES[c] ?? ARABIC_VOWELS[c] ?? '').join('');
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

const arabicClasses = (word: string): string => [...word].map((c) => ARABIC_CLASSES[c] ?? '').join('');

/** The words of a name without articles, joined; `null` when it has too many. */
function joined(name: string): string | null {
  const words = nameWords(name).filter((w) => !isArticle(w));
  return words.length > MOST_WORDS ? null : words.map(stripArabicArticle).join('');
}

function rewritten(word: string, rules: readonly (readonly [RegExp, string])[]): string {
  let key = word;
  for (const [from, to] of rules) key = key.replace(from, to);
  return key;
}
