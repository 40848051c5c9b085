import { createHash } from 'node:crypto';
import type { SetAside, Taken } from '../../doc/index.ts';
import { setAsideFor } from '../set-aside.ts';
import { type ByteSource, bytesSource, piecesOf } from '../source.ts';
import { warcPages } from '../warc/pages.ts';
import { entryBytes, isStored, packedSource, type ZipEntry, zipEntries } from './zip.ts';

/** Largest WARC file read out of a packed entry; WACZ stores them bare, so that they can be read in place. */
const MAX_PACKED_WARC = 64 * 1024 * 1024;
const MAX_PACKAGE = 8 * 1024 * 1024;
/** Bytes looked at to tell a web archive whose directory is gone from other archives. */
const OPENING_BYTES = 64 * 1024;
const PACKAGE = 'datapackage.json';

/** The pages of a WACZ file (WACZ 1.1.1): of each WARC file below `archive/`. Entries are never unpacked to disk. */
export async function* waczPages(source: ByteSource, name: string): AsyncGenerator<Taken> {
  const entries = await zipEntries(source);
  const warcs = entries?.filter((e) => /^archive\/[^/]+\.warc(?:\.gz)?$/i.test(e.name)) ?? [];
  if (entries === null) yield* withoutDirectory(source, name);
  else if (warcs.length === 0) yield setAsideFor(name, 'not-text', 'a ZIP archive or an office document');
  const digests = await statedDigests(source, entries ?? []);
  for (const entry of warcs) yield* ofEntry(source, entry, `${name}/${entry.name}`, digests.get(entry.name));
}

/** A file that broke off has lost its directory, which stands at its end: its records are looked for by themselves. */
async function* withoutDirectory(source: ByteSource, name: string): AsyncGenerator<Taken> {
  const opening = (await source.read(0, OPENING_BYTES)).toString('latin1');
  if (!/archive\/|datapackage|indexes\//.test(opening)) {
    yield setAsideFor(name, 'not-text', 'a ZIP archive or an office document');
    return;
  }
  yield setAsideFor(name, 'damaged', 'its directory is gone; records were looked for without it');
  yield* warcPages(source, name, { fromNextMember: true });
}

async function* ofEntry(
  source: ByteSource,
  entry: ZipEntry,
  name: string,
  digest: string | undefined,
): AsyncGenerator<Taken> {
  const warc = await warcOf(source, entry);
  if (typeof warc === 'string') {
    yield setAsideFor(name, 'damaged', warc);
    return;
  }
  const fault = digest === undefined ? null : await digestFault(warc, name, digest);
  if (fault) yield fault;
  yield* warcPages(warc, name);
}

async function warcOf(source: ByteSource, entry: ZipEntry): Promise<ByteSource | string> {
  if (isStored(entry)) return (await packedSource(source, entry)) ?? 'its header is damaged';
  const bytes = await entryBytes(source, entry, MAX_PACKED_WARC);
  return typeof bytes === 'string' ? bytes : bytesSource(bytes);
}

/** Digests by path, as `datapackage.json` states them. Empty when it is missing or damaged: records bring their own. */
async function statedDigests(source: ByteSource, entries: readonly ZipEntry[]): Promise<Map<string, string>> {
  const entry = entries.find((e) => e.name === PACKAGE);
  const bytes = entry ? await entryBytes(source, entry, MAX_PACKAGE) : '';
  const digests = new Map<string, string>();
  for (const { path, hash } of typeof bytes === 'string' ? [] : resourcesOf(bytes))
    if (typeof path === 'string' && typeof hash === 'string') digests.set(path, hash);
  return digests;
}

function resourcesOf(json: Buffer): readonly { path?: unknown; hash?: unknown }[] {
  try {
    const { resources } = JSON.parse(json.toString('utf8')) as { resources?: unknown };
    return Array.isArray(resources) ? resources.filter((r) => r !== null && typeof r === 'object') : [];
  } catch {
    return [];
  }
}

async function digestFault(warc: ByteSource, name: string, stated: string): Promise<SetAside | null> {
  const value = /^sha256:([0-9a-f]{64})$/i.exec(stated)?.[1]?.toLowerCase();
  if (value === undefined) return null;
  const hash = createHash('sha256');
  for await (const piece of piecesOf(warc)) hash.update(piece);
  if (hash.digest('hex') === value) return null;
  return setAsideFor(
    name,
    'wrong-digest',
    `not the one that ${PACKAGE} states; its records were read all the same`,
  );
}
