import { describe, expect, it } from 'vitest';
import type { Report } from '../doc/index.ts';
import {
  DAY,
  FAR,
  HALWAN,
  NEAR_HALWAN,
  PROVINCE,
  party,
  quote,
  report,
  run,
  sizes,
  toll,
} from './testing.ts';

describe('reports of two articles', () => {
  const base = { place: HALWAN, day: DAY };
  it.each<[string, Partial<Report> & { day?: string }, Partial<Report> & { day?: string }, number]>([
    ['same act, place and day', base, base, 1],
    ['a neighbouring place', base, { ...base, place: NEAR_HALWAN }, 1],
    ['a day apart', base, { ...base, day: '2021-03-05' }, 1],
    ['a place far away', base, { ...base, place: FAR }, 2],
    ['a week apart', base, { ...base, day: '2021-03-11' }, 2],
    ['the same day of an unknown year', base, { ...base, day: undefined, date: 'XXXX-03-04' } as never, 1],
    [
      'another day of an unknown year',
      base,
      { ...base, date: 'XXXX-05-04', earliest: null, latest: null } as never,
      2,
    ],
    ['no place', base, { day: DAY }, 2],
    ['no date', base, { place: HALWAN }, 2],
    ['neither place nor date on both', {}, {}, 2],
    ['an act of another kind', base, { ...base, act: 'agree' }, 2],
    ['a province and nothing else alike', base, { ...base, place: PROVINCE }, 2],
    [
      'a province and the same actor',
      { ...base, actor: [party('group/isis')] },
      { ...base, place: PROVINCE, actor: [party('group/isis')] },
      1,
    ],
    [
      'another culprit, same spot and day',
      { ...base, actor: [party('group/isis')] },
      { ...base, actor: [party('state/il')] },
      1,
    ],
    [
      'strike and counter-strike',
      { ...base, actor: [party('group/isis')], target: [party('group/sdf')] },
      { ...base, actor: [party('group/sdf')], target: [party('group/isis')] },
      2,
    ],
  ])('%s', (_, a, b, incidents) => {
    const dated = (r: Partial<Report> & { day?: string }): Partial<Report> & { day?: string } =>
      r.date?.startsWith('XXXX') ? { ...r, day: undefined as never, earliest: null, latest: null } : r;
    expect(run([report('d-1#a1', 0, dated(a)), report('d-2#a1', 0, dated(b))])).toHaveLength(incidents);
  });

  it('does not let a chain of days fuse', () => {
    const chain = ['2021-03-04', '2021-03-05', '2021-03-06'].map((day, i) =>
      report(`d-${i}#a1`, 0, { place: HALWAN, day }),
    );
    expect(sizes(run(chain))).toEqual([2, 1]);
  });

  it('joins the same sentence in two articles, without place and date', () => {
    const words = 'A blast was heard in the old market.';
    const [x, y] = ['d-1#a1', 'd-2#a1'].map((a) =>
      report(a, 0, { sentence: quote(a.split('#')[0]!, 0, words) }),
    );
    const passage = {
      a: x!.sentence,
      b: y!.sentence,
      articles: ['d-1#a1', 'd-2#a1'] as const,
      kind: 'verbatim' as const,
      ratio: 1,
    };
    expect(sizes(run([x!, y!], { passages: [passage] }))).toEqual([2]);
  });
});

describe('reports of one article', () => {
  it('joins "the blast" to the blast told before', () => {
    const later = report('d-1#a1', 100, {
      sentence: quote('d-1', 100, 'Two people died in the blast.'),
      trigger: [quote('d-1', 123, 'blast')],
    });
    expect(sizes(run([report('d-1#a1', 0), later]))).toEqual([2]);
  });

  it('joins two tellings of one odd number, and not of a small one', () => {
    const loot = (n: number): Report[] => [
      report('d-1#a1', 0, { act: 'looting', counts: [toll('vehicles', n)] }),
      report('d-1#a1', 4000, { act: 'convoy', counts: [toll('vehicles', n)] }),
    ];
    expect(sizes(run(loot(89)))).toEqual([2]);
    expect(sizes(run(loot(3)))).toEqual([1, 1]);
  });

  it('joins what one actor is told to have done in two sentences running, and not far apart', () => {
    const two = (at: number): Report[] =>
      [0, at].map((n) => report('d-1#a1', n, { actor: [party('group/isis')] }));
    expect(sizes(run(two(60)))).toEqual([2]);
    expect(sizes(run(two(3000)))).toEqual([1, 1]);
  });

  it('leaves two that only lack everything apart', () => {
    expect(run([report('d-1#a1', 0), report('d-1#a1', 100)])).toHaveLength(2);
  });

  it('says why it joined', () => {
    const [incident] = run([0, 100].map((at) => report('d-1#a1', at, { place: HALWAN, day: DAY })));
    expect(incident?.joins).toEqual([
      expect.objectContaining({ why: expect.stringMatching(/^standard: same place \(Halwan\)/) }),
    ]);
  });
});

it('makes no incident of words alone', () => {
  expect(run([report('d-1#a1', 0, { act: 'condemn' })])).toEqual([]);
});

describe('titles', () => {
  it.each<[string, readonly Partial<Report>[], string]>([
    [
      'of what is said to have happened',
      [{ place: HALWAN, date: DAY, earliest: DAY, latest: DAY }],
      `Reported explosion · Halwan, Qarat · ${DAY}`,
    ],
    ['of a denial', [{ status: 'denied', place: HALWAN }], 'Denied: explosion · Halwan, Qarat'],
    ['of a plan', [{ status: 'planned' }], 'Said to be planned: explosion'],
    ['of a day without a year', [{ date: 'XXXX-03-04' }], 'Reported explosion · --03-04'],
  ])('%s', (_, reports, title) =>
    expect(run(reports.map((r, i) => report('d-1#a1', i, r)))[0]?.title).toBe(title),
  );
});
