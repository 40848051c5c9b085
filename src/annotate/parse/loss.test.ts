import { describe, expect, it } from 'vitest';
import { LOSS_UNIT, lossOf } from './loss.ts';

describe('what a decision loses', () => {
  it('is a bit less than one unit where neither choice leads', () => {
    expect(lossOf(0, 500)).toBe(Math.round(LOSS_UNIT * Math.LN2));
  });

  it('falls as the lead grows, and stays whole and bounded', () => {
    const losses = [-1e9, -2000, -500, 0, 500, 2000, 1e9].map((lead) => lossOf(lead, 500));
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
    expect(losses.every((loss) => Number.isInteger(loss) && loss >= 0)).toBe(true);
    expect(losses[0]).toBeLessThan(13 * LOSS_UNIT);
  });
});
