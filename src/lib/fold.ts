/**
 * One way to fold words for comparison: compatibility decomposition, lower case, no combining marks, no format
 * characters (joiners, direction marks), ASCII digits. What differs from use to use (which apostrophes and stops go,
 * which letters count as one) is an argument; what Unicode says stands here.
 */

/** What a fold does beyond that. */
export interface FoldRules {
  /** A language's own letters as written, looked at before anything else: "I" → "ı". */
  readonly own?: Readonly<Record<string, string>>;
  /** One UTF-16 code unit → what it is written as; looked at after decomposition. */
  readonly letters: Readonly<Record<string, string>>;
  /** Characters that are left out wherever they stand. */
  readonly dropped: string;
}

/** Latin letters that Unicode does not decompose, with their usual plain form; final sigma. */
const PLAIN: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  ı: 'i',
  ł: 'l',
  ß: 'ss',
  þ: 'th',
  đ: 'd',
  œ: 'oe',
  ς: 'σ',
};
/** Arabic letters that writers mix up; those with a hamza above or below lose it with the marks. */
const ARABIC: Readonly<Record<string, string>> = { ٱ: 'ا', ى: 'ي', ة: 'ه' };
/** Tatweel stretches a word; modifier apostrophes and rings stand for hamza and ayn, and are left out at will. */
const STRETCH = 'ـʹʺʼʻʽʾʿˈ';
const APOSTROPHES = "'’‘`´′";

/** For running words and names: apostrophes and stops stand, the curly apostrophe as the straight one. */
export const WORDS: FoldRules = { letters: { ...PLAIN, ...ARABIC, '’': "'" }, dropped: STRETCH };
/** For place names, whose apostrophes and stops come and go. */
export const PLACES: FoldRules = {
  letters: { ...PLAIN, ...ARABIC },
  dropped: `${STRETCH}${APOSTROPHES}.`,
};

/** What a table says of a code unit: not looked at yet; folds to nothing; half of an astral character. */
const UNKNOWN = 0;
const NOTHING = 1;
const HALF = 2;
/** Bits above a UTF-16 unit: it folds to the one unit below the bit, or to the string of that number. */
const ONE = 1 << 16;
const MANY = 1 << 17;
const UNIT = 0xffff;
const UNITS = 1 << 16;
const SILENT = /^[\p{M}\p{Cf}]$/u;
const DIGIT = /^\p{Nd}$/u;
const TEN = 10;
const ASCII = /^[\x20-\x26\x28-\x2d\x2f-\x5f\x61-\x7e]*$/;
const SURROGATES = 0xd800;
const AFTER_SURROGATES = 0xe000;
/** Folded astral characters that are remembered. */
const MOST_ASTRAL = 4096;

/** A fold ready for use. Holds a table by code unit, filled as characters are met: 256 KB, a few ns a character. */
export class Folder {
  readonly #rules: FoldRules;
  readonly #table = new Int32Array(UNITS);
  readonly #strings: string[] = [];
  readonly #astral = new Map<number, string>();

  constructor(rules: FoldRules) {
    this.#rules = rules;
  }

  /** The folded form of a word. Folding is by character: `fold(a + b)` is `fold(a) + fold(b)`. */
  fold(word: string): string {
    // Of these characters rules leave none out, and change capitals alone.
    if (!this.#rules.own && ASCII.test(word)) return word.toLowerCase();
    let out = '';
    for (let i = 0; i < word.length; ) {
      const code = word.codePointAt(i)!;
      out += this.character(code);
      i += code > UNIT ? 2 : 1;
    }
    return out;
  }

  /** What a code point folds to: none, one or several UTF-16 units. */
  character(code: number): string {
    const entry = code > UNIT ? HALF : this.#entry(code);
    if (entry === NOTHING) return '';
    if (entry & ONE) return String.fromCharCode(entry & UNIT);
    if (entry & MANY) return this.#strings[entry & UNIT]!;
    return code > UNIT ? this.#wide(code) : String.fromCharCode(code);
  }

  /**
   * The one UTF-16 unit that a unit folds to; 0 when it folds to nothing; -1 for what `character` must say (several
   * units, half of an astral character, U+0000).
   */
  unit(code: number): number {
    const entry = this.#entry(code);
    if (entry & ONE) return entry & UNIT || -1;
    return entry === NOTHING ? 0 : -1;
  }

  #entry(code: number): number {
    const known = this.#table[code]!;
    if (known !== UNKNOWN) return known;
    const made =
      code >= SURROGATES && code < AFTER_SURROGATES
        ? HALF
        : this.#packed(this.#folded(String.fromCharCode(code)));
    this.#table[code] = made;
    return made;
  }

  #packed(folded: string): number {
    if (folded.length === 0) return NOTHING;
    return folded.length === 1 ? ONE | folded.charCodeAt(0) : MANY | (this.#strings.push(folded) - 1);
  }

  #wide(code: number): string {
    const known = this.#astral.get(code);
    if (known !== undefined) return known;
    const made = this.#folded(String.fromCodePoint(code));
    if (this.#astral.size < MOST_ASTRAL) this.#astral.set(code, made);
    return made;
  }

  #folded(character: string): string {
    const { letters, dropped, own } = this.#rules;
    if (dropped.includes(character)) return '';
    const written = own && Object.hasOwn(own, character) ? own[character]! : character;
    let out = '';
    for (const c of written.normalize('NFKD').toLowerCase()) {
      if (SILENT.test(c) || dropped.includes(c)) continue;
      out += Object.hasOwn(letters, c) ? letters[c] : DIGIT.test(c) ? digitOf(c) : c;
    }
    return out;
  }
}

/** ASCII digit of a decimal digit: Unicode keeps the ten of a script together and in order, from 0. */
function digitOf(c: string): string {
  const code = c.codePointAt(0)!;
  if (code < 0x80) return c;
  let zero = code;
  while (code - zero < TEN - 1 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}

/** The folder of `WORDS`, one for all. */
export const WORD_FOLDER: Folder = new Folder(WORDS);

/** A word as it is looked up: lower case, no marks, plain letters, one apostrophe; Arabic letters in their bare form. */
export function foldWord(word: string): string {
  return WORD_FOLDER.fold(word);
}
