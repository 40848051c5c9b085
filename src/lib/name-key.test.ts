import { describe, expect, it } from 'vitest';
import { barekey, looseKeys, nameKey, nearKeys, skeletonKey, soundKey, soundSimilarity } from './name-key.ts';

describe('nameKey', () => {
  it.each([
    ['Kafr Hamra', 'Kafrhamra'],
    ['Deir Ez-Zor', 'deir ez‑zor'],
    ["Ma'arrat", 'Maarrat'],
    ['الزاوية', 'زاوية'],
    ['St. Mary', 'Saint Mary'],
  ])('is the same for %s and %s', (a, b) => expect(nameKey(a)).toBe(nameKey(b)));
});

describe('barekey', () => {
  it.each([
    ['al-Tanf', 'at-Tanf'],
    ['At Tanf', 'El Tanf'],
    ['Dayr az Zawr', 'Dayr al-Zawr'],
  ])('leaves out the articles of %s and %s', (a, b) => expect(barekey(a)).toBe(barekey(b)));

  it('is null where no article stands', () => expect(barekey('Tanf')).toBeNull());
});

describe('looseKeys', () => {
  it.each([
    ['Shaddadi', 'Ashshadadi'],
    ['Mastumah', 'Almastuma'],
    ['Deir Ezzor', 'Dayr az-Zawr'],
    ['Maghaweir al-Thowra', 'Maghawir al-Thawra'],
    ['Houras al-Din', 'Hurras al-Din'],
    ['Cheikh Maqsoud', 'Shaykh Maqsud'],
    ['Tanf', 'التنف'],
    ['Deir ez-Zor', 'دير الزور'],
    ['Sahab', 'سحاب'],
    ['Kufa', 'كوفة'],
  ])('holds a key that %s and %s share', (a, b) => {
    const keys = new Set(looseKeys(a));
    expect(looseKeys(b).some((key) => keys.has(key))).toBe(true);
  });

  it.each([
    ['Hama', 'Hamah'],
    ['Ain', 'عين'],
  ])('has none of fewer than three consonants: %s', (name) => expect(skeletonKey(name)).toBeNull());

  it.each([['Омск'], ['x1'], ['One Two Three Four'], [`K${'afr'.repeat(500)}`], ['']])(
    'has none of other scripts, long names and nothing: %s',
    (name) => expect(looseKeys(name)).toEqual([]),
  );

  it('keeps vowels apart in the closest key', () => {
    expect(soundKey('Tabqa')).not.toBe(soundKey('Tubaqi'));
    expect(skeletonKey('Tabqa')).toBe(skeletonKey('Tubaqi'));
  });
});

describe('nearKeys', () => {
  it('lie one consonant away, and only of names of four or more', () => {
    expect(nearKeys('Kansibra')).toContain(skeletonKey('Kansiba'));
    expect(nearKeys('Kansiba')).toContain(skeletonKey('Kansibra'));
    expect(nearKeys('Tanf')).toEqual([]);
  });
});

describe('soundSimilarity', () => {
  it('is 1 for one sound and lower the further apart', () => {
    expect(soundSimilarity('Qamishli', 'Kamishly')).toBe(1);
    expect(soundSimilarity('Qamishli', 'Qamishlo')).toBeGreaterThan(soundSimilarity('Qamishli', 'Qataniya'));
    expect(soundSimilarity('', '')).toBe(0);
  });
});
