import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { geonamesRow, type PlaceCodes } from './geonames.ts';
import { addPlaces } from './user-places.ts';
import { whosOnFirstRow } from './whosonfirst.ts';

const codes: PlaceCodes = { countries: new Set(['SY']), admin1: new Map([['SY.12', 'Idlib']]) };
/** A line of a GeoNames dump with some columns set. */
const line = (set: Readonly<Record<number, string>> = {}): string => {
  const c = [
    '77000001',
    'Karm Zayit',
    'Karm Zayit',
    'Karm az-Zayt,كرم زيت',
    '35.91',
    '36.62',
    'P',
    'PPL',
    'SY',
    '',
    '12',
    '',
    '',
    '',
    '420',
    '',
    '300',
    'Asia/Damascus',
    '2024-01-01',
  ];
  for (const [i, value] of Object.entries(set)) c[Number(i)] = value;
  return c.join('\t');
};
const wof = (set: Readonly<Record<string, unknown>> = {}): object => ({
  type: 'Feature',
  properties: {
    'wof:id': 99,
    'wof:name': 'Karm Zayit',
    'wof:placetype': 'locality',
    'wof:country': 'SY',
    'geom:latitude': 35.91,
    'geom:longitude': 36.62,
    'name:eng_x_preferred': ['Karm Zaytun'],
    'name:ara_x_preferred': ['كرم زيت'],
    'wof:concordances': { 'gn:id': 77000001 },
    'mz:is_current': 1,
    ...set,
  },
});

describe('a line of a GeoNames dump', () => {
  it('is a place', () => {
    expect(geonamesRow(line(), codes)).toMatchObject({
      name: 'Karm Zayit',
      lat: 35.91,
      lon: 36.62,
      country: 'SY',
      admin1: 'Idlib',
      population: 420,
      placeClass: 'city',
      others: ['Karm az-Zayt', 'كرم زيت'],
      sensitive: false,
    });
  });

  it.each([
    ['a hospital is sensitive', { 6: 'S', 7: 'HSP' }, { placeClass: 'feature', sensitive: true }],
    ['a camp of refugees is sensitive', { 6: 'S', 7: 'CMPRF' }, { sensitive: true }],
    ['a district is a division', { 6: 'A', 7: 'ADM2' }, { placeClass: 'admin2' }],
  ])('%s', (_, set, want) => {
    expect(geonamesRow(line(set), codes)).toMatchObject(want);
  });

  it.each([
    ['a country', { 6: 'A', 7: 'PCLI' }],
    ['a place that is no more', { 7: 'PPLQ' }],
  ])('%s is left out', (_, set) => {
    expect(geonamesRow(line(set), codes)).toBe(null);
  });

  it.each([
    ['a broken latitude', { 4: '95.1' }, /latitude "95\.1"/],
    ['a comma for a point', { 5: '36,6' }, /longitude "36,6"/],
    ['no point', { 4: '' }, /latitude ""/],
    ['an unknown country', { 8: 'XX' }, /no country has the code "XX"/],
    ['an id that is none', { 0: 'abc' }, /"abc" is no GeoNames id/],
    ['people that are none', { 14: 'many' }, /"many" is no number of people/],
    ['no name', { 1: '' }, /has no name/],
    ['bytes that are no UTF-8', { 1: 'K\ufffdrm' }, /is not UTF-8/],
  ])('%s is a fault', (_, set, want) => {
    expect(geonamesRow(line(set), codes)).toMatch(want);
  });

  it('with other columns is a fault', () => {
    expect(geonamesRow('a\tb', codes)).toMatch(/has 2 columns/);
  });
});

describe('a record of Who’s On First', () => {
  it('is a place', () => {
    expect(whosOnFirstRow(wof(), codes)).toMatchObject({
      name: 'Karm Zaytun',
      others: ['Karm Zayit', 'كرم زيت'],
      placeClass: 'city',
      geonameId: 77000001,
      country: 'SY',
    });
  });

  it.each([
    ['a country', { 'wof:placetype': 'country' }],
    ['a venue', { 'wof:placetype': 'venue' }],
    ['one no longer current', { 'mz:is_current': 0 }],
    ['one superseded', { 'wof:superseded_by': [12] }],
    ['one deprecated', { 'edtf:deprecated': '2019-01-01' }],
  ])('%s is left out', (_, set) => {
    expect(whosOnFirstRow(wof(set), codes)).toBe(null);
  });

  it.each([
    ['a broken point', wof({ 'geom:latitude': 'north' }), /latitude "north"/],
    ['no name', wof({ 'wof:name': null }), /has no name/],
    ['an unknown country', wof({ 'wof:country': 'XX' }), /no country has the code/],
    ['another feature', { type: 'Feature', properties: {} }, /no "wof:placetype"/],
    ['no feature', [1], /is no GeoJSON feature/],
  ])('%s is a fault', (_, feature, want) => {
    expect(whosOnFirstRow(feature, codes)).toMatch(want);
  });
});

describe('files of places', () => {
  const own = mkdtempSync(join(tmpdir(), 'sayso-places-'));
  afterAll(() => rmSync(own, { recursive: true, force: true }));
  const file = (name: string, text: string): string => {
    writeFileSync(join(own, name), text);
    return join(own, name);
  };
  const add = (path: string) => addPlaces(path, { own, date: '2026-01-01' });

  it('a dump: bad lines and lines that stand twice are named with their numbers', async () => {
    const added = await add(
      file('SY.txt', [line(), 'x', line(), line({ 0: '77000002', 4: '99' })].join('\n')),
    );
    expect(added).toMatchObject({ places: 1, setAside: 3, replaced: false });
    expect(added.faults.map((f) => f.slice(own.length + 1))).toEqual([
      expect.stringMatching(/^SY\.txt:2: has 1 columns/),
      expect.stringMatching(/^SY\.txt:3: stands twice: id 77000001/),
      expect.stringMatching(/^SY\.txt:4: the latitude "99"/),
    ]);
    expect((await add(join(own, 'SY.txt'))).replaced).toBe(true);
    expect(JSON.parse(readFileSync(join(own, 'gazetteer/SY.json'), 'utf8'))).toMatchObject({
      places: 1,
      licence: expect.stringContaining('CC BY 4.0'),
    });
  });

  it('a collection, and records one a line', async () => {
    const whole = JSON.stringify(
      { type: 'FeatureCollection', features: [wof(), wof({ 'wof:name': '' })] },
      null,
      1,
    );
    const added = await add(file('valley.geojson', whole));
    expect(added).toMatchObject({ places: 1, setAside: 1 });
    expect(added.faults[0]).toMatch(/valley\.geojson:2\d: has no name/);
    const lines = [wof(), 'no', wof({ 'wof:concordances': {} })].map((f) => JSON.stringify(f)).join('\n');
    expect(await add(file('lines.geojson', `${lines}\n{`))).toMatchObject({ places: 2, setAside: 2 });
  });

  it.each([
    ['nothing', 'empty.txt', '', /holds no place that can be added/],
    ['no good line', 'bad.txt', 'a\tb\n', /holds no place.*bad\.txt:1: has 2 columns/],
    ['a packed dump', 'SY.zip', 'PK\u0003\u0004', /is packed: unpack it/],
  ])('%s is refused', async (_, name, text, want) => {
    await expect(add(file(name, text))).rejects.toThrow(want);
  });

  it('a path that is not there, and a folder without records', async () => {
    await expect(add(join(own, 'nowhere.txt'))).rejects.toThrow(/is not there/);
    await expect(add(mkdtempSync(join(own, 'd-')))).rejects.toThrow(/holds no \.geojson file/);
  });
});
