import { expect, it } from 'vitest';
import { distance, nearest } from './near.ts';

it.each([
  ['karm', 'karm', 0],
  ['karm', 'krm', 1],
  ['karm', 'kram', 1],
  ['karm', 'kaarmu', 2],
  ['karm', 'zayit', 3],
])('%s and %s differ in %i letters, as far as it is counted', (a, b, want) => {
  expect(distance(a, b, 2)).toBe(want);
});

it('gives the nearest first, and nothing that is far', () => {
  const known = ['valley guard', 'valley guards', 'hill watch'];
  expect(nearest('valey guards', known, 5)).toEqual(['valley guards', 'valley guard']);
  expect(nearest('quxquxqux', known, 5)).toEqual([]);
});
