import { expect, test } from 'vitest';
import { normalise, normaliseMapped } from './normalise.ts';

test.each([
  ['أُعلِنَ', 'اعلن'],
  ['مدينـــة', 'مدينه'],
  ['مستشفى', 'مستشفي'],
  ['١٢٣ و۴۵۶', '123 و456'],
  ['\u200fبيان\u202c', 'بيان'],
  ['ایران', 'ايران'],
  ['Łódź', 'lodz'],
  ['İSTANBUL', 'istanbul'],
  ['Ёлка', 'елка'],
  ['can’t', "can't"],
])('%s is looked up as %s', (text, key) => expect(normalise(text)).toBe(key));

test('every unit of the folded text leads back to its character', () => {
  const text = 'قُتِل ١٢ في Straße 😀 \u200fهنا';
  const { text: folded, at } = normaliseMapped(text);
  expect(folded).toBe(normalise(text));
  expect(at).toHaveLength(folded.length + 1);
  expect(at[folded.length]).toBe(text.length);
  const seen = folded.indexOf('12');
  expect(text.slice(at[seen], at[seen + 2])).toBe('١٢');
  const street = folded.indexOf('strasse');
  expect(text.slice(at[street], at[street + 7])).toBe('Straße');
});
