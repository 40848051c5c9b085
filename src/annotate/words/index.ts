import type { Span, Token } from '../../doc/index.ts';
import type { WordRules } from '../../lexicon/word-rules.ts';
import { cutsOf } from './cuts.ts';

/** A syntactic word before it is tagged. It lies on characters of its own, inside its token. */
export interface WordSpan extends Span {
  /** The form that is read: the slice, unless a language's splitter writes it otherwise. */
  readonly form: string;
  /** Index of its token. */
  readonly token: number;
  readonly sentence: number;
}

/**
 * Parts the tokens of a text into words, in text order, each token into one word at least. A language whose words are
 * written together (Arabic) supplies its own.
 */
export type WordSplitter = (text: string, tokens: readonly Token[]) => WordSpan[];

/** The splitter of a language with word rules; without rules (`null`) every token is one word. */
export function wordSplitter(rules: WordRules | null): WordSplitter {
  return (text, tokens) => splitWords(text, tokens, rules);
}

/** Longer tokens are no words and stay whole. */
const LONGEST = 128;

/** Parts tokens into the words of Universal Dependencies: "well-known" → well, -, known; "cannot" → can, not. */
export function splitWords(text: string, tokens: readonly Token[], rules: WordRules | null): WordSpan[] {
  const words: WordSpan[] = [];
  tokens.forEach(({ start, end, kind, sentence }, token) => {
    let from = start;
    const push = (to: number): void => {
      words.push({ start: from, end: to, form: text.slice(from, to), token, sentence });
      from = to;
    };
    if (rules && kind !== 'punctuation' && end - start > 1 && end - start <= LONGEST)
      for (const cut of cutsOf(text.slice(start, end), rules)) push(start + cut);
    push(end);
  });
  return words;
}
