/** Records of Who's On First: GeoJSON features whose properties are named as https://whosonfirst.org/docs/ names them. */
import { z } from 'zod';
import type { PlaceClass } from './format.ts';
import { countryFault, nameFault, type PlaceCodes, type Placed, pointFault, radiusOf } from './geonames.ts';
import type { Row } from './rows.ts';

/** Its own licence names the sources, of which each has its own. */
export const WOF_LICENCE = "Who's On First, see https://whosonfirst.org/docs/licenses/";

const PLACE_TYPES: Readonly<Record<string, Exclude<PlaceClass, 'country'>>> = {
  macroregion: 'admin1',
  region: 'admin1',
  macrocounty: 'admin2',
  county: 'admin2',
  localadmin: 'city',
  locality: 'city',
  borough: 'feature',
  macrohood: 'feature',
  neighbourhood: 'feature',
  microhood: 'feature',
  campus: 'feature',
};

const Feature = z.object({
  type: z.literal('Feature'),
  properties: z.record(z.string(), z.unknown()),
});

/** What the kind of a place is called in our own supplement. */
const FEATURE_CODE: Readonly<Record<string, string>> = { campus: 'site' };
const NEIGHBOURHOOD_KM = 1.5;

/** A place of one record. Left out (`null`): countries, kinds of place that we do not keep, and records no longer current. */
export function whosOnFirstRow(feature: unknown, codes: PlaceCodes): Placed {
  const parsed = Feature.safeParse(feature);
  if (!parsed.success) return "is no GeoJSON feature with properties: give a record of Who's On First";
  const p = parsed.data.properties;
  if (p['wof:placetype'] === undefined) return 'has no "wof:placetype": give a record of Who\'s On First';
  const type = String(p['wof:placetype']);
  if (!Object.hasOwn(PLACE_TYPES, type) || isPast(p)) return null;
  const country = String(p['wof:country'] ?? '');
  const [lat, lon] = [
    numberOf(p['lbl:latitude'] ?? p['geom:latitude']),
    numberOf(p['lbl:longitude'] ?? p['geom:longitude']),
  ];
  const fault = nameFault(p['wof:name']) ?? pointFault(lat, lon) ?? countryFault(country, codes);
  return fault ?? placeOf(p, type, { lat: Number(lat), lon: Number(lon) });
}

/** A record whose properties are sound as a place. */
function placeOf(p: Properties, type: string, point: { readonly lat: number; readonly lon: number }): Row {
  const placeClass = PLACE_TYPES[type]!;
  const population = peopleOf(p);
  const [name = '', ...others] = namesOf(p);
  return {
    name,
    formal: String(p['wof:name']),
    others,
    ...point,
    radiusKm: radiusOf(placeClass, population, NEIGHBOURHOOD_KM),
    population,
    geonameId: geonameIdOf(p),
    country: String(p['wof:country'] ?? ''),
    admin1: placeClass === 'admin1' ? name : '',
    admin2: placeClass === 'admin2' ? name : '',
    featureCode: placeClass === 'feature' ? (FEATURE_CODE[type] ?? 'neighbourhood') : type,
    placeClass,
    sensitive: false,
    line: null,
  };
}

type Properties = Readonly<Record<string, unknown>>;

const numberOf = (value: unknown): number | string =>
  typeof value === 'number' ? value : String(value ?? '');

function isPast(p: Properties): boolean {
  const over = (value: unknown): boolean => typeof value === 'string' && /^\d{4}/.test(value);
  const by = p['wof:superseded_by'];
  return (
    p['mz:is_current'] === 0 ||
    over(p['edtf:deprecated']) ||
    over(p['edtf:cessation']) ||
    (Array.isArray(by) && by.length > 0)
  );
}

/** Usual English name first, then all others in scripts that the gazetteer looks up. */
function namesOf(p: Properties): readonly string[] {
  const list = (key: string): readonly string[] =>
    Array.isArray(p[key]) ? (p[key] as unknown[]).filter((n): n is string => nameFault(n) === null) : [];
  const other = Object.keys(p).filter((key) =>
    /^name:[a-z]{3}_x_(?:preferred|variant|colloquial)$/.test(key),
  );
  return [
    ...new Set([
      ...list('name:eng_x_preferred').slice(0, 1),
      String(p['wof:name']),
      ...other.sort().flatMap(list),
    ]),
  ];
}

function peopleOf(p: Properties): number {
  const people = Number(p['wof:population'] ?? p['gn:population'] ?? 0);
  return Number.isSafeInteger(people) && people > 0 ? Math.min(people, MAX_COUNT) : 0;
}

function geonameIdOf(p: Properties): number {
  const known = p['wof:concordances'];
  const id = typeof known === 'object' && known !== null ? Number((known as Properties)['gn:id'] ?? 0) : 0;
  return Number.isSafeInteger(id) && id > 0 && id <= MAX_COUNT ? id : 0;
}
/** What a column of the compiled gazetteer holds. */
const MAX_COUNT = 0xffff_ffff;
