import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import type { SqlExecutor } from './executor.ts';

/** A compiled WebAssembly module. */
export type Wasm = NonNullable<PGliteOptions['pgliteWasmModule']>;

/** Type ids of PostgreSQL's catalogue (pg_type). */
export const INT8 = 20;
export const JSON_TYPES = [114, 3802] as const;

/**
 * Small caches and a small write-ahead log: with PostgreSQL's 128 MB of buffers an empty index takes 300 MB of memory,
 * so it takes 170. The index can be rebuilt, so nothing of it is worth a flush to disk.
 */
const SETTINGS = [
  'shared_buffers = 16MB',
  'max_wal_size = 32MB',
  'min_wal_size = 2MB',
  'wal_level = minimal',
  'max_wal_senders = 0',
  'max_connections = 3',
  'autovacuum = off',
];

/** Segments of the write-ahead log of 1 MB, in place of 16: one is written whole when an index is made. */
const INIT = ['--wal-segsize=1'];

/** Opens, or makes, the PGlite of a data folder in this thread; `wasm` is its code where that was compiled before. */
export async function openPglite(dataDir: string, wasm: Wasm | null = null): Promise<PGlite> {
  const raw = (text: string): string => text;
  const parsers = { [INT8]: Number, [JSON_TYPES[0]]: raw, [JSON_TYPES[1]]: raw };
  const code = wasm ? { pgliteWasmModule: wasm } : {};
  const db = new PGlite({ dataDir, postgresqlconf: SETTINGS, initDbStartParams: INIT, parsers, ...code });
  await db.waitReady;
  return db;
}

/** A PGlite of this thread for the dialect. */
export function inThread(db: PGlite): SqlExecutor {
  return {
    async query(sql, parameters) {
      const result = await db.query(sql, [...parameters]);
      return { rows: result.rows, affected: result.affectedRows ?? null };
    },
    close: () => db.close(),
  };
}
