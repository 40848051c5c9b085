import { type EventDraft, type Place, type Span, within } from '../doc/index.ts';

/** UCDP `where_prec` from which a place is a country or wider. */
export const COUNTRY_PRECISION = 6;
/** UCDP `where_prec` from which a place is a first-order division or wider. */
const DIVISION_PRECISION = 4;
/** Longest stretch between a place and the one that holds it: ", in the", "in eastern". */
const HELD_GAP = 16;

export const isWide = (place: Place): boolean => (place.ucdpPrecision ?? 0) >= COUNTRY_PRECISION;

/** Whether a place says less of where something happened than any point would: a country, or a border without a course. */
export const isVague = (place: Place): boolean =>
  isWide(place) || (place.rule === 'border' && place.lat === null);

/** Whether the first place can lie in the second: finer, and in no other country or division. */
export function liesIn(inner: Place, outer: Place): boolean {
  if ((inner.ucdpPrecision ?? 1) >= (outer.ucdpPrecision ?? 1)) return false;
  if (outer.rule === 'part' || outer.country === null || inner.country !== outer.country) return false;
  return isWide(outer) || inner.admin1 === null || inner.admin1 === outer.admin1;
}

/** "the X field in Y province": what stands right before a division or a country that holds it is where it happened. */
export function finer(best: number, indices: readonly number[], places: readonly Place[]): number {
  const outer = places[best]!;
  if ((outer.ucdpPrecision ?? 0) < DIVISION_PRECISION) return best;
  const inner = indices.filter((i) => {
    const place = places[i]!;
    const gap = outer.start - place.end;
    return isLiteral(place) && gap >= 0 && gap <= HELD_GAP && liesIn(place, outer);
  });
  return inner.at(-1) ?? best;
}

export const isLiteral = ({ role }: Place): boolean => role === 'mentioned' || role === 'event';

/**
 * The one country that a sentence without a place speaks of, by an adjective or its government, apart from those who act:
 * "plunders Syrian oil". `null` when it names none or several.
 */
export function onlyCountry(
  draft: EventDraft,
  indices: readonly number[],
  layers: { readonly text: string; readonly places: readonly Place[] },
): number | null {
  const { places, text } = layers;
  const actors: readonly Span[] = draft.actor.flatMap((p) => p.spans);
  const fits = indices.filter((i) => {
    const place = places[i]!;
    const named = place.role === 'demonym' || place.role === 'metonym';
    // "US-backed" tells of backers, not of a place.
    const part = text[place.end] === '-' || text[place.end] === '‑';
    return named && !part && isWide(place) && !actors.some((a) => within(place, a));
  });
  const countries = new Set(fits.map((i) => places[i]!.country));
  return countries.size === 1 ? fits[0]! : null;
}
