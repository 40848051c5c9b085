import { describe, expect, it } from 'vitest';
import type { CorpusArticle, Report } from '../doc/index.ts';
import { article, DAY, FAR, HALWAN, place, quote, report, run, toll } from './testing.ts';

type Told = Partial<Report> & { readonly day?: string };

/** An article published on a day, with its year or without. */
function dated(key: string, edtf: string): CorpusArticle {
  const known = edtf.startsWith('XXXX') ? null : edtf;
  return article(key, { published: { earliest: known, latest: known }, publishedEdtf: edtf });
}

const joined = (a: Told, b: Told, articles: readonly CorpusArticle[]): boolean =>
  run([report('d-1#a1', 0, a), report('d-2#a1', 0, b)], { articles }).length === 1;

describe('undated leads of dated articles', () => {
  const here = { place: HALWAN };
  it.each<[string, Told, Told, string, string, boolean]>([
    ['two published a day apart', here, here, '2021-03-04', '2021-03-05', true],
    ['one whose year is unknown', { ...here, day: DAY }, here, '2021-03-05', 'XXXX-03-05', true],
    ['the turn of a year', here, here, '2021-01-01', 'XXXX-12-31', true],
    ['the same town, another week', here, here, '2021-03-04', '2021-03-14', false],
    ['another month of an unknown year', { ...here, day: DAY }, here, '2021-03-05', 'XXXX-05-05', false],
    ['another town, the same day', here, { place: FAR }, '2021-03-04', '2021-03-04', false],
    ['no place', here, {}, '2021-03-04', '2021-03-04', false],
    ['a plan beside what happened', here, { ...here, status: 'planned' }, '2021-03-04', '2021-03-04', false],
  ])('%s', (_, a, b, first, second, expected) =>
    expect(joined(a, b, [dated('d-1#a1', first), dated('d-2#a1', second)])).toBe(expected),
  );

  it('joins nothing where an article is undated', () => {
    expect(joined(here, here, [dated('d-1#a1', '2021-03-04'), article('d-2#a1')])).toBe(false);
  });

  it('knows a town that no gazetteer settles by its name', () => {
    const unsettled = place('Halwan', 0, 0, { name: null, lat: null, lon: null, ucdpPrecision: null });
    const pages = [dated('d-1#a1', '2021-03-04'), dated('d-2#a1', '2021-03-05')];
    expect(joined(here, { place: unsettled }, pages)).toBe(true);
  });

  it('joins one whole toll on one day without a place, and half a toll never', () => {
    const both = [toll('killed', 7), toll('injured', 12)];
    expect(joined({ day: DAY, counts: both }, { day: DAY, counts: both }, [])).toBe(true);
    expect(joined({ day: DAY, counts: both }, { day: DAY, counts: both.slice(1) }, [])).toBe(false);
  });
});

describe('one article', () => {
  const blocks = [
    { start: 0, end: 60 },
    { start: 70, end: 900 },
  ];
  const page = article('d-1#a1', {
    blocks,
    published: { earliest: '2021-03-05', latest: '2021-03-05' },
    publishedEdtf: '2021-03-05',
  });
  const inside = (a: Told, b: Told, at = 80): number =>
    run([report('d-1#a1', 0, { ...a, sentence: quote('d-1', 0, 'headline') }), report('d-1#a1', at, b)], {
      articles: [page],
    }).length;

  it('joins a headline and its lead', () => expect(inside({ act: 'killing' }, { act: 'ied' })).toBe(1));
  it('leaves a headline and acts of another kind apart', () =>
    expect(inside({ act: 'shooting' }, { act: 'air-strike' })).toBe(2));
  it('leaves background with an old date apart from the lead', () =>
    expect(inside({ place: HALWAN }, { place: HALWAN, day: '2020-11-01' })).toBe(2));
  it('joins a denial to what it denies', () =>
    expect(
      inside({ place: HALWAN, day: DAY }, { act: 'shooting', status: 'denied', place: HALWAN }, 150),
    ).toBe(1));
});
