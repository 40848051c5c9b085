import { nameKey } from '../../lib/name-key.ts';
import { ALTERNATE, COLUMNS, type Column, type Head, hashKey, LAST, MAGIC, PLACE_CLASSES } from './format.ts';
import { align } from './index.ts';
import { keysOfRow, type Row } from './rows.ts';
import type { CountryRow } from './schema.ts';

type ColumnData = Float32Array | Uint32Array | Uint16Array | Uint8Array;

/** Numbers strings in the order they are first seen; 0 is the empty string. */
class Numbering {
  readonly list: string[] = [''];
  private readonly at = new Map<string, number>([['', 0]]);

  of(value: string): number {
    let n = this.at.get(value);
    if (n === undefined) {
      n = this.list.push(value) - 1;
      this.at.set(value, n);
    }
    return n;
  }
}

/** The whole gazetteer as one block of bytes in the layout of `format.ts`. */
export function writeGazetteer(rows: readonly Row[], countries: readonly CountryRow[]): Uint8Array {
  const admin1 = new Numbering();
  const admin2 = new Numbering();
  const feature = new Numbering();
  const codes = new Map(countries.map((c, i) => [c.code, i + 1]));
  const { start, bytes } = nameBytes(rows);
  const index = hashIndex(rows);
  const columns: Record<Column, ColumnData> = {
    lat: Float32Array.from(rows, (r) => r.lat),
    lon: Float32Array.from(rows, (r) => r.lon),
    radius: Float32Array.from(rows, (r) => r.radiusKm),
    population: Uint32Array.from(rows, (r) => r.population),
    geonameId: Uint32Array.from(rows, (r) => r.geonameId),
    nameStart: start,
    ...index,
    country: Uint16Array.from(rows, (r) => codes.get(r.country) ?? 0),
    admin1: Uint16Array.from(rows, (r) => admin1.of(r.admin1)),
    admin2: Uint16Array.from(rows, (r) => admin2.of(r.admin2)),
    feature: Uint16Array.from(rows, (r) => feature.of(r.featureCode)),
    placeClass: Uint8Array.from(rows, (r) => PLACE_CLASSES.indexOf(r.placeClass)),
    sensitive: Uint8Array.from(rows, (r) => (r.sensitive ? 1 : 0)),
    names: bytes,
  };
  return assemble(columns, {
    count: rows.length,
    slots: index.slotCheck.length,
    countries: countries.map((c) => ({ code: c.code, name: c.name, capital: capitalRow(rows, c) })),
    admin1: admin1.list,
    admin2: admin2.list,
    featureCodes: feature.list,
    lines: Object.fromEntries(rows.flatMap((r, i) => (r.line ? [[i, r.line]] : []))),
    demonyms: demonyms(countries),
  });
}

function capitalRow(rows: readonly Row[], country: CountryRow): number {
  return Math.max(
    0,
    rows.findIndex((r) => r.country === country.code && r.featureCode === 'PPLC'),
  );
}

function demonyms(countries: readonly CountryRow[]): Record<string, number> {
  const table: Record<string, number> = {};
  countries.forEach((c, row) => {
    for (const d of [...c.demonyms, ...c.arabicDemonyms.flatMap(nisbaForms)]) table[nameKey(d)] ??= row;
  });
  return table;
}

/** An Arabic adjective of nationality in its four common forms. */
function nisbaForms(word: string): string[] {
  return [word, `${word}ة`, `${word}ين`, `${word}ون`, `${word}ا`];
}

function nameBytes(rows: readonly Row[]): { start: Uint32Array; bytes: Uint8Array } {
  const start = new Uint32Array(rows.length + 1);
  const parts = rows.map((r, i) => {
    const part = Buffer.from(r.name, 'utf8');
    start[i + 1] = start[i]! + part.length;
    return part;
  });
  return { start, bytes: new Uint8Array(Buffer.concat(parts)) };
}

function hashIndex(rows: readonly Row[]): Record<'slotCheck' | 'slotStart' | 'postings', Uint32Array> {
  const byKey = new Map<string, number[]>();
  rows.forEach((row, i) => {
    for (const [key, alternate] of keysOfRow(row)) {
      const list = byKey.get(key);
      const posting = (i | (alternate ? ALTERNATE : 0)) >>> 0;
      if (list) list.push(posting);
      else byKey.set(key, [posting]);
    }
  });
  const slots = 2 ** Math.ceil(Math.log2(Math.max(1, byKey.size) * 1.6));
  const slotCheck = new Uint32Array(slots);
  const slotStart = new Uint32Array(slots);
  const postings: number[] = [];
  for (const [key, list] of byKey) {
    const [hash, check] = hashKey(key);
    let at = hash & (slots - 1);
    while (slotCheck[at] !== 0) at = (at + 1) & (slots - 1);
    slotCheck[at] = check;
    slotStart[at] = postings.length;
    for (const [i, p] of list.entries()) postings.push((p | (i === list.length - 1 ? LAST : 0)) >>> 0);
  }
  return { slotCheck, slotStart, postings: Uint32Array.from(postings) };
}

function assemble(columns: Record<Column, ColumnData>, head: Omit<Head, 'columns'>): Uint8Array {
  let offset = 0;
  const places = COLUMNS.map((c) => {
    const at = offset;
    offset = align(offset + columns[c].byteLength);
    return [c, [at, columns[c].length]] as const;
  });
  const json = Buffer.from(JSON.stringify({ ...head, columns: Object.fromEntries(places) }), 'utf8');
  const base = align(8 + json.length);
  const out = new Uint8Array(base + offset);
  new Uint32Array(out.buffer, 0, 2).set([MAGIC, json.length]);
  out.set(json, 8);
  for (const [c, [at]] of places) {
    const data = columns[c];
    out.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), base + at);
  }
  return out;
}
