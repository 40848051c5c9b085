import type { Sentence, Word } from '../../doc/index.ts';
import { loadClitics } from '../../lexicon/clitics.ts';
import { loadLexicon } from '../../lexicon/index.ts';
import { tokenize } from '../tokens.ts';
import { type CliticSplitter, cliticSplitter } from './index.ts';

const lexicon = loadLexicon();
const clitics = loadClitics(lexicon.source, 'ar')!;
const model = lexicon.models('ar', 'clitics');
const abbreviations = lexicon.language('ar')!.abbreviations;

/** For tests: what the Arabic splitter is made of. */
export const ARABIC = { lexicon, clitics, model };
/** For tests: the Arabic splitter as it ships. */
export const splitArabic: CliticSplitter = cliticSplitter(clitics, model)!;

/** For tests: the words of one sentence, with the sentence. */
export function wordsOf(text: string): { words: Word[]; sentences: Sentence[] } {
  const sentences = [{ start: 0, end: text.length, block: 0 }];
  return { words: splitArabic(text, tokenize(text, sentences, abbreviations)), sentences };
}
