import { barekey, looseKeys, nameKey } from '../../lib/name-key.ts';
import type { PlaceClass } from './format.ts';
import type { Admin1Row, CountryRow, PreferredRow, TheatreRow } from './schema.ts';

/** A place on its way into the compiled gazetteer. */
export interface Row {
  /** As readers of English know it. */
  readonly name: string;
  /** As its source names it. */
  readonly formal: string;
  readonly others: readonly string[];
  lat: number;
  lon: number;
  readonly radiusKm: number;
  readonly population: number;
  readonly geonameId: number;
  readonly country: string;
  readonly admin1: string;
  readonly admin2: string;
  readonly featureCode: string;
  readonly placeClass: PlaceClass;
  readonly sensitive: boolean;
  readonly line: readonly (readonly [number, number])[] | null;
}

export interface Sources {
  readonly cities: string;
  readonly countries: readonly CountryRow[];
  readonly admin1: readonly Admin1Row[];
  readonly theatre: readonly TheatreRow[];
  readonly preferred: readonly PreferredRow[];
  readonly counties: readonly (readonly [string, string, string])[];
}

/** Countries whose names carry the Arabic article, and are spelt in many ways in Latin letters. */
export const ARABIC_NAMES: ReadonlySet<string> = new Set(
  'SY IQ LB JO IL PS YE SA EG LY SD TN DZ MA MR OM AE QA BH KW'.split(' '),
);
/** Typical extents in kilometres, used as radius of uncertainty. */
export const RADIUS = { country: 300, admin1: 80, admin2: 25 } as const;

/** A city's extent in kilometres: about 1 km for a village, 5 km at 100,000 people, 15 km at a million (area grows with population). */
export function cityRadius(population: number): number {
  return Math.min(25, Math.max(1, Math.sqrt(population / 4000)));
}

/** Sections of a city are neighbourhoods of it; abandoned and destroyed places name no event of today. */
export const SKIPPED_CODES = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

/** The rows of the gazetteer: countries first, in order, then divisions, counties, features, towns. */
export function makeRows(from: Sources): Row[] {
  const towns = cityRows(from);
  const countries = from.countries.map(countryRow);
  return [
    ...countries,
    ...from.admin1.map((a) => admin1Row(a, towns)),
    ...countyRows(from, towns),
    ...from.theatre.map((t) => theatreRow(t, from.admin1)),
    ...towns.map((t) => t.row),
  ].filter((r) => !Number.isNaN(r.lat) || r.placeClass === 'feature');
}

interface Town {
  readonly row: Row;
  readonly code1: string;
  readonly code2: string;
}

function cityRows({ cities, admin1, preferred }: Sources): Town[] {
  const known = new Map(preferred.map((p) => [p.id, p]));
  const names = new Map(admin1.map((a) => [`${a.country}.${a.code}`, a.name]));
  const towns: Town[] = [];
  for (const line of cities.split('\n')) {
    const c = line.split('\t');
    if (c.length < 15 || SKIPPED_CODES.has(c[7]!)) continue;
    const better = known.get(Number(c[0]));
    const row: Row = {
      name: better?.name ?? plainName(c[1]!, c[2]!, c[8]!),
      formal: c[1]!,
      others: [
        ...(better?.aliases ?? []),
        c[1]!,
        c[2]!,
        ...c[3]!.split(',').filter((n) => n !== c[1] && isUsable(n)),
      ],
      lat: Number(c[4]),
      lon: Number(c[5]),
      radiusKm: cityRadius(Number(c[14])),
      population: Number(c[14]),
      geonameId: Number(c[0]),
      country: c[8]!,
      admin1: names.get(`${c[8]}.${c[10]}`) ?? '',
      admin2: '',
      featureCode: c[7]!,
      placeClass: 'city',
      sensitive: false,
      line: null,
    };
    towns.push({ row, code1: `${c[8]}.${c[10]}`, code2: `${c[8]}.${c[10]}.${c[11]}` });
  }
  return towns;
}

/** A formal transcription of Arabic without its marks; where Latin is the native script the marks belong to the name. */
export function plainName(name: string, ascii: string, country: string): string {
  return ARABIC_NAMES.has(country) ? ascii.replace(/[`'’‘]/g, '') : name;
}

/** Other names worth a key: Latin with a capital, or Arabic; no airport codes, no machine romanisations. */
export function isUsable(name: string): boolean {
  if (/^[A-Z]{2,4}$/.test(name)) return false;
  if (/^\p{Script=Arabic}[\p{Script=Arabic}\s-]+$/u.test(name)) return name.length > 2;
  return /^(?:al-|ad-|an-|ar-|as-|at-|az-|el-)?\p{Lu}[\p{Script=Latin}\p{M}\s'’‘`ʻʼ.-]{2,}$/u.test(name);
}

function countryRow(c: CountryRow): Row {
  return {
    ...area('country', RADIUS.country),
    name: c.name,
    formal: c.name,
    others: [...c.aliases, ...c.arabic],
    lat: c.lat,
    lon: c.lon,
    country: c.code,
    featureCode: 'PCLI',
  };
}

function area(placeClass: PlaceClass, radiusKm: number) {
  return {
    placeClass,
    radiusKm,
    population: 0,
    geonameId: 0,
    admin1: '',
    admin2: '',
    sensitive: false,
    line: null,
  };
}

function admin1Row(a: Admin1Row, towns: readonly Town[]): Row {
  const inside = towns.filter((t) => t.code1 === `${a.country}.${a.code}`);
  const own = new Set([a.name, ...a.aliases].map(nameKey));
  // A division named for its seat is written in Arabic as the seat is.
  const seat = inside.find(
    (t) =>
      /^PPL[AC]$/.test(t.row.featureCode) && [t.row.name, ...t.row.others].some((n) => own.has(nameKey(n))),
  );
  const arabic = (seat?.row.others ?? []).filter((n) => /\p{Script=Arabic}/u.test(n));
  const mean = a.lat === null ? centreOf(inside) : { lat: a.lat, lon: a.lon! };
  return {
    ...area('admin1', RADIUS.admin1),
    ...mean,
    name: a.name,
    formal: a.name,
    others: [...a.aliases, ...arabic],
    population: inside.reduce((sum, t) => sum + t.row.population, 0),
    country: a.country,
    admin1: a.name,
    featureCode: 'ADM1',
  };
}

/** Divisions whose towns lie further apart than this, in degrees north or east, are mostly empty land. */
const VAST_DEGREES = 5;
/** The share of the towns at each end that may lie far off: islands, outposts. */
const OUTLIERS = 0.03;

/**
 * The middle of a division: where its people live, or, where it is so vast that they live in a corner of it, the middle of
 * what its towns span.
 */
function centreOf(towns: readonly Town[]): { lat: number; lon: number } {
  const mean = weightedMean(towns);
  const lat = span(towns.map((t) => t.row.lat));
  const lon = span(towns.map((t) => t.row.lon));
  if (!(Math.max(lat.width, lon.width) > VAST_DEGREES)) return mean;
  return { lat: lat.middle, lon: lon.middle };
}

function span(degrees: number[]): { width: number; middle: number } {
  const sorted = degrees.sort((a, b) => a - b);
  const cut = Math.floor(sorted.length * OUTLIERS);
  const from = sorted[cut] ?? Number.NaN;
  const to = sorted[sorted.length - 1 - cut] ?? Number.NaN;
  return { width: to - from, middle: (from + to) / 2 };
}

function weightedMean(towns: readonly Town[]): { lat: number; lon: number } {
  let weight = 0;
  let lat = 0;
  let lon = 0;
  for (const { row } of towns) {
    const w = row.population + 1;
    weight += w;
    lat += row.lat * w;
    lon += row.lon * w;
  }
  return { lat: lat / weight, lon: lon / weight };
}

/** What a county is called where it is not called a county. */
const COUNTY_WORD: Readonly<Record<string, string>> = { LA: 'Parish', AK: 'Borough' };

function countyRows({ counties, admin1 }: Sources, towns: readonly Town[]): Row[] {
  const states = new Map(admin1.filter((a) => a.country === 'US').map((a) => [a.code, a.name]));
  const inside = new Map<string, Town[]>();
  for (const t of towns) inside.set(t.code2, [...(inside.get(t.code2) ?? []), t]);
  return counties.map(([state, fips, name]) => {
    const members = inside.get(`US.${state}.${fips}`) ?? [];
    const full = `${name} ${COUNTY_WORD[state] ?? 'County'}`;
    return {
      ...area('admin2', RADIUS.admin2),
      ...weightedMean(members),
      name: full,
      formal: full,
      others: [],
      population: members.reduce((sum, t) => sum + t.row.population, 0),
      country: 'US',
      admin1: states.get(state) ?? '',
      admin2: full,
      featureCode: 'ADM2',
    };
  });
}

/** A place of the theatre supplement, or of a user's file of that shape. */
export function theatreRow(t: TheatreRow, admin1: readonly Admin1Row[]): Row {
  return {
    ...area('feature', t.radiusKm),
    name: t.name,
    formal: t.name,
    others: [...t.aliases, ...t.arabic],
    lat: t.lat ?? Number.NaN,
    lon: t.lon ?? Number.NaN,
    country: t.country ?? '',
    admin1: admin1.find((a) => a.country === t.country && a.code === t.admin1)?.name ?? '',
    featureCode: t.type,
    sensitive: t.sensitive,
    line: t.line,
  };
}

/** Keys of a row: [key, whether it is not its main name]. */
export function keysOfRow(row: Row): Map<string, boolean> {
  const keys = new Map<string, boolean>();
  const add = (key: string | null, alternate: boolean): void => {
    if (key !== null && key.length > 1 && !keys.has(key)) keys.set(key, alternate);
  };
  [row.name, ...row.others].forEach((name, i) => {
    // A plain-letter copy of the main name is the main name.
    const main = nameKey(name) === nameKey(row.name) || nameKey(name) === nameKey(row.formal);
    const alternate = i > 0 && !main && row.placeClass === 'city';
    add(nameKey(name), alternate);
    if (!ARABIC_NAMES.has(row.country)) return;
    add(barekey(name), alternate);
    for (const key of looseKeys(name)) add(key, true);
  });
  return keys;
}
