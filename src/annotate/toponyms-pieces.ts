import type { Sentence, Span, Token } from '../doc/index.ts';
import { foldWord } from '../lexicon/gazetteer/index.ts';

/** A word, or a part of a hyphenated word: the unit in which names of places are matched. */
export interface Piece extends Span {
  /** Folded; "" for punctuation, which ends every match. */
  readonly fold: string;
  readonly upper: boolean;
  readonly quote: boolean;
  readonly arabic: boolean;
  readonly sentence: number;
  /** Whether a hyphen joins it to the piece before. */
  readonly joined: boolean;
}

/** Cuts tokens at their hyphens: "Manbij-Al" gives two pieces, so that a name may end inside a compound. */
export function piecesOf(text: string, tokens: readonly Token[]): Piece[] {
  const pieces: Piece[] = [];
  for (const token of tokens) {
    if (token.kind === 'punctuation') {
      pieces.push(piece(text, token.start, token.end, token, false));
      continue;
    }
    let start = token.start;
    for (let i = token.start; i <= token.end; i++) {
      if (i < token.end && !/[-‐‑]/.test(text[i]!)) continue;
      if (i > start) pieces.push(piece(text, start, i, token, start > token.start));
      start = i + 1;
    }
  }
  return pieces;
}

function piece(text: string, start: number, end: number, token: Token, joined: boolean): Piece {
  const word = text.slice(start, end);
  return {
    start,
    end,
    fold: token.kind === 'punctuation' ? '' : foldWord(word),
    upper: /^\p{Lu}/u.test(word),
    quote: token.kind === 'punctuation' && /^["“”«»]$/.test(word),
    arabic: /^\p{Script=Arabic}/u.test(word),
    sentence: token.sentence,
    joined,
  };
}

/** Whether a sentence is a title or headline: most of its longer words are capitalised, so capitals tell nothing. */
export function isTitleCase(text: string, sentence: Sentence): boolean {
  if (text[sentence.end - 1] === '.') return false;
  const words = text.slice(sentence.start, sentence.end).match(/\p{L}{4,}/gu) ?? [];
  const upper = words.filter((w) => /^\p{Lu}/u.test(w)).length;
  return words.length >= MIN_TITLE_WORDS && upper / words.length > TITLE_SHARE;
}

const MIN_TITLE_WORDS = 4;
/** Headlines keep only short words small. */
const TITLE_SHARE = 0.75;
