import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../lexicon/index.ts';
import { nameDictionaries, WORD } from './dictionaries.ts';

const lexicon = loadLexicon();
const dictionaries = nameDictionaries(lexicon, lexicon.language('en')!);
const marks = (sentence: string) => dictionaries(sentence.split(' '));

describe('nameDictionaries', () => {
  it('marks names of the register with their place in the name', () => {
    const { register } = marks('the United Nations said');
    expect(register[0]).toBe(0);
    expect(register[1]! >> 2).toBe(register[2]! >> 2);
    expect([register[1]! & 3, register[2]! & 3]).toEqual([0, 2]);
  });
  it('marks the longest name of a place, hyphens included', () => {
    const { place } = marks('near Deir - ez - Zor today');
    expect(place[0]).toBe(0);
    expect(Array.from(place.slice(1, 6), (code) => code > 0)).toEqual([true, true, true, true, true]);
    expect(place[6]).toBe(0);
  });
  it('marks no small word as a place', () => {
    expect([...marks('near homs and syria').place]).toEqual([0, 0, 0, 0]);
  });
  it.each([
    ['General', WORD.title],
    ['Mrs.', WORD.courtesy],
    ['the', WORD.closed],
    ['of', WORD.link],
    ['Ahmad', WORD.firstName],
    ['Syrian', WORD.demonym],
  ])('knows %s', (word, bit) => {
    expect(marks(word).word[0]! & bit).toBe(bit);
  });
  it('knows the nouns that head names of bodies', () => {
    expect(marks('Harbour Council').head[1]).toBeGreaterThan(0);
  });
});
