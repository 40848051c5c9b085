import type { Block, Span } from '../doc/index.ts';
import { type Prf, prf } from './core/figures.ts';
import type { GoldDocument } from './treebank.ts';

/** A function that splits blocks of a text into sentences. */
export type SplitSentences = (text: string, blocks: readonly Block[]) => readonly Span[];

/** Sentence ends found, over documents with their paragraphs: an end is right when the gold sentence's last character is. */
export function scoreSentenceEnds(documents: readonly GoldDocument[], split: SplitSentences): Prf {
  let right = 0;
  let given = 0;
  let wanted = 0;
  for (const { text, blocks, sentences } of documents) {
    const gold = new Set(sentences.map((s) => s.end));
    const own = new Set(split(text, blocks).map((s) => s.end));
    for (const end of own) if (gold.has(end)) right++;
    given += own.size;
    wanted += gold.size;
  }
  return prf(right, given, wanted);
}
