import { describe, expect, it } from 'vitest';
import { isAlias, sameName, similar } from './name-match.ts';

describe('similar', () => {
  it.each([
    ['the Ministry of Health', "Health ministry's", true],
    ['U.S. troops', 'American troops', true],
    ['Jordanian army', 'Lebanese army', false],
    ['', 'army', false],
  ])('%s and %s: %s', (a, b, expected) => expect(similar(a, b)).toBe(expected));
});

describe('isAlias', () => {
  it('needs the whole alias and half of the name', () => {
    expect(isAlias('Border Guard', 'the Border Guards of Jordan')).toBe(true);
    expect(isAlias('Guard', 'a statement read out by a border guard')).toBe(false);
  });
});

describe('sameName', () => {
  it('looks past accents and articles', () => {
    expect(sameName('al-Ḥasakah', 'Hasakah')).toBe(true);
    expect(sameName('Hasakah', 'Hasakah city')).toBe(false);
  });
});
