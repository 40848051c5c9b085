import { km, type Point } from '../core/distance.ts';
import { sameName } from '../core/name-match.ts';
import { nameParts } from './aliases.ts';
import type { GivenPlace } from './given.ts';
import type { GoldPlace } from './gold.ts';

/** How far a point may be off and still be the place, in kilometres: the gold's own ± 5 km and a town's hinterland. */
export const NEAR_KM = 25;

interface WantedPlace {
  readonly place: string;
  readonly lat?: number | null;
  readonly lon?: number | null;
}

/** Whether a place is the gold's: by any of its names, or within 25 km. */
export function placeRight(
  known: readonly GoldPlace[],
  gold: WantedPlace,
  given: GivenPlace | null | undefined,
): boolean {
  if (!given) return false;
  const named = known.filter((place) => sameName(place.canonical, gold.place));
  const names = [gold.place, ...nameParts(gold.place), ...named.flatMap(namesOfPlace)];
  if (names.some((name) => sameName(name, given.name))) return true;
  return isPoint(gold) && isPoint(given) && km(gold, given) <= NEAR_KM;
}

function namesOfPlace(place: GoldPlace): string[] {
  return [...nameParts(place.canonical), ...place.mentions.map((mention) => mention.text)];
}

/** Whether both coordinates are given. */
export function isPoint<T extends { lat?: number | null; lon?: number | null }>(
  place: T,
): place is T & Point {
  return place.lat !== null && place.lat !== undefined;
}
