import { distanceKm, type Point } from './geo.ts';

/** A course, [longitude, latitude] each. */
export type Course = readonly (readonly [number, number])[];

/** The part of a course between the points of it nearest to two places, and its middle; `null` when both are one point. */
export function clip(course: Course, a: Point, b: Point): { line: Course; middle: Point } | null {
  const fine = densified(course);
  const [from, to] = [nearest(fine, a), nearest(fine, b)].sort((x, y) => x - y) as [number, number];
  if (from === to) return null;
  const [lon, lat] = fine[Math.round((from + to) / 2)]!;
  return { line: fine.slice(from, to + 1), middle: { lat: round(lat), lon: round(lon) } };
}

/** Points put on each stretch of a rough course, so that a town between two of its corners has one near. */
const STEPS = 12;

function densified(course: Course): [number, number][] {
  const out: [number, number][] = [];
  for (let i = 0; i + 1 < course.length; i++) {
    const [[x, y], [u, v]] = [course[i]!, course[i + 1]!];
    for (let s = 0; s < STEPS; s++)
      out.push([round(x + ((u - x) * s) / STEPS), round(y + ((v - y) * s) / STEPS)]);
  }
  const last = course.at(-1);
  return last ? [...out, [last[0], last[1]]] : out;
}

function nearest(course: Course, to: Point): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  course.forEach(([lon, lat], i) => {
    const km = distanceKm({ lat, lon }, to);
    if (km < least) {
      least = km;
      best = i;
    }
  });
  return best;
}

const round = (degrees: number): number => Math.round(degrees * 1e4) / 1e4;
