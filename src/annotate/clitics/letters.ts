/** The letters of a word without marks, stretching and joiners. */
export interface Letters {
  /** The letters as written. */
  readonly text: string;
  /** The same, letters that writers mix up made one; as many units as `text`. */
  readonly key: string;
  /** Where each unit of `text` stands in the word, in UTF-16 units, and the word's length at the end. */
  readonly at: readonly number[];
}

/** Combining marks, format characters (joiners, direction marks), and letters that only stretch. */
const SILENT = /[\p{M}\p{Cf}\p{Lm}]/u;

/** Takes the letters out of a word. Marks stay with the letter they stand on. Linear in the length. */
export function lettersOf(word: string, alike: ReadonlyMap<string, string>): Letters {
  let text = '';
  let key = '';
  const at: number[] = [];
  let from = 0;
  for (const c of word) {
    if (!SILENT.test(c)) {
      for (let i = 0; i < c.length; i++) at.push(from + i);
      text += c;
      key += alike.get(c) ?? c;
    }
    from += c.length;
  }
  at.push(word.length);
  return { text, key, at };
}

/** A stem has at least so many letters. */
const LEAST_STEM = 3;
/** Longer words have no stem to look for. */
const LONGEST_STEM = 24;
/** Opens the lexicon's rows of stems, so that they are no words. */
const STEM = '~';

/** The lexicon's key for the stem of a word, article and inflection taken off; "" for a word too short or too long. */
export function stemKey(key: string, article: string, inflections: readonly string[]): string {
  if (key.length > LONGEST_STEM) return '';
  const bare = article !== '' && key.startsWith(article) ? key.slice(article.length) : key;
  const ending = inflections.find((e) => bare.endsWith(e) && bare.length - e.length >= LEAST_STEM) ?? '';
  const stem = bare.slice(0, bare.length - ending.length);
  return stem.length < LEAST_STEM ? '' : STEM + stem;
}
