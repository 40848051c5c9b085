import { type Kysely, type Migration, Migrator } from 'kysely';
import { StopError } from '../../lib/errors.ts';
import { first } from './0001-first.ts';

/** In order; a released migration is never changed, a new one is added behind it. */
const MIGRATIONS: Readonly<Record<string, Migration>> = { '0001-first': first };

/** The name of the newest migration: what an index must have been brought to. */
export const LATEST = Object.keys(MIGRATIONS).at(-1) as string;

/** Brings a database to the newest migration. Throws a StopError `database` when one fails. */
export async function migrate<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
  const { error } = await migrator.migrateToLatest();
  if (error)
    throw new StopError('database', `the index could not be made: ${String(error)}`, 4, { cause: error });
}
