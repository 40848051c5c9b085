import type { Place } from '../../doc/index.ts';
import type { Site } from './families.ts';
import { distanceKm, midpoint } from './geo.ts';
import { fieldsOf } from './place.ts';

/** Beyond this the middle of two towns says no more than their region. */
const REGION_KM = 100;
/** Words that may stand between the two names: "and", "and the town of". */
const MAX_BETWEEN = 4;

/** "between A and B": the middle of the two, the line between them, half their distance as radius. */
export function between(site: Site): Place | null {
  const { named, at, words, from, vocabulary, text } = site;
  const a = named[at]!;
  const b = named[at + 1];
  if (!b?.chosen || b.chosen.entry.lat === null || !joins(site, b.start)) return null;
  let i = from - 1;
  for (let n = 0; n < MAX_BETWEEN && i >= 0 && !vocabulary.between.has(words[i]!.fold); n++) i--;
  if (i < 0 || !vocabulary.between.has(words[i]!.fold) || words[i]!.sentence !== words[from]?.sentence)
    return null;
  const p = { lat: a.chosen!.entry.lat!, lon: a.chosen!.entry.lon! };
  const q = { lat: b.chosen.entry.lat, lon: b.chosen.entry.lon! };
  const km = distanceKm(p, q);
  const start = words[i]!.start;
  return {
    ...fieldsOf(a.chosen!.entry),
    start,
    end: b.end,
    text: text.slice(start, b.end),
    name: `between ${a.chosen!.entry.name} and ${b.chosen.entry.name}`,
    ...midpoint(p, q),
    shape: {
      type: 'LineString',
      coordinates: [
        [p.lon, p.lat],
        [q.lon, q.lat],
      ],
    },
    admin1: a.chosen!.entry.admin1 === b.chosen.entry.admin1 ? a.chosen!.entry.admin1 : null,
    admin2: null,
    geonameId: null,
    ucdpPrecision: km > REGION_KM ? 5 : 2,
    acledPrecision: km > REGION_KM ? 3 : 2,
    radiusKm: Math.round(km / 2),
    role: 'mentioned',
    rule: 'between',
    reason: `the middle of two places ${Math.round(km)} km apart`,
  };
}

/** Only "and" and fillers stand between the two names. */
function joins({ words, to, vocabulary }: Site, end: number): boolean {
  let and = false;
  for (let i = to; i < words.length && words[i]!.start < end; i++) {
    const { fold } = words[i]!;
    if (vocabulary.and.has(fold)) and = true;
    else if (!vocabulary.of.has(fold) && !vocabulary.heads.has(fold)) return false;
  }
  return and;
}
