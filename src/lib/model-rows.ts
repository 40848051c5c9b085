/**
 * Sparse rows by 32-bit key: key → [(column, value) …], column 0 … 255, value a signed 24-bit integer. In memory one
 * Int32Array: a hash table with open addressing, then the entries; so a model is one shared buffer, read in place.
 */

/** Entries a row can hold, and columns there can be. */
export const MOST_COLUMNS = 255;
const COLUMN_BITS = 8;
const COLUMN_MASK = 0xff;
/** Fibonacci hashing: 2^32 over the golden ratio. */
const SPREAD = 0x9e3779b1;
/** Share of the table that may be filled. */
const LOAD = 0.7;
const HEAD = 2;
/** Keys looked up together. */
const BATCH = 256;
/** Bits of the filter for each cell, and the odd number that spreads keys over them (from MurmurHash3). */
const FILTER_BITS = 8;
const FILTER_SPREAD = 0x85ebca6b;

/** 32-bit words of the filter of a table of so many cells. */
const filterWords = (size: number): number => Math.max(1, (size * FILTER_BITS) / 32);

/** Rows in the making or from a file: sorted by unsigned key, `counts[i]` entries each, in order. */
export interface RowList {
  readonly keys: Int32Array;
  readonly counts: Uint8Array;
  readonly columns: Uint8Array;
  readonly values: Int32Array;
}

/** Rows as they are looked up. */
export class RowTable {
  readonly #cells: Int32Array;
  readonly #entries: Int32Array;
  readonly #shift: number;
  readonly #mask: number;
  readonly #filter: Int32Array;
  readonly #filterShift: number;
  readonly #likely = new Int32Array(BATCH);

  /** `data` as `layRows` lays it; it may be a view of a shared buffer. */
  constructor(data: Int32Array) {
    const bits = data[0]!;
    const size = 1 << bits;
    this.#shift = 32 - bits;
    this.#mask = size - 1;
    this.#cells = data.subarray(HEAD, HEAD + 2 * size);
    const words = filterWords(size);
    this.#filter = data.subarray(HEAD + 2 * size, HEAD + 2 * size + words);
    this.#filterShift = 32 - Math.log2(words * 32);
    this.#entries = data.subarray(HEAD + 2 * size + words);
  }

  /** Adds the rows of `keys[0 … n)` to `scores` by column. Keys that have no row count nothing. */
  add(keys: Int32Array, n: number, scores: Int32Array): void {
    for (let from = 0; from < n; from += BATCH) this.#addBatch(keys, from, Math.min(n, from + BATCH), scores);
  }

  /**
   * In three sweeps, each of reads that do not wait for one another, so that the processor fetches many at once from a
   * table larger than its caches: the filter, which tells most keys that have no row, then cells, then entries.
   */
  #addBatch(keys: Int32Array, from: number, to: number, scores: Int32Array): void {
    const likely = this.#likely;
    let m = 0;
    for (let i = from; i < to; i++) {
      const key = keys[i]!;
      likely[m] = key;
      m += this.#passes(key);
    }
    for (let i = 0; i < m; i++) likely[i] = this.#find(likely[i]!);
    const entries = this.#entries;
    for (let i = 0; i < m; i++) {
      const packed = likely[i]!;
      const first = packed >>> COLUMN_BITS;
      const end = first + (packed & COLUMN_MASK);
      for (let e = first; e < end; e++) {
        const entry = entries[e]!;
        scores[entry & COLUMN_MASK]! += entry >> COLUMN_BITS;
      }
    }
  }

  /** 1 for every key that has a row and for about one in eleven that has none, else 0 (a Bloom filter of one hash). */
  #passes(key: number): number {
    const bit = Math.imul(key, FILTER_SPREAD) >>> this.#filterShift;
    return (this.#filter[bit >>> 5]! >>> (bit & 31)) & 1;
  }

  /** Whether a key has a row. */
  has(key: number): boolean {
    return this.#find(key) !== 0;
  }

  /** The value of a key in a column; `fallback` when it has none. */
  get(key: number, column: number, fallback: number): number {
    const packed = this.#find(key);
    const end = (packed >>> COLUMN_BITS) + (packed & COLUMN_MASK);
    for (let e = packed >>> COLUMN_BITS; e < end; e++) {
      const entry = this.#entries[e]!;
      if ((entry & COLUMN_MASK) === column) return entry >> COLUMN_BITS;
    }
    return fallback;
  }

  /** Calls `each` with every column and value of a key, in order. */
  row(key: number, each: (column: number, value: number) => void): void {
    const packed = this.#find(key);
    const end = (packed >>> COLUMN_BITS) + (packed & COLUMN_MASK);
    for (let e = packed >>> COLUMN_BITS; e < end; e++)
      each(this.#entries[e]! & COLUMN_MASK, this.#entries[e]! >> COLUMN_BITS);
  }

  #find(key: number): number {
    const cells = this.#cells;
    let cell = Math.imul(key, SPREAD) >>> this.#shift;
    for (;;) {
      const there = cells[2 * cell]!;
      if (there === key) return cells[2 * cell + 1]! >>> 0;
      if (there === 0) return 0;
      cell = (cell + 1) & this.#mask;
    }
  }
}

/** Lays rows out for `RowTable`. A row without entries takes a cell and counts as there. Throws on more than 2^24 entries. */
export function layRows({ keys, counts, columns, values }: RowList): Int32Array<ArrayBuffer> {
  const bits = Math.max(1, Math.ceil(Math.log2((keys.length + 1) / LOAD)));
  const size = 1 << bits;
  // Entry 0 is a blank, so that a found row never packs to 0.
  const filterAt = HEAD + 2 * size;
  const entriesAt = filterAt + filterWords(size);
  const data = new Int32Array(entriesAt + columns.length + 1);
  if (columns.length >= 1 << 24) throw new RangeError(`${columns.length} entries do not fit one row table`);
  data[0] = bits;
  let entry = 1;
  for (let i = 0; i < keys.length; i++) {
    let cell = Math.imul(keys[i]!, SPREAD) >>> (32 - bits);
    while (data[HEAD + 2 * cell] !== 0) cell = (cell + 1) & (size - 1);
    data[HEAD + 2 * cell] = keys[i]!;
    data[HEAD + 2 * cell + 1] = (entry << COLUMN_BITS) | counts[i]!;
    entry += counts[i]!;
    const bit = Math.imul(keys[i]!, FILTER_SPREAD) >>> (32 - Math.log2(filterWords(size) * 32));
    data[filterAt + (bit >>> 5)]! |= 1 << (bit & 31);
  }
  for (let e = 0; e < columns.length; e++)
    data[entriesAt + 1 + e] = (values[e]! << COLUMN_BITS) | columns[e]!;
  return data;
}
