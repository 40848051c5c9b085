import { expect, test } from 'vitest';
import type { Token } from '../../doc/index.ts';
import { analysesOf } from './analyses.ts';
import { lettersOf } from './letters.ts';
import { ARABIC, splitArabic, wordsOf } from './testing.ts';

/** A word with "+" where it is cut. */
const cut = (text: string): string => {
  const { words } = wordsOf(text);
  return words
    .map(
      (w, i) =>
        (words[i - 1]?.end === w.start && words[i - 1]?.token === w.token ? '+' : ' ') +
        text.slice(w.start, w.end),
    )
    .join('')
    .trim();
};

test.each([
  ['وللجيش', 'و+ل+لجيش'],
  ['وقالت', 'و+قالت'],
  ['فأعلن', 'ف+أعلن'],
  ['سيقصف', 'س+يقصف'],
  ['ببغداد', 'ب+بغداد'],
  ['وبحسب', 'و+ب+حسب'],
  ['مقاتليها', 'مقاتلي+ها'],
  ['قواتهم', 'قوات+هم'],
  ['وللبنان', 'و+ل+لبنان'],
  ['له', 'ل+ه'],
  ['بـ15', 'بـ+15'],
  ['وَقالَت', 'وَ+قالَت'],
])('%s is cut as %s', (word, expected) => expect(cut(`${word} .`)).toBe(`${expected} .`));

test.each(
  'واشنطن بغداد فرنسا بيروت لبنان كركوك سوريا فلسطين وهران وزير وكالة فريق قوات كتيبة لواء بيان بلدة سيارة كتائب فصيل سامر وائل'
    .split(' ')
    .map((word) => [word]),
)('%s stays whole', (word) => expect(cut(`${word} .`)).toBe(`${word} .`));

test.each([
  ['للجيش', 'الجيش'],
  ['للجنة', 'اللجنة'],
  ['للبنان', 'لبنان'],
  ['قريتهم', 'قرية'],
  ['عليها', 'على'],
])('the host of %s stands alone as %s', (word, form) => {
  const forms = wordsOf(`${word} .`).words.map((w) => w.form);
  expect(forms).toContain(form);
});

test('every word lies on characters of its own, in order', () => {
  const text = 'وقالـت \u200fوَلِلجَيْشِ «وبحسبهم» و/أو شمال-غرب لـBBC ٣٠٠٠ 😀و 0'.repeat(20);
  let last = 0;
  for (const { start, end, form } of wordsOf(text).words) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(form).not.toBe('');
    last = end;
  }
});

test('one word of a megabyte stays whole, at once', () => {
  const text = 'و'.repeat(1_000_000);
  const token: Token = { start: 0, end: text.length, kind: 'word', sentence: 0 };
  expect(splitArabic(text, [token])).toHaveLength(1);
  expect(analysesOf('و'.repeat(60), ARABIC.clitics).length).toBeLessThan(100);
});

test('letters lead back to their characters', () => {
  const { text, key, at } = lettersOf('أُعـلِن', ARABIC.clitics.alike);
  expect(text).toBe('أعلن');
  expect(key).toBe('اعلن');
  expect(at).toEqual([0, 2, 4, 6, 7].map((_, i) => at[i]));
  expect(at.at(-1)).toBe('أُعـلِن'.length);
});
