import type { Span } from '../doc/index.ts';
import { km } from './core/distance.ts';
import { pairGreedily } from './core/greedy.ts';

export interface Toponym extends Span {
  readonly text?: string;
  /** Degrees; `null` = named but not located. */
  readonly lat?: number | null;
  readonly lon?: number | null;
  /** False for demonyms and metonyms where a set tells them apart. */
  readonly literal?: boolean;
}

export interface GeoGold {
  readonly id: string;
  readonly text: string;
  readonly toponyms: readonly Toponym[];
}

export interface GeoPrediction {
  readonly id: string;
  readonly toponyms?: readonly Toponym[];
}

export interface GeoOptions {
  /** Any overlap counts as found, instead of the exact span. */
  readonly overlap?: boolean;
  /** Only literal places are wanted. */
  readonly literal?: boolean;
  /** Only located places are wanted. */
  readonly located?: boolean;
}

export interface GeoError {
  readonly kind: 'resolve' | 'missed' | 'spurious';
  readonly id: string;
  readonly text: string | undefined;
  readonly km?: number;
}

/** What an unresolved place counts as: half the Earth's circumference. */
const FARTHEST_KM = 20039;
/** 100 miles, the field's customary limit. */
const CITY_KM = 161;
const TOWN_KM = 25;

interface Sums {
  gold: number;
  pred: number;
  found: number;
  located: number;
  /** Kilometres of every found and located place, unresolved ones included. */
  readonly distances: number[];
  readonly resolved: number[];
  readonly errors: GeoError[];
}

const isLocated = (place: Toponym) => place.lat !== null && place.lat !== undefined;

function touches(a: Span, b: Span): boolean {
  return Math.min(a.end, b.end) > Math.max(a.start, b.start);
}

/** Recognition of place names, and how far off they are put; an unresolved match counts as 20,039 km. */
export function scoreGeo(
  gold: readonly GeoGold[],
  predicted: readonly GeoPrediction[],
  options: GeoOptions = {},
) {
  const predictions = new Map(predicted.map((row) => [row.id, row]));
  const sums: Sums = { gold: 0, pred: 0, found: 0, located: 0, distances: [], resolved: [], errors: [] };
  for (const row of gold) scorePage(row, predictions.get(row.id)?.toponyms ?? [], options, sums);
  const near = sums.distances.filter((distance) => distance <= CITY_KM).length;
  return {
    docs: gold.length,
    gold: sums.gold,
    pred: sums.pred,
    recognition: {
      p: sums.pred ? sums.found / sums.pred : 0,
      r: sums.gold ? sums.found / sums.gold : 0,
      f1: sums.gold + sums.pred ? (2 * sums.found) / (sums.gold + sums.pred) : 0,
    },
    resolution: distribution(sums.distances),
    resolvedOnly: distribution(sums.resolved),
    endToEnd161: sums.located ? near / sums.located : 0,
    goldLocated: sums.located,
    errors: sums.errors,
  };
}

function scorePage(row: GeoGold, given: readonly Toponym[], options: GeoOptions, sums: Sums): void {
  const counts = (place: Toponym) =>
    (!options.literal || place.literal !== false) && (!options.located || isLocated(place));
  const wanted = row.toponyms.filter(counts);
  const unscored = row.toponyms.filter((place) => !counts(place));
  const pairs = pairGreedily(wanted, given, (a, b) =>
    options.overlap ? touches(a, b) : a.start === b.start && a.end === b.end,
  );
  const matched = new Set(pairs.map(([, j]) => j));
  // What touches a place that is not scored is neither right nor wrong.
  const spurious = given.filter(
    (place, j) => !matched.has(j) && !unscored.some((other) => touches(other, place)),
  );
  sums.gold += wanted.length;
  sums.pred += pairs.length + spurious.length;
  sums.found += pairs.length;
  sums.located += wanted.filter(isLocated).length;
  for (const [i, j] of pairs) resolve(row.id, wanted[i], given[j], sums);
  noteErrors(row, wanted, new Set(pairs.map(([i]) => i)), spurious, sums);
}

function resolve(id: string, wanted: Toponym | undefined, given: Toponym | undefined, sums: Sums): void {
  if (!wanted || !given || !isLocated(wanted)) return;
  const distance = isLocated(given) ? km(point(wanted), point(given)) : FARTHEST_KM;
  sums.distances.push(distance);
  if (isLocated(given)) sums.resolved.push(distance);
  if (distance > CITY_KM)
    sums.errors.push({ kind: 'resolve', id, text: wanted.text, km: Math.round(distance) });
}

const point = (place: Toponym) => ({ lat: place.lat ?? 0, lon: place.lon ?? 0 });

function noteErrors(
  { id, text }: GeoGold,
  wanted: readonly Toponym[],
  found: ReadonlySet<number>,
  spurious: readonly Toponym[],
  { errors }: Sums,
): void {
  wanted.forEach((place, i) => {
    if (!found.has(i)) errors.push({ kind: 'missed', id, text: place.text });
  });
  for (const place of spurious)
    errors.push({ kind: 'spurious', id, text: place.text ?? text.slice(place.start, place.end) });
}

/** Mean, median and shares of distances, and the area under ln(1 + km) over its maximum (lower is better). */
function distribution(distances: readonly number[]) {
  const n = distances.length;
  if (n === 0) return null;
  const sorted = [...distances].sort((a, b) => a - b);
  const at = (i: number) => sorted[i] ?? 0;
  const logs = distances.reduce((sum, distance) => sum + Math.log(1 + distance), 0);
  return {
    n,
    acc161: distances.filter((distance) => distance <= CITY_KM).length / n,
    acc25: distances.filter((distance) => distance <= TOWN_KM).length / n,
    mean: distances.reduce((sum, distance) => sum + distance, 0) / n,
    median: n % 2 ? at((n - 1) / 2) : (at(n / 2 - 1) + at(n / 2)) / 2,
    p90: at(Math.min(n - 1, Math.floor(0.9 * n))),
    auc: logs / n / Math.log(FARTHEST_KM + 1),
  };
}
