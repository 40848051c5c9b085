import { StopError } from '../../lib/errors.ts';
import {
  ALTERNATE,
  type Column,
  ENTRY_MASK,
  type Head,
  hashKey,
  LAST,
  MAGIC,
  PLACE_CLASSES,
  type PlaceClass,
} from './format.ts';
import { searches } from './search.ts';

export { foldWord, isArticle, nameKey, nameWords, skeletonKey, soundSimilarity } from '../../lib/name-key.ts';
export type { PlaceClass } from './format.ts';
export { searches } from './search.ts';
export type { PlaceWords } from './words.ts';

/** A place of the gazetteer. */
export interface GazetteerEntry {
  /** Its row: equal rows are the same place. */
  readonly row: number;
  readonly name: string;
  /** Degrees, WGS 84; `null` when no point is known. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly class: PlaceClass;
  /** GeoNames feature code ("PPLA"), or the type of a feature of our own ("base", "crossing"). */
  readonly featureCode: string;
  /** ISO 3166-1 alpha-2; `null` for what lies in no one country. */
  readonly country: string | null;
  /** Name of the first-order division; `null` when it has none or ours lack it. */
  readonly admin1: string | null;
  readonly admin2: string | null;
  readonly population: number;
  readonly geonameId: number | null;
  readonly sensitive: boolean;
  /** Typical extent in kilometres. */
  readonly radiusKm: number;
  /** Rough course of a river or road, [longitude, latitude] each. */
  readonly line: readonly (readonly [number, number])[] | null;
}

/** An entry found by a name; `alternate` when that is not its main name. */
export interface Candidate {
  readonly entry: GazetteerEntry;
  readonly alternate: boolean;
}

export interface Gazetteer {
  readonly size: number;
  /** Whether any place has this key (`nameKey`, or folded words joined). */
  has(key: string): boolean;
  /** Places with this key, most populous first; empty when there is none. */
  find(key: string): readonly Candidate[];
  /** Places with this name as it stands in a text, with or without its articles. */
  lookup(name: string): readonly Candidate[];
  /** Places of the given countries with this name: by its key, without its articles, failing that by its sound. */
  within(name: string, countries: ReadonlySet<string>): readonly Candidate[];
  /**
   * Places of the given countries (of the Arabic world) whose name, in Latin or Arabic letters, sounds like this one, most
   * alike first: the cascade of `looseKeys`, then one slip in a consonant.
   */
  soundsLike(name: string, countries: ReadonlySet<string>): readonly Candidate[];
  /** Countries that names or demonyms of a text point to: the countries themselves, and those of names borne by one place alone. */
  countriesOf(names: readonly string[]): ReadonlySet<string>;
  /** The country of a demonym ("Syrian", "Syrians"), or `null`. */
  demonym(key: string): GazetteerEntry | null;
  /** The country with this ISO code, or `null`. */
  country(code: string): GazetteerEntry | null;
  /** Whether this entry is the capital of its country. */
  isCapital(entry: GazetteerEntry): boolean;
}

interface Tables {
  readonly head: Head;
  readonly lat: Float32Array;
  readonly lon: Float32Array;
  readonly radius: Float32Array;
  readonly u32: Readonly<
    Record<'population' | 'geonameId' | 'nameStart' | 'slotCheck' | 'slotStart' | 'postings', Uint32Array>
  >;
  readonly u16: Readonly<Record<'country' | 'admin1' | 'admin2' | 'feature', Uint16Array>>;
  readonly u8: Readonly<Record<'placeClass' | 'sensitive' | 'names', Uint8Array>>;
}

/** A gazetteer that can be joined with others. */
export interface OpenGazetteer extends Gazetteer {
  /** The entry with this GeoNames id, or `null`. */
  byGeonameId(id: number): GazetteerEntry | null;
}

/**
 * Opens a compiled gazetteer over the buffer it was built into; copies nothing. Its rows count from `firstRow`, so that
 * those of several gazetteers differ.
 */
export function gazetteerFrom(buffer: SharedArrayBuffer, firstRow = 0): OpenGazetteer {
  const t = open(buffer);
  const entries = new Map<number, GazetteerEntry>();
  const entryAt = (row: number): GazetteerEntry => {
    const known = entries.get(row);
    if (known) return known;
    const made = readEntry(t, row, firstRow);
    entries.set(row, made);
    return made;
  };
  const start = (key: string): number => slotOf(t, key);
  const find = (key: string): Candidate[] => postingsOf(t, start(key), entryAt);
  const countries = new Map(t.head.countries.map((c, row) => [c.code, row]));
  const demonymAt = (key: string): GazetteerEntry | null =>
    Object.hasOwn(t.head.demonyms, key) ? entryAt(t.head.demonyms[key]!) : null;
  let ids: Map<number, number> | null = null;
  const capitals = new Set(t.head.countries.map((c) => c.capital).filter((row) => row > 0));
  return {
    size: t.head.count,
    has: (key) => start(key) >= 0,
    find,
    ...searches(find, demonymAt),
    demonym: demonymAt,
    country: (code) => (countries.has(code) ? entryAt(countries.get(code)!) : null),
    isCapital: (entry) => capitals.has(entry.row - firstRow),
    byGeonameId: (id) => {
      ids ??= new Map([...t.u32.geonameId].map((known, row) => [known, row]));
      const row = id > 0 ? ids.get(id) : undefined;
      return row === undefined ? null : entryAt(row);
    },
  };
}

function open(buffer: SharedArrayBuffer): Tables {
  const ints = new Uint32Array(buffer, 0, 2);
  if (ints[0] !== MAGIC)
    throw new StopError('bad-gazetteer', 'gazetteer.bin is damaged: run "npm run build"');
  // A TextDecoder refuses shared memory, hence the copy of the head.
  const json = new Uint8Array(buffer.slice(8, 8 + ints[1]!) as SharedArrayBuffer).slice();
  const head = JSON.parse(Buffer.from(json).toString('utf8')) as Head;
  const base = align(8 + ints[1]!);
  const at = (c: Column): [number, number] => [base + head.columns[c][0], head.columns[c][1]];
  const f32 = (c: Column): Float32Array => new Float32Array(buffer, ...at(c));
  const u32 = (c: Column): Uint32Array => new Uint32Array(buffer, ...at(c));
  const u16 = (c: Column): Uint16Array => new Uint16Array(buffer, ...at(c));
  const u8 = (c: Column): Uint8Array => new Uint8Array(buffer, ...at(c));
  return {
    head,
    lat: f32('lat'),
    lon: f32('lon'),
    radius: f32('radius'),
    u32: {
      population: u32('population'),
      geonameId: u32('geonameId'),
      nameStart: u32('nameStart'),
      slotCheck: u32('slotCheck'),
      slotStart: u32('slotStart'),
      postings: u32('postings'),
    },
    u16: { country: u16('country'), admin1: u16('admin1'), admin2: u16('admin2'), feature: u16('feature') },
    u8: { placeClass: u8('placeClass'), sensitive: u8('sensitive'), names: u8('names') },
  };
}

/** Columns start at multiples of eight bytes. */
export function align(offset: number): number {
  return (offset + 7) & ~7;
}

/** Where the postings of a key start, or -1. */
function slotOf(t: Tables, key: string): number {
  if (key === '') return -1;
  const [hash, check] = hashKey(key);
  const mask = t.head.slots - 1;
  for (let i = hash & mask; t.u32.slotCheck[i] !== 0; i = (i + 1) & mask)
    if (t.u32.slotCheck[i] === check) return t.u32.slotStart[i]!;
  return -1;
}

function postingsOf(t: Tables, start: number, entryAt: (row: number) => GazetteerEntry): Candidate[] {
  const found: Candidate[] = [];
  if (start < 0) return found;
  for (let i = start; ; i++) {
    const posting = t.u32.postings[i]!;
    found.push({ entry: entryAt(posting & ENTRY_MASK), alternate: (posting & ALTERNATE) !== 0 });
    if (posting & LAST) return found;
  }
}

function readEntry(t: Tables, row: number, firstRow: number): GazetteerEntry {
  const { head, u16, u32, u8 } = t;
  const bytes = u8.names.slice(u32.nameStart[row]!, u32.nameStart[row + 1]!);
  const point = Number.isFinite(t.lat[row]);
  return {
    row: firstRow + row,
    name: Buffer.from(bytes).toString('utf8'),
    lat: point ? round(t.lat[row]!) : null,
    lon: point ? round(t.lon[row]!) : null,
    class: PLACE_CLASSES[u8.placeClass[row]!]!,
    featureCode: head.featureCodes[u16.feature[row]!]!,
    country: head.countries[u16.country[row]! - 1]?.code ?? null,
    admin1: head.admin1[u16.admin1[row]!] || null,
    admin2: head.admin2[u16.admin2[row]!] || null,
    population: u32.population[row]!,
    geonameId: u32.geonameId[row] || null,
    sensitive: u8.sensitive[row] === 1,
    radiusKm: t.radius[row]!,
    line: head.lines[row] ?? null,
  };
}

/** 32-bit floats hold degrees to about a metre; five decimals say no more than they know. */
function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}
