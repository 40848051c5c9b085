import type { Token } from '../../doc/index.ts';
import type { Clitics } from '../../lexicon/clitics.ts';
import type { Site } from './features.ts';
import { type Letters, lettersOf } from './letters.ts';

/** A stretch of a token, to be one word or several. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  /** Index of its token. */
  readonly token: number;
  readonly sentence: number;
  /** `null` where nothing is written together: numbers, marks, other scripts. */
  readonly letters: Letters | null;
}

/** Longer tokens are no words and stay whole, UTF-16 units. */
const LONGEST = 64;
/** What ends a piece inside a token: "north-south", "and/or". */
const PIECE = /[\p{L}\p{M}\p{N}\p{Cf}_]+|[^\p{L}\p{M}\p{N}\p{Cf}_]+/gu;

/** Cuts tokens at the marks inside them and takes the letters of what may hold clitics. */
export function piecesOf(text: string, tokens: readonly Token[], clitics: Clitics): Piece[] {
  const script = new RegExp(`^\\p{Script=${clitics.script}}`, 'u');
  return tokens.flatMap(({ start, end, sentence, kind }, token): Piece[] => {
    const form = end - start <= LONGEST ? text.slice(start, end) : '';
    if (kind !== 'word' || !script.test(form)) return [{ start, end, token, sentence, letters: null }];
    return [...form.matchAll(PIECE)].map((m) => {
      const from = start + m.index;
      const letters = script.test(m[0]) ? lettersOf(m[0], clitics.alike) : null;
      return { start: from, end: from + m[0].length, token, sentence, letters };
    });
  });
}

/** The piece with its neighbours; only for one that has letters. */
export function siteOf(text: string, pieces: readonly Piece[], i: number): Site {
  return {
    word: pieces[i]?.letters?.key ?? '',
    before: neighbour(text, pieces[i - 1], pieces[i]),
    after: neighbour(text, pieces[i + 1], pieces[i]),
  };
}

/** Letters of a neighbour that are looked at where it is no word. */
const GLANCE = 2;

function neighbour(text: string, other: Piece | undefined, piece: Piece | undefined): string {
  if (!other || other.sentence !== piece?.sentence) return '';
  return other.letters?.key ?? text.slice(other.start, Math.min(other.end, other.start + GLANCE));
}
