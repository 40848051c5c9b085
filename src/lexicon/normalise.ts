import { Folder, type FoldRules, WORDS } from '../lib/fold.ts';

/** A text in the form words are looked up in. `at[i]` is where its unit `i` comes from; `at[text.length]` is the end. */
export interface Normalised {
  readonly text: string;
  /** UTF-16 offsets into the original, one more than `text` has units; never falling. */
  readonly at: Int32Array;
}

const TEN = 10;
/** First digits of the scripts that news is written in: Arabic, Eastern Arabic, full width. Devanagari and Bengali too. */
const ZEROS = [0x660, 0x6f0, 0xff10, 0x966, 0x9e6];
/** Zero-width characters, marks of direction, soft hyphen, word joiner, byte order mark. */
const INVISIBLE =
  '\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff';

const DIGITS = Object.fromEntries(
  ZEROS.flatMap((zero) =>
    Array.from({ length: TEN }, (_, n) => [String.fromCodePoint(zero + n), String(n)] as const),
  ),
);
/** Letters that writers use for Arabic ones: Persian ya and kaf. */
const LETTERS = { ی: 'ي', ک: 'ك' };

/** How a running text of any language is folded: as words are, and its digits and invisible marks too. */
export const TEXT: FoldRules = {
  letters: { ...WORDS.letters, ...LETTERS, ...DIGITS },
  dropped: WORDS.dropped + INVISIBLE,
};

const FOLDER = new Folder(TEXT);

/**
 * A text for look-up: lower case, bare letters, ASCII digits, one straight apostrophe; no marks, stretching, joiners or
 * direction marks. Languages need no rules of their own: a letter folds alike in all of them.
 */
export function normalise(text: string): string {
  return FOLDER.fold(text);
}

/** The same with the way back to the original characters. Linear in the length. */
export function normaliseMapped(text: string): Normalised {
  const parts: string[] = [];
  const at: number[] = [];
  for (let from = 0; from < text.length; ) {
    const code = text.codePointAt(from)!;
    const folded = FOLDER.character(code);
    for (let i = 0; i < folded.length; i++) at.push(from);
    parts.push(folded);
    from += code > 0xffff ? 2 : 1;
  }
  at.push(text.length);
  return { text: parts.join(''), at: Int32Array.from(at) };
}
