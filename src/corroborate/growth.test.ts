import { describe, expect, it } from 'vitest';
import type { CorpusArticle, Family } from '../doc/index.ts';
import { article, claim, DAY, HALWAN, report, run, speaker } from './testing.ts';

/** `n` reports of one explosion, each by its own claim, in one article. */
function incident(n: number): ReturnType<typeof run> {
  const reports = Array.from({ length: n }, (_, i) =>
    report('d-1#a1', i * 60, { place: HALWAN, day: DAY, claim: `c-${i}` }),
  );
  const claims = reports.map((r) => claim('d-1#a1', r.claim!, speaker('the police')));
  const articles: CorpusArticle[] = [article('d-1#a1', { end: n * 60 })];
  const families: Family[] = [];
  return run(reports, { claims, articles, families });
}

describe('an incident told very often in one article', () => {
  it.each([50, 400])('has one join fewer than its %i reports', (n) => {
    const [only] = incident(n);
    expect(only!.reports).toHaveLength(n);
    expect(only!.joins).toHaveLength(n - 1);
  });

  it('joins every report, each with its reason', () => {
    const [only] = incident(100);
    expect(new Set(only!.joins.flatMap((j) => [j.a, j.b])).size).toBe(100);
  });

  it('takes a time that grows with its reports', () => {
    const cost = (n: number): number => {
      const start = performance.now();
      incident(n);
      return performance.now() - start;
    };
    cost(250);
    expect(cost(4_000)).toBeLessThan(Math.max(20, cost(500)) * 24);
  });
});
