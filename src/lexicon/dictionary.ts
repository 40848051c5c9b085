import type { Token } from '../doc/index.ts';

/** A word of a text in the form that keys are compared in, with the characters it stands on. */
export interface Piece {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Whether a match may run on from the piece before: same sentence, nothing but space, hyphen, dot or quote between. */
  readonly joined: boolean;
}

/** What is found: the characters covered and the values whose words they are. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

/** A name in the dictionary. */
export interface DictionaryEntry<T> {
  readonly words: string;
  readonly value: T;
}

export interface DictionaryOptions<T> {
  /** Decides from the words as they stand whether a value's name is meant (case rules). Default: always. */
  readonly accepts?: (value: T, words: string) => boolean;
  /** Other spellings of one key, "ash" → "al". */
  readonly same?: ReadonlyMap<string, string>;
  /** Letters that may be written onto the front of an Arabic word ("و", "ب" …). */
  readonly clitics?: readonly (readonly string[])[];
}

export interface Dictionary<T> {
  /** Leftmost, longest, without overlaps; in text order. */
  match(text: string, tokens: readonly Token[]): readonly Hit<T>[];
}

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Addresses and handles name no one. */
const ADDRESS = /^(?:https?:|www\.|@)/u;
const MARKS = /\p{M}|ـ/gu;
/** What may stand between two words of one name. */
const GLUE = /^[\s\-‐‑–.'’ʼ‘“”"&/]{0,4}$/u;
const ARABIC = /^[\p{Script=Arabic}\p{M}]/u;
const ARABIC_SAME: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ؤ: 'و',
  ئ: 'ي',
};
const ARABIC_FOLD = /[أإآٱىةؤئ]/gu;
/** An Arabic word that is left after a clitic is taken off has at least this many letters, else it was no clitic. */
const MIN_STEM = 3;

/** A word's key: lower case, no marks, Arabic letters that writers mix up made one. */
export function foldWord(word: string): string {
  const plain = word.replace(ARABIC_FOLD, (c) => ARABIC_SAME[c] ?? c);
  return plain.toLowerCase().normalize('NFKD').replace(MARKS, '');
}

/** The words of a name as keys, in order. */
export function keysOf(words: string, same: ReadonlyMap<string, string> = new Map()): readonly string[] {
  return [...words.matchAll(WORD)].map((m) => sameKey(foldWord(m[0]), same)).filter((key) => key !== '');
}

function sameKey(key: string, same: ReadonlyMap<string, string>): string {
  return same.get(key) ?? key;
}

/** The words that tokens stand on, split at every hyphen, dot and apostrophe, whatever the tokeniser did with them. */
export function piecesOf(
  text: string,
  tokens: readonly Token[],
  same: ReadonlyMap<string, string> = new Map(),
): readonly Piece[] {
  const pieces: Piece[] = [];
  let sentence = -1;
  for (const token of tokens) {
    const form = text.slice(token.start, token.end);
    if (token.kind === 'punctuation' || ADDRESS.test(form)) continue;
    for (const m of form.matchAll(WORD)) {
      const start = token.start + m.index;
      const last = pieces.at(-1);
      const joined = last !== undefined && token.sentence === sentence && glued(text, last.end, start);
      pieces.push({ key: sameKey(foldWord(m[0]), same), start, end: start + m[0].length, joined });
      sentence = token.sentence;
    }
  }
  return pieces;
}

/** Longest run of glue characters that is looked at. */
const MAX_GLUE = 4;
function glued(text: string, from: number, to: number): boolean {
  return to - from <= MAX_GLUE && GLUE.test(text.slice(from, to));
}

/** Makes a dictionary of names. Entries with the same key are kept side by side. */
export function buildDictionary<T>(
  entries: Iterable<DictionaryEntry<T>>,
  options: DictionaryOptions<T> = {},
): Dictionary<T> {
  const { same = new Map(), clitics = [], accepts = () => true } = options;
  const root: Node<T> = { next: new Map(), values: [] };
  for (const { words, value } of entries) {
    let node = root;
    for (const key of keysOf(words, same)) node = step(node, key);
    if (node !== root && !node.values.includes(value)) node.values.push(value);
  }
  return {
    match(text, tokens) {
      const pieces = piecesOf(text, tokens, same);
      const hits: Hit<T>[] = [];
      for (let i = 0; i < pieces.length; ) {
        const found = longest(root, text, pieces, i, clitics, accepts);
        if (found) hits.push(found.hit);
        i = found ? found.next : i + 1;
      }
      return hits;
    },
  };
}

function step<T>(node: Node<T>, key: string): Node<T> {
  let next = node.next.get(key);
  if (!next) {
    next = { next: new Map(), values: [] };
    node.next.set(key, next);
  }
  return next;
}

interface Found<T> {
  readonly hit: Hit<T>;
  readonly next: number;
}

function longest<T>(
  root: Node<T>,
  text: string,
  pieces: readonly Piece[],
  at: number,
  clitics: readonly (readonly string[])[],
  accepts: (value: T, words: string) => boolean,
): Found<T> | null {
  let best: Found<T> | null = null;
  for (const first of readings(text, pieces[at]!, clitics)) {
    const found = walk(root, text, pieces, at, first, accepts);
    if (found && (!best || found.next > best.next)) best = found;
  }
  return best;
}

function walk<T>(
  root: Node<T>,
  text: string,
  pieces: readonly Piece[],
  at: number,
  first: Piece,
  accepts: (value: T, words: string) => boolean,
): Found<T> | null {
  let best: Found<T> | null = null;
  let node = root.next.get(first.key);
  for (let j = at; node; j++) {
    const end = withStop(text, j === at ? first.end : pieces[j]!.end);
    const values = node.values.filter((v) => accepts(v, text.slice(first.start, end)));
    if (values.length > 0) best = { hit: { start: first.start, end, values }, next: j + 1 };
    const after = pieces[j + 1];
    node = after?.joined ? node.next.get(after.key) : undefined;
  }
  return best;
}

/** The last stop of a dotted acronym belongs to it: "U.S.". */
function withStop(text: string, end: number): number {
  return text[end] === '.' && /\p{L}\.\p{L}$/u.test(text.slice(Math.max(0, end - 3), end)) ? end + 1 : end;
}

/** The word as it stands, then without the Arabic particles written onto its front. */
function readings(text: string, piece: Piece, clitics: readonly (readonly string[])[]): readonly Piece[] {
  if (clitics.length === 0 || !ARABIC.test(piece.key)) return [piece];
  const all: Piece[] = [piece];
  for (const slot of clitics)
    for (const reading of [...all])
      for (const clitic of slot) {
        const stripped = strip(text, reading, clitic);
        if (stripped) all.push(stripped);
      }
  return all;
}

/** "لل" swallows the article's alif: "للجيش" is "ل" and "الجيش". */
const LI_AL = 'لل';

function strip(text: string, piece: Piece, clitic: string): Piece | null {
  if (!piece.key.startsWith(clitic) || piece.key.length - clitic.length < MIN_STEM) return null;
  const rest = piece.key.slice(clitic.length);
  const key = clitic === LI_AL ? `ال${rest}` : rest;
  return { ...piece, key, start: afterLetters(text, piece, clitic === LI_AL ? 1 : clitic.length) };
}

/** Where the text stands after so many letters, marks not counted. */
function afterLetters(text: string, piece: Piece, letters: number): number {
  let at = piece.start;
  for (let seen = 0; at < piece.end; at++) {
    if (foldWord(text[at]!) === '') continue;
    if (seen++ === letters) break;
  }
  return at;
}
