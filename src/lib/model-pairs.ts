import type { RowList } from './model-rows.ts';
import { bucketsFor, markOf, placeKeys, placeOf } from './placing.ts';

/**
 * Rows of two small numbers, columns 1 and 2, by 32-bit key: one word each, twelve bits that tell keys apart and twice ten
 * bits of value. A key that has no row passes for another once in some thousands, which a sum of many rows bears.
 */

const VALUE_BITS = 10;
/** Values reach so far on both sides of 0. */
export const MOST_PAIR_VALUE = (1 << (VALUE_BITS - 1)) - 1;
const MARK_SHIFT = 2 * VALUE_BITS;
const TO_FIRST = 32 - MARK_SHIFT;
const TO_SECOND = 32 - VALUE_BITS;
const VALUE_MASK = (1 << VALUE_BITS) - 1;
const HEAD = 1;

/** Pairs as they are looked up. */
export class PairTable {
  readonly #steps: Uint8Array;
  readonly #cells: Int32Array;
  readonly #shift: number;

  /** `data` as `layPairs` lays it; it may be a view of a shared buffer. */
  constructor(data: Int32Array) {
    const bits = data[0]!;
    const buckets = bucketsFor(bits);
    this.#shift = 32 - bits;
    this.#steps = new Uint8Array(data.buffer, data.byteOffset + 4 * HEAD, buckets);
    this.#cells = data.subarray(HEAD + buckets / 4);
  }

  /** Adds the pairs of `keys[0 … n)` to columns 1 and 2 of `scores`. Without a branch: a key that has none adds 0. */
  add(keys: Int32Array, n: number, scores: Int32Array): void {
    const steps = this.#steps;
    const cells = this.#cells;
    const shift = this.#shift;
    const mask = steps.length - 1;
    let first = 0;
    let second = 0;
    for (let i = 0; i < n; i++) {
      const key = keys[i]!;
      const cell = cells[placeOf(key, steps[key & mask]!, shift)]!;
      const same = (((cell ^ markOf(key)) >>> MARK_SHIFT) - 1) >> 31;
      first += ((cell << TO_FIRST) >> TO_SECOND) & same;
      second += ((cell << TO_SECOND) >> TO_SECOND) & same;
    }
    scores[1]! += first;
    scores[2]! += second;
  }
}

/** Lays rows out for `PairTable`. Throws on other columns than 1 and 2 and on values beyond `MOST_PAIR_VALUE`. */
export function layPairs({ keys, counts, columns, values }: RowList): Int32Array<ArrayBuffer> {
  const { bits, steps, places } = placeKeys(keys);
  const data = new Int32Array(HEAD + steps.length / 4 + (1 << bits));
  data[0] = bits;
  new Uint8Array(data.buffer).set(steps, 4 * HEAD);
  const cells = data.subarray(HEAD + steps.length / 4);
  for (let i = 0, e = 0; i < keys.length; i++) {
    const pair: [number, number] = [0, 0];
    for (const end = e + counts[i]!; e < end; e++) pair[columns[e]! - 1] = checked(columns[e]!, values[e]!);
    cells[places[i]!] =
      ((markOf(keys[i]!) >>> MARK_SHIFT) << MARK_SHIFT) |
      ((pair[0] & VALUE_MASK) << VALUE_BITS) |
      (pair[1] & VALUE_MASK);
  }
  return data;
}

function checked(column: number, value: number): number {
  if (column < 1 || column > 2) throw new RangeError(`a pair has no column ${column}`);
  if (Math.abs(value) > MOST_PAIR_VALUE) throw new RangeError(`${value} does not fit a pair`);
  return value;
}
