import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../lexicon/index.ts';
import { findTimexes } from './index.ts';

const lexicon = loadLexicon();

function found(text: string, language = 'en'): string[] {
  const times = findTimexes(text, [{ start: 0, end: text.length, block: 0 }], [], lexicon, language);
  for (const t of times) expect(text.slice(t.start, t.end)).toBe(t.text);
  return times.map((t) => t.text);
}

describe('findTimexes', () => {
  it.each([
    ['It began on 9 September 1939 and ended in 1945.', ['9 September 1939', '1945']],
    ['He left on Monday, June 6, 2022 at dawn.', ['Monday, June 6, 2022', 'dawn']],
    ['A few days ago, early in 2020, they met again.', ['A few days ago', 'early in 2020']],
    ['By the end of May the siege was over.', ['the end of May']],
    ['Last week and the next day nothing moved.', ['Last week', 'the next day']],
    ['They meet every week and pray daily.', ['every week', 'daily']],
    ['He served 16-18 June 2020 and July 3-9, 1918.', ['16', '18 June 2020', 'July 3', '9, 1918']],
    ['Open from 3 Oct 10pm to 7.30am on monday.', ['3 Oct 10pm', '7.30am', 'monday']],
    ['She is now in town and works currently.', ['now', 'currently']],
  ])('finds: %s', (text, expected) => expect(found(text)).toEqual(expected));

  it.each([
    ['The army had 2000 soldiers.'],
    ['They may march to the hill.'],
    ['The fall of the city came early.'],
    ['Prices fall and the second man left.'],
  ])('leaves numbers and common words: %s', (text) => expect(found(text)).toEqual([]));

  it('reads Arabic dates', () => {
    expect(found('وقع الانفجار في 12 آذار 2021 قرب الجسر.', 'ar')).toEqual(['12 آذار 2021']);
  });

  it.each([
    ['fr', 'Ils ont fui la semaine dernière, le 1er mars 2030.', ['semaine dernière', 'le 1er mars 2030']],
    ['fr', 'Il y a trois jours, l’été fut sec ; il a été tué.', ['Il y a trois jours', 'l’été']],
    ['es', 'Hace dos años, en marzo pasado.', ['Hace dos años', 'marzo pasado']],
    ['de', 'Vor drei Tagen, am 03.03.2031, Ende April.', ['Vor drei Tagen', '03.03.2031', 'Ende April']],
    ['ru', 'В прошлом году, 9 мая 2030 года.', ['прошлом году', '9 мая 2030 года']],
    ['tr', "Geçen yıl 9 Mayıs'ta ve 2030'da.", ['Geçen yıl', '9 Mayıs', '2030']],
    ['fi', 'May the 9.5.2030 was last week, 2030-05-09.', ['9.5.2030', '2030-05-09']],
  ])('finds in %s: %s', (language, text, expected) => expect(found(text, language)).toEqual(expected));

  it('takes time in step with the length of a hostile text', () => {
    const time = (n: number): number => {
      const start = performance.now();
      found('the early late the a few many '.repeat(n));
      return performance.now() - start;
    };
    time(100);
    expect(time(4000)).toBeLessThan(Math.max(200, time(1000) * 12));
  });
});
