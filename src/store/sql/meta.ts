import type { Kysely } from 'kysely';
import { GENESIS, type Head } from '../log/chain.ts';
import type { Tables } from './schema.ts';

/** The last entry that the index holds. */
export async function appliedHead(db: Kysely<Tables>): Promise<Head> {
  const seq = await getMeta(db, 'applied_seq');
  return { seq: Number(seq ?? 0), hash: (await getMeta(db, 'applied_hash')) ?? GENESIS };
}

type Key = 'applied_seq' | 'applied_hash' | 'corpus_families' | 'corpus_incidents' | 'corpus_basis';

/** `null` when it was never set. */
export async function getMeta(db: Kysely<Tables>, key: Key): Promise<string | null> {
  const row = await db.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value ?? null;
}

export async function setMeta(db: Kysely<Tables>, key: Key, value: string): Promise<void> {
  const row = { key, value };
  await db
    .insertInto('meta')
    .values(row)
    .onConflict((c) => c.column('key').doUpdateSet({ value }))
    .execute();
}
