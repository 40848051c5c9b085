/**
 * Places for keys that are known beforehand, no two in one place, so that a key is found in one step and no search (hash and
 * displace: Pagh 1999; Belazzougui, Botelho and Dietzfelbinger 2009). A key's bucket holds a number from 0 to 255 that moves
 * the bucket's keys to where they do not meet.
 */

const SPREAD_STEP = 0x85ebca77;
const SPREAD_PLACE = 0xc2b2ae35;
const SPREAD_MARK = 0x27d4eb2f;
/** Steps come in whole words of four bytes. */
const LEAST_BITS = 3;
const MOST_BITS = 26;
const MOST_STEPS = 256;
/** Share of the places that may be taken. */
const LOAD = 0.85;

/** Buckets of 2^`bits` places. */
export const bucketsFor = (bits: number): number => 1 << (bits - 1);

/** The place of a key whose bucket moves by `step`, of 2^(32 − `shift`). */
export function placeOf(key: number, step: number, shift: number): number {
  const moved = (key + Math.imul(step, SPREAD_STEP)) | 0;
  return Math.imul(moved ^ (moved >>> 15), SPREAD_PLACE) >>> shift;
}

/** 32 bits that tell keys of one place apart; the upper ones are the better. */
export const markOf = (key: number): number => Math.imul(key, SPREAD_MARK);

/** Where keys lie: the step of each bucket (2^n of them, a key's lowest bits name its own) and the place of each key. */
export interface Placing {
  readonly bits: number;
  readonly steps: Uint8Array;
  readonly places: Int32Array;
}

/** Finds places for keys. The same keys in the same order get the same places. Throws when a key stands twice. */
export function placeKeys(keys: Int32Array): Placing {
  const least = Math.max(LEAST_BITS, Math.ceil(Math.log2((keys.length + 1) / LOAD)));
  for (let bits = least; bits <= MOST_BITS; bits++) {
    const placing = tryToPlace(keys, bits);
    if (placing) return placing;
  }
  throw new RangeError('keys that do not differ, or too many, have no places');
}

function tryToPlace(keys: Int32Array, bits: number): Placing | null {
  const steps = new Uint8Array(bucketsFor(bits));
  const places = new Int32Array(keys.length);
  const taken = new Uint8Array(1 << bits);
  for (const bucket of fullestFirst(bucketsOf(keys, steps.length))) {
    const step = stepThatFits(keys, bucket, bits, taken);
    if (step < 0) return null;
    steps[keys[bucket[0]!]! & (steps.length - 1)] = step;
    for (const i of bucket) places[i] = placeOf(keys[i]!, step, 32 - bits);
    for (const i of bucket) taken[places[i]!] = 1;
  }
  return { bits, steps, places };
}

/** Numbers of the keys in each bucket. */
function bucketsOf(keys: Int32Array, count: number): number[][] {
  const buckets: number[][] = Array.from({ length: count }, () => []);
  for (let i = 0; i < keys.length; i++) buckets[keys[i]! & (count - 1)]!.push(i);
  return buckets;
}

const fullestFirst = (buckets: number[][]): number[][] =>
  buckets.filter((b) => b.length > 0).sort((a, b) => b.length - a.length);

/** The first step that takes a bucket's keys to free places; −1 when none does. */
function stepThatFits(keys: Int32Array, bucket: readonly number[], bits: number, taken: Uint8Array): number {
  for (let step = 0; step < MOST_STEPS; step++) if (fits(keys, bucket, step, 32 - bits, taken)) return step;
  return -1;
}

function fits(
  keys: Int32Array,
  bucket: readonly number[],
  step: number,
  shift: number,
  taken: Uint8Array,
): boolean {
  let k = 0;
  while (k < bucket.length) {
    const place = placeOf(keys[bucket[k]!]!, step, shift);
    if (taken[place] === 1) break;
    taken[place] = 1;
    k++;
  }
  const all = k === bucket.length;
  while (k > 0) taken[placeOf(keys[bucket[--k]!]!, step, shift)] = 0;
  return all;
}
