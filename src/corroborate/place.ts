import type { PlaceRecord } from '../doc/index.ts';
import { keysOf } from '../lexicon/dictionary.ts';

/** How two places lie to each other; `unknown` when one is missing or no finer than a country. */
export type PlaceFit = 'near' | 'within' | 'apart' | 'unknown';

/** UCDP `where_prec` from which a place is an area: 3 district, 4 province, 5 vague, 6 country. */
const AREA = 3;
const COUNTRY = 6;
const EARTH_KM = 6371;

/** Compares two places by name, distance and containment, as finely as the coarser of them allows. */
export function comparePlaces(a: PlaceRecord | null, b: PlaceRecord | null, km: number): PlaceFit {
  if (!a || !b) return 'unknown';
  if (!located(a) || !located(b)) return compareWords(a, b);
  if (a.country && b.country && a.country !== b.country) return abroad(a, b, km);
  if (precision(a) >= COUNTRY || precision(b) >= COUNTRY) return 'unknown';
  if (sameName(a, b)) return 'near';
  if (isArea(a) || isArea(b)) return compareAreas(a, b, km);
  const apart = distanceKm(a, b);
  if (apart === null) return 'unknown';
  if (apart <= km + (a.radiusKm ?? 0) + (b.radiusKm ?? 0)) return 'near';
  return relativeTo(a, b) || relativeTo(b, a) ? 'within' : 'apart';
}

/** Borders run through the middle of some fights: two exact places near each other stay near. */
function abroad(a: PlaceRecord, b: PlaceRecord, km: number): PlaceFit {
  const apart = !isArea(a) && !isArea(b) ? distanceKm(a, b) : null;
  return apart !== null && apart <= km ? 'near' : 'apart';
}

/** Whether the place was settled: it has coordinates or an area, or is named after a coarser one. */
const located = (p: PlaceRecord): boolean => p.name !== null || p.lat !== null;

/** A name that no gazetteer settles is compared by its words, and excludes nothing. */
function compareWords(a: PlaceRecord, b: PlaceRecord): PlaceFit {
  const fine = [a, b].every((p) => !located(p) || precision(p) < COUNTRY);
  return fine && (named(a, b) || named(b, a)) ? 'near' : 'unknown';
}

/** Whether all words of one name stand in the other ("Halwan", "near Halwan"). */
function named(a: PlaceRecord, b: PlaceRecord): boolean {
  const words = new Set(keysOf(b.evidence.exact));
  const own = keysOf(a.evidence.exact);
  return own.length > 0 && own.every((w) => words.has(w));
}

function compareAreas(a: PlaceRecord, b: PlaceRecord, km: number): PlaceFit {
  if (a.admin2 && b.admin2) return a.admin2 === b.admin2 ? 'within' : 'apart';
  if (a.admin1 && b.admin1) return a.admin1 === b.admin1 ? 'within' : 'apart';
  const apart = distanceKm(a, b);
  if (apart === null) return 'unknown';
  return apart <= km + Math.max(a.radiusKm ?? 0, b.radiusKm ?? 0) ? 'within' : 'apart';
}

/** Words that a distance from a town puts before its name: "35 km east of Halwan" may be told as "Halwan". */
function relativeTo(a: PlaceRecord, b: PlaceRecord): boolean {
  return a.geonameId === null && b.geonameId !== null && named(b, a);
}

/** Whether a place is a district or larger rather than a point. */
export function isArea(p: PlaceRecord): boolean {
  return precision(p) >= AREA;
}

/** UCDP precision; a place without one is taken for a town when it has coordinates, for a country when it has none. */
function precision(p: PlaceRecord): number {
  return p.ucdpPrecision ?? (p.lat === null ? COUNTRY : 1);
}

function sameName(a: PlaceRecord, b: PlaceRecord): boolean {
  if (a.geonameId !== null && b.geonameId !== null) return a.geonameId === b.geonameId;
  return a.name !== null && a.name === b.name && a.admin1 === b.admin1;
}

/** Great-circle distance in kilometres; `null` when one has no coordinates. */
export function distanceKm(a: PlaceRecord, b: PlaceRecord): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null;
  const rad = Math.PI / 180;
  const [x, y] = [a.lat * rad, b.lat * rad];
  const h =
    Math.sin((y - x) / 2) ** 2 + Math.cos(x) * Math.cos(y) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
