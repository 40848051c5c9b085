import { describe, expect, it } from 'vitest';
import type { PlaceRecord, Report } from './index.ts';
import { type ArticleAge, coarsenReport, type Dated, isHeld, recencyRule } from './recency.ts';

const evidence = { doc: 'd-1', start: 0, end: 4, exact: 'Bosk' };
const place: PlaceRecord = {
  name: 'Bosk',
  lat: 35.1,
  lon: 40.2,
  shape: null,
  country: 'SY',
  admin1: 'Raqqa',
  admin2: 'Tabqa',
  geonameId: 7,
  ucdpPrecision: 1,
  acledPrecision: 1,
  radiusKm: 3,
  role: 'event',
  rule: 'city',
  reason: 'only one of this name',
  sensitive: false,
  evidence,
};
const report: Report = {
  id: 'r-1',
  article: 'd-1#a1',
  act: 'airstrike',
  type: 'ASSAULT',
  mode: 'aerial',
  acled: null,
  cameo: null,
  sentence: evidence,
  trigger: [evidence],
  actor: [],
  recipient: [],
  target: [],
  victim: [],
  weapon: [],
  counts: [],
  status: 'happened',
  factuality: 3,
  date: '2024-05-15',
  dateBasis: 'stated',
  earliest: '2024-05-15',
  latest: '2024-05-15',
  dateEvidence: evidence,
  place,
  claim: null,
  coarsened: false,
  by: 'test',
};
const undated = { published: null, fetchedAt: null };
const RULE = recencyRule();
const held = (dated: Dated, age: ArticleAge, now: string, movement = false) =>
  isHeld(dated, age, movement, new Date(now), RULE);

describe('the recency rule', () => {
  it('coarsens a held report to admin-1 and whole ISO weeks', () => {
    const out = coarsenReport(report, true);
    expect(out.coarsened).toBe(true);
    expect(out.place).toMatchObject({ name: 'Raqqa', lat: null, lon: null, admin2: null, shape: null });
    expect(out.place?.evidence).toEqual(report.sentence);
    expect(out.date).toBe('2024-05-13/2024-05-19');
    expect(out.dateEvidence).toBeNull();
  });

  it('covers all of a longer time, and invents no day', () => {
    const month = { ...report, date: '2024-05', earliest: '2024-05-01', latest: '2024-05-31' };
    expect(coarsenReport(month, true).date).toBe('2024-04-29/2024-06-02');
    expect(coarsenReport({ ...month, earliest: null }, true).date).toBeNull();
  });

  it('lets a report go as it is once it is older than 72 hours', () => {
    expect(held(report, undated, '2024-05-17T12:00:00Z')).toBe(true);
    expect(held(report, undated, '2024-05-19T00:00:00Z')).toBe(false);
    expect(coarsenReport(report, false)).toEqual(report);
  });

  it('holds movements for 30 days', () => {
    expect(held(report, undated, '2024-06-10T00:00:00Z', true)).toBe(true);
    expect(held(report, undated, '2024-06-16T00:00:00Z', true)).toBe(false);
  });

  it('takes a day without a year for its last occurrence', () => {
    const yearless = { ...report, date: 'XXXX-05-15', earliest: null, latest: null };
    expect(held(yearless, undated, '2024-05-16T00:00:00Z')).toBe(true);
    expect(held(yearless, undated, '2024-11-16T00:00:00Z')).toBe(false);
  });

  it('judges an undated report by its article, else by its fetch, else not at all', () => {
    const bare = { ...report, date: null, earliest: null, latest: null };
    const now = '2024-05-16T00:00:00Z';
    expect(held(bare, { published: '2024-05-15', fetchedAt: null }, now)).toBe(true);
    expect(held(bare, { published: 'XXXX-05-15', fetchedAt: null }, now)).toBe(true);
    expect(held(bare, { published: null, fetchedAt: '2024-05-15T20:00:00Z' }, now)).toBe(true);
    expect(held(bare, undated, now)).toBe(false);
  });

  it('holds a plan for a day to come, however early the page was fetched', () => {
    const plan = { ...report, date: '2024-09-01', latest: '2024-09-01' };
    expect(held(plan, { published: null, fetchedAt: '2024-05-15T20:00:00Z' }, '2024-08-01T00:00:00Z')).toBe(
      true,
    );
  });

  it('shows shelters and hospitals at admin-2 whatever their age', () => {
    const out = coarsenReport({ ...report, place: { ...place, sensitive: true } }, false);
    expect(out.place).toMatchObject({ name: 'Tabqa', lat: null, admin2: 'Tabqa' });
  });

  it('takes a longer hold and refuses a shorter one', () => {
    expect(recencyRule({ incidentHours: 100 }).incidentHours).toBe(100);
    expect(recencyRule({ incidentHours: 1, movementHours: 1 })).toEqual({
      incidentHours: 72,
      movementHours: 720,
    });
  });
});
