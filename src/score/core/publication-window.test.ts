import { describe, expect, it } from 'vitest';
import { placePublication } from './publication-window.ts';

describe('placePublication', () => {
  it.each([
    ['2021-04-01/2021-04-30', '2021-04-12', 'inside'],
    ['2021-04-01/2021-04-30', '2021', 'outside'],
    ['--04-01/--04-03', 'XXXX-04-02', 'inside'],
    ['--04-01/--04-03', '2019-04-02', 'year'],
    ['--04-01 or shortly after', 'XXXX-04-15', 'inside'],
    ['--04-01 or shortly after', 'XXXX-04-16', 'outside'],
    ['MONDAY after --04-01', '2021-04-05', 'year'],
    ['MONDAY after --04-01', '2021-04-06', 'outside'],
    ['2021-04-01', null, 'none'],
  ])('%s and %s: %s', (gold, given, expected) => expect(placePublication(gold, given)).toBe(expected));
});
