import type { z } from 'zod';
import { ActorEntry, clashes, namesOf } from '../actor-schema.ts';
import { type DataFile, type Fault, faultAt } from '../data-file.ts';
import { TheatreEntry, type TheatreRow } from '../gazetteer/schema.ts';
import { nearest } from './near.ts';

/** What the files under check may point to and must not clash with. */
export interface Known {
  /** Id of each actor entry, and the file it stands in. */
  readonly ids: ReadonlyMap<string, string>;
  /** Who bears a name, by its key (`clashes`). */
  readonly owners: ReadonlyMap<string, string>;
  /** ISO 3166-1 alpha-2 codes of countries. */
  readonly countries: ReadonlySet<string>;
  /** First-order divisions: "SY.12". */
  readonly admin1: ReadonlySet<string>;
}

/** An entry of a file under check. */
export interface Row<T> {
  readonly file: DataFile;
  /** Its place in the file's list of entries. */
  readonly index: number;
  readonly value: T;
}

export type RegisterKind = 'actors' | 'places' | 'other';

/** What a file holds, told by its entries: the name of a user's file says nothing. */
export function registerKind(value: unknown): RegisterKind {
  const entries = listOf(value).filter((e) => typeof e === 'object' && e !== null);
  const has = (field: string): boolean => entries.some((e) => field in (e as object));
  if (has('kind')) return 'actors';
  if (has('type')) return 'places';
  return has('id') ? 'actors' : 'other';
}

const listOf = (value: unknown): readonly unknown[] => {
  const entries = (value as { entries?: unknown } | null | undefined)?.entries;
  return Array.isArray(entries) ? entries : [];
};

/** Entries of a file that fit the schema of their kind, and the faults of those that do not, all of each. */
export function rowsOf<T>(
  file: DataFile,
  schema: z.ZodType<T>,
): { readonly rows: readonly Row<T>[]; readonly faults: readonly Fault[] } {
  const rows: Row<T>[] = [];
  const faults: Fault[] = [];
  listOf(file.value).forEach((entry, index) => {
    const result = schema.safeParse(entry);
    if (result.success) rows.push({ file, index, value: result.data });
    else
      for (const { path, message } of result.error.issues)
        faults.push(faultAt(file, { path: ['entries', index, ...path], message }));
  });
  return { rows, faults };
}

/** Files of our own register and of the theatre supplement, by their paths. */
export const ACTOR_FILE = /\/actors\/(?!actor-heads)[^/]+\.yaml$/;
export const PLACE_FILE = /\/places\/theatre(?:-[^/]+)?\.yaml$/;

/** Faults that only show when all files of the register are seen together. The files fit their schemas. */
export function registerFaults(files: readonly DataFile[]): readonly Fault[] {
  const rowsIn = <T>(path: RegExp, schema: z.ZodType<T>): readonly Row<T>[] =>
    files.filter((f) => path.test(f.file)).flatMap((f) => rowsOf(f, schema).rows);
  const actors = rowsIn(ACTOR_FILE, ActorEntry);
  const places = rowsIn(PLACE_FILE, TheatreEntry);
  const codes = codesOf(files);
  return [...actorFaults(actors, { ids: new Map(), owners: new Map() }), ...placeFaults(places, codes)].map(
    ({ fault }) => fault,
  );
}

/** The codes of countries and divisions that the files list. */
export function codesOf(files: readonly DataFile[]): Pick<Known, 'countries' | 'admin1'> {
  const named = (name: string) =>
    files.filter((f) => f.file.endsWith(`/${name}.yaml`)).flatMap((f) => listOf(f.value));
  return codesFrom(
    named('countries') as readonly { code: string }[],
    named('admin1') as readonly { country: string; code: string }[],
  );
}

/** The same from the entries themselves. */
export function codesFrom(
  countries: readonly { readonly code: string }[],
  admin1: readonly { readonly country: string; readonly code: string }[],
): Pick<Known, 'countries' | 'admin1'> {
  return {
    countries: new Set(countries.map((c) => c.code)),
    admin1: new Set(admin1.map((a) => `${a.country}.${a.code}`)),
  };
}

/** An entry and what is wrong with it. */
export interface RowFault<T> {
  readonly row: Row<T>;
  readonly fault: Fault;
}

const rowFault = <T>(row: Row<T>, field: readonly string[], message: string): RowFault<T> => ({
  row,
  fault: {
    file: row.file.file,
    line: row.file.lineOf(['entries', row.index, ...field]),
    message,
  },
});

/** Ids and names used twice, links that lead nowhere, circles of parents. */
export function actorFaults(
  rows: readonly Row<ActorEntry>[],
  known: Pick<Known, 'ids' | 'owners'>,
): readonly RowFault<ActorEntry>[] {
  const ids = new Map(known.ids);
  const owners = new Map(known.owners);
  const faults: RowFault<ActorEntry>[] = [];
  for (const row of rows) {
    const { value } = row;
    const other = ids.get(value.id);
    if (other !== undefined)
      faults.push(
        rowFault(row, ['id'], `${value.id} stands in ${other} too: join the two, or give one another id`),
      );
    else ids.set(value.id, row.file.file);
    for (const clash of clashes(value, owners)) faults.push(rowFault(row, [], clash));
    for (const name of repeated(value))
      faults.push(rowFault(row, [], `"${name}" stands twice in ${value.id}: leave one`));
  }
  let left = MAX_HINTS;
  for (const row of rows)
    for (const link of badLinks(row.value, ids, left > 0)) {
      left--;
      faults.push(rowFault(row, [], link));
    }
  return [...faults, ...circles(rows)];
}

function repeated(entry: ActorEntry): readonly string[] {
  const names = namesOf(entry).map((n) => n.text);
  return names.filter((name, i) => names.indexOf(name) < i);
}

/** Faults of a kind for which the nearest id is looked up: each look-up reads all ids. */
const MAX_HINTS = 100;

function badLinks(entry: ActorEntry, ids: ReadonlyMap<string, string>, hint: boolean): readonly string[] {
  const links = [
    entry.parent,
    entry.speaksFor,
    entry.partyLine?.party,
    ...(entry.roles ?? []).map((r) => r.of),
  ];
  return links
    .filter((link) => link !== undefined && !ids.has(link))
    .map((link) => {
      const [like] = hint ? nearest(link!, ids.keys(), 1) : [];
      return `${entry.id} points to ${link}, which the register lacks: ${like ? `did you mean ${like}?` : 'add it, or leave it out'}`;
    });
}

/** Entries that are, over their parents, part of themselves. */
function circles(rows: readonly Row<ActorEntry>[]): readonly RowFault<ActorEntry>[] {
  const parents = new Map(rows.map((r) => [r.value.id, r.value.parent]));
  return rows
    .filter(({ value }) => {
      const path = new Set<string>();
      let at = value.parent;
      while (at !== undefined && at !== value.id && !path.has(at)) {
        path.add(at);
        at = parents.get(at);
      }
      return at === value.id;
    })
    .map((row) =>
      rowFault(row, ['parent'], `${row.value.id} is part of itself: one "parent" on the way is wrong`),
    );
}

/** Unknown codes of countries and divisions, and places that stand twice. */
export function placeFaults(
  rows: readonly Row<TheatreRow>[],
  codes: Pick<Known, 'countries' | 'admin1'>,
): readonly RowFault<TheatreRow>[] {
  const seen = new Map<string, Row<TheatreRow>>();
  return rows.flatMap((row) => {
    const { name, type, country, admin1 } = row.value;
    const faults: RowFault<TheatreRow>[] = [];
    if (country !== null && !codes.countries.has(country))
      faults.push(
        rowFault(
          row,
          ['country'],
          `"${name}": no country has the code ${country}: ISO 3166-1 alpha-2, or null`,
        ),
      );
    else if (admin1 !== null && !codes.admin1.has(`${country}.${admin1}`))
      faults.push(
        rowFault(
          row,
          ['admin1'],
          `"${name}": ${country ?? 'no country'} has no division ${admin1}: see data/shared/places/admin1.yaml, or null`,
        ),
      );
    const key = `${name}|${type}|${country}`;
    const twin = seen.get(key);
    if (twin)
      faults.push(
        rowFault(
          row,
          [],
          `"${name}" (${type}) stands in ${twin.file.file}:${twin.file.lineOf(['entries', twin.index])} too: join the two`,
        ),
      );
    else seen.set(key, row);
    return faults;
  });
}
