/** Degrees, WGS 84. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

const EARTH_DIAMETER_KM = 12742; // mean diameter (IUGG)

/** Great-circle distance in kilometres (haversine). */
export function km(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const north = Math.sin(((b.lat - a.lat) * radians) / 2) ** 2;
  const east = Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
  const x = north + Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * east;
  return EARTH_DIAMETER_KM * Math.asin(Math.min(1, Math.sqrt(x)));
}
