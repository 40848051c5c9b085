/**
 * Sparse rows by 32-bit key: key → [(column, value) …], column 0 … 254, value a signed 23-bit integer. In memory one
 * Int32Array: a hash table with open addressing, a filter, then the entries; so a model is one shared buffer, read in place.
 * A row of one entry, the most frequent by far, stands in its cell; others are pointed at.
 */

const COLUMN_BITS = 8;
const COLUMN_MASK = 0xff;
/** A cell's second word: 1 in its lowest bit for an entry, 0 for a pointer (first entry, number of entries). */
const POINTER_BITS = COLUMN_BITS + 1;
const MOST_ENTRIES = 1 << (32 - POINTER_BITS);
/** Fibonacci hashing: 2^32 over the golden ratio. */
const SPREAD = 0x9e3779b1;
/** Share of the table that may be filled: fewer steps to a row for more memory. */
const LOAD = 0.5;
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
  readonly #filter: Int32Array;
  readonly #filterShift: number;
  readonly #shift: number;
  readonly #mask: number;
  readonly #likely = new Int32Array(BATCH);
  readonly #touched = new Int32Array(BATCH);

  /** `data` as `layRows` lays it; it may be a view of a shared buffer. */
  constructor(data: Int32Array) {
    const bits = data[0]!;
    const size = 1 << bits;
    const words = filterWords(size);
    this.#shift = 32 - bits;
    this.#mask = size - 1;
    this.#cells = data.subarray(HEAD, HEAD + 2 * size);
    this.#filter = data.subarray(HEAD + 2 * size, HEAD + 2 * size + words);
    this.#filterShift = 32 - Math.log2(words * 32);
    this.#entries = data.subarray(HEAD + 2 * size + words);
  }

  /** Adds the rows of `keys[0 … n)` to `scores` by column. Keys that have no row count nothing. */
  add(keys: Int32Array, n: number, scores: Int32Array): void {
    for (let from = 0; from < n; from += BATCH) this.#addBatch(keys, from, Math.min(n, from + BATCH), scores);
  }

  /**
   * In sweeps: the filter, which tells most keys that have no row; then each cell touched once, without a branch, before it
   * is searched. Reads that do not wait for one another let the processor fetch many at once from a table larger than its
   * caches, where one alone takes some 100 ns.
   */
  #addBatch(keys: Int32Array, from: number, to: number, scores: Int32Array): void {
    const likely = this.#likely;
    const touched = this.#touched;
    const cells = this.#cells;
    const shift = this.#shift;
    let m = 0;
    for (let i = from; i < to; i++) {
      const key = keys[i]!;
      likely[m] = key;
      m += this.#passes(key);
    }
    for (let i = 0; i < m; i++) touched[i] = cells[2 * (Math.imul(likely[i]!, SPREAD) >>> shift)]!;
    for (let i = 0; i < m; i++) likely[i] = this.#find(likely[i]!);
    for (let i = 0; i < m; i++) {
      const cell = likely[i]!;
      if ((cell & 1) === 1) scores[(cell >>> 1) & COLUMN_MASK]! += cell >> POINTER_BITS;
      else this.#addPointed(cell, scores);
    }
  }

  #addPointed(cell: number, scores: Int32Array): void {
    const entries = this.#entries;
    const first = cell >>> POINTER_BITS;
    const end = first + ((cell >>> 1) & COLUMN_MASK);
    for (let e = first; e < end; e++) {
      const entry = entries[e]!;
      scores[entry & COLUMN_MASK]! += entry >> COLUMN_BITS;
    }
  }

  /** 1 for every key that has a row and for about one in ten that has none, else 0 (a Bloom filter of one hash). */
  #passes(key: number): number {
    const bit = Math.imul(key, FILTER_SPREAD) >>> this.#filterShift;
    return (this.#filter[bit >>> 5]! >>> (bit & 31)) & 1;
  }

  /** Whether a key has a row. */
  has(key: number): boolean {
    return this.#passes(key) === 1 && this.#find(key) !== 0;
  }

  /** The value of a key in a column; `fallback` when it has none. */
  get(key: number, column: number, fallback: number): number {
    const cell = this.#passes(key) === 1 ? this.#find(key) : 0;
    if ((cell & 1) === 1) return ((cell >>> 1) & COLUMN_MASK) === column ? cell >> POINTER_BITS : fallback;
    const first = cell >>> POINTER_BITS;
    const end = first + ((cell >>> 1) & COLUMN_MASK);
    for (let e = first; e < end; e++) {
      const entry = this.#entries[e]!;
      if ((entry & COLUMN_MASK) === column) return entry >> COLUMN_BITS;
    }
    return fallback;
  }

  /** Calls `each` with every column and value of a key, in order. */
  row(key: number, each: (column: number, value: number) => void): void {
    const cell = this.#passes(key) === 1 ? this.#find(key) : 0;
    if ((cell & 1) === 1) {
      each((cell >>> 1) & COLUMN_MASK, cell >> POINTER_BITS);
      return;
    }
    const first = cell >>> POINTER_BITS;
    const end = first + ((cell >>> 1) & COLUMN_MASK);
    for (let e = first; e < end; e++) each(this.#entries[e]! & COLUMN_MASK, this.#entries[e]! >> COLUMN_BITS);
  }

  /** The second word of a key's cell; 0 when it has none. */
  #find(key: number): number {
    const cells = this.#cells;
    let cell = Math.imul(key, SPREAD) >>> this.#shift;
    for (;;) {
      const there = cells[2 * cell]!;
      if (there === key) return cells[2 * cell + 1]!;
      if (there === 0) return 0;
      cell = (cell + 1) & this.#mask;
    }
  }
}

/** Lays rows out for `RowTable`. A row without entries takes a cell and counts as there. Throws on more than 2^23 entries. */
export function layRows({ keys, counts, columns, values }: RowList): Int32Array<ArrayBuffer> {
  const bits = Math.max(1, Math.ceil(Math.log2((keys.length + 1) / LOAD)));
  const size = 1 << bits;
  const filterAt = HEAD + 2 * size;
  const entriesAt = filterAt + filterWords(size);
  // Entry 0 is a blank, so that a row found never reads 0.
  let entry = 1;
  if (columns.length >= MOST_ENTRIES)
    throw new RangeError(`${columns.length} entries do not fit one row table`);
  const data = new Int32Array(entriesAt + 1 + pointedAt(counts));
  data[0] = bits;
  for (let i = 0, from = 0; i < keys.length; from += counts[i++]!) {
    const count = counts[i]!;
    const cell = freeCell(data, keys[i]!, bits);
    data[HEAD + 2 * cell] = keys[i]!;
    pass(data, filterAt, size, keys[i]!);
    if (count === 1) data[HEAD + 2 * cell + 1] = (values[from]! << POINTER_BITS) | (columns[from]! << 1) | 1;
    else data[HEAD + 2 * cell + 1] = (entry << POINTER_BITS) | (count << 1);
    for (let e = 0; count !== 1 && e < count; e++)
      data[entriesAt + entry++] = (values[from + e]! << COLUMN_BITS) | columns[from + e]!;
  }
  return data;
}

/** Entries of all rows but those of one. */
const pointedAt = (counts: Uint8Array): number => counts.reduce((sum, n) => sum + (n === 1 ? 0 : n), 0);

function freeCell(data: Int32Array, key: number, bits: number): number {
  const mask = (1 << bits) - 1;
  let cell = Math.imul(key, SPREAD) >>> (32 - bits);
  while (data[HEAD + 2 * cell] !== 0) cell = (cell + 1) & mask;
  return cell;
}

function pass(data: Int32Array, filterAt: number, size: number, key: number): void {
  const bit = Math.imul(key, FILTER_SPREAD) >>> (32 - Math.log2(filterWords(size) * 32));
  data[filterAt + (bit >>> 5)]! |= 1 << (bit & 31);
}
