import { foldWord, WORD_FOLDER } from '../../lib/fold.ts';
import { hashesOf, type Pieces } from './pieces.ts';
import type { SameWords } from './same.ts';

/** A way to read a word: where what is left of it starts, and its hashes. */
export interface Reading {
  readonly start: number;
  readonly a: number;
  readonly b: number;
}

/** Reads Arabic words without the particles written onto their front. */
export interface CliticReader {
  /** Whether a word with this first folded unit may open with a particle. */
  mayOpen(first: number): boolean;
  /** The readings of a word without its particles, the fewest taken off first; empty when it has none. */
  readings(text: string, pieces: Pieces, at: number, same: SameWords | null): readonly Reading[];
}

/** An Arabic word that is left after a clitic is taken off has at least this many letters, else it was no clitic. */
const MIN_STEM = 3;
const ARABIC = /^\p{Script=Arabic}/u;
/** "لل" swallows the article's alif: "للجيش" is "ل" and "الجيش". */
const LI_AL = 'لل';
const ARTICLE = 'ال';

/** Makes the reader of clitics by slot; `null` when there are none of Arabic letters. */
export function cliticReader(slots: readonly (readonly string[])[]): CliticReader | null {
  const arabic = slots.map((slot) => slot.filter((c) => ARABIC.test(c)));
  const firsts = new Set(arabic.flat().map((c) => c.charCodeAt(0)));
  if (firsts.size === 0) return null;
  return {
    mayOpen: (first) => firsts.has(first),
    readings(text, pieces, at, same) {
      const from = pieces.start[at]!;
      const to = pieces.end[at]!;
      return stripped(keyOf(text.slice(from, to), same), arabic).map(({ key, letters }) => ({
        start: afterLetters(text, from, to, letters),
        ...hashesOf(key),
      }));
    },
  };
}

function keyOf(word: string, same: SameWords | null): string {
  const key = foldWord(word);
  if (!same) return key;
  const { a, b } = hashesOf(key);
  return same.get(a, b)?.key ?? key;
}

interface Stem {
  readonly key: string;
  /** Letters of the text that were taken off. */
  readonly letters: number;
}

function stripped(word: string, slots: readonly (readonly string[])[]): readonly Stem[] {
  const all: Stem[] = [{ key: word, letters: 0 }];
  for (const slot of slots)
    for (const { key, letters } of [...all])
      for (const clitic of slot) {
        if (!key.startsWith(clitic) || key.length - clitic.length < MIN_STEM) continue;
        const rest = key.slice(clitic.length);
        if (clitic === LI_AL) all.push({ key: ARTICLE + rest, letters: letters + 1 });
        else all.push({ key: rest, letters: letters + clitic.length });
      }
  return all.slice(1);
}

/** Where the text stands after so many letters, marks not counted. */
function afterLetters(text: string, from: number, to: number, letters: number): number {
  let seen = 0;
  for (let at = from; at < to; at++) {
    if (WORD_FOLDER.unit(text.charCodeAt(at)) === 0) continue;
    if (seen++ === letters) return at;
  }
  return to;
}
