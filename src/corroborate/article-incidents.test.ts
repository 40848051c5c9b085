import { describe, expect, test } from 'vitest';
import type { ArticleInput, Count, Event, Time } from '../doc/index.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { articleIncidents } from './article-incidents.ts';

const stage = articleIncidents(loadLexicon());
const input: ArticleInput = {
  id: 'a1',
  text: '',
  blocks: [],
  language: 'en',
  published: null,
  outlet: null,
  asked: [],
};

const count = (what: string, best: number, side: Count['side'] = null): Count => ({
  what,
  side,
  low: best,
  best,
  high: best,
  spans: [],
  words: String(best),
  attribution: null,
});
const event = (act: string, more: Partial<Event> = {}): Event => ({
  act,
  type: null,
  mode: null,
  acled: null,
  cameo: null,
  trigger: [{ start: 0, end: 1 }],
  sentence: 0,
  actor: [],
  recipient: [],
  target: [],
  victim: [],
  weapon: [],
  counts: [],
  status: 'happened',
  factuality: 3,
  attribution: null,
  by: 'test',
  place: null,
  time: null,
  ...more,
});
const day = (iso: string): Time => ({
  start: 0,
  end: 1,
  text: iso,
  type: 'DATE',
  value: iso,
  earliest: iso,
  latest: iso,
  basis: 'stated',
  reason: '',
});
const party = (text: string) => [{ spans: [], text, mention: 0, actor: text }];
const group = (events: readonly Event[], times: readonly Time[] = []) =>
  stage.run(input, { events, harms: [], places: [], times }).incidents;

describe('reports of one article', () => {
  test.each([
    ['kin acts join', [event('shelling'), event('attack')], [[0, 1]]],
    ['other acts do not', [event('shelling'), event('arrest')], [[0], [1]]],
    ['other days do not', [event('shelling', { time: 0 }), event('shelling', { time: 1 })], [[0], [1]]],
    [
      'other named actors do not',
      [event('shelling', { actor: party('A') }), event('shelling', { actor: party('B') })],
      [[0], [1]],
    ],
    [
      'other tolls do not',
      [
        event('shelling', { counts: [count('killed', 2)] }),
        event('shelling', { counts: [count('killed', 9)] }),
      ],
      [[0], [1]],
    ],
    ['a planned one does not', [event('shelling'), event('shelling', { status: 'planned' })], [[0], [1]]],
    ['statements are no incidents', [event('accuse')], []],
  ])('%s', (_name, events, expected) => {
    expect(group(events, [day('2031-05-04'), day('2031-05-09')]).map((i) => i.events)).toEqual(expected);
  });

  test('a count told twice is not added up', () => {
    const told = event('shelling', { counts: [count('killed', 3, 'combatant')] });
    expect(group([told, told])[0]!.killed).toBe(3);
  });

  test('sides are added up', () => {
    const told = event('shelling', {
      counts: [count('killed', 3, 'combatant'), count('killed', 2, 'civilian')],
    });
    expect(group([told])[0]!.killed).toBe(5);
  });

  test('silence stays null', () => {
    expect(group([event('shelling')])[0]).toMatchObject({ killed: null, injured: null });
  });
});
