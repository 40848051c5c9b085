import { describe, expect, it } from 'vitest';
import { bestLabels, marginals, movesOf } from './decode.ts';
import { LABELS, mayBegin, mayEnd, mayFollow } from './labels.ts';

/** Small numbers in a fixed order that looks like chance. */
function scoresOf(seed: number, n: number): number[] {
  let state = seed;
  return Array.from({ length: n }, () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return (state % 200) - 100;
  });
}

const LENGTH = 3;
const SCALE = 40;
const moves = scoresOf(3, LABELS * LABELS);

/** Every well-formed labelling with its score. */
function all(scores: readonly number[]): [number[], number][] {
  let rows: [number[], number][] = [[[], 0]];
  for (let i = 0; i < LENGTH; i++)
    rows = rows.flatMap(([labels, sum]) =>
      Array.from({ length: LABELS }, (_, l) => l)
        .filter((l) => (i === 0 ? mayBegin(l) : mayFollow(labels[i - 1]!, l)))
        .filter((l) => i < LENGTH - 1 || mayEnd(l))
        .map((l): [number[], number] => [
          [...labels, l],
          sum + scores[i * LABELS + l]! + (i > 0 ? moves[labels[i - 1]! * LABELS + l]! : 0),
        ]),
    );
  return rows;
}

describe('decode', () => {
  it.each([1, 2, 5, 8, 13])('agrees with trying all labellings (%i)', (seed) => {
    const scores = scoresOf(seed, LENGTH * LABELS);
    const rows = all(scores);
    const chain = movesOf(moves, SCALE);
    const top = rows.reduce((a, b) => (b[1] > a[1] ? b : a));
    expect([...bestLabels(scores, LENGTH, chain)]).toEqual(top[0]);
    const powers = rows.map(([labels, sum]): [number[], number] => [labels, Math.exp(sum / SCALE)]);
    const total = powers.reduce((sum, [, p]) => sum + p, 0);
    const shares = marginals(scores, LENGTH, chain);
    for (let i = 0; i < LENGTH; i++)
      for (let l = 0; l < LABELS; l++) {
        const own = powers.filter(([labels]) => labels[i] === l).reduce((sum, [, p]) => sum + p, 0);
        expect(shares[i * LABELS + l]).toBeCloseTo(own / total, 9);
      }
  });

  it('reads an empty sentence', () => {
    expect([...bestLabels([], 0, movesOf(moves, SCALE))]).toEqual([]);
  });
});
