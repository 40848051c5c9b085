import type { Token } from '../../doc/index.ts';
import { foldWord } from '../../lib/fold.ts';

/** A word of a text in the form that keys are compared in, with the characters it stands on. */
export interface Piece {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Whether a match may run on from the piece before: same sentence, nothing but space, hyphen, dot or quote between. */
  readonly joined: boolean;
}

/** Joiners, soft hyphens and direction marks may stand inside a word, not at its edges. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:\p{Cf}+[\p{L}\p{N}\p{M}]+)*/gu;

/** The words of a name as keys, in order. */
export function keysOf(words: string, same: ReadonlyMap<string, string> = NO_WORDS): readonly string[] {
  return [...words.matchAll(WORD)]
    .map((m) => foldWord(m[0]))
    .map((key) => same.get(key) ?? key)
    .filter((key) => key !== '');
}
const NO_WORDS: ReadonlyMap<string, string> = new Map();

/** The words that tokens stand on, split at every hyphen, dot and apostrophe, whatever the tokeniser did with them. */
export function piecesOf(
  text: string,
  tokens: readonly Token[],
  same: ReadonlyMap<string, string> = NO_WORDS,
): readonly Piece[] {
  const pieces: Piece[] = [];
  let sentence = -1;
  for (const token of tokens) {
    if (token.kind === 'punctuation' || isAddress(text, token)) continue;
    for (const m of text.slice(token.start, token.end).matchAll(WORD)) {
      const start = token.start + m.index;
      const last = pieces.at(-1);
      const joined = last !== undefined && token.sentence === sentence && glued(text, last.end, start);
      const key = foldWord(m[0]);
      pieces.push({ key: same.get(key) ?? key, start, end: start + m[0].length, joined });
      sentence = token.sentence;
    }
  }
  return pieces;
}

/** Addresses and handles name no one. */
const ADDRESS = /^(?:https?:|www\.|@)/;
const LONGEST_ADDRESS_START = 6;
const AT_SIGN = 0x40;
const SMALL_H = 0x68;
const SMALL_W = 0x77;

/** Whether a token is an address or a handle. */
export function isAddress(text: string, token: Token): boolean {
  const first = text.charCodeAt(token.start);
  if (first !== AT_SIGN && first !== SMALL_H && first !== SMALL_W) return false;
  return ADDRESS.test(text.slice(token.start, Math.min(token.end, token.start + LONGEST_ADDRESS_START)));
}

/** What may stand between two words of one name. */
const GLUE = /^[\s\p{Cf}\-‐‑–.'’ʼ‘“”"&/]{0,4}$/u;
/** Longest run of glue characters that is looked at. */
const MAX_GLUE = 4;
const SPACE = 0x20;

/** Whether what stands between two words lets one name run over both. */
export function glued(text: string, from: number, to: number): boolean {
  if (to - from === 1 && text.charCodeAt(from) === SPACE) return true;
  return to - from <= MAX_GLUE && GLUE.test(text.slice(from, to));
}
