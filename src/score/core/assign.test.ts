import { describe, expect, it } from 'vitest';
import { assign } from './assign.ts';

describe('assign', () => {
  it.each([
    {
      name: 'best total over greed',
      weights: [
        [9, 8],
        [8, 1],
      ],
      columns: [1, 0],
    },
    { name: 'more rows than columns', weights: [[1], [5], [2]], columns: [-1, 0, -1] },
    { name: 'more columns than rows', weights: [[0, 0, 3]], columns: [2] },
    {
      name: 'a zero is no pair',
      weights: [
        [0, 0],
        [0, 7],
      ],
      columns: [-1, 1],
    },
    { name: 'nothing', weights: [], columns: [] },
  ])('$name', ({ weights, columns }) => expect(assign(weights)).toEqual(columns));
});
