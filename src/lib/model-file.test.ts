import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expandModel, modelFrom, packModel } from './model-file.ts';
import type { RowList } from './model-rows.ts';

type Rows = readonly (readonly [key: number, entries: readonly (readonly [number, number])[]])[];

function listOf(rows: Rows): RowList {
  const sorted = [...rows].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0));
  const entries = sorted.flatMap(([, e]) => e);
  return {
    keys: Int32Array.from(sorted, ([key]) => key),
    counts: Uint8Array.from(sorted, ([, e]) => e.length),
    columns: Uint8Array.from(entries, ([column]) => column),
    values: Int32Array.from(entries, ([, value]) => value),
  };
}

function throughFile(rows: Rows, bytes = new Uint8Array([1, 2, 3])) {
  const expanded = expandModel(
    packModel({ info: { a: 'é' }, rows: { r: listOf(rows) }, bytes: { b: bytes } }),
  );
  const shared = new SharedArrayBuffer(expanded.length);
  new Uint8Array(shared).set(expanded);
  return modelFrom(shared);
}

describe('model files', () => {
  it('gives back every row, its info and its bytes from shared memory', () => {
    const row = fc.tuple(
      fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }).filter((k) => k !== 0),
      fc.uniqueArray(
        fc.tuple(fc.integer({ min: 0, max: 254 }), fc.integer({ min: -(2 ** 22), max: 2 ** 22 - 1 })),
        {
          selector: ([column]) => column,
          maxLength: 8,
        },
      ),
    );
    fc.assert(
      fc.property(fc.uniqueArray(row, { selector: ([key]) => key, maxLength: 60 }), (rows) => {
        const model = throughFile(rows);
        expect(model.info).toEqual({ a: 'é' });
        expect([...model.bytes.b!]).toEqual([1, 2, 3]);
        for (const [key, entries] of rows) {
          const got: [number, number][] = [];
          model.rows.r!.row(key, (column, value) => got.push([column, value]));
          expect(got).toEqual(entries);
        }
      }),
    );
  });

  it('adds the rows of known keys by column, and nothing for unknown ones', () => {
    const { r } = throughFile([
      [
        5,
        [
          [0, 2],
          [3, -7],
        ],
      ],
      [-9, [[3, 10]]],
    ]).rows;
    const scores = new Int32Array(4);
    r!.add(Int32Array.from([5, -9, 77]), 3, scores);
    expect([...scores]).toEqual([2, 0, 0, 3]);
    expect(r!.get(-9, 3, 0)).toBe(10);
    expect(r!.get(-9, 2, 99)).toBe(99);
    expect(r!.has(77)).toBe(false);
  });

  it('packs the same model to the same bytes', () => {
    const model = { info: 1, rows: { r: listOf([[1, [[1, 1]]]]) }, bytes: {} };
    expect(packModel(model)).toEqual(packModel(model));
  });
});
