import type { Place } from '../../doc/index.ts';
import type { GazetteerEntry } from '../../lexicon/index.ts';
import type { Named } from './named.ts';

/** UCDP GED `where_prec` by class: 1 exact, 2 near, 3 admin-2, 4 admin-1, 5 line or area, 6 country, 7 water or air. */
const UCDP = { city: 1, feature: 1, admin2: 3, admin1: 4, country: 6 } as const;
/** ACLED `geo_precision`: 1 town, 2 part of a region, 3 region. */
const ACLED = { city: 1, feature: 1, admin2: 3, admin1: 3, country: 3 } as const;
const WATER = new Set(['sea', 'river']);
const AREAL = new Set(['area', 'continent', 'highway']);

/** The record of a name and what was chosen for it. */
export function placeOf(named: Named): Place {
  const base = { start: named.start, end: named.end, text: named.text, role: named.role };
  if (!named.chosen)
    return { ...base, ...UNPLACED, rule: 'name', reason: named.reason || 'no such name in the gazetteer' };
  const { entry } = named.chosen;
  const borrowed = named.borrowed
    ? { name: named.label, geonameId: null, ucdpPrecision: 2, acledPrecision: 2, radiusKm: BORROWED_KM }
    : {};
  return {
    ...base,
    ...fieldsOf(entry),
    ...borrowed,
    ...(named.sensitive ? { sensitive: true } : {}),
    rule: named.borrowed ? 'named-after' : entry.class,
    reason: named.reason,
  };
}

/** A feature named after a town lies in or near it. */
const BORROWED_KM = 15;

export const UNPLACED = {
  name: null,
  lat: null,
  lon: null,
  shape: null,
  country: null,
  admin1: null,
  admin2: null,
  geonameId: null,
  ucdpPrecision: null,
  acledPrecision: null,
  radiusKm: null,
  sensitive: false,
} as const;

/** The fields of a place that come from the gazetteer. */
export function fieldsOf(
  entry: GazetteerEntry,
): Omit<Place, 'start' | 'end' | 'text' | 'role' | 'rule' | 'reason'> {
  const shape = entry.line ? { type: 'LineString' as const, coordinates: entry.line } : null;
  return {
    name: entry.name,
    lat: entry.lat,
    lon: entry.lon,
    shape,
    country: entry.country,
    admin1: entry.admin1,
    admin2: entry.admin2,
    geonameId: entry.geonameId,
    ucdpPrecision: WATER.has(entry.featureCode) ? 7 : AREAL.has(entry.featureCode) ? 5 : UCDP[entry.class],
    acledPrecision: AREAL.has(entry.featureCode) ? 3 : ACLED[entry.class],
    radiusKm: entry.radiusKm,
    sensitive: entry.sensitive,
  };
}
