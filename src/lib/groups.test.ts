import { describe, expect, it } from 'vitest';
import { completeGroups, components } from './groups.ts';

describe('components', () => {
  it('joins what is linked over others, sorted, smallest first', () => {
    expect(
      components([
        [7, 3],
        [1, 2],
        [3, 5],
      ]),
    ).toEqual([
      [1, 2],
      [3, 5, 7],
    ]);
  });
});

describe('completeGroups', () => {
  it('does not let a chain of neighbours fuse', () => {
    expect(completeGroups([1, 2, 3, 4], (a, b) => Math.abs(a - b) <= 1)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('tries an item on the groups of its neighbours, however many groups stand before', () => {
    const items = Array.from({ length: 100 }, (_, i) => i);
    const groups = completeGroups(
      items,
      (a, b) => a >> 1 === b >> 1,
      (item) => [item - 1],
    );
    expect(groups).toHaveLength(50);
  });

  it.each([500, 2_000])('compares each of %i items a few times', (n) => {
    let compared = 0;
    completeGroups(
      Array.from({ length: n }, (_, i) => i),
      (a, b) => {
        compared++;
        return a % 40 === b % 40;
      },
    );
    expect(compared / n).toBeLessThan(40);
  });
});
