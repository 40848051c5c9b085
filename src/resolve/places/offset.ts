import type { Place } from '../../doc/index.ts';
import { type Site, skipFillers } from './families.ts';
import { circle, destination } from './geo.ts';
import { fieldsOf } from './place.ts';

/** Point-radius practice (MaNIS, GEOLocate): the error grows with the distance, less so when a direction is given. */
const DIRECTED_ERROR = 0.15;
const MIN_ERROR_KM = 5;
/** Beyond a day's drive the number measures something else. */
const MAX_KM = 1000;

/** "N km north of X" (a point that far off) and "within N km of X" (a circle about X). */
export function offset(site: Site): Place | null {
  const { words, vocabulary, named, at, text } = site;
  let i = skipFillers(site);
  const bearing = i >= 0 ? vocabulary.directions.get(words[i]!.fold) : undefined;
  if (bearing !== undefined) i = skipFillers(site, i - 1);
  const unit = i > 0 ? vocabulary.lengths.get(words[i]!.fold) : undefined;
  const number = unit === undefined ? Number.NaN : Number(words[i - 1]!.fold.replace(/,/g, ''));
  const km = number * (unit ?? 0);
  if (!(km > 0) || km > MAX_KM) return null;
  let first = i - 1;
  const within = first > 0 && vocabulary.within.has(words[skipThe(site, first - 1)]?.fold ?? '');
  if (within) first = skipThe(site, first - 1);
  const name = named[at]!;
  const { entry } = name.chosen!;
  const centre = { lat: entry.lat!, lon: entry.lon! };
  const error = bearing === undefined ? km : Math.max(MIN_ERROR_KM, DIRECTED_ERROR * km);
  const point = bearing === undefined ? centre : destination(centre, bearing, km);
  const start = words[first]!.start;
  return {
    ...fieldsOf(entry),
    start,
    end: name.end,
    text: text.slice(start, name.end),
    name: `${text.slice(start, name.start).trim()} ${entry.name}`,
    ...point,
    shape: circle(point, error),
    admin2: null,
    geonameId: null,
    ucdpPrecision: 2,
    acledPrecision: 2,
    radiusKm: Math.round(error),
    role: 'mentioned',
    rule: within ? 'within-distance' : bearing === undefined ? 'distance' : 'distance-direction',
    reason:
      bearing === undefined
        ? `somewhere within ${km} km of ${entry.name}`
        : `${km} km from ${entry.name}, give or take ${Math.round(error)} km`,
  };
}

function skipThe({ words, vocabulary }: Site, index: number): number {
  return index > 0 && vocabulary.of.has(words[index]!.fold) ? index - 1 : index;
}
