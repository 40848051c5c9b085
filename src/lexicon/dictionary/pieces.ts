import { finish, mix } from '../../lib/feature-hash.ts';
import { WORD_FOLDER } from '../../lib/fold.ts';

/** A word's two hashes; both 0 for the empty word. */
export interface Hashes {
  readonly a: number;
  readonly b: number;
}

const STEP = 0x85ebca6b;
const SHIFT = 13;
/** Start of a name's second hash, so that the two never agree. */
const SEED = 0x9e3779b9 | 0;

/** One unit into the second hash: multiply and shift, where the first one rotates. */
const mixB = (b: number, unit: number): number => {
  const next = Math.imul(b + unit, STEP);
  return next ^ (next >>> SHIFT);
};

/** Hashes of a prefix and the word after it. */
export const joinA = (prefix: number, word: number): number => finish(mix(mix(1, prefix), word));
export const joinB = (prefix: number, word: number): number => finish(mixB(mixB(SEED, prefix), word));

/** Hashes of a folded word: 0 and 0 for the empty one. */
export function hashesOf(key: string): Hashes {
  if (key === '') return { a: 0, b: 0 };
  let a = 0;
  let b = SEED;
  for (let i = 0; i < key.length; i++) {
    a = mix(a, key.charCodeAt(i));
    b = mixB(b, key.charCodeAt(i));
  }
  return { a: finish(a), b: finish(b) };
}

/** Kinds of UTF-16 unit, in a table filled as they are met. */
const UNKNOWN = 0;
const OTHER = 1;
const WORD = 2;
const HALF = 3;
/** Joiners, soft hyphens, direction marks: inside a word, not at its edges. */
const FORMAT = 4;
const kinds = new Uint8Array(1 << 16);
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const FORMAT_CHARACTER = /\p{Cf}/u;

function kindOf(code: number): number {
  const known = kinds[code]!;
  if (known !== UNKNOWN) return known;
  kinds[code] = kindAnew(code);
  return kinds[code]!;
}

function kindAnew(code: number): number {
  if (code >= 0xd800 && code < 0xe000) return HALF;
  const character = String.fromCharCode(code);
  return WORD_CHARACTER.test(character) ? WORD : FORMAT_CHARACTER.test(character) ? FORMAT : OTHER;
}

const ASCII = 0x80;
/** By ASCII code: the folded letter or digit, 0 for what stands in no word. The rest goes a slower way. */
const asciiWord = Uint8Array.from({ length: ASCII }, (_, code) =>
  kindOf(code) === WORD ? WORD_FOLDER.unit(code) : 0,
);

/** Units of the word character at `at`, 0 when none stands there; `to` bounds a surrogate pair. */
function wordUnits(text: string, at: number, to: number): number {
  if (at >= to) return 0;
  const code = text.charCodeAt(at);
  if (code < ASCII) return asciiWord[code] === 0 ? 0 : 1;
  const kind = kindOf(code);
  if (kind !== HALF) return kind === WORD ? 1 : 0;
  if (at + 1 >= to) return 0;
  const point = text.codePointAt(at)!;
  return point > 0xffff && WORD_CHARACTER.test(String.fromCodePoint(point)) ? 2 : 0;
}

/** The words of a text, a column for each fact: where they stand, their hashes, whether a name may run on into them. */
export class Pieces {
  count = 0;
  start: Int32Array;
  end: Int32Array;
  a: Int32Array;
  b: Int32Array;
  /** 1 when a match may run on from the word before. */
  joined: Uint8Array;
  /** First folded unit, 0 for none. */
  first: Uint16Array;

  constructor(room: number) {
    this.start = new Int32Array(room);
    this.end = new Int32Array(room);
    this.a = new Int32Array(room);
    this.b = new Int32Array(room);
    this.joined = new Uint8Array(room);
    this.first = new Uint16Array(room);
  }

  /** Makes a place for another word and gives its row. */
  add(): number {
    if (this.count === this.start.length) this.#grow();
    return this.count++;
  }

  /** Ends the hashes of a word; one without a letter has none. */
  set(row: number, first: number, a: number, b: number): void {
    this.first[row] = first;
    this.a[row] = first === 0 ? 0 : finish(a);
    this.b[row] = first === 0 ? 0 : finish(b);
  }

  #grow(): void {
    const larger = new Pieces(2 * this.start.length + 8);
    larger.start.set(this.start);
    larger.end.set(this.end);
    larger.a.set(this.a);
    larger.b.set(this.b);
    larger.joined.set(this.joined);
    larger.first.set(this.first);
    Object.assign(this, { ...larger, count: this.count });
  }
}

/** Adds the words of `text[from, to)`: runs of letters, digits and marks, folded and hashed without making a string. */
export function addWords(text: string, from: number, to: number, into: Pieces): void {
  for (let at = from; at < to; ) {
    const units = wordUnits(text, at, to);
    if (units === 0) {
      at++;
      continue;
    }
    const row = into.add();
    into.start[row] = at;
    at = hashWord(text, at, to, into, row);
    into.end[row] = at;
  }
}

/** Hashes the word that starts at `from` and gives its end. */
function hashWord(text: string, from: number, to: number, into: Pieces, row: number): number {
  let a = 0;
  let b = SEED;
  let first = 0;
  let at = from;
  for (let units = 1; units > 0; at += units) {
    units = wordUnits(text, at, to) || formatUnits(text, at, to);
    const code = text.charCodeAt(at);
    const unit = units === 0 ? 0 : code < ASCII ? asciiWord[code]! : WORD_FOLDER.unit(code);
    if (unit > 0) {
      first ||= unit;
      a = mix(a, unit);
      b = mixB(b, unit);
    } else if (unit < 0) {
      const folded = WORD_FOLDER.character(text.codePointAt(at)!);
      for (let i = 0; i < folded.length; i++) {
        a = mix(a, folded.charCodeAt(i));
        b = mixB(b, folded.charCodeAt(i));
      }
      first ||= folded.charCodeAt(0) || 0;
    }
  }
  into.set(row, first, a, b);
  return at;
}

/** Units of a run of format characters that a word goes on after, 0 when none stands there. */
function formatUnits(text: string, from: number, to: number): number {
  if (text.charCodeAt(from) < ASCII) return 0;
  let at = from;
  for (let units = 1; units > 0 && at < to; at += units) {
    const kind = kindOf(text.charCodeAt(at));
    const wide = kind === HALF && FORMAT_CHARACTER.test(String.fromCodePoint(text.codePointAt(at)!));
    units = kind === FORMAT ? 1 : wide ? 2 : 0;
  }
  return at > from && at < to && wordUnits(text, at, to) > 0 ? at - from : 0;
}
