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
});
