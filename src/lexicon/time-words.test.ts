import { describe, expect, it } from 'vitest';
import { loadLexicon } from './index.ts';
import { timeWords } from './time-words.ts';

const calendars = loadLexicon().calendar;
const calendar = calendars('en');
const cut = (text: string): string[] => timeWords(text, 0, calendar).map((w) => text.slice(w.start, w.end));

describe('timeWords', () => {
  it.each([
    ['in 2031-05-04 at 10:30', ['in', '2031-05-04', 'at', '10:30']],
    ["last week's, May.", ['last', 'week', ',', 'May']],
    ["it ended..' in 1945.", ['it', 'ended', '.', "'", 'in', '1945']],
  ])('cuts %s', (text, words) => {
    expect(cut(text)).toEqual(words);
  });

  it.each([
    ['fr', "d'août 2031 avant-hier", ["d'", 'août', '2031', 'avant-hier'], 'OMYd'],
    ['fr', 'il y a deux jours', ['il y a', 'deux', 'jours'], 'GNU'],
    ['de', '3. März 2031, 1980er', ['3', 'März', '2031', ',', '1980er'], 'nMY,D'],
    ['ru', '2031 г., 3 марта.', ['2031', 'г.', ',', '3', 'марта'], 'Yy,nM'],
    ['tr', "3 Mart'ta, 2031’de", ['3', 'Mart', ',', '2031'], 'nM,Y'],
    ['es', '05/04/2031 y 31/31/2031', ['05/04/2031', 'y', '31', '/', '31', '/', '2031'], 'I.n.n.Y'],
    ['fi', '05.04.2031 05/04/2031 May', ['05.04.2031', '05', '/', '04', '/', '2031', 'May'], 'In.n.Y.'],
  ])('cuts %s: %s', (language, text, words, kinds) => {
    const found = timeWords(text, 0, calendars(language));
    expect(found.map((w) => text.slice(w.start, w.end))).toEqual(words);
    expect(found.map((w) => w.kind).join('')).toBe(kinds);
  });

  it('reads dates in digits as ISO 8601 has them, decades in digits alike', () => {
    const folds = (language: string, text: string): string[] =>
      timeWords(text, 0, calendars(language)).map((w) => w.fold);
    expect(folds('es', '05/04/2031')).toEqual(['2031-04-05']);
    expect(folds('fi', '5.4.2031')).toEqual(['2031-04-05']);
    expect(folds('de', '1980er')).toEqual(['1980s']);
  });

  it.each(["'", '.', '’.'])('takes a time that grows with a row of %s', (mark) => {
    const cost = (n: number): number => {
      const text = mark.repeat(n);
      const runs = [0, 0, 0].map(() => {
        const start = performance.now();
        timeWords(text, 0, calendar);
        return performance.now() - start;
      });
      return Math.min(...runs);
    };
    expect(cost(80_000)).toBeLessThan(Math.max(4, cost(10_000)) * 32);
  });
});
