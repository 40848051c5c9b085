import type { Shape } from '../../doc/index.ts';

/** A point in degrees, WGS 84. */
export interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Mean radius of the Earth in kilometres (IUGG). */
const EARTH_KM = 6371.009;
const RAD = Math.PI / 180;

/** Great-circle distance in kilometres (haversine). */
export function distanceKm(a: Point, b: Point): number {
  const x =
    Math.sin(((b.lat - a.lat) * RAD) / 2) ** 2 +
    Math.cos(a.lat * RAD) * Math.cos(b.lat * RAD) * Math.sin(((b.lon - a.lon) * RAD) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(x)));
}

/** The point `km` away in the direction `bearing` (degrees from north, clockwise). */
export function destination(from: Point, bearing: number, km: number): Point {
  const d = km / EARTH_KM;
  const lat = Math.asin(
    Math.sin(from.lat * RAD) * Math.cos(d) + Math.cos(from.lat * RAD) * Math.sin(d) * Math.cos(bearing * RAD),
  );
  const lon =
    from.lon * RAD +
    Math.atan2(
      Math.sin(bearing * RAD) * Math.sin(d) * Math.cos(from.lat * RAD),
      Math.cos(d) - Math.sin(from.lat * RAD) * Math.sin(lat),
    );
  return { lat: round(lat / RAD), lon: round(((lon / RAD + 540) % 360) - 180) };
}

/** The point half-way between two. Good for the distances inside one country. */
export function midpoint(a: Point, b: Point): Point {
  return { lat: round((a.lat + b.lat) / 2), lon: round((a.lon + b.lon) / 2) };
}

/** Sides of the polygon that stands for a circle. */
const SIDES = 24;

/** A circle as a polygon. */
export function circle(centre: Point, km: number): Shape {
  const ring = Array.from({ length: SIDES + 1 }, (_, i) => {
    const p = destination(centre, ((i % SIDES) * 360) / SIDES, km);
    return [p.lon, p.lat];
  });
  return { type: 'Polygon', coordinates: [ring] };
}

/** A sector of 90 degrees about a bearing, as a polygon. */
export function sector(centre: Point, bearing: number, km: number): Shape {
  const arc = [-45, -22.5, 0, 22.5, 45]
    .map((a) => destination(centre, bearing + a, km))
    .map((p) => [p.lon, p.lat]);
  const tip = [centre.lon, centre.lat];
  return { type: 'Polygon', coordinates: [[tip, ...arc, tip]] };
}

function round(degrees: number): number {
  return Math.round(degrees * 1e4) / 1e4;
}
