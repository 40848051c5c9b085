import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { distPath } from '../lib/dist.ts';
import { StopError } from '../lib/errors.ts';

/**
 * The compiled tables as they travel: parsed JSON by name ("en/cues", "shared/acts") and shared buffers by name
 * ("shared/gazetteer"). One copy is read and handed to every worker; buffers are shared, not copied.
 */
export interface LexiconSource {
  readonly json: Readonly<Record<string, unknown>>;
  readonly buffers: Readonly<Record<string, SharedArrayBuffer>>;
  /** Rows of the user's own registers that were set aside: "file:line: what". Absent: no own registers were asked for. */
  readonly setAside?: readonly string[];
}

/** Reads every compiled table below `dist/data`. Throws when the build has not made them. */
export function readLexiconSource(dir: string = distPath(import.meta.url, 'data')): LexiconSource {
  const json: Record<string, unknown> = {};
  const buffers: Record<string, SharedArrayBuffer> = {};
  for (const name of listFiles(dir)) {
    const path = join(dir, name);
    if (name.endsWith('.bin')) buffers[name.slice(0, -4)] = readShared(path);
    else if (!name.startsWith(BUILD_ONLY)) json[name.slice(0, -5)] = JSON.parse(readFileSync(path, 'utf8'));
  }
  if (Object.keys(json).length === 0)
    throw new StopError('no-tables', `no compiled tables in ${dir}: run "npm run build"`);
  return { json, buffers };
}

/** Compiled tables below a folder, by their paths from it; none where there is no folder. */
export function listFiles(dir: string): string[] {
  try {
    return readdirSync(dir, { recursive: true, encoding: 'utf8' })
      .map((f) => f.replaceAll('\\', '/'))
      .filter((f) => /\.(?:json|bin)$/.test(f))
      .sort();
  } catch {
    return [];
  }
}

/** What the gazetteer is built from, and nobody reads later: a third of all JSON. */
const BUILD_ONLY = 'shared/places/';

/** Reads a file into memory that all threads share, without a copy in between. */
export function readShared(path: string): SharedArrayBuffer {
  const file = openSync(path, 'r');
  try {
    const buffer = new SharedArrayBuffer(fstatSync(file).size);
    const bytes = new Uint8Array(buffer);
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(file, bytes, at, bytes.length - at, at);
      if (read === 0) throw new StopError('no-table', `${path} ends early: run "npm run build"`);
      at += read;
    }
    return buffer;
  } finally {
    closeSync(file);
  }
}

/** One table of a source. Throws a StopError that names it when it is missing or empty: an empty list is an error. */
export function table<T>(source: LexiconSource, name: string): T {
  const value = source.json[name];
  if (value === undefined || (Array.isArray(value) && value.length === 0))
    throw new StopError('no-table', `the table data/${name} is missing or empty: run "npm run build"`);
  return value as T;
}

/** One shared buffer of a source. Throws a StopError that names it when the build has not made it. */
export function sharedBuffer(source: LexiconSource, name: string): SharedArrayBuffer {
  const buffer = source.buffers[name];
  if (!buffer) throw new StopError('no-table', `data/${name}.bin is missing: run "npm run build"`);
  return buffer;
}
