import { describe, expect, it } from 'vitest';
import type { IncidentKey, Report } from '../doc/index.ts';
import { corroborate } from './index.ts';
import { DAY, FAR, HALWAN, lexicon, report } from './testing.ts';

describe('keys', () => {
  const at = { place: HALWAN, day: DAY };
  const [a, b, c] = ['d-1#a1', 'd-2#a1', 'd-3#a1'].map((k) => report(k, 0, at)) as [Report, Report, Report];
  const keyed = (reports: readonly Report[], keys: readonly IncidentKey[] = []) =>
    corroborate({ articles: [], claims: [], families: [], passages: [], keys, reports }, lexicon());

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
