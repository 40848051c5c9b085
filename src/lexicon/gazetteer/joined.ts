import { type LexiconSource, sharedBuffer } from '../source.ts';
import {
  type Candidate,
  type Gazetteer,
  type GazetteerEntry,
  gazetteerFrom,
  type OpenGazetteer,
  searches,
} from './index.ts';

/** Where a source keeps the compiled places that a user added. */
export const OWN_PLACES = 'own/gazetteer/';

/** The gazetteer of a source: ours, and after it what the user added. */
export function gazetteerOf(source: LexiconSource): Gazetteer {
  const base = gazetteerFrom(sharedBuffer(source, 'shared/gazetteer'));
  const names = Object.keys(source.buffers).filter((n) => n.startsWith(OWN_PLACES));
  if (names.length === 0) return base;
  let rows = base.size;
  const own = names.sort().map((name) => {
    const opened = gazetteerFrom(source.buffers[name]!, rows);
    rows += opened.size;
    return opened;
  });
  return joinGazetteers(base, own);
}

/** One gazetteer of several: countries, capitals and demonyms are those of the first, and no place comes twice. */
export function joinGazetteers(base: OpenGazetteer, own: readonly OpenGazetteer[]): Gazetteer {
  const find = (key: string): readonly Candidate[] => {
    const added = own.flatMap((g) => g.find(key));
    return added.length === 0 ? base.find(key) : unite(base, base.find(key), added);
  };
  return {
    size: own.reduce((sum, g) => sum + g.size, base.size),
    has: (key) => base.has(key) || own.some((g) => g.has(key)),
    find,
    ...searches(find, base.demonym),
    demonym: base.demonym,
    country: base.country,
    isCapital: base.isCapital,
  };
}

/** Candidates of ours, then those added: a place that ours knows by its GeoNames id, or has on the spot, is ours. */
function unite(
  base: OpenGazetteer,
  known: readonly Candidate[],
  added: readonly Candidate[],
): readonly Candidate[] {
  const all = [...known];
  for (const { entry, alternate } of added) {
    const own = base.byGeonameId(entry.geonameId ?? 0) ?? entry;
    if (!all.some((c) => c.entry.row === own.row || isSame(c.entry, own)))
      all.push({ entry: own, alternate });
  }
  return all;
}

/** Points of one town in two gazetteers lie no further apart than this, or than the town is wide. */
const SAME_KM = 3;
const KM_PER_DEGREE = 111.2;

function isSame(a: GazetteerEntry, b: GazetteerEntry): boolean {
  if (a.class !== b.class || a.country !== b.country) return false;
  if (a.geonameId !== null && b.geonameId !== null) return a.geonameId === b.geonameId;
  // Divisions of one level and one name in one country are one.
  if (a.class === 'admin1' || a.lat === null || b.lat === null) return a.class === 'admin1';
  const north = (a.lat - b.lat) * KM_PER_DEGREE;
  const east = (a.lon! - b.lon!) * KM_PER_DEGREE * Math.cos((a.lat * Math.PI) / 180);
  return Math.hypot(north, east) <= Math.max(SAME_KM, Math.min(a.radiusKm, b.radiusKm));
}
