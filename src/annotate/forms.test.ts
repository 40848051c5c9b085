import { describe, expect, test } from 'vitest';
import { formsOf, SHAPE } from './forms.ts';

const formOf = formsOf(null);

describe('forms of words', () => {
  test.each([
    ['don’t', "don't"],
    ['Taz\u200Bmar', 'Tazmar'],
    ['O’Leddin', "O'Leddin"],
  ])('%s is the same word as %s', (written, same) => {
    expect(formOf(written).hash).toBe(formOf(same).hash);
    expect(formOf(written).text).toBe(written);
  });

  test('a quotation mark that stands alone stays what it is', () => {
    expect(formOf('’').hash).not.toBe(formOf("'").hash);
  });

  test.each([
    ['Tazmar', SHAPE.capital],
    ['TLF', SHAPE.capital | SHAPE.allCapitals],
    ['F-16', SHAPE.capital | SHAPE.allCapitals | SHAPE.digit | SHAPE.hyphen],
    ['...', SHAPE.noLetter | SHAPE.dot],
    ['iPhone', SHAPE.mixedCase],
  ])('flags of %s', (word, flags) => {
    expect(formOf(word).flags).toBe(flags);
  });

  test('words of a megabyte and astral characters are cut, not refused', () => {
    expect(formOf('𝔘'.repeat(500_000)).lower.length).toBeLessThanOrEqual(48);
    expect(formOf('x'.repeat(1 << 20)).suffix[4]).toBe(formOf('xxxxx').suffix[4]);
  });
});
