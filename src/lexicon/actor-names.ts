/**
 * The names of the register as one buffer, made at build time and shared by all threads: the prefix table, then for
 * each spelling its entry, kind, rank and case rule.
 *
 * Layout: 32-bit integers [MAGIC, bytes of the JSON head, integers of the prefix table, spellings], the JSON head
 * padded to four bytes, the table, then three columns: entry, facts, acronym.
 */
import type { MentionKind, Token } from '../doc/index.ts';
import { StopError } from '../lib/errors.ts';
import { finish, hashString, mix } from '../lib/feature-hash.ts';
import { type ActorEntry, type ActorHeads, acronymLike } from './actor-schema.ts';
import { type Spelling, spellingsOf } from './actor-spellings.ts';
import { TableBuilder } from './dictionary/build.ts';
import { matcherOf } from './dictionary/match.ts';
import { PrefixTable } from './dictionary/table.ts';

const MAGIC = 0x5341_4e4d;
const INTS = 4;
const BYTES = 4;

/** What the columns point into. */
interface Head {
  readonly kinds: readonly MentionKind[];
  /** The capitals-only words of a name, as written; 0 is the empty one. */
  readonly acronyms: readonly string[];
  /** Of the ids of the entries, in order: the columns count in them. */
  readonly digest: number;
}

/** A spelling found in a text. */
export interface NameHit {
  readonly start: number;
  readonly end: number;
  readonly names: readonly { readonly entry: number; readonly kind: MentionKind; readonly rank: number }[];
}

/** Finds names of register entries; acronyms count in capitals only. */
export type NameMatcher = (text: string, tokens: readonly Token[]) => readonly NameHit[];

/** Facts of a spelling in one integer: kind, rank, and 1 + the place of the first word with a capital, 0 for none. */
const RANK_AT = 8;
const CAPITAL_AT = 16;
const BYTE = 0xff;
const EXACT_AT = 24;

/** Lays out all spellings of the register. */
export function packNames(entries: readonly ActorEntry[], heads: ActorHeads): SharedArrayBuffer {
  const builder = new TableBuilder(sameOf(heads));
  const rows = new Map(entries.map((e, i) => [e.id, i]));
  const kinds = new Numbers<MentionKind>();
  const acronyms = new Numbers<string>(['']);
  const columns: number[][] = [[], [], []];
  for (const spelling of spellingsOf(entries, heads)) {
    builder.add(spelling.words, columns[0]!.length);
    columns[0]!.push(rows.get(spelling.id)!);
    columns[1]!.push(kinds.of(spelling.kind) | factsOf(spelling));
    columns[2]!.push(acronyms.of(acronymsOf(spelling.words)));
  }
  const head: Head = { kinds: kinds.list, acronyms: acronyms.list, digest: digestOf(entries) };
  return assemble(head, builder.finish(), columns);
}

/** Opens packed names over the buffer, copying nothing but the head. Throws a StopError when they are of other entries. */
export function namesFrom(
  buffer: SharedArrayBuffer,
  entries: readonly ActorEntry[],
  heads: ActorHeads,
): NameMatcher {
  const ints = new Int32Array(buffer);
  const head = headOf(buffer, ints);
  if (head?.digest !== digestOf(entries))
    throw new StopError('bad-names', 'names.bin does not fit the register: run "npm run build"');
  const { table, entry, facts, acronym } = partsOf(ints);
  const matcher = matcherOf(table, {
    same: sameOf(heads),
    clitics: heads.clitics,
    accepts: (id, words) => caseFits(facts[id]!, head.acronyms[acronym[id]!]!, words),
  });
  const nameOf = (id: number) => ({
    entry: entry[id]!,
    kind: head.kinds[facts[id]! & BYTE]!,
    rank: (facts[id]! >> RANK_AT) & BYTE,
  });
  return (text, tokens) =>
    matcher(text, tokens).map(({ start, end, ids }) => ({ start, end, names: ids.map(nameOf) }));
}

function partsOf(ints: Int32Array) {
  const table = INTS + ints[1]! / BYTES;
  const columns = table + ints[2]!;
  const column = (i: number): Int32Array =>
    ints.subarray(columns + i * ints[3]!, columns + (i + 1) * ints[3]!);
  return {
    table: new PrefixTable(ints.subarray(table, columns)),
    entry: column(0),
    facts: column(1),
    acronym: column(2),
  };
}

const sameOf = (heads: ActorHeads): ReadonlyMap<string, string> =>
  new Map(heads.articles.map((a) => [a, heads.articles[0]!]));

/** Numbers values in the order they are first seen. */
class Numbers<T> {
  readonly list: T[];
  readonly #at: Map<T, number>;

  constructor(first: readonly T[] = []) {
    this.list = [...first];
    this.#at = new Map(first.map((value, i) => [value, i]));
  }

  of(value: T): number {
    const known = this.#at.get(value);
    if (known !== undefined) return known;
    this.#at.set(value, this.list.length);
    return this.list.push(value) - 1;
  }
}

function digestOf(entries: readonly ActorEntry[]): number {
  return finish(entries.reduce((hash, e) => mix(hash, hashString(e.id)), entries.length));
}

function assemble(head: Head, table: Int32Array, columns: readonly (readonly number[])[]): SharedArrayBuffer {
  const json = Buffer.from(JSON.stringify(head), 'utf8');
  const headInts = Math.ceil(json.length / BYTES);
  const count = columns[0]!.length;
  const buffer = new SharedArrayBuffer(BYTES * (INTS + headInts + table.length + columns.length * count));
  const ints = new Int32Array(buffer);
  ints.set([MAGIC, headInts * BYTES, table.length, count]);
  new Uint8Array(buffer, INTS * BYTES, headInts * BYTES).fill(SPACE).set(json);
  ints.set(table, INTS + headInts);
  for (const [i, column] of columns.entries()) ints.set(column, INTS + headInts + table.length + i * count);
  return buffer;
}
const SPACE = 0x20;

function headOf(buffer: SharedArrayBuffer, ints: Int32Array): Head | null {
  if (ints[0] !== MAGIC) return null;
  // A decoder of text refuses shared memory, hence the copy.
  const bytes = new Uint8Array(buffer, INTS * BYTES, ints[1]!).slice();
  return JSON.parse(Buffer.from(bytes).toString('utf8')) as Head;
}

const WORD = /[\p{L}\p{N}]+/gu;
const CAPITAL = /^\p{Lu}/u;

function factsOf({ words, rank }: Spelling): number {
  const capital = (words.match(WORD) ?? []).findIndex((w) => CAPITAL.test(w)) + 1;
  return (
    (rank << RANK_AT) | (Math.min(capital, BYTE) << CAPITAL_AT) | (acronymLike(words) ? 1 << EXACT_AT : 0)
  );
}

/** The capitals-only words of a name, as written. */
function acronymsOf(words: string): string {
  return (words.match(WORD) ?? []).filter((w) => acronymLike(w)).join(' ');
}

/** Acronyms in their own capitals; the first word that the name writes with a capital with one; small names anyhow. */
function caseFits(facts: number, acronyms: string, words: string): boolean {
  if (facts >> EXACT_AT && acronymsOf(words) !== acronyms) return false;
  const at = ((facts >> CAPITAL_AT) & BYTE) - 1;
  if (at < 0) return true;
  const word = (words.match(WORD) ?? [])[at];
  return word !== undefined && CAPITAL.test(word);
}
