import { describe, expect, it } from 'vitest';
import type { Token } from '../doc/index.ts';
import { buildDictionary, foldWord, keysOf } from './dictionary.ts';

const tokens = (text: string): Token[] =>
  [...text.matchAll(/\S+/g)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: 'word',
    sentence: 0,
  }));
const find = (
  text: string,
  names: readonly string[],
  clitics: readonly (readonly string[])[] = [],
): string[] =>
  buildDictionary(
    names.map((words) => ({ words, value: words })),
    { clitics },
  )
    .match(text, tokens(text))
    .map((h) => text.slice(h.start, h.end));

describe('foldWord', () => {
  it.each([
    ['Çavuşoğlu', 'cavusoglu'],
    ['MÉDECINS', 'medecins'],
    ['أمّة', 'امه'],
    ['مستشفى', 'مستشفي'],
  ])('makes "%s" into "%s"', (word, key) => expect(foldWord(word)).toBe(key));
});

describe('buildDictionary', () => {
  it('prefers the longest name', () => {
    expect(find('the Red River Guard left', ['Red River', 'Red River Guard'])).toEqual(['Red River Guard']);
  });

  it('goes back to the shorter name when the longer one breaks off', () => {
    expect(find('Red River banks', ['Red River', 'Red River Guard'])).toEqual(['Red River']);
  });

  it('finds a name across a hyphen and inside a possessive', () => {
    expect(find("Al-Basra's port", ['Al Basra'])).toEqual(['Al-Basra']);
  });

  it('takes particles off the front of an Arabic word', () => {
    expect(
      find(
        'وبالمدينة القديمة',
        ['المدينة القديمة'],
        [
          ['و', 'ف'],
          ['لل', 'ب', 'ل', 'ك'],
        ],
      ),
    ).toEqual(['المدينة القديمة']);
  });

  it('leaves a short Arabic word whole', () => {
    expect(find('ولد', ['لد'], [['و']])).toEqual([]);
  });

  it('names nobody in an address', () => {
    expect(find('see https://red.river/x', ['red river'])).toEqual([]);
  });

  it('ignores the empty name', () => {
    expect(keysOf('—')).toEqual([]);
  });
});
