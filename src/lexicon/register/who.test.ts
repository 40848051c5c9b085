import { describe, expect, it } from 'vitest';
import type { ActorEntry, ActorHeads } from '../actor-schema.ts';
import { actorRegister, OWN_ACTORS } from '../actors.ts';
import type { LexiconSource } from '../source.ts';
import { heldOn, who } from './who.ts';

const heads: ActorHeads = {
  articles: ['al'],
  clitics: [],
  heads: [
    {
      id: 'army',
      kind: 'state-military',
      targets: ['mil/{cc}'],
      en: ['{adj} army'],
      examples: ['x'],
      not: ['y'],
    },
  ],
};
const entries: ActorEntry[] = [
  {
    id: 'group/guard',
    name: 'Valley Guard',
    kind: 'armed-group',
    en: ['VGF', { text: 'the gang', by: 'others' }],
    source: 'x',
  },
  { id: 'mil/zz', name: 'Armed forces of Zedland', kind: 'state-military', parent: 'state/zz', source: 'x' },
  {
    id: 'person/darwan',
    name: 'Ilyas Darwan',
    kind: 'person',
    roles: [
      { role: 'spokesman', of: 'group/guard', from: '2020', until: '2022-03-01' },
      { role: 'head', of: 'group/guard', from: '2022-03-01' },
    ],
    source: 'x',
  },
  {
    id: 'state/zz',
    name: 'Zedland',
    kind: 'government',
    country: 'ZZ',
    adjectives: ['Zedlandic'],
    source: 'x',
  },
];
const source: LexiconSource = {
  json: { 'shared/actors/actor-heads': heads, 'shared/actors/all': { entries } },
  buffers: {},
};
const register = actorRegister(source);
const ids = (name: string): [string, string][] =>
  who(register, name, null).found.map((f) => [f.entry.id, f.rule]);

describe('who', () => {
  it.each([
    ['Valley Guard', 'group/guard', 'name'],
    ['VGF', 'group/guard', 'alias'],
    ['vgf', 'group/guard', 'alias'],
    ['group/guard', 'group/guard', 'id'],
    ['ValleyGuard', 'group/guard', 'spelt otherwise'],
    ['Zedlandic army', 'mil/zz', 'made of a state’s name'],
    ['Zedlandic', 'state/zz', 'adjective'],
    ['Iliyas Darwaan', 'person/darwan', 'same consonants'],
  ])('%s is %s, by its %s', (name, id, rule) => {
    expect(ids(name)).toEqual([[id, rule]]);
  });

  it('offers near spellings when nothing matches, and none when nothing is near', () => {
    expect(who(register, 'Vallex Guard', null)).toEqual({ found: [], near: ['Valley Guard'] });
    expect(who(register, 'Qux', null)).toEqual({ found: [], near: [] });
  });

  it('gives who held a role in a body on a day', () => {
    const roles = (date: string) => who(register, 'VGF', date).found[0]!.roles.map((r) => [r.role, r.held]);
    expect(roles('2021-06-16')).toEqual([['spokesman', 'yes']]);
    expect(roles('2022-03-01')).toEqual([['head', 'yes']]);
    expect(roles('2020-05')).toEqual([['spokesman', 'maybe']]);
    expect(roles('2019')).toEqual([]);
  });

  it('knows entries of the user’s own, beside ours in one stretch of text', () => {
    const own: ActorEntry[] = [
      {
        id: 'group/gang',
        name: 'River Gang',
        kind: 'armed-group',
        en: [{ text: 'the gang', ambiguous: true }],
        source: 'x',
      },
    ];
    const both = actorRegister({
      ...source,
      json: { ...source.json, [`${OWN_ACTORS}mine.yaml`]: { entries: own } },
    });
    const text = 'Then the gang left; River Gang stayed.';
    const tokens = [...text.matchAll(/\w+/g)].map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
      kind: 'word' as const,
      sentence: 0,
    }));
    expect(both.match(text, tokens).map((h) => [text.slice(h.start, h.end), h.ids])).toEqual([
      ['the gang', ['group/gang', 'group/guard']],
      ['River Gang', ['group/gang']],
    ]);
    expect(who(both, 'River Gang', null).found.map((f) => f.entry.id)).toEqual(['group/gang']);
  });
});

it.each([
  [{ from: '2020-01-01', until: '2020-02-01' }, '2020-01-31', 'yes'],
  [{ from: '2020-01-01', until: '2020-02-01' }, '2020-02-01', 'no'],
  [{ from: '2020-01-01', until: '2020-02-01' }, '2019-12-31', 'no'],
  [{ from: '2020-01-01', until: '2020-02-01' }, '2020', 'maybe'],
  [{ from: '2020' }, '2020-06-01', 'maybe'],
  [{ from: '2020' }, '2021', 'yes'],
  [{ until: '2020-02' }, '2020-02-15', 'maybe'],
  [{ until: '2020-02' }, '2020-03-01', 'no'],
  [{}, '2020-03-01', 'maybe'],
])('%o on %s: %s', (dated, date, want) => {
  expect(heldOn(dated, date)).toBe(want);
});
