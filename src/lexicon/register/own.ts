/** A user's own registers: YAML files in the formats of ours, checked against ours whenever they are read. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { StopError } from '../../lib/errors.ts';
import { ActorEntry, clashes } from '../actor-schema.ts';
import { OWN_ACTORS } from '../actors.ts';
import { type Fault, faultAt, faultText, openDataFile } from '../data-file.ts';
import { gazetteerFrom } from '../gazetteer/index.ts';
import { OWN_PLACES } from '../gazetteer/joined.ts';
import { TheatreEntry, type TheatreRow } from '../gazetteer/schema.ts';
import { compileTheatre, PLACES_FOLDER, shippedCodes } from '../gazetteer/user-places.ts';
import { Header } from '../header.ts';
import { type LexiconSource, listFiles, readShared } from '../source.ts';

import {
  actorFaults,
  codesFrom,
  type Known,
  placeFaults,
  type Row,
  type RowFault,
  registerKind,
  rowsOf,
} from './check.ts';

/** The folder, below the user's own, of registers. */
export const REGISTERS_FOLDER = 'registers';

/** What a register file holds: the rows that stand, and the faults of those that do not. */
export interface Sifted {
  readonly file: string;
  readonly kind: 'actors' | 'places';
  readonly rows: readonly (ActorEntry | TheatreRow)[];
  readonly faults: readonly Fault[];
}

/** A file that is no register at all, and why. */
export interface Refused {
  readonly file: string;
  readonly kind: null;
  readonly rows: readonly never[];
  readonly faults: readonly Fault[];
}

/** Longest register file that is read. */
const MAX_BYTES = 32 * 1024 * 1024;

/** A source with the user's own registers and places after ours. A folder that is not there adds nothing. */
export function withOwnRegisters(source: LexiconSource, own: string): LexiconSource {
  const { tables, damaged } = ownTables(own);
  const all = joined(source, siftAll(ownRegisters(own), source));
  const buffers = Object.fromEntries(Object.entries(tables).map(([name, t]) => [`${OWN_PLACES}${name}`, t]));
  return {
    json: all.json,
    buffers: { ...all.buffers, ...buffers },
    setAside: [...damaged, ...(all.setAside ?? [])],
  };
}

/** Register files one after the other, each checked against ours and those before it. */
export function siftAll(files: readonly string[], source: LexiconSource): readonly (Sifted | Refused)[] {
  if (files.length === 0) return [];
  let known = knownOf(source);
  return files.map((file) => {
    const sifted = siftFile(file, readRegister(file), known);
    if (sifted.kind === 'actors') known = withRows(known, sifted.rows as readonly ActorEntry[], file);
    return sifted;
  });
}

function joined(source: LexiconSource, files: readonly (Sifted | Refused)[]): LexiconSource {
  const json: Record<string, unknown> = { ...source.json };
  const buffers = { ...source.buffers };
  for (const { file, kind, rows } of files) {
    const table = kind === 'places' ? compileTheatre(rows as readonly TheatreRow[]) : null;
    if (table) buffers[`${OWN_PLACES}${basename(file)}`] = table;
    if (kind === 'actors') json[`${OWN_ACTORS}${basename(file)}`] = { entries: rows };
  }
  const faults = files.flatMap((f) => f.faults.map(faultText));
  return { json, buffers, setAside: [...(source.setAside ?? []), ...faults] };
}

/** The register files of the user's own folder, in order. */
export function ownRegisters(own: string): readonly string[] {
  const dir = join(own, REGISTERS_FOLDER);
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((f) => /\.ya?ml$/.test(f))
    .sort()
    .map((f) => join(dir, f));
}

/** The compiled places of the user's own folder, by file name, and those that are damaged, in words. */
export function ownTables(own: string): {
  readonly tables: Readonly<Record<string, SharedArrayBuffer>>;
  readonly damaged: readonly string[];
} {
  const dir = join(own, PLACES_FOLDER);
  const tables: Record<string, SharedArrayBuffer> = {};
  const damaged: string[] = [];
  for (const name of listFiles(dir).filter((f) => f.endsWith('.bin'))) {
    const buffer = readShared(join(dir, name));
    if (opens(buffer)) tables[name] = buffer;
    else
      damaged.push(`${join(dir, name)}: is damaged, or of another version: run "sayso gazetteer add" again`);
  }
  return { tables, damaged };
}

function opens(buffer: SharedArrayBuffer): boolean {
  try {
    return gazetteerFrom(buffer).size > 0;
  } catch {
    return false;
  }
}

/** The text of a register file; a fault in words when it cannot be read. */
export function readRegister(file: string): string | Fault {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) return { file, line: 1, message: 'is no file: check the name' };
  if (stat.size > MAX_BYTES)
    return { file, line: 1, message: 'is longer than 32 MB: cut it into several files' };
  return readFileSync(file, 'utf8');
}

/** What our own register holds, for checks of files beside it. */
export function knownOf(source: LexiconSource): Known {
  const ids = new Map<string, string>();
  const owners = new Map<string, string>();
  for (const [name, value] of Object.entries(source.json)) {
    if (!/^(?:shared|own)\/actors\//.test(name) || registerKind(value) !== 'actors') continue;
    for (const entry of (value as { entries: readonly ActorEntry[] }).entries) {
      ids.set(entry.id, `data/${name}.yaml`);
      clashes(entry, owners);
    }
  }
  const { countries, admin1 } = shippedCodes();
  return { ids, owners, ...codesFrom(countries, admin1) };
}

/** What is known with the rows of one more file. */
export function withRows(known: Known, rows: readonly ActorEntry[], file: string): Known {
  const owners = new Map(known.owners);
  for (const row of rows) clashes(row, owners);
  return { ...known, owners, ids: new Map([...known.ids, ...rows.map((r) => [r.id, file] as const)]) };
}

/** Tells the rows of a register file that stand from those that have faults, all of which are named. */
export function siftFile(file: string, text: string | Fault, known: Known): Sifted | Refused {
  const refused = (...faults: readonly Fault[]): Refused => ({ file, kind: null, rows: [], faults });
  if (typeof text !== 'string') return refused(text);
  const opened = openDataFile(file, text);
  if ('message' in opened) return refused(opened);
  const header = Header.safeParse(opened.value);
  if (!header.success)
    return refused(...header.error.issues.map((issue) => faultAt(opened, headerIssue(issue))));
  const kind = registerKind(opened.value);
  if (kind === 'actors') {
    const { rows, faults } = rowsOf(opened, ActorEntry);
    return { file, kind, ...siftRows(rows, faults, (left) => actorFaults(left, known)) };
  }
  if (kind === 'places') {
    const { rows, faults } = rowsOf(opened, TheatreEntry);
    return { file, kind, ...siftRows(rows, faults, (left) => placeFaults(left, known)) };
  }
  return refused({
    file,
    line: opened.lineOf(['entries', 0]),
    message:
      'holds no register: "entries" is a list of actors (id, name, kind …) or places (name, type, lat …)',
  });
}

const headerIssue = (issue: { readonly path: readonly PropertyKey[]; readonly message: string }) => ({
  path: issue.path,
  message: `${issue.message}: a register opens with what, source, licence and date ("2026-01-31")`,
});

/** Takes rows with faults out until the rest stands: what points at a row that went goes too. */
function siftRows<T>(
  rows: readonly Row<T>[],
  own: readonly Fault[],
  check: (rows: readonly Row<T>[]) => readonly RowFault<T>[],
): { readonly rows: readonly T[]; readonly faults: readonly Fault[] } {
  const faults = [...own];
  let left = rows;
  for (let found = check(left); found.length > 0; found = check(left)) {
    const bad = new Set(found.map((f) => f.row));
    faults.push(...found.map((f) => f.fault));
    left = left.filter((row) => !bad.has(row));
  }
  return { rows: left.map((r) => r.value), faults: faults.sort((a, b) => a.line - b.line) };
}

/** A source with single register files beside ours, and the faults of what is set aside. Throws a StopError for a file that is none. */
export function withRegisterFiles(source: LexiconSource, files: readonly string[]): LexiconSource {
  const added = siftAll(files, source);
  const refused = added.find((f) => f.kind === null);
  if (refused) throw new StopError('no-register', refused.faults.map(faultText)[0] ?? refused.file);
  return joined(source, added);
}
