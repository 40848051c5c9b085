import { describe, expect, it } from 'vitest';
import { scoreSeeds, seedsGold } from './index.ts';

const file = 'page.txt';
const text =
  'SHARE THIS\nTwo guards were hurt in Irbid on 4 May, police said. A resident spoke of three.\nReader: nonsense about Irbid.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const spot = (words: string) => ({ file, ...at(words) });
const given = (words: string) => ({ doc: 'd', ...at(words) });
const first = 'Two guards were hurt in Irbid on 4 May, police said.';
const second = 'A resident spoke of three.';
const body = { start: at(first).start, end: at(second).end };

const gold = seedsGold({
  segments: {
    files: {
      [file]: [
        { ...at('SHARE THIS'), kind: 'chrome', article: null },
        { ...body, kind: 'article', article: 1, pub_date_text_only: '--05-04 or shortly after' },
        { ...at('Reader: nonsense about Irbid.'), kind: 'comment', article: null },
      ],
    },
    articles: { 'page#1': { file, article: 1, ...body } },
  },
  claims: [
    {
      id: 'c1',
      file,
      content_start: at('Two guards').start,
      content_end: at('4 May').end,
      root_source: 'police',
      via: [],
      stance: 'asserted',
    },
  ],
  events: [
    {
      id: 'e1',
      file,
      sentence_start: at(first).start,
      sentence_end: at(first).end,
      event_type: 'Explosions/Remote violence',
      sub_event: '',
      date_text_only: '--05-04',
      place: 'Irbid',
      country: 'Jordan',
      lat: 32.55,
      lon: 35.85,
      actor1: 'unknown',
      actor2: null,
      targets: ['guards'],
      killed: { best: null },
      injured: { best: 2 },
      factuality: 'happened',
    },
  ],
  dates: [{ id: 't1', ...spot('on 4 May'), text: 'on 4 May', text_only_value: '--05-04' }],
  places: {
    places: [
      {
        canonical: 'Irbid',
        type: 'city',
        lat: 32.55,
        lon: 35.85,
        metonym_possible: false,
        mentions: [{ ...spot('Irbid'), text: 'Irbid' }],
      },
    ],
    relative: [],
  },
  actors: [
    { canonical: 'Public Security Directorate (police)', mentions: [{ ...spot('police'), text: 'police' }] },
  ],
  loaded: [],
  incidents: [
    {
      id: 'I1',
      event_ids: ['e1'],
      n_independent_roots: 2,
      contradictions: [
        {
          topic: 'injured',
          values: [
            { ...spot('Two guards were hurt'), value: 2 },
            { ...spot('spoke of three'), value: 3 },
          ],
        },
      ],
    },
  ],
  questions: [],
});

const record = {
  docs: [{ id: 'd', name: file, text, segments: [] }],
  articles: [{ id: 'a', doc: 'd', ...body, published: { value: 'XXXX-05-05' } }],
  claims: [
    {
      id: 'k',
      content: given('Two guards were hurt in Irbid on 4 May'),
      root: { text: 'police' },
      stance: 'asserted',
    },
  ],
  reports: [
    {
      id: 'r',
      sentence: given(first),
      acled: { eventType: 'Explosions/Remote violence' },
      actor: [],
      target: [{ text: 'two guards' }],
      counts: [{ what: 'injured', low: 2, best: 2 }],
      status: 'happened',
      date: 'XXXX-05-04',
      place: { name: null, lat: 32.6, lon: 35.9 },
    },
  ],
  incidents: [
    {
      id: 'i',
      reports: ['r'],
      rootCount: { standard: 2 },
      contradictions: [{ values: [{ evidence: given(first) }, { evidence: given(second) }] }],
    },
  ],
  times: [{ ...given('4 May'), value: 'XXXX-05-04' }],
  places: [{ ...given('Irbid'), name: 'Irbid', lat: 32.55, lon: 35.85 }],
};
const score = (changed: object = {}) => scoreSeeds(gold, { ...record, ...changed }, { [file]: text });

describe('scoreSeeds', () => {
  it('gives a faithful record the maximum of every part', () => {
    const result = score();
    expect(result.articles.found.share).toBe(1);
    expect(result.publication.inside.share).toBe(1);
    expect(result.claims.rootRightOfAll.share).toBe(1);
    expect(result.events).toMatchObject({
      recall: { share: 1 },
      target: { share: 1 },
      injured: { share: 1 },
      date: { share: 1 },
      place: { share: 1 },
    });
    expect(result.times?.valueRightOfFound.share).toBe(1);
    expect(result.places?.rightOfAll.share).toBe(1);
    expect(result.incidents.roots.exact.share).toBe(1);
    expect(result.contradictions.recall.share).toBe(1);
  });

  it('does not find an article whose end is 61 characters off', () => {
    const far = { ...record.articles[0], end: body.end + 61 };
    expect(score({ articles: [far] }).articles.found.k).toBe(0);
  });

  it('counts an invented publication year apart', () => {
    const dated = { ...record.articles[0], published: { value: '2021-05-05' } };
    expect(score({ articles: [dated] }).publication).toMatchObject({
      inside: { k: 0 },
      insideButYearInvented: 1,
    });
  });

  it('counts what was taken from a comment', () => {
    const stray = { id: 'x', content: given('nonsense about Irbid'), root: null };
    expect(score({ claims: [stray] }).claims.inCommentOrChrome).toBe(1);
  });

  it('needs another type of event to be found only whatever its type', () => {
    const other = { ...record.reports[0], acled: { eventType: 'Protests' } };
    expect(score({ reports: [other] }).events).toMatchObject({
      recall: { k: 0 },
      sentenceFoundWhateverType: { k: 1 },
    });
  });

  it('needs two different values for a contradiction', () => {
    const twice = [{ ...record.incidents[0], contradictions: [{ values: [{ evidence: given(first) }] }] }];
    expect(score({ incidents: twice }).contradictions.recall.k).toBe(0);
  });

  it('has no figure for a layer nobody gave', () => {
    const { times: _, ...bare } = record;
    expect(scoreSeeds(gold, bare, { [file]: text }).times).toBeNull();
  });
});

describe('seedsGold', () => {
  it('names the files that are missing', () =>
    expect(() => seedsGold({ claims: [] })).toThrow(/lacks segments, events/));
});
