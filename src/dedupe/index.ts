import type { CorpusArticle, Family, Passage } from '../doc/index.ts';
import { familiesOf } from './families.ts';
import { passageOf, sharedStretches } from './passages.ts';
import { wordNumbers, wordStream } from './words.ts';

/**
 * What articles share, word for word or nearly: passages across articles, across pages and inside one article, and
 * families of articles copied wholly or for the most part. Only content blocks count. The order of the articles does
 * not matter; time grows with the number of words. Method: word 4-grams seed alignments that are lengthened and kept
 * by length and share of equal words (cf. Smith, Cordell & Mullen, "Computational methods for uncovering reprinted
 * texts", 2015).
 */
export function findFamilies(articles: readonly CorpusArticle[]): {
  readonly families: readonly Family[];
  readonly passages: readonly Passage[];
} {
  const numberOf = wordNumbers();
  const streams = [...articles].sort((a, b) => (a.key < b.key ? -1 : 1)).map((a) => wordStream(a, numberOf));
  const shared = sharedStretches(streams);
  const passages = shared.map((s) => passageOf(streams, s));
  return { families: familiesOf(streams, shared, passages), passages };
}
