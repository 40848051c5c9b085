import { describe, expect, it } from 'vitest';
import { publishedDays } from './run.ts';

describe('publishedDays', () => {
  it.each([
    ['2024-05-15', '2024-05-15', '2024-05-15'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2023', '2023-01-01', '2023-12-31'],
    ['2020-05-24/2020-06-30', '2020-05-24', '2020-06-30'],
    ['XXXX-06-08', null, null],
    ['nonsense', null, null],
  ])('%s runs from %s to %s', (value, earliest, latest) => {
    expect(publishedDays({ value })).toEqual({ earliest, latest });
  });
});
