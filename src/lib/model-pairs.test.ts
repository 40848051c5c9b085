import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layPairs, MOST_PAIR_VALUE, PairTable } from './model-pairs.ts';
import type { RowList } from './model-rows.ts';

type Pairs = readonly (readonly [key: number, first: number, second: number])[];

const listOf = (pairs: Pairs): RowList => ({
  keys: Int32Array.from(pairs, ([key]) => key),
  counts: new Uint8Array(pairs.length).fill(2),
  columns: Uint8Array.from(pairs.flatMap(() => [1, 2])),
  values: Int32Array.from(pairs.flatMap(([, a, b]) => [a, b])),
});

const key = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const value = fc.integer({ min: -MOST_PAIR_VALUE, max: MOST_PAIR_VALUE });
const pairs = fc.uniqueArray(fc.tuple(key, value, value), { selector: ([k]) => k, maxLength: 300 });

it('adds the two values of every key', () => {
  fc.assert(
    fc.property(pairs, (rows) => {
      const table = new PairTable(layPairs(listOf(rows)));
      for (const [k, a, b] of rows) {
        const scores = new Int32Array([5, 7, 9]);
        table.add(Int32Array.from([k]), 1, scores);
        expect([...scores]).toEqual([5, 7 + a, 9 + b]);
      }
    }),
  );
});

it('takes few keys for others', () => {
  const rows = Array.from({ length: 3000 }, (_, i): [number, number, number] => [
    Math.imul(i + 1, 0x9e3779b1),
    1,
    1,
  ]);
  const strangers = Int32Array.from({ length: 100_000 }, (_, i) => Math.imul(i + 4001, 0x9e3779b1));
  const scores = new Int32Array(3);
  new PairTable(layPairs(listOf(rows))).add(strangers, strangers.length, scores);
  expect(scores[1]).toBeLessThan(100);
});

it.each([
  [3, 1],
  [1, MOST_PAIR_VALUE + 1],
])('refuses column %i with value %i', (column, number) => {
  const list = {
    keys: Int32Array.of(1),
    counts: Uint8Array.of(1),
    columns: Uint8Array.of(column),
    values: Int32Array.of(number),
  };
  expect(() => layPairs(list)).toThrow(RangeError);
});
