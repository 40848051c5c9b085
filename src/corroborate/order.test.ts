import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CorpusArticle, Report } from '../doc/index.ts';
import { article, FAR, HALWAN, NEAR_HALWAN, PROVINCE, party, place, report, run } from './testing.ts';

it('gives the same groups whatever the order of reports, claims and articles', () => {
  const places = [HALWAN, NEAR_HALWAN, FAR, PROVINCE, null];
  const days = ['2021-03-04', '2021-03-05', '2021-03-06', undefined];
  const actors = [[], [party('group/isis')], [party('state/il')]];
  const one = fc.record({
    doc: fc.integer({ min: 1, max: 5 }),
    place: fc.constantFrom(...places),
    day: fc.constantFrom(...days),
    actor: fc.constantFrom(...actors),
  });
  fc.assert(
    fc.property(
      fc.array(one, { minLength: 2, maxLength: 14 }),
      fc.infiniteStream(fc.nat()),
      (rows, noise) => {
        const reports = rows.map(({ doc, place, day, actor }, i) =>
          report(`d-${doc}#a1`, i * 40, { place, actor, ...(day ? { day } : {}) }),
        );
        const articles: CorpusArticle[] = [...new Set(reports.map((r) => r.article))].map((k) => article(k));
        const mixed = reports
          .map((r) => [noise.next().value as number, r] as const)
          .sort((x, y) => x[0] - y[0])
          .map(([, r]) => r);
        expect(run(mixed, { articles: [...articles].reverse() })).toEqual(run(reports, { articles }));
      },
    ),
    { numRuns: 60 },
  );
});

it('compares far fewer pairs than all', () => {
  const many = (n: number): Report[] =>
    Array.from({ length: n }, (_, i) =>
      report(`d-${i}#a1`, 0, {
        place: place(`P${i % 50}`, (i % 50) - 25, i % 50),
        day: `2021-03-${String((i % 28) + 1).padStart(2, '0')}`,
      }),
    );
  const time = (n: number): number => {
    const reports = many(n);
    const start = performance.now();
    run(reports);
    return performance.now() - start;
  };
  time(300);
  expect(time(2400) / Math.max(1, time(600))).toBeLessThan(12);
});
