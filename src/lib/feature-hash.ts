/**
 * 32-bit hashes of features, so that no string is built while a model reads (feature hashing: Weinberger et al. 2009;
 * mixing steps of MurmurHash3, Appleby, public domain). Never 0: the tables keep 0 for "empty".
 */

const MIX_A = 0xcc9e2d51;
const MIX_B = 0x1b873593;
const END_A = 0x85ebca6b;
const END_B = 0xc2b2ae35;
const ROTATE_KEY = 15;
const ROTATE_STATE = 13;
const ADD = 0xe6546b64;

/** Folds one 32-bit value into a running hash. */
export function mix(hash: number, value: number): number {
  return mixSpread(hash, spread(value));
}

/** The part of `mix` that looks at the value alone: worked out once for a value that goes into many hashes. */
export function spread(value: number): number {
  const k = Math.imul(value, MIX_A);
  return Math.imul((k << ROTATE_KEY) | (k >>> (32 - ROTATE_KEY)), MIX_B);
}

/** `mix` for a value that went through `spread`. */
export function mixSpread(hash: number, value: number): number {
  const h = hash ^ value;
  return (Math.imul((h << ROTATE_STATE) | (h >>> (32 - ROTATE_STATE)), 5) + ADD) | 0;
}

/** Ends a running hash: spreads its bits, and gives a value other than 0. */
export function finish(hash: number): number {
  let h = hash;
  h ^= h >>> 16;
  h = Math.imul(h, END_A);
  h ^= h >>> 13;
  h = Math.imul(h, END_B);
  h ^= h >>> 16;
  return h === 0 ? 1 : h;
}

/** Hash of the UTF-16 code units `[from, to)` of a string. */
export function hashString(text: string, from = 0, to: number = text.length): number {
  let h = to - from;
  for (let i = from; i < to; i++) h = mix(h, text.charCodeAt(i));
  return finish(h);
}

/** Hash of a feature template's number with one, two, three or four values. */
export const hash1 = (template: number, a: number): number => finish(mix(mix(0, template), a));
export const hash2 = (template: number, a: number, b: number): number =>
  finish(mix(mix(mix(0, template), a), b));
export const hash3 = (template: number, a: number, b: number, c: number): number =>
  finish(mix(mix(mix(mix(0, template), a), b), c));
export const hash4 = (template: number, a: number, b: number, c: number, d: number): number =>
  finish(mix(mix(mix(mix(mix(0, template), a), b), c), d));
