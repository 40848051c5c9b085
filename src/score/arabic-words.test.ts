import { expect, test } from 'vitest';
import { type ArabicGold, goldWords, nameType, scoreArabicWords } from './arabic-words.ts';

const GOLD: ArabicGold = {
  id: 'a',
  text: 'قال للجيش إنّ مدينته بدمشق.',
  words: 'قال ل الجيش إن مدينة ه ب دمشق .',
  names: [{ text: 'دمشق', n: 1, type: 'LOC' }],
};
const cut = (g: ArabicGold): string[] => goldWords(g).map(([start, end]) => g.text.slice(start, end));

test.each([
  ['قال للجيش إنّ مدينته بدمشق.', GOLD.words, 'قال|ل|لجيش|إنّ|مدينت|ه|ب|دمشق|.'],
  ['للجنة', 'ل اللجنة', 'ل|لجنة'],
  ['للجنة', 'ل لجنة', 'ل|لجنة'],
  ['لـ٣٥', 'ل ٣٥', 'لـ|٣٥'],
])('the words of %s are found', (text, words, spans) =>
  expect(cut({ ...GOLD, text, words }).join('|')).toBe(spans),
);

test('the gold itself scores 1', () => {
  const names = [{ span: [22, 26] as const, type: 'LOC' as const }];
  const perfect = { id: 'a', words: goldWords(GOLD), names };
  const { words, cut: parts, names: named } = scoreArabicWords([GOLD], [perfect]);
  expect([words.f1, parts.f1, named.f1]).toEqual([1, 1, 1]);
  expect(parts.gold).toBe(6);
});

test('uncut words cost recall', () => {
  const { cut: parts } = scoreArabicWords([GOLD], [{ id: 'a', words: [[0, 3]], names: [] }]);
  expect([parts.r, parts.pred]).toEqual([0, 0]);
});

test.each([
  ['person', 'PER'],
  ['facility', 'LOC'],
  ['agency', 'ORG'],
  ['weapon', null],
] as const)('%s is %s', (kind, type) => expect(nameType(kind)).toBe(type));
