import type { CorpusArticle } from '../doc/index.ts';

/** The words of an article's content blocks, in order: a number for each different word, and where it stands. */
export interface WordStream {
  readonly article: CorpusArticle;
  readonly ids: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const MARKS = /\p{M}|ـ/gu;

/** Numbers words so that equal words, capitals and marks aside, get equal numbers. */
export function wordNumbers(): (word: string) => number {
  const numbers = new Map<string, number>();
  return (word) => {
    const key = word.toLowerCase().normalize('NFKD').replace(MARKS, '');
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  };
}

/** The word stream of an article; only its content blocks count. */
export function wordStream(article: CorpusArticle, numberOf: (word: string) => number): WordStream {
  const ids: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const block of article.blocks)
    for (const m of article.text.slice(block.start, block.end).matchAll(WORD)) {
      ids.push(numberOf(m[0]));
      starts.push(block.start + m.index);
      ends.push(block.start + m.index + m[0].length);
    }
  return { article, ids: Int32Array.from(ids), starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}
