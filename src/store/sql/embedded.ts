import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kysely, sql } from 'kysely';
import { distPath } from '../../lib/dist.ts';
import { StopError } from '../../lib/errors.ts';
import { FILE_MODE, makeDir, storageError } from '../files.ts';
import { LATEST, migrate } from '../migrations/index.ts';
import { bootId } from '../process-start.ts';
import { errorText } from './error-text.ts';
import { PgliteDialect } from './pglite-dialect.ts';
import type { Tables } from './schema.ts';
import { untar } from './untar.ts';
import { openInWorker } from './worker-client.ts';

type Note = (message: string) => void;

/** Holds the boot during which the index was last opened and not yet closed. */
const OPEN_MARK = 'open';

/**
 * Opens the embedded index of a workspace. One that is missing is made from the snapshot; one that does not open, or
 * that was open when the machine went down (PGlite flushes nothing), is made anew with a note.
 */
export async function openEmbedded(dir: string, onNote: Note): Promise<Kysely<Tables>> {
  if (await wentDown(dir)) {
    onNote(
      'the machine went down while the index was open: the index is made anew from log and derived files',
    );
    await removeIndex(dir);
  }
  try {
    return await open(dir, onNote);
  } catch (error) {
    if (error instanceof StopError && error.code !== 'index') throw error;
    const why = errorText(error instanceof StopError ? (error.cause ?? error) : error);
    onNote(`the index is damaged and is made anew from log and derived files (${why})`);
    await removeIndex(dir);
    return await open(dir, onNote);
  }
}

async function open(dir: string, onNote: Note): Promise<Kysely<Tables>> {
  const data = join(dir, 'pg');
  if (!(await stat(join(data, 'PG_VERSION')).catch(() => null))) await fromSnapshot(dir, onNote);
  await writeFile(join(dir, OPEN_MARK), await bootId(), { mode: FILE_MODE });
  const db = new Kysely<Tables>({ dialect: new PgliteDialect(await openInWorker(data)) });
  try {
    await bringUp(db);
    return db;
  } catch (error) {
    await db.destroy().catch(() => undefined);
    throw error;
  }
}

/** Brings a database to the newest migration, asking first: the migrator itself takes eight queries. */
export async function bringUp(db: Kysely<Tables>): Promise<void> {
  const found = await sql<{ name: string | null }>`select max(name) as name from kysely_migration`
    .execute(db)
    .catch(() => null);
  if (found?.rows[0]?.name !== LATEST) await migrate(db);
}

/** Closes the index so that the next opening can trust it. */
export async function closeEmbedded(dir: string, db: Kysely<Tables>): Promise<void> {
  await db.destroy();
  await rm(join(dir, OPEN_MARK), { force: true });
}

/** Removes the index with all its files. */
export async function removeIndex(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true }).catch((error: unknown) => {
    throw storageError(error, 'remove', dir);
  });
}

async function wentDown(dir: string): Promise<boolean> {
  const mark = await readFile(join(dir, OPEN_MARK), 'utf8').catch(() => null);
  return mark !== null && mark !== (await bootId());
}

async function fromSnapshot(dir: string, onNote: Note): Promise<void> {
  const part = `${dir}.part`;
  const snapshot = distPath(import.meta.url, 'store/snapshot.tar.gz');
  try {
    await rm(part, { recursive: true, force: true });
    await rm(dir, { recursive: true, force: true });
    await makeDir(join(part, 'pg'));
    if (await stat(snapshot).catch(() => null)) await untar(snapshot, join(part, 'pg'));
    else onNote('no snapshot of the index was built: it is made from nothing, which takes some seconds more');
    await rename(part, dir);
  } catch (error) {
    throw storageError(error, 'make the index in', dir);
  }
}
