import { describe, expect, it } from 'vitest';
import type { Report } from '../doc/index.ts';
import { claim, DAY, HALWAN, NEAR_HALWAN, party, quote, report, run, speaker, toll } from './testing.ts';

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
    ['two parts of one army', { actor: [party('mil/us-army')] }, { actor: [party('mil/us-centcom')] }, []],
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
