import { describe, expect, it } from 'vitest';
import { loadLexicon } from './index.ts';
import { timeWords } from './time-words.ts';

const calendar = loadLexicon().calendar('en');
const cut = (text: string): string[] => timeWords(text, 0, calendar).map((w) => text.slice(w.start, w.end));

describe('timeWords', () => {
  it.each([
    ['in 2031-05-04 at 10:30', ['in', '2031-05-04', 'at', '10:30']],
    ["last week's, May.", ['last', 'week', ',', 'May']],
    ["it ended..' in 1945.", ['it', 'ended', '.', "'", 'in', '1945']],
  ])('cuts %s', (text, words) => {
    expect(cut(text)).toEqual(words);
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
