import { describe, expect, it } from 'vitest';
import { drawSpellings, scoreSpellings } from './spellings.ts';

const key = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');
const places = Array.from({ length: 50 }, (_, i) => {
  const own = `Qarn${'abcdefghij'[i % 10]}${'klmno'[i % 5]}`;
  return { name: own, others: [`${own}-`, `${own}iya`, own.toUpperCase(), `Tell ${own}`] };
});

describe('drawSpellings', () => {
  it('draws the same for the same seed, at most one of each place', () => {
    const one = drawSpellings(places, 20, key, 7);
    expect(drawSpellings(places, 20, key, 7)).toEqual(one);
    expect(drawSpellings(places, 20, key, 8)).not.toEqual(one);
    expect(new Set(one.map((d) => d.place)).size).toBe(20);
  });

  it('leaves out spellings that are the same as another, and takes the drawn one away', () => {
    for (const { place, spelling, rest } of drawSpellings(places, 50, key, 1)) {
      expect([`${place.name}iya`, `Tell ${place.name}`]).toContain(spelling);
      expect(rest).not.toContain(spelling);
      expect(rest).toHaveLength(place.others.length - 1);
    }
  });

  it('draws nothing of places with one name', () =>
    expect(drawSpellings([{ name: 'Qarn', others: [] }], 3, key, 1)).toEqual([]));
});

describe('scoreSpellings', () => {
  it('tells wrong answers from none', () => {
    const score = scoreSpellings([
      { spelling: 'a', place: 'A', answer: 'A', right: true },
      { spelling: 'b', place: 'B', answer: 'C', right: false },
      { spelling: 'd', place: 'D', answer: null, right: false },
      { spelling: 'e', place: 'E', answer: null, right: false },
    ]);
    expect([score.right.share, score.wrong.share, score.none.share]).toEqual([0.25, 0.25, 0.5]);
    expect(score.faults[0]).toBe('b (B) ≠ C');
  });
});
