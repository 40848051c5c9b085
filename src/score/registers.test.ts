import { describe, expect, it } from 'vitest';
import { scoreRegisters } from './registers.ts';
import { seedsGold } from './seeds/index.ts';

const file = 'page.txt';
const text =
  'Lead. Marsh Guard men met Norlandish envoys in Tell Ost and west of Tell Ost. Ida Roe of NGA was in Norland.';
const start = 6;
const span = (words: string, nth = 1) => {
  let at = -1;
  for (let n = 0; n < nth; n++) at = text.indexOf(words, at + 1);
  return { start: at, end: at + words.length, text: words };
};
const gold = (words: string, nth = 1) => ({ file, ...span(words, nth) });
const given = (words: string, nth = 1) => {
  const { start: from, end } = span(words, nth);
  return { start: from - start, end: end - start, text: words };
};

const set = seedsGold({
  segments: { files: {}, articles: { 'page#1': { file, article: 1, start, end: text.length } } },
  claims: [],
  events: [],
  dates: [],
  places: {
    places: [
      {
        canonical: 'Tell Ost',
        type: 'town',
        lat: 1,
        lon: 1,
        mentions: [gold('Tell Ost'), gold('Tell Ost', 2)],
      },
      { canonical: 'Norland', type: 'country', lat: 9, lon: 9, mentions: [gold('Norland', 2)] },
    ],
    relative: [],
  },
  actors: [
    { canonical: 'Marsh Guard (MG)', mentions: [gold('Marsh Guard')] },
    { canonical: 'Norland (government)', mentions: [gold('Norlandish envoys')] },
    { canonical: 'Norland Grain Agency', mentions: [gold('NGA')] },
  ],
  loaded: [],
  incidents: [],
  questions: [],
});

const register = {
  names: (id: string) =>
    ({
      'group/mg': ['Marsh Guard'],
      'state/no': ['Norland', 'Norlandish envoys'],
      'org/nga': ['Night Guard Army', 'Nga Army'],
    })[id] ?? [],
  state: (words: string) => (words === 'Norlandish' ? 'state/no' : null),
};

const score = (mentions: readonly object[], places: readonly object[] = []) =>
  scoreRegisters(set, [{ id: 'page#1', mentions, places } as never], register);

describe('scoreRegisters', () => {
  it('finds actors, and judges entries by the names they bear', () => {
    const { actors, missedActors, wrongEntries } = score([
      { ...given('Marsh Guard'), kind: 'armed-group', actor: 'group/mg' },
      { ...given('Norlandish'), kind: 'other', actor: null },
      { ...given('NGA'), kind: 'organisation', actor: 'org/nga' },
    ]);
    expect([actors.tp, actors.pred, actors.gold]).toEqual([3, 3, 3]);
    expect([actors.rightEntry.k, actors.rightEntry.n]).toEqual([2, 3]);
    expect(missedActors).toEqual([]);
    expect(wrongEntries).toEqual(['NGA (Norland Grain Agency) ≠ NGA org/nga']);
  });

  it('holds bodies and persons against precision, not places and adjectives', () => {
    const { actors, strangeActors } = score([
      { ...given('Ida Roe'), kind: 'person', actor: null },
      { ...given('Tell Ost'), kind: 'location', actor: null },
      { ...given('Norland', 2), kind: 'location', actor: null },
    ]);
    expect([actors.tp, actors.pred]).toEqual([0, 1]);
    expect(strangeActors).toEqual(['Ida Roe [person] ']);
  });

  it('counts named places, without countries and without descriptions that hold a name', () => {
    const { places, missedPlaces, strangePlaces } = score(
      [],
      [
        { ...given('Tell Ost'), role: 'event', rule: 'city', name: 'Tell Ost' },
        { ...given('west of Tell Ost'), role: 'event', rule: 'direction-of', name: 'west of Tell Ost' },
        { ...given('Tell Ost', 2), role: 'event', rule: 'city', name: 'Tell Ost' },
        { ...given('Ida Roe'), role: 'mentioned', rule: 'name', name: null },
        { ...given('Norland', 2), role: 'mentioned', rule: 'country', name: 'Norland' },
      ],
    );
    expect([places.tp, places.pred, places.gold]).toEqual([2, 3, 2]);
    expect(missedPlaces).toEqual([]);
    expect(strangePlaces).toEqual(['Ida Roe → none']);
  });
});
