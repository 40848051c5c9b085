/**
 * Rows of GeoNames country dumps ("SY.txt", "allCountries.txt"): 19 columns apart by tabs, as the readme of
 * https://download.geonames.org/export/dump/ names them.
 */

import type { PlaceClass } from './format.ts';
import { cityRadius, isUsable, plainName, RADIUS, type Row, SKIPPED_CODES } from './rows.ts';

/** Codes that a row's columns are checked and read with. */
export interface PlaceCodes {
  /** ISO 3166-1 alpha-2. */
  readonly countries: ReadonlySet<string>;
  /** Name of a first-order division by "SY.12". */
  readonly admin1: ReadonlyMap<string, string>;
}

/** What became of a record: a place, a reason why it is set aside, or `null` for what a gazetteer of ours leaves out. */
export type Placed = Row | string | null;

/** The licence that every dump of GeoNames is under. */
export const GEONAMES_LICENCE = 'GeoNames (www.geonames.org), CC BY 4.0';

const COLUMNS = 19;
/** Hospitals, clinics and camps of refugees: what the display rule keeps from being pointed at. */
const SENSITIVE = /^(?:HSP[CDL]?|CTRM|CMPRF|ASYL)$/;
/** Extent of a feature whose source gives none, in kilometres. */
const FEATURE_KM = 3;

/** A place of one line of a dump. Countries are left out, which our own gazetteer holds; so are places that are no more. */
export function geonamesRow(line: string, codes: PlaceCodes): Placed {
  const c = line.split('\t');
  if (c.length !== COLUMNS)
    return `has ${c.length} columns, a line of GeoNames has ${COLUMNS}: give a country dump such as SY.txt`;
  const [id, name, , , , , group, code, country] = c;
  const fault = idFault(id!) ?? pointFault(c[4]!, c[5]!) ?? countryFault(country!, codes) ?? nameFault(name!);
  if (fault !== null) return fault;
  if (!/^\d*$/.test(c[14]!)) return `"${c[14]}" is no number of people: digits only`;
  const placeClass = classOf(group!, code!);
  if (placeClass === null || SKIPPED_CODES.has(code!)) return null;
  return placeOf(c, placeClass, codes);
}

/** A line whose columns are sound as a place. */
function placeOf(c: readonly string[], placeClass: Exclude<PlaceClass, 'country'>, codes: PlaceCodes): Row {
  const [id, name, ascii, others, , , , code, country, , division] = c;
  const main = plainName(name!, ascii || name!, country!);
  const population = Number(c[14]);
  return {
    name: main,
    formal: name!,
    others: [name!, ascii!, ...others!.split(',')].filter(
      (n) => n !== '' && n !== main && (n === name || n === ascii || isUsable(n)),
    ),
    lat: Number(c[4]),
    lon: Number(c[5]),
    radiusKm: radiusOf(placeClass, population, FEATURE_KM),
    population,
    geonameId: Number(id),
    country: country!,
    admin1: codes.admin1.get(`${country}.${division}`) ?? '',
    admin2: placeClass === 'admin2' ? main : '',
    featureCode: code!,
    placeClass,
    sensitive: SENSITIVE.test(code!),
    line: null,
  };
}

/** Extent of a place in kilometres, by its class and people. */
export function radiusOf(
  placeClass: Exclude<PlaceClass, 'country'>,
  population: number,
  featureKm: number,
): number {
  if (placeClass === 'city') return cityRadius(population);
  return placeClass === 'feature' ? featureKm : RADIUS[placeClass];
}

function classOf(group: string, code: string): Exclude<PlaceClass, 'country'> | null {
  if (group === 'P') return 'city';
  if (group !== 'A') return code === '' ? null : 'feature';
  if (code === 'ADM1') return 'admin1';
  return /^ADM[2-5]$/.test(code) ? 'admin2' : null;
}

/** Largest id that a column of the compiled gazetteer holds. */
const MAX_ID = 0xffff_ffff;

function idFault(id: string): string | null {
  return /^\d{1,10}$/.test(id) && Number(id) > 0 && Number(id) <= MAX_ID
    ? null
    : `"${id}" is no GeoNames id: a number`;
}

/** What is wrong with a point in degrees as text, `null` when nothing is. */
export function pointFault(lat: string | number, lon: string | number): string | null {
  const degrees = (v: string | number, most: number): boolean =>
    (typeof v === 'number' || /^-?\d+(?:\.\d+)?$/.test(v)) && Math.abs(Number(v)) <= most;
  if (!degrees(lat, 90)) return `the latitude "${lat}" is none: degrees from -90 to 90`;
  return degrees(lon, 180) ? null : `the longitude "${lon}" is none: degrees from -180 to 180`;
}

/** What is wrong with the code of a country, `null` when nothing is. */
export function countryFault(country: string, codes: PlaceCodes): string | null {
  return country === '' || codes.countries.has(country)
    ? null
    : `no country has the code "${country}": ISO 3166-1 alpha-2`;
}

/** What is wrong with a name, `null` when nothing is. */
export function nameFault(name: unknown): string | null {
  if (typeof name !== 'string' || name.trim() === '') return 'has no name';
  if (name.includes('\ufffd')) return 'is not UTF-8: save it as UTF-8';
  return name.length > MAX_NAME ? `has a name of ${name.length} characters` : null;
}
const MAX_NAME = 400;
