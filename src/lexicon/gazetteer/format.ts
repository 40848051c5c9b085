/**
 * The compiled gazetteer: one buffer of columns, read without parsing. A JSON head names the columns and holds the small
 * tables; then come the columns, each aligned to eight bytes.
 */
export const MAGIC = 0x5341_475a;

export const PLACE_CLASSES = ['country', 'admin1', 'admin2', 'city', 'feature'] as const;
export type PlaceClass = (typeof PLACE_CLASSES)[number];

export interface Head {
  readonly count: number;
  /** Power of two: the size of the hash table. */
  readonly slots: number;
  readonly countries: readonly { readonly code: string; readonly name: string; readonly capital: number }[];
  /** Index 0 is "none". */
  readonly admin1: readonly string[];
  readonly admin2: readonly string[];
  readonly featureCodes: readonly string[];
  /** Course of a linear feature by entry. */
  readonly lines: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  /** Demonym key → entry of its country. */
  readonly demonyms: Readonly<Record<string, number>>;
  readonly columns: Readonly<Record<Column, readonly [offset: number, length: number]>>;
}

export const COLUMNS = [
  'lat',
  'lon',
  'radius',
  'population',
  'geonameId',
  'nameStart',
  'slotCheck',
  'slotStart',
  'postings',
  'country',
  'admin1',
  'admin2',
  'feature',
  'placeClass',
  'sensitive',
  'names',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Marks a posting whose name is not the entry's main name. */
export const ALTERNATE = 0x8000_0000;
/** Marks the last posting of a key. */
export const LAST = 0x4000_0000;
export const ENTRY_MASK = 0x3fff_ffff;

/** Two independent 32-bit hashes of a key (FNV-1a and a multiplicative one); the second guards against collisions. */
export function hashKey(key: string): readonly [number, number] {
  let a = 0x811c9dc5;
  let b = 0x9e3779b9;
  for (let i = 0; i < key.length; i++) {
    const c = key.charCodeAt(i);
    a = Math.imul(a ^ c, 0x01000193);
    b = Math.imul(b + c, 0x85ebca6b);
    b ^= b >>> 13;
  }
  return [(a ^ (a >>> 15)) >>> 0, (b | 1) >>> 0];
}
