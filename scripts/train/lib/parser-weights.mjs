/**
 * Weights in the making: a hash table from 32-bit keys to rows, with the sums that averaging needs (averaged perceptron:
 * Freund and Schapire 1999, Collins 2002). Rows come into being when they are corrected, unless the keys are given.
 */
const SPREAD = 0x9e3779b1;
const LOAD = 0.75;

/** Numbers keys from 1 as they come. */
class Keys {
  constructor(bits) {
    this.shift = 32 - bits;
    this.mask = (1 << bits) - 1;
    this.cells = new Int32Array(2 << bits);
    this.size = 0;
    this.most = Math.floor((1 << bits) * LOAD);
  }

  cellOf(key) {
    const { cells, mask } = this;
    let cell = Math.imul(key, SPREAD) >>> this.shift;
    while (cells[2 * cell] !== key && cells[2 * cell] !== 0) cell = (cell + 1) & mask;
    return 2 * cell;
  }

  /** Number of a key's row; 0 when there is none. */
  find(key) {
    return this.cells[this.cellOf(key) + 1];
  }

  /** As `find`, making the row. */
  make(key) {
    const cell = this.cellOf(key);
    if (this.cells[cell] === key) return this.cells[cell + 1];
    if (this.size >= this.most) throw new RangeError('the table of weights is full');
    this.cells[cell] = key;
    this.cells[cell + 1] = ++this.size;
    return this.size;
  }

  /** Every key with its row's number, in no order that means anything. */
  *all() {
    for (let cell = 0; cell < this.cells.length; cell += 2)
      if (this.cells[cell] !== 0) yield [this.cells[cell], this.cells[cell + 1]];
  }
}

/** Rows of as many numbers as there are columns (few). */
export class DenseWeights {
  /** A key counts from its `gate`-th correction on. With `only`, those keys and no others have rows. */
  constructor(columns, { bits = 23, gate = 1, only = null } = {}) {
    this.columns = columns;
    this.keys = new Keys(bits);
    this.gate = gate;
    this.fixed = only !== null;
    for (const key of only ?? []) this.keys.make(key);
    const rows = (this.fixed ? this.keys.size : this.keys.most) + 2;
    this.now = new Float32Array(rows * columns);
    this.sum = new Float64Array(rows * columns);
    this.uses = new Uint8Array(rows);
  }

  /** Adds up the rows of `keys[0 … n)`. */
  score(keys, n, scores) {
    const { columns, now } = this;
    scores.fill(0);
    for (let i = 0; i < n; i++) {
      const row = this.keys.find(keys[i]);
      if (row === 0) continue;
      for (let c = 0, at = row * columns; c < columns; c++) scores[c] += now[at + c];
    }
  }

  /** Adds 1 to a column of every key and takes 1 from another; `time` is the number of steps so far. */
  correct(keys, n, right, wrong, time) {
    for (let i = 0; i < n; i++) {
      const row = this.fixed ? this.keys.find(keys[i]) : this.keys.make(keys[i]);
      if (row === 0) continue;
      if (this.uses[row] < 255) this.uses[row]++;
      if (this.uses[row] < this.gate) continue;
      const at = row * this.columns;
      this.now[at + right] += 1;
      this.sum[at + right] += time;
      this.now[at + wrong] -= 1;
      this.sum[at + wrong] -= time;
    }
  }

  /** Averages over `time` steps by key, given as differences from column 0. */
  *averages(time) {
    const mean = (at) => this.now[at] - this.sum[at] / time;
    for (const [key, row] of this.keys.all()) {
      const at = row * this.columns;
      const zero = mean(at);
      yield [key, Array.from({ length: this.columns - 1 }, (_, c) => [c + 1, mean(at + c + 1) - zero])];
    }
  }
}

/** Rows of many columns of which few are used: a chain of entries for each key. */
export class SparseWeights {
  /** `only` gives rows as `averages` does: those entries and no others are learnt. */
  constructor({ bits = 22, gate = 1, most = 1 << 23, only = null } = {}) {
    this.gate = gate;
    this.keys = new Keys(bits);
    this.uses = new Uint8Array(this.keys.most + 2);
    this.first = new Int32Array(this.keys.most + 2);
    this.column = new Uint8Array(most);
    this.next = new Int32Array(most);
    this.now = new Float32Array(most);
    this.sum = new Float64Array(most);
    this.size = 0;
    this.fixed = false;
    for (const [key, entries] of only ?? [])
      for (const [column] of entries) this.#entry(this.keys.make(key), column);
    this.fixed = only !== null;
  }

  score(keys, n, scores) {
    scores.fill(0);
    for (let i = 0; i < n; i++)
      for (let e = this.first[this.keys.find(keys[i])]; e !== 0; e = this.next[e])
        scores[this.column[e]] += this.now[e];
  }

  correct(keys, n, right, wrong, time) {
    for (let i = 0; i < n; i++) {
      const row = this.fixed ? this.keys.find(keys[i]) : this.keys.make(keys[i]);
      if (row === 0) continue;
      if (this.uses[row] < 255) this.uses[row]++;
      if (this.uses[row] < this.gate) continue;
      this.#add(this.#entry(row, right), 1, time);
      this.#add(this.#entry(row, wrong), -1, time);
    }
  }

  #add(e, step, time) {
    if (e === 0) return;
    this.now[e] += step;
    this.sum[e] += step * time;
  }

  #entry(row, column) {
    let e = this.first[row];
    while (e !== 0 && this.column[e] !== column) e = this.next[e];
    if (e !== 0 || this.fixed) return e;
    e = ++this.size;
    if (e >= this.now.length) throw new RangeError('the table of weights is full');
    this.column[e] = column;
    this.next[e] = this.first[row];
    this.first[row] = e;
    return e;
  }

  /** Averages over `time` steps by key. */
  *averages(time) {
    for (const [key, row] of this.keys.all()) {
      const entries = [];
      for (let e = this.first[row]; e !== 0; e = this.next[e])
        entries.push([this.column[e], this.now[e] - this.sum[e] / time]);
      yield [key, entries.sort(([a], [b]) => a - b)];
    }
  }
}

/** How much a row can move a decision: from its least to its greatest value, 0 counted. */
const reach = (entries) =>
  Math.max(0, ...entries.map(([, value]) => value)) - Math.min(0, ...entries.map(([, value]) => value));

const bound = (sizes, most) =>
  sizes.length > most ? Float32Array.from(sizes).sort()[sizes.length - most] : 0;

/** Keys of the `most` rows that reach furthest. */
export function furthestKeys(weights, time, most) {
  const keys = [];
  const sizes = [];
  for (const [key, entries] of weights.averages(time)) {
    keys.push(key);
    sizes.push(reach(entries));
  }
  const least = bound(sizes, most);
  return Int32Array.from(keys.filter((_, i) => sizes[i] > 0 && sizes[i] >= least));
}

/** The `most` greatest entries, by key. */
export function greatestEntries(weights, time, most) {
  const sizes = [];
  for (const [, entries] of weights.averages(time))
    for (const [, value] of entries) sizes.push(Math.abs(value));
  const least = bound(sizes, most);
  const rows = [];
  for (const [key, entries] of weights.averages(time)) {
    const kept = entries.filter(([, value]) => value !== 0 && Math.abs(value) >= least);
    if (kept.length > 0) rows.push([key, kept]);
  }
  return rows;
}
