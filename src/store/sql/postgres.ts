import { Kysely, PostgresDialect, sql } from 'kysely';
import { StopError } from '../../lib/errors.ts';
import { bringUp } from './embedded.ts';
import { INT8, JSON_TYPES } from './pglite.ts';
import type { Tables } from './schema.ts';

/** What the SQL is written for and tested on. */
const OLDEST = 15;
const POOL_SIZE = 4;
const CONNECT_MS = 10_000;

/** Opens a PostgreSQL as the index. A server that is missing or too old is named, its password never. */
export async function openPostgres(url: string): Promise<Kysely<Tables>> {
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: await pool(url) }) });
  try {
    await checkVersion(db);
    await bringUp(db);
    return db;
  } catch (error) {
    await db.destroy().catch(() => undefined);
    throw databaseError(error, url);
  }
}

/** `pg` is an optional package, imported only here. */
async function pool(url: string) {
  const pg = await import('pg').catch((error: unknown) => {
    const text = 'a PostgreSQL index needs the package "pg", which is not installed: run "npm install pg"';
    throw new StopError('no-pg', text, 5, { cause: error });
  });
  const raw = (text: string): string => text;
  const getTypeParser = (type: number, format?: 'text' | 'binary') => {
    if (type === INT8) return Number;
    if ((JSON_TYPES as readonly number[]).includes(type)) return raw;
    return pg.default.types.getTypeParser(type, format as 'text');
  };
  const types = { getTypeParser } as never;
  const limits = { max: POOL_SIZE, connectionTimeoutMillis: CONNECT_MS };
  const made = new pg.default.Pool({ connectionString: url, ...limits, types });
  made.on('error', () => undefined); // an idle connection that breaks is replaced; one in use rejects its query
  return made;
}

async function checkVersion(db: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ v: number }>`select current_setting('server_version_num')::int as v`.execute(
    db,
  );
  const major = Math.floor((rows[0]?.v ?? 0) / 10_000);
  if (major < OLDEST)
    throw new StopError('database', `the index needs PostgreSQL ${OLDEST} or later, this is ${major}`, 4);
}

function databaseError(error: unknown, url: string): StopError {
  if (error instanceof StopError) return error;
  const why =
    error instanceof Error ? error.message || String((error as { code?: string }).code) : String(error);
  const text = `cannot use the database ${withoutPassword(url)}: ${why}. Check that it runs and that user and database exist.`;
  return new StopError('database', text, 4, { cause: error });
}

/** The URL as it may be shown. */
export function withoutPassword(url: string): string {
  return URL.canParse(url) ? Object.assign(new URL(url), { password: '' }).href : 'at the URL given';
}
