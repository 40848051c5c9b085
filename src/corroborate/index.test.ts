import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Claim, CorpusArticle, Incident, IncidentKey, Report } from '../doc/index.ts';
import { type Lexicon, loadLexicon } from '../lexicon/index.ts';
import { type CorroborateInput, corroborate } from './index.ts';
import { article, claim, party, place, quote, report, speaker, toll } from './testing.ts';

let lexicon: Lexicon;
beforeAll(() => {
  lexicon = loadLexicon();
});

const HALWAN = place('Halwan', 33.5, 36.3, { admin1: 'Qarat' });
const NEAR_HALWAN = place('Tell Omar', 33.55, 36.35, { admin1: 'Qarat' });
const FAR = place('Ras Dalia', 35.9, 39.0, { admin1: 'Dalia' });
const PROVINCE = place('Qarat', 33.4, 36.4, { admin1: 'Qarat', ucdpPrecision: 4 });
const DAY = '2021-03-04';

function run(reports: readonly Report[], more: Partial<CorroborateInput> = {}): readonly Incident[] {
  const articles = [...new Set(reports.map((r) => r.article))].map((k) => article(k));
  return corroborate(
    { articles, claims: [], families: [], passages: [], keys: [], reports, ...more },
    lexicon,
  ).incidents;
}
const sizes = (incidents: readonly Incident[]): number[] =>
  incidents.map((i) => i.reports.length).sort((a, b) => b - a);

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

describe('voices', () => {
  const at = { place: HALWAN, day: DAY };
  function counts(roots: readonly Claim[], more: Partial<CorroborateInput> = {}): Incident {
    const reports = roots.map((c, i) => report(c.article, i * 50, { ...at, claim: c.id }));
    const [incident] = run(reports, { claims: roots, ...more });
    return incident!;
  }
  const official = (
    a: string,
    id: string,
    actor: string,
    kind: 'official' | 'military' | 'media' = 'official',
  ): Claim => claim(a, id, speaker(actor, { actor, kind, named: true }));

  it('counts a spokesman as the body', () => {
    const { rootCount, roots } = counts([
      official('d-1#a1', 'c-1', 'person/dmitry-peskov'),
      official('d-2#a1', 'c-2', 'gov/ru-kremlin'),
    ]);
    expect(rootCount).toEqual({ strict: 1, standard: 1, broad: 1 });
    expect(roots.map((r) => r.actor)).toEqual(['state/ru']);
  });

  it('counts a command with its forces under the standard rule only', () => {
    const { rootCount } = counts([
      official('d-1#a1', 'c-1', 'mil/us-centcom'),
      official('d-2#a1', 'c-2', 'coalition/cjtf-oir'),
    ]);
    expect(rootCount).toEqual({ strict: 2, standard: 1, broad: 1 });
  });

  it('counts a state agency with its state under the broad rule only', () => {
    const { rootCount } = counts([
      official('d-1#a1', 'c-1', 'media/sana', 'media'),
      official('d-2#a1', 'c-2', 'state/sy'),
    ]);
    expect(rootCount).toEqual({ strict: 2, standard: 2, broad: 1 });
  });

  it('keeps the unnamed sources of two outlets apart', () => {
    const local = (a: string, id: string): Claim =>
      claim(a, id, speaker('local sources', { kind: 'witness' }));
    expect(counts([local('d-1#a1', 'c-1'), local('d-2#a1', 'c-2')]).rootCount.standard).toBe(2);
    expect(counts([local('d-1#a1', 'c-1'), local('d-1#a1', 'c-2')]).rootCount.standard).toBe(1);
  });

  it('keeps an unnamed official apart from the government', () => {
    const unnamed = claim('d-1#a1', 'c-1', speaker('two US officials', { actor: 'state/us', named: true }));
    const { rootCount, roots } = counts([unnamed, official('d-2#a1', 'c-2', 'state/us')]);
    expect(rootCount).toEqual({ strict: 2, standard: 2, broad: 1 });
    expect(roots[0]).toMatchObject({ name: 'two US officials', actor: null });
  });

  it('counts copies once', () => {
    const articles = ['d-1#a1', 'd-2#a1'];
    const families = [{ id: 'f-1', articles, passages: [] }];
    const [incident] = run(
      articles.map((a) => report(a, 0, at)),
      { families },
    );
    expect(incident?.rootCount).toEqual({ strict: 1, standard: 1, broad: 1 });
    expect(incident?.rootJoins[0]?.why).toBe('one article is a copy of the other');
  });

  it('does not count an outlet beside the sources that its article names', () => {
    const c = official('d-1#a1', 'c-1', 'media/sana', 'media');
    const reports = [report('d-1#a1', 0, at), report('d-1#a1', 50, { ...at, claim: 'c-1' })];
    const [incident] = run(reports, { claims: [c] });
    expect(incident?.rootCount).toEqual({ strict: 2, standard: 1, broad: 1 });
    expect(incident?.roots).toHaveLength(2);
  });

  it('shows a private person by role, and a body by its name', () => {
    const witness = claim('d-1#a1', 'c-1', speaker('Samir Qandil', { kind: 'witness', named: true }));
    const { roots } = counts([witness, official('d-2#a1', 'c-2', 'monitor/sohr')]);
    expect(roots.map((r) => r.name)).toEqual(['a witness', 'Syrian Observatory for Human Rights']);
  });
});

describe('contradictions', () => {
  const at = { place: HALWAN, day: DAY };
  const facets = (a: Partial<Report>, b: Partial<Report>): string[] =>
    run([report('d-1#a1', 0, { ...at, ...a }), report('d-2#a1', 0, { ...at, ...b })])[0]!.contradictions.map(
      (c) => c.facet,
    );

  it.each<[string, Partial<Report>, Partial<Report>, string[]]>([
    ['two and none', { counts: [toll('injured', 2)] }, { counts: [toll('injured', 0)] }, ['injured']],
    ['equal numbers', { counts: [toll('killed', 2)] }, { counts: [toll('killed', 2)] }, []],
    [
      'at least two and five',
      { counts: [toll('killed', null, { low: 2 })] },
      { counts: [toll('killed', 5)] },
      [],
    ],
    [
      'at least seven and five',
      { counts: [toll('killed', null, { low: 7 })] },
      { counts: [toll('killed', 5)] },
      ['killed'],
    ],
    ['forty and 38', { counts: [toll('killed', 40)] }, { counts: [toll('killed', 38)] }, []],
    ['84 and 89', { counts: [toll('vehicles', 84)] }, { counts: [toll('vehicles', 89)] }, ['vehicles']],
    [
      'civilians and fighters',
      { counts: [toll('killed', 2, { side: 'civilian' })] },
      { counts: [toll('killed', 5, { side: 'combatant' })] },
      [],
    ],
    [
      'a number inside a range',
      { counts: [toll('killed', 5, { low: 3, high: 9 })] },
      { counts: [toll('killed', 8)] },
      [],
    ],
    ['two culprits', { actor: [party('group/isis')] }, { actor: [party('state/il')] }, ['actor']],
    ['a force and its state', { actor: [party('mil/us-centcom')] }, { actor: [party('state/us')] }, []],
    ['denied', {}, { status: 'denied' }, ['happened']],
    [
      'two days',
      {},
      {
        date: '2021-03-05',
        earliest: '2021-03-05',
        latest: '2021-03-05',
        dateEvidence: quote('d-2', 0, '5 March'),
      },
      ['date'],
    ],
    ['two places', {}, { place: NEAR_HALWAN }, ['place']],
  ])('%s', (_, a, b, expected) => expect(facets(a, b)).toEqual(expected));

  it('names report, root and words of each value', () => {
    const c = claim('d-1#a1', 'c-1', speaker('the Halwan police', { named: true }));
    const words = quote('d-1', 3, 'two hurt');
    const reports = [
      report('d-1#a1', 0, {
        ...at,
        claim: 'c-1',
        counts: [toll('injured', 2, { evidence: [words], claim: 'c-1' })],
      }),
      report('d-2#a1', 0, { ...at, counts: [toll('injured', 5)] }),
    ];
    const [incident] = run(reports, { claims: [c] });
    const police = incident?.roots.find((r) => r.name === 'the Halwan police');
    expect(incident?.contradictions[0]?.values[0]).toEqual({
      value: 2,
      root: police?.id,
      report: reports[0]?.id,
      evidence: words,
    });
  });
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

describe('keys', () => {
  const at = { place: HALWAN, day: DAY };
  const [a, b, c] = ['d-1#a1', 'd-2#a1', 'd-3#a1'].map((k) => report(k, 0, at)) as [Report, Report, Report];
  const keyed = (reports: readonly Report[], keys: readonly IncidentKey[] = []) =>
    corroborate({ articles: [], claims: [], families: [], passages: [], keys, reports }, lexicon);

  it('mints a key and logs nothing the second time', () => {
    const first = keyed([a, b]);
    expect(first.minted).toEqual([{ key: first.incidents[0]!.id, reports: [a.id, b.id], redirect: null }]);
    expect(keyed([a, b], first.minted).minted).toEqual([]);
  });

  it('keeps the key when reports are added', () => {
    const first = keyed([b]);
    expect(keyed([a, b, c], first.minted).incidents[0]?.id).toBe(first.incidents[0]?.id);
  });

  it('leads the smaller key to the larger when two become one', () => {
    const old: IncidentKey[] = [
      { key: 'i-large', reports: [a.id, b.id], redirect: null },
      { key: 'i-small', reports: [c.id], redirect: null },
    ];
    const { incidents, minted } = keyed([a, b, c], old);
    expect(incidents.map((i) => i.id)).toEqual(['i-large']);
    expect(minted).toContainEqual({ key: 'i-small', reports: [c.id], redirect: 'i-large' });
  });

  it('gives the part that splits off a key of its own', () => {
    const away = { ...c, place: FAR };
    const { incidents } = keyed(
      [a, b, away],
      [{ key: 'i-old', reports: [a.id, b.id, c.id], redirect: null }],
    );
    expect(incidents[0]?.id).toBe('i-old');
    expect(incidents[1]?.id).toMatch(/^i-[0-9a-f]{16}$/);
  });
});

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
