/** Places of a user's own, compiled to a table beside ours. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { distPath } from '../../lib/dist.ts';
import { StopError } from '../../lib/errors.ts';
import type { PlaceCodes } from './geonames.ts';
import { openPlaces } from './records.ts';
import { type Row, theatreRow } from './rows.ts';
import type { Admin1Row, CountryRow, TheatreRow } from './schema.ts';
import { writeGazetteer } from './write.ts';

/** The folder, below the user's own, of compiled places. */
export const PLACES_FOLDER = 'gazetteer';

/** What was added, and what was not. */
export interface AddedPlaces {
  readonly name: string;
  /** The compiled table. */
  readonly file: string;
  readonly places: number;
  /** Records that are no places of ours: countries, places that are no more. */
  readonly leftOut: number;
  /** How many records were set aside, and the first of them: "file:line: what". */
  readonly setAside: number;
  readonly faults: readonly string[];
  readonly licence: string;
  readonly replaced: boolean;
}

/** What is written beside a compiled table. */
export interface PlacesCard {
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  readonly date: string;
  readonly places: number;
}

export interface AddOptions {
  /** The user's own folder. */
  readonly own: string;
  /** ISO day on which it is added. */
  readonly date: string;
  readonly onProgress?: (bytes: number, total: number) => void;
}

/** More places than this fill the memory of a laptop. */
const MAX_PLACES = 1_000_000;
/** Faults that are kept to be named. */
const MAX_FAULTS = 20;

/** Compiles a file of places into the user's own folder. Throws a StopError when it holds none, and writes nothing then. */
export async function addPlaces(path: string, options: AddOptions): Promise<AddedPlaces> {
  const { countries, admin1 } = shippedCodes();
  const input = openPlaces(path);
  const { rows, faults, setAside, leftOut } = await gather(input, codesOf(countries, admin1), options);
  if (rows.length === 0)
    throw new StopError(
      'no-places',
      [`${path} holds no place that can be added`, ...faults.slice(0, 1)].join('; '),
    );
  const name = tableName(path);
  const file = join(options.own, PLACES_FOLDER, `${name}.bin`);
  const replaced = existsSync(file);
  const card: PlacesCard = {
    name,
    source: basename(path),
    licence: input.licence,
    date: options.date,
    places: rows.length,
  };
  mkdirSync(join(options.own, PLACES_FOLDER), { recursive: true });
  writeWhole(file.replace(/\.bin$/, '.json'), JSON.stringify(card));
  writeWhole(file, compileOwn(rows, countries));
  return { name, file, places: rows.length, leftOut, setAside, faults, licence: input.licence, replaced };
}

interface Gathered {
  readonly rows: readonly Row[];
  readonly faults: readonly string[];
  readonly setAside: number;
  readonly leftOut: number;
}

async function gather(
  input: ReturnType<typeof openPlaces>,
  codes: PlaceCodes,
  { onProgress }: AddOptions,
): Promise<Gathered> {
  const rows: Row[] = [];
  const ids = new Set<number>();
  const faults: string[] = [];
  let setAside = 0;
  let leftOut = 0;
  for await (const { file, line, placed, bytes } of input.records(codes)) {
    onProgress?.(bytes, input.bytes);
    const value = isTwice(placed, ids) ? `stands twice: id ${(placed as Row).geonameId}` : placed;
    if (value === null) leftOut++;
    else if (typeof value === 'string') {
      setAside++;
      if (faults.length < MAX_FAULTS) faults.push(`${file}:${line}: ${value}`);
    } else rows.push(value);
    if (rows.length > MAX_PLACES)
      throw new StopError('too-many', `more than ${MAX_PLACES} places: add dumps of single countries`, 2);
  }
  return { rows, faults, setAside, leftOut };
}

function isTwice(placed: Row | string | null, ids: Set<number>): boolean {
  if (placed === null || typeof placed === 'string' || placed.geonameId === 0) return false;
  return ids.size === ids.add(placed.geonameId).size;
}

/** The table's name: that of its file, in letters that every file system takes. */
function tableName(path: string): string {
  const name = basename(path.replace(/[\\/]+$/, '')).replace(/\.(?:txt|tsv|geojson|json|ndjson)$/i, '');
  return name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '') || 'places';
}

/** Writes a file whole or not at all. */
export function writeWhole(file: string, data: string | Uint8Array): void {
  writeFileSync(`${file}.part`, data);
  renameSync(`${file}.part`, file);
}

/** Places of a user's own in the layout of the gazetteer; countries are known by their codes only. */
function compileOwn(rows: readonly Row[], countries: readonly CountryRow[]): Uint8Array {
  return writeGazetteer(
    rows,
    countries.map((c) => ({ ...c, demonyms: [], arabicDemonyms: [] })),
  );
}

/** The same from places in the format of the theatre supplement, in memory that threads share; `null` for none. */
export function compileTheatre(places: readonly TheatreRow[]): SharedArrayBuffer | null {
  if (places.length === 0) return null;
  const { countries, admin1 } = shippedCodes();
  const bytes = compileOwn(
    places.map((p) => theatreRow(p, admin1)),
    countries,
  );
  const shared = new SharedArrayBuffer(bytes.length);
  new Uint8Array(shared).set(bytes);
  return shared;
}

/** The countries and divisions that ship with Sayso. Throws a StopError when the build has not made them. */
export function shippedCodes(): {
  readonly countries: readonly CountryRow[];
  readonly admin1: readonly Admin1Row[];
} {
  return { countries: shippedPlaces('countries'), admin1: shippedPlaces('admin1') };
}

/** The entries of one of the files that the gazetteer is built from. */
export function shippedPlaces<T>(name: string): readonly T[] {
  const file = distPath(import.meta.url, `data/shared/places/${name}.json`);
  if (!existsSync(file)) throw new StopError('no-table', `${file} is missing: run "npm run build"`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { entries: readonly T[] }).entries;
}

const codesOf = (countries: readonly CountryRow[], admin1: readonly Admin1Row[]): PlaceCodes => ({
  countries: new Set(countries.map((c) => c.code)),
  admin1: new Map(admin1.map((a) => [`${a.country}.${a.code}`, a.name])),
});
