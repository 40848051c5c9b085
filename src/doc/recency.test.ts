import { describe, expect, it } from 'vitest';
import type { PlaceRecord, Report } from './index.ts';
import { coarsenReport, recencyRule } from './recency.ts';

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
const undated = { publishedLatest: null, fetchedAt: null };

describe('the recency rule', () => {
  it('holds a fresh report at admin-1 and the ISO week', () => {
    const out = coarsenReport(report, undated, false, new Date('2024-05-17T12:00:00Z'));
    expect(out.coarsened).toBe(true);
    expect(out.place).toMatchObject({ name: 'Raqqa', lat: null, lon: null, admin2: null, shape: null });
    expect(out.date).toBe('2024-05-13/2024-05-19');
    expect(out.dateEvidence).toBeNull();
  });

  it('lets a report go when it is older than 72 hours', () => {
    expect(coarsenReport(report, undated, false, new Date('2024-05-19T00:00:00Z'))).toEqual(report);
  });

  it('holds movements for 30 days', () => {
    expect(coarsenReport(report, undated, true, new Date('2024-06-10T00:00:00Z')).coarsened).toBe(true);
    expect(coarsenReport(report, undated, true, new Date('2024-06-16T00:00:00Z')).coarsened).toBe(false);
  });

  it('judges an undated report by its article, else by its fetch, else not at all', () => {
    const bare = { ...report, date: null, earliest: null, latest: null };
    const now = new Date('2024-05-16T00:00:00Z');
    expect(
      coarsenReport(bare, { publishedLatest: '2024-05-15', fetchedAt: null }, false, now).coarsened,
    ).toBe(true);
    expect(
      coarsenReport(bare, { publishedLatest: null, fetchedAt: '2024-05-15T20:00:00Z' }, false, now).coarsened,
    ).toBe(true);
    expect(coarsenReport(bare, undated, false, now).coarsened).toBe(false);
  });

  it('holds a plan for a day to come, however early the page was fetched', () => {
    const plan = { ...report, latest: '2024-09-01', earliest: '2024-09-01', status: 'planned' as const };
    const fetched = { publishedLatest: null, fetchedAt: '2024-05-15T20:00:00Z' };
    expect(coarsenReport(plan, fetched, false, new Date('2024-08-01T00:00:00Z')).coarsened).toBe(true);
  });

  it('shows shelters and hospitals at admin-2 whatever their age', () => {
    const out = coarsenReport(
      { ...report, place: { ...place, sensitive: true } },
      undated,
      false,
      new Date('2030-01-01'),
    );
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
