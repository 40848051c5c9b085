import { km } from '../core/distance.ts';
import { share, shareOf } from '../core/figures.ts';
import { iou } from '../core/overlap.ts';
import type { GivenPlace } from './given.ts';
import type { FileSpan, GoldPlace, RelativePlace, SeedsGold } from './gold.ts';
import type { System } from './locate.ts';
import { inFile, pairMentions } from './pair.ts';
import { isPoint, NEAR_KM, placeRight } from './place-right.ts';

/** Least share of the hull at which a relative place counts as found. */
const HALF = 0.5;

interface WantedMention extends FileSpan {
  readonly text: string;
  readonly place: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

/** Mentions with coordinates; country names and names that can stand for a government are not scored. */
function wantedMentions(places: readonly GoldPlace[]): WantedMention[] {
  return places
    .filter((place) => isPoint(place) && place.type !== 'country' && !place.metonym_possible)
    .flatMap(({ mentions, canonical, lat, lon }) =>
      mentions.map((m) => ({ ...m, place: canonical, lat, lon })),
    );
}

function isNear(wanted: GivenPlace, given: GivenPlace): boolean {
  return isPoint(wanted) && isPoint(given) && km(wanted, given) <= NEAR_KM;
}

/** Places found and put where they are; `null` when the system gave no such layer. */
export function scorePlaces(gold: SeedsGold, system: System) {
  if (!system.places) return null;
  const known = gold.places.places;
  const wanted = wantedMentions(known);
  const pairs = pairMentions(wanted, system.places);
  const named = pairs.filter(([mention, given]) => placeRight(known, { place: mention.place }, given));
  const near = pairs.filter(([mention, given]) => isNear(mention, given));
  const right = pairs.filter((pair) => named.includes(pair) || near.includes(pair));
  const wrong = pairs
    .filter((pair) => !right.includes(pair))
    .map(([mention, given]) => `${mention.text} (${mention.place}) ≠ ${given.name ?? 'none'}`);
  return {
    found: share(pairs.length, wanted.length),
    canonicalRightOfAll: share(named.length, wanted.length),
    within25kmOfAll: share(near.length, wanted.length),
    rightOfAll: share(right.length, wanted.length),
    rightOfFound: share(right.length, pairs.length),
    within25kmOfLocated: share(near.length, pairs.filter(([, given]) => isPoint(given)).length),
    relative: scoreRelative(gold, system.places),
    wrong: [...new Set(wrong)],
  };
}

/** Places by rule: found by extent; the point only where the gold computes one. */
function scoreRelative(gold: SeedsGold, given: NonNullable<System['places']>) {
  const rows = gold.places.relative.map((place) => ({
    point: goldPoint(place, gold.places.places),
    found: inFile(given, place.file).filter((mention) => iou(place, mention) >= HALF),
  }));
  return {
    found: shareOf(rows, (row) => row.found.length > 0),
    within25km: shareOf(
      rows.filter((row) => row.point !== null),
      (row) => row.found.some((mention) => row.point !== null && isNear(row.point, mention)),
    ),
  };
}

function goldPoint({ computed }: RelativePlace, known: readonly GoldPlace[]): GivenPlace | null {
  if (!computed) return null;
  if (isPoint(computed)) return computed;
  return computed.center ? (known.find((place) => place.canonical === computed.center) ?? null) : null;
}
