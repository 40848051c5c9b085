/** What `sayso register` does, without its words. */
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { distPath } from '../../lib/dist.ts';
import { StopError } from '../../lib/errors.ts';
import type { ActorEntry } from '../actor-schema.ts';
import { checkDataFile } from '../compile.ts';
import { type DataFile, type Fault, faultText, openDataFile } from '../data-file.ts';
import { gazetteerFrom } from '../gazetteer/index.ts';
import { PLACES_FOLDER, type PlacesCard, writeWhole } from '../gazetteer/user-places.ts';
import { ORDERS, orderFault } from '../order.ts';
import type { LexiconSource } from '../source.ts';
import { type Known, registerFaults, registerKind } from './check.ts';
import {
  knownOf,
  ownRegisters,
  ownTables,
  REGISTERS_FOLDER,
  readRegister,
  siftAll,
  siftFile,
  withRows,
} from './own.ts';

/** What a check looked at and what it found. */
export interface Checked {
  readonly files: number;
  readonly entries: number;
  readonly faults: readonly Fault[];
}

/** Checks register files beside ours; without any, ours and those of the user's own folder. */
export function checkRegisters(files: readonly string[], source: LexiconSource, own: string): Checked {
  if (files.length > 0) return checkFiles(files, knownOf(without(source, files)));
  const ours = checkShipped();
  const theirs = checkFiles(ownRegisters(own), knownOf(source));
  return {
    files: ours.files + theirs.files,
    entries: ours.entries + theirs.entries,
    faults: [...ours.faults, ...theirs.faults],
  };
}

/** Our tables but for those that the files themselves are the sources of. */
function without(source: LexiconSource, files: readonly string[]): LexiconSource {
  const own = new Set(files.map((f) => `shared/${basename(dirname(resolve(f)))}/${basename(f, '.yaml')}`));
  const json = Object.fromEntries(Object.entries(source.json).filter(([name]) => !own.has(name)));
  return { ...source, json };
}

function checkFiles(files: readonly string[], known: Known): Checked {
  const faults: Fault[] = [];
  let entries = 0;
  let seen = known;
  for (const file of files) {
    const text = readRegister(file);
    const sifted = siftFile(file, text, seen);
    entries += sifted.rows.length;
    faults.push(...sifted.faults, ...orderFaults(file, text));
    if (sifted.kind === 'actors') seen = withRows(seen, sifted.rows as readonly ActorEntry[], file);
  }
  return { files: files.length, entries, faults };
}

const ORDER: Readonly<Record<string, readonly string[]>> = {
  actors: ['entries.id*'],
  places: ORDERS.theatre!,
};

/** Entries out of order, the first of a file: a check names it, a look-up does not mind. */
function orderFaults(file: string, text: string | Fault): readonly Fault[] {
  const opened = typeof text === 'string' ? openDataFile(file, text) : text;
  if ('message' in opened) return [];
  const stray = orderFault(opened.value, ORDER[registerKind(opened.value)] ?? []);
  return stray ? [{ file, line: opened.lineOf(stray.path), message: stray.message }] : [];
}

/** The YAML files of actors and places that ship with Sayso. */
function checkShipped(): Checked {
  const root = dirname(distPath(import.meta.url, 'data'));
  const faults: Fault[] = [];
  const opened: DataFile[] = [];
  for (const file of ['actors', 'places'].flatMap((folder) =>
    yamlFiles(join(dirname(root), 'data/shared', folder)),
  )) {
    const text = readFileSync(file, 'utf8');
    const data = openDataFile(file, text);
    if ('message' in data) faults.push(data);
    else {
      opened.push(data);
      faults.push(...schemaFault(file, text));
    }
  }
  const entries = opened.reduce(
    (sum, { value }) => sum + ((value as { entries?: unknown[] }).entries?.length ?? 0),
    0,
  );
  return { files: opened.length, entries, faults: [...faults, ...registerFaults(opened)] };
}

function yamlFiles(dir: string): readonly string[] {
  if (!existsSync(dir))
    throw new StopError('no-data', `${dir} is missing: the data folder ships with Sayso, install it again`);
  return readdirSync(dir)
    .filter((f) => f.endsWith('.yaml'))
    .sort()
    .map((f) => join(dir, f));
}

/** The first fault that fails the build, as the build names it. */
function schemaFault(file: string, text: string): readonly Fault[] {
  try {
    checkDataFile(file, text);
    return [];
  } catch (error) {
    if (!(error instanceof StopError)) throw error;
    const [, line = '1', message = error.message] = /:(\d+): ([\s\S]*)$/.exec(error.message) ?? [];
    return [{ file, line: Number(line), message }];
  }
}

/** A register that was added. */
export interface AddedRegister {
  /** Where it now stands. */
  readonly file: string;
  readonly kind: 'actors' | 'places';
  readonly entries: number;
  readonly faults: readonly Fault[];
  readonly replaced: boolean;
}

/**
 * Copies a register file into the user's own folder. Rows with faults stay in the copy, and are set aside whenever it is
 * read. Throws a StopError when no row stands, and writes nothing then.
 */
export function addRegister(path: string, source: LexiconSource, own: string): AddedRegister {
  const name = basename(path).replace(/\.ya?ml$/, '');
  const target = join(own, REGISTERS_FOLDER, `${name}.yaml`);
  const text = readRegister(path);
  const others = ownRegisters(own).filter((f) => f !== target);
  const sifted = siftAll([...others, path], source).at(-1)!;
  if (typeof text !== 'string' || sifted.kind === null || sifted.rows.length === 0) {
    const why = sifted.faults[0];
    throw new StopError('no-register', why ? faultText(why) : `${path} holds no entry that stands`);
  }
  const replaced = existsSync(target);
  mkdirSync(join(own, REGISTERS_FOLDER), { recursive: true });
  writeWhole(target, text);
  return { file: target, kind: sifted.kind, entries: sifted.rows.length, faults: sifted.faults, replaced };
}

/** A register or table of places that is loaded beside ours. */
export interface Loaded {
  readonly name: string;
  readonly entries: number;
  readonly licence: string;
}

/** The user's own registers and places, and what of them is set aside. */
export function loadedOwn(
  source: LexiconSource,
  own: string,
): { readonly loaded: readonly Loaded[]; readonly setAside: readonly string[] } {
  const sifted = siftAll(ownRegisters(own), source);
  const registers = sifted.map(({ file, rows }) => ({
    name: basename(file),
    entries: rows.length,
    licence: licenceOf(file, readRegister(file)),
  }));
  const setAside = sifted.flatMap((s) => s.faults.map(faultText));
  const { tables, damaged } = ownTables(own);
  const places = Object.entries(tables).map(([name, table]) => ({
    name,
    entries: gazetteerFrom(table).size,
    licence: cardOf(own, name)?.licence ?? 'no licence given',
  }));
  return { loaded: [...registers, ...places], setAside: [...damaged, ...setAside] };
}

/** What was written beside a compiled table; `null` when it is gone or damaged. */
function cardOf(own: string, table: string): Partial<PlacesCard> | null {
  try {
    const text = readFileSync(join(own, PLACES_FOLDER, table.replace(/\.bin$/, '.json')), 'utf8');
    return JSON.parse(text) as Partial<PlacesCard>;
  } catch {
    return null;
  }
}

function licenceOf(file: string, text: string | Fault): string {
  const opened = typeof text === 'string' ? openDataFile(file, text) : text;
  const value = 'message' in opened ? null : (opened.value as { licence?: unknown } | null);
  return typeof value?.licence === 'string' ? value.licence : 'no licence given';
}
