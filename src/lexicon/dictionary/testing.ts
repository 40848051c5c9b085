/** The plain way to do what the prefix table does: a tree of maps. Tests compare the two. */
import type { Token } from '../../doc/index.ts';
import { foldWord } from '../../lib/fold.ts';
import { type DictionaryEntry, type DictionaryOptions, type Hit, keysOf } from '../dictionary.ts';

interface Piece {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly joined: boolean;
}
interface Node<T> {
  readonly next: Map<string, Node<T>>;
  readonly values: T[];
}
interface Found<T> {
  readonly hit: Hit<T>;
  readonly next: number;
}

/** What `buildDictionary(entries, options).match(text, tokens)` should give. */
export function matchPlainly<T>(
  entries: readonly DictionaryEntry<T>[],
  options: DictionaryOptions<T>,
  text: string,
  tokens: readonly Token[],
): readonly Hit<T>[] {
  const { same = new Map(), clitics = [], accepts = () => true } = options;
  const root = treeOf(entries, same);
  const pieces = piecesOf(text, tokens, same);
  const hits: Hit<T>[] = [];
  for (let i = 0; i < pieces.length; ) {
    let best: Found<T> | null = null;
    for (const first of readings(text, pieces[i]!, clitics)) {
      const found = walk(root, text, pieces, i, first, accepts);
      if (found && (!best || found.next > best.next)) best = found;
    }
    if (best) hits.push(best.hit);
    i = best ? best.next : i + 1;
  }
  return hits;
}

function treeOf<T>(entries: readonly DictionaryEntry<T>[], same: ReadonlyMap<string, string>): Node<T> {
  const root: Node<T> = { next: new Map(), values: [] };
  for (const { words, value } of entries) {
    let node = root;
    for (const key of keysOf(words, same)) {
      if (!node.next.has(key)) node.next.set(key, { next: new Map(), values: [] });
      node = node.next.get(key)!;
    }
    if (node !== root && !node.values.includes(value)) node.values.push(value);
  }
  return root;
}

function piecesOf(text: string, tokens: readonly Token[], same: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = [];
  let sentence = -1;
  for (const token of tokens) {
    const form = text.slice(token.start, token.end);
    if (token.kind === 'punctuation' || /^(?:https?:|www\.|@)/u.test(form)) continue;
    for (const m of form.matchAll(/[\p{L}\p{N}\p{M}]+(?:\p{Cf}+[\p{L}\p{N}\p{M}]+)*/gu)) {
      const start = token.start + m.index;
      const last = pieces.at(-1);
      const between = last && text.slice(last.end, start);
      const joined =
        between !== undefined &&
        between.length <= 4 &&
        token.sentence === sentence &&
        /^[\s\p{Cf}\-‐‑–.'’ʼ‘“”"&/]{0,4}$/u.test(between);
      const key = foldWord(m[0]);
      pieces.push({ key: same.get(key) ?? key, start, end: start + m[0].length, joined });
      sentence = token.sentence;
    }
  }
  return pieces;
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
    const last = j === at ? first.end : pieces[j]!.end;
    const dotted = text[last] === '.' && /\p{L}\.\p{L}$/u.test(text.slice(Math.max(0, last - 3), last));
    const end = dotted ? last + 1 : last;
    const values = node.values.filter((v) => accepts(v, text.slice(first.start, end)));
    if (values.length > 0) best = { hit: { start: first.start, end, values }, next: j + 1 };
    const after = pieces[j + 1];
    node = after?.joined ? node.next.get(after.key) : undefined;
  }
  return best;
}

function readings(text: string, piece: Piece, clitics: readonly (readonly string[])[]): readonly Piece[] {
  const all: Piece[] = [piece];
  if (!/^\p{Script=Arabic}/u.test(piece.key)) return all;
  for (const slot of clitics)
    for (const reading of [...all])
      for (const clitic of slot) {
        const { key } = reading;
        if (!key.startsWith(clitic) || key.length - clitic.length < 3) continue;
        const rest = key.slice(clitic.length);
        const swallowed = clitic === 'لل';
        const start = afterLetters(text, reading, swallowed ? 1 : clitic.length);
        all.push({ ...reading, key: swallowed ? `ال${rest}` : rest, start });
      }
  return all;
}

function afterLetters(text: string, piece: Piece, letters: number): number {
  let at = piece.start;
  for (let seen = 0; at < piece.end; at++) {
    if (foldWord(text[at]!) === '') continue;
    if (seen++ === letters) break;
  }
  return at;
}
