import { describe, expect, it } from 'vitest';
import { canonicalDate, hasYear, isUndated, sameDate } from './date-value.ts';

describe('sameDate', () => {
  it.each([
    ['--03-09', 'XXXX-03-09', true],
    ['--03-09', '2021-03-09', false],
    ['2021-02', { earliest: '2021-02-01', latest: '2021-02-28' }, true],
    ['2024-02', { earliest: '2024-02-01', latest: '2024-02-28' }, false],
    ['2021-02', '2021', false],
    [null, 'PAST_REF', true],
    [null, 'XXXX-WXX-3', true],
    [null, '2021-02-03', false],
    ['2021-02-03T10:00', '2021-02-03', false],
    ['>P3M', 'P3M', true],
    ['2021-02-03/2021-02-03', '2021-02-03', true],
  ])('%j and %j: %s', (gold, given, expected) => expect(sameDate(gold, given)).toBe(expected));
});

describe('canonicalDate', () => {
  it('is null for a date of nothing but unknowns', () => expect(canonicalDate('XXXX-XX-XX')).toBeNull());
});

describe('hasYear', () => {
  it('looks at the earliest day where there is no value', () => {
    expect(hasYear({ value: null, earliest: '2021-01-01' })).toBe(true);
    expect(hasYear('XXXX-01-01')).toBe(false);
  });
});

describe('isUndated', () => {
  it('knows a range without a value', () => {
    expect(isUndated({ value: null, earliest: '2021-01-01', latest: '2021-01-02' })).toBe(false);
    expect(isUndated({ value: null })).toBe(true);
  });
});
