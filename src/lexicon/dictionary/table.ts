/**
 * A hash of token prefixes in one Int32Array (research: LANGUAGE.md, "Dictionaries"): the two 32-bit hashes of every
 * prefix of every name, and for each whether a name goes on after it and which names end there. Words themselves are
 * not kept. At 10^6 names of three words, two prefixes fall together with a probability of 3·10^-7, and a word of
 * text that is in no name is taken for one with 2·10^-13: less than once in 10^12 words.
 *
 * Layout, in 32-bit integers: [MAGIC, cells, states, list length, longest name in words, names, integers of the filter,
 * 0], then cells of three [hash a, hash b, value], then lists [count, id …], then the filter: a bit for each hash b of a
 * first word, so that most words of a text are passed over without a look at the cells. It can be a view of a shared
 * buffer.
 */
import { StopError } from '../../lib/errors.ts';

const MAGIC = 0x5341_4432;
/** Integers before the cells. */
export const HEAD = 8;
/** Integers a cell takes. */
export const CELL = 3;
/** A name goes on after this prefix. */
export const CONTINUES = 0x8000_0000 | 0;
/** Several names end here: the rest is the place of their list. */
export const LIST = 0x4000_0000;
/** Without the two bits: 0 for none, else 1 + the id of the one name, or 1 + the place of the list. */
export const VALUE = 0x3fff_ffff;
/** Bits of the filter for each first word. */
const FILTER_BITS = 8;
const INT_BITS = 5;
const IN_INT = 31;
/** Share of the cells that is filled. */
const LOAD = 0.7;
const RANGE = 2 ** 32;

/** What a prefix table is laid out from: a state for each prefix, in any order. */
export interface States {
  readonly count: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** As the value of a cell. */
  readonly value: Int32Array;
  /** 1 for a prefix of one word. */
  readonly opens: Uint8Array;
  readonly lists: Int32Array;
  readonly longest: number;
  readonly names: number;
}

/** Prefixes as they are looked up. */
export class PrefixTable {
  /** The whole table, ready to be written to a file. */
  readonly data: Int32Array;
  /** Words of the longest name. */
  readonly longest: number;
  /** Names it was built from. */
  readonly names: number;
  readonly #end: number;
  readonly #scale: number;
  readonly #lists: number;
  readonly #filter: Int32Array;
  readonly #mask: number;

  /** `data` as `layStates` lays it. Throws a StopError when it is none. */
  constructor(data: Int32Array) {
    if (data[0] !== MAGIC)
      throw new StopError('bad-names', 'a table of names is damaged: run "npm run build"');
    this.data = data;
    this.longest = data[4]!;
    this.names = data[5]!;
    this.#scale = data[1]! / RANGE;
    this.#end = HEAD + CELL * data[1]!;
    this.#lists = this.#end;
    this.#filter = data.subarray(this.#lists + data[3]!, this.#lists + data[3]! + data[6]!);
    this.#mask = (data[6]! << INT_BITS) - 1;
  }

  /** The value of a first word by its hashes; 0 when no name starts so. */
  first(a: number, b: number): number {
    const bit = b & this.#mask;
    return (this.#filter[bit >>> INT_BITS]! >>> (bit & IN_INT)) & 1 ? this.find(a, b) : 0;
  }

  /** The value of a prefix by its hashes; 0 when no name starts so. */
  find(a: number, b: number): number {
    const data = this.data;
    for (let at = HEAD + CELL * Math.floor((a >>> 0) * this.#scale); ; ) {
      const there = data[at]!;
      if (there === 0) return 0;
      if (there === a && data[at + 1] === b) return data[at + 2]!;
      at += CELL;
      if (at === this.#end) at = HEAD;
    }
  }

  /** Ids of the names that end at a prefix with this value, as they were added. */
  ids(value: number): readonly number[] {
    const at = (value & VALUE) - 1;
    if (at < 0) return [];
    if (!(value & LIST)) return [at];
    const from = this.#lists + at;
    return Array.from(this.data.subarray(from + 1, from + 1 + this.data[from]!));
  }
}

/** Lays states out for `PrefixTable`. Throws on more than 2^30 names in lists. */
export function layStates(states: States): Int32Array<ArrayBuffer> {
  const cells = Math.max(1, Math.ceil((states.count + 1) / LOAD));
  if (states.lists.length > VALUE) throw new RangeError(`${states.lists.length} names do not fit one table`);
  const filter = filterOf(states);
  const data = new Int32Array(HEAD + CELL * cells + states.lists.length + filter.length);
  data.set([MAGIC, cells, states.count, states.lists.length, states.longest, states.names, filter.length]);
  const scale = cells / RANGE;
  const end = HEAD + CELL * cells;
  for (let i = 0; i < states.count; i++) {
    let at = HEAD + CELL * Math.floor((states.a[i]! >>> 0) * scale);
    while (data[at] !== 0) at = at + CELL === end ? HEAD : at + CELL;
    data[at] = states.a[i]!;
    data[at + 1] = states.b[i]!;
    data[at + 2] = states.value[i]!;
  }
  data.set(states.lists, end);
  data.set(filter, end + states.lists.length);
  return data;
}

function filterOf({ count, opens, b }: States): Int32Array {
  let first = 1;
  for (let i = 0; i < count; i++) first += opens[i]!;
  const filter = new Int32Array(2 ** Math.max(0, Math.ceil(Math.log2(first * FILTER_BITS)) - INT_BITS));
  const mask = (filter.length << INT_BITS) - 1;
  for (let i = 0; i < count; i++)
    if (opens[i] === 1) filter[(b[i]! & mask) >>> INT_BITS]! |= 1 << (b[i]! & IN_INT);
  return filter;
}
