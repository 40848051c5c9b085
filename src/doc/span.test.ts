import { describe, expect, it } from 'vitest';
import { hull, overlaps, trim, within } from './span.ts';

describe('spans', () => {
  it('are half-open: touching is not overlapping', () => {
    expect(overlaps({ start: 0, end: 3 }, { start: 3, end: 5 })).toBe(false);
    expect(overlaps({ start: 0, end: 4 }, { start: 3, end: 5 })).toBe(true);
  });
  it('have a hull, or none when there are none', () => {
    expect(
      hull([
        { start: 7, end: 9 },
        { start: 2, end: 4 },
      ]),
    ).toEqual({ start: 2, end: 9 });
    expect(hull([])).toBeNull();
  });
  it('lose white space at both ends, and may become empty', () => {
    expect(trim('  ab \n', { start: 0, end: 6 })).toEqual({ start: 2, end: 4 });
    const empty = trim('   ', { start: 0, end: 3 });
    expect(empty.end - empty.start).toBe(0);
  });
  it('lie within one another', () => {
    expect(within({ start: 1, end: 3 }, { start: 1, end: 3 })).toBe(true);
    expect(within({ start: 0, end: 3 }, { start: 1, end: 3 })).toBe(false);
  });
});
