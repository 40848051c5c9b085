import type { Token } from '../../doc/index.ts';
import { type CliticReader, cliticReader } from './clitics.ts';
import { addWords, joinA, joinB, Pieces } from './pieces.ts';
import { replaceSame, type SameWords, sameWords } from './same.ts';
import { CONTINUES, type PrefixTable, VALUE } from './table.ts';
import { glued, isAddress } from './words.ts';

/** What is found: the characters covered and the ids of the names that they are. */
export interface IdHit {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly number[];
}

export interface MatchOptions {
  /** Decides from the words as they stand whether a name is meant. Default: always. */
  readonly accepts?: (id: number, words: string) => boolean;
  /** Other spellings of one folded word, "ash" → "al"; the same as in the building. */
  readonly same?: ReadonlyMap<string, string>;
  /** Letters that may be written onto the front of an Arabic word, by slot, in the order they are taken off. */
  readonly clitics?: readonly (readonly string[])[];
}

/** Finds names: leftmost, longest, without overlaps; in text order. */
export type Matcher = (text: string, tokens: readonly Token[]) => readonly IdHit[];

interface Search {
  readonly table: PrefixTable;
  readonly text: string;
  readonly pieces: Pieces;
  readonly accepts: ((id: number, words: string) => boolean) | null;
}
interface Found {
  readonly hit: IdHit;
  /** Row of the first word after the hit. */
  readonly next: number;
}

/** Makes a matcher over a table. Time grows with the text, times the words of the longest name at worst. */
export function matcherOf(table: PrefixTable, options: MatchOptions = {}): Matcher {
  const same = sameWords(options.same ?? new Map());
  const clitics = cliticReader(options.clitics ?? []);
  return (text, tokens) => {
    const pieces = piecesOf(text, tokens, same);
    const search: Search = { table, text, pieces, accepts: options.accepts ?? null };
    const hits: IdHit[] = [];
    for (let i = 0; i < pieces.count; ) {
      const found = longest(search, i, clitics, same);
      if (found) hits.push(found.hit);
      i = found ? found.next : i + 1;
    }
    return hits;
  };
}

/** Words a text has at first count, for each token: hyphenated ones have more. */
const WORDS_A_TOKEN = 1.1;

/** The words that tokens stand on, split at every hyphen, dot and apostrophe, whatever the tokeniser did with them. */
function piecesOf(text: string, tokens: readonly Token[], same: SameWords | null): Pieces {
  const pieces = new Pieces(8 + Math.ceil(tokens.length * WORDS_A_TOKEN));
  let sentence = -1;
  for (const token of tokens) {
    if (token.kind === 'punctuation' || isAddress(text, token)) continue;
    const before = pieces.count;
    addWords(text, token.start, token.end, pieces);
    for (let i = before; i < pieces.count; i++) {
      const runsOn = i > before || token.sentence === sentence;
      pieces.joined[i] = i > 0 && runsOn && glued(text, pieces.end[i - 1]!, pieces.start[i]!) ? 1 : 0;
    }
    if (pieces.count > before) sentence = token.sentence;
  }
  if (same) replaceSame(pieces, same);
  return pieces;
}

function longest(s: Search, at: number, clitics: CliticReader | null, same: SameWords | null): Found | null {
  const { pieces } = s;
  let best = walk(s, at, pieces.start[at]!, pieces.a[at]!, pieces.b[at]!);
  if (!clitics?.mayOpen(pieces.first[at]!)) return best;
  for (const { start, a, b } of clitics.readings(s.text, pieces, at, same)) {
    const found = walk(s, at, start, a, b);
    if (found && (!best || found.next > best.next)) best = found;
  }
  return best;
}

/** The longest name from a word on, that word read with this start and these hashes. */
function walk(s: Search, at: number, start: number, firstA: number, firstB: number): Found | null {
  const { table, pieces } = s;
  let best: Found | null = null;
  let a = firstA;
  let b = firstB;
  let value = a === 0 ? 0 : table.first(a, b);
  for (let i = at; value !== 0; ) {
    if (value & VALUE) best = hitAt(s, value, start, i) ?? best;
    if (!(value & CONTINUES) || ++i >= pieces.count || pieces.joined[i] === 0 || pieces.a[i] === 0) break;
    a = joinA(a, pieces.a[i]!);
    b = joinB(b, pieces.b[i]!);
    value = table.find(a, b);
  }
  return best;
}

function hitAt(s: Search, value: number, start: number, last: number): Found | null {
  const end = withStop(s.text, s.pieces.end[last]!);
  const all = s.table.ids(value);
  const { accepts } = s;
  const words = accepts ? s.text.slice(start, end) : '';
  const ids = accepts ? all.filter((id) => accepts(id, words)) : all;
  return ids.length > 0 ? { hit: { start, end, ids }, next: last + 1 } : null;
}

const STOP = 0x2e;

/** The last stop of a dotted acronym belongs to it: "U.S.". */
function withStop(text: string, end: number): number {
  if (text.charCodeAt(end) !== STOP) return end;
  return /\p{L}\.\p{L}$/u.test(text.slice(Math.max(0, end - 3), end)) ? end + 1 : end;
}
