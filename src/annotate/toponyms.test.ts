import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../lexicon/index.ts';
import { splitSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';
import { findToponyms } from './toponyms.ts';

const lexicon = loadLexicon();

function names(text: string, language = 'en'): string[] {
  const words = lexicon.language(language)!.abbreviations;
  const sentences = splitSentences(text, [{ start: 0, end: text.length, kind: 'article' }], words);
  const found = findToponyms(text, sentences, tokenize(text, sentences, words), lexicon);
  for (const m of found) expect(text.slice(m.start, m.end)).toBe(m.text);
  return found.map((m) => m.text);
}

describe('findToponyms', () => {
  it.each([
    ['Shells fell in Aleppo and near Deir Ezzor at night.', ['Aleppo', 'Deir Ezzor']],
    ['The patrol left Al-Tanf for Iraq.', ['Al-Tanf', 'Iraq']],
    ['He was born in Springfield, Ohio, and moved away.', ['Springfield', 'Ohio']],
    ['The U.S. and the UK met in Paris.', ['U.S.', 'UK', 'Paris']],
    ['In Syria, guards stood in the town of al-Shadaadi.', ['Syria', 'al-Shadaadi']],
    ['A convoy passed the Conoco gas field.', ['Conoco gas field']],
    ['Fighters crossed the Manbij-Al Bab road.', ['Manbij', 'Al Bab']],
    [
      'Guards held the villages of Kafr Zonq, Qarnbolu and Tell Ujam.',
      ['Kafr Zonq', 'Qarnbolu', 'Tell Ujam'],
    ],
    ['In Syria, men moved near Tell Abiad and Shaddadeh.', ['Syria', 'Tell Abiad', 'Shaddadeh']],
  ])('finds places: %s', (text, expected) => expect(names(text)).toEqual(expected));

  it.each([
    ['Mr. Jackson met Paris Dunmore on Monday.'],
    ['In March the reading rooms may open.'],
    ['The Washington Post wrote about it.'],
    ['Syrian soldiers met the Iraqis.'],
    ['The Islamic State said so.'],
    ['The 2018 Olive Branch operation ended.'],
    ['He walked from the town to Qarnbolu and met Ujam.'],
  ])('leaves persons, words, papers and demonyms: %s', (text) => expect(names(text)).toEqual([]));

  it('reads Arabic names behind their proclitics', () => {
    expect(names('وصلت القافلة إلى حلب ثم عادت من دمشق.', 'ar')).toEqual(['حلب', 'دمشق']);
    expect(names('سقطت قذائف بحلب مساء.', 'ar')).toEqual(['حلب']);
    expect(names('انفجرت دراجة في الشدادي.', 'ar')).toEqual(['الشدادي']);
  });

  it('leaves Arabic words for kinds of places', () => {
    expect(names('أغلقت الشرطة السوق بالمدينة وعند الحدود.', 'ar')).toEqual([]);
  });

  it('takes time in step with the length of a hostile text', () => {
    const time = (n: number): number => {
      const text = 'Al Al Al New '.repeat(n);
      const start = performance.now();
      names(text);
      return performance.now() - start;
    };
    time(200);
    expect(time(4000)).toBeLessThan(Math.max(200, time(1000) * 12));
  });
});
