import { describe, expect, it } from 'vitest';
import type { Span } from '../doc/index.ts';
import { gapOf, inReach, nearest } from './nearest.ts';

const row = (n: number): Span[] => Array.from({ length: n }, (_, i) => ({ start: i * 10, end: i * 10 + 4 }));
const indices = (things: readonly Span[]): number[] => things.map((_, i) => i);

describe('nearest', () => {
  const things = row(2_000);
  const trigger: Span = { start: 10_005, end: 10_008 };

  it('gives the thing of least cost, not the one of least gap', () => {
    const cost = (i: number): number => gapOf(things[i]!, trigger) + (i === 1_000 ? 50 : 0);
    expect(nearest(indices(things), things, trigger, cost)).toBe(1_001);
  });

  it('gives the first of two that cost the same', () => {
    const pair = [
      { start: 0, end: 2 },
      { start: 7, end: 9 },
    ];
    expect(nearest([0, 1], pair, { start: 4, end: 5 }, () => 2)).toBe(0);
  });

  it('gives null when there is nothing', () => {
    expect(nearest([], things, trigger, () => 0)).toBeNull();
  });

  it.each([500, 2_000, 8_000])('looks at as many of %i things as of a few', (n) => {
    const many = row(n);
    let looked = 0;
    nearest(indices(many), many, { start: 2_505, end: 2_508 }, (i) => {
      looked++;
      return gapOf(many[i]!, { start: 2_505, end: 2_508 }) + 40;
    });
    expect(looked).toBeLessThan(12);
  });

  it.each([1_000, 4_000])('keeps things within reach alone, of %i', (n) => {
    const many = row(n);
    expect(inReach(indices(many), many, { start: 5_000, end: 5_010 })).toHaveLength(201);
  });
});
