import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Family, Incident, Passage, Reading } from '../doc/index.ts';
import { sha256 } from '../lib/hash.ts';
import { canonicalJson } from '../lib/json.ts';
import { errno, storageError, writeAtomic } from './files.ts';

const deflate = promisify(gzip);
const inflate = promisify(gunzip);
/** File names hold 255 bytes at most; a longer list of stages is named by its digest. */
const MAX_NAME = 200;

/** The one name of a list of stage versions: `read@1+annotate@1`. */
export function stagesKey(stages: readonly string[]): string {
  return stages.join('+');
}

/** `derived/<aa>/<sha256>/` */
export function derivedDir(derived: string, digest: string): string {
  return join(derived, digest.slice(0, 2), digest);
}

function readingPath(derived: string, digest: string, stages: readonly string[]): string {
  const key = stagesKey(stages).replace(/[^A-Za-z0-9@+._-]/g, '_');
  return join(derivedDir(derived, digest), `${key.length > MAX_NAME ? sha256(key) : key}.json.gz`);
}

/** Writes a reading and returns the digest of its canonical JSON, which the log keeps. */
export async function writeReading(derived: string, reading: Reading): Promise<string> {
  const json = canonicalJson(reading);
  const path = readingPath(derived, reading.page.capture.sha256, reading.stages);
  await writeAtomic(path, await deflate(json));
  return sha256(json);
}

/** The reading that the log speaks of; `null` when its file is missing, damaged or another one. */
export async function readReading(
  derived: string,
  of: { readonly sha256: string; readonly stages: readonly string[]; readonly digest: string },
): Promise<Reading | null> {
  const json = await readGzip(readingPath(derived, of.sha256, of.stages));
  return json !== null && sha256(json) === of.digest ? (JSON.parse(json) as Reading) : null;
}

/** Whether the file of a reading is there, whole or not. */
export async function hasReading(
  derived: string,
  of: { readonly sha256: string; readonly stages: readonly string[] },
): Promise<boolean> {
  const path = readingPath(derived, of.sha256, of.stages);
  const found = await stat(path).catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return null;
    throw storageError(error, 'look up', path);
  });
  return found !== null;
}

/** Removes all that was derived from a capture. */
export async function removeReadings(derived: string, digest: string): Promise<void> {
  const path = derivedDir(derived, digest);
  await rm(path, { recursive: true, force: true }).catch((error: unknown) => {
    throw storageError(error, 'remove', path);
  });
}

/** What corpus stages derive from all readings at once. */
export interface Corpus {
  readonly families: readonly Family[];
  readonly passages: readonly Passage[];
  readonly incidents: readonly Incident[];
}

export const NO_CORPUS: Corpus = { families: [], passages: [], incidents: [] };

/** Writes a part of the corpus output under its digest, removes the one before, and returns its name. */
export async function writeCorpus<K extends CorpusPart>(
  dir: string,
  part: K,
  value: CorpusFile[K],
): Promise<string> {
  const json = canonicalJson(value);
  const name = `${part}-${sha256(json).slice(0, 16)}.json.gz`;
  const before = await corpusNames(dir);
  if (!before.includes(name)) await writeAtomic(join(dir, name), await deflate(json));
  for (const old of before)
    if (old.startsWith(`${part}-`) && old !== name) await rm(join(dir, old), { force: true });
  return name;
}

/** The two files of the corpus output. */
export interface CorpusFile {
  readonly families: Pick<Corpus, 'families' | 'passages'>;
  readonly incidents: Pick<Corpus, 'incidents'>;
}
export type CorpusPart = keyof CorpusFile;

/** The name of a part's file; `null` when there is none. */
export async function corpusName(dir: string, part: CorpusPart): Promise<string | null> {
  return (await corpusNames(dir)).filter((n) => n.startsWith(`${part}-`)).at(-1) ?? null;
}

/** A part of the corpus output; empty when it is missing or damaged. */
export async function readCorpus<K extends CorpusPart>(dir: string, part: K): Promise<CorpusFile[K]> {
  const name = await corpusName(dir, part);
  const json = name === null ? null : await readGzip(join(dir, name));
  if (json === null || !name?.includes(sha256(json).slice(0, 16))) return NO_CORPUS;
  return JSON.parse(json) as CorpusFile[K];
}

async function corpusNames(dir: string): Promise<readonly string[]> {
  const names = await readdir(dir).catch(() => []);
  return names.filter((n) => n.endsWith('.json.gz')).sort();
}

/** `null` when the file is missing or does not unpack. */
async function readGzip(path: string): Promise<string | null> {
  try {
    return (await inflate(await readFile(path))).toString('utf8');
  } catch (error) {
    const code = errno(error);
    if (code === null || code === 'ENOENT') return null;
    throw storageError(error, 'read', path);
  }
}
