import { describe, expect, it } from 'vitest';
import { macroF1, prf, share } from './figures.ts';

describe('prf', () => {
  it.each([
    { tp: 0, pred: 0, gold: 0, p: 1, r: 1 },
    { tp: 0, pred: 0, gold: 4, p: 0, r: 0 },
    { tp: 0, pred: 4, gold: 0, p: 0, r: 0 },
    { tp: 1, pred: 2, gold: 4, p: 0.5, r: 0.25 },
  ])('of $tp right, $pred given, $gold wanted', ({ tp, pred, gold, p, r }) => {
    expect(prf(tp, pred, gold)).toMatchObject({ p, r });
  });

  it('takes the harmonic mean', () => expect(prf(1, 2, 4).f1).toBeCloseTo(1 / 3, 12));
});

describe('share', () => {
  it('is null of nothing', () => expect(share(0, 0).share).toBeNull());
});

describe('macroF1', () => {
  it('averages over the gold classes, so that a rare class weighs as much as a common one', () => {
    const pairs = [
      ['a', 'a'],
      ['a', 'a'],
      ['a', 'a'],
      ['b', 'a'],
    ] as const;
    const { macroF1: macro, accuracy } = macroF1(pairs);
    expect(accuracy.share).toBe(0.75);
    expect(macro).toBeCloseTo((6 / 7 + 0) / 2, 12);
  });
});
