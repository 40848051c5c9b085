import { type Kysely, sql } from 'kysely';
import { StopError } from '../lib/errors.ts';
import { corpusName, readCorpus } from './derived.ts';
import { Gate } from './gate.ts';
import type { Layout } from './layout.ts';
import type { Catalogue } from './log/catalogue.ts';
import { entries } from './log/replay.ts';
import type { Committed } from './recorder.ts';
import { type ApplyContext, applyGroup } from './sql/apply.ts';
import { putFamilies, putIncidents } from './sql/apply-corpus.ts';
import { closeEmbedded, openEmbedded, removeIndex } from './sql/embedded.ts';
import { errorText } from './sql/error-text.ts';
import { appliedHead, getMeta } from './sql/meta.ts';
import { openPostgres } from './sql/postgres.ts';
import { CONTENT_TABLES, type Tables } from './sql/schema.ts';
import { indexError } from './sql/worker-client.ts';
import type { OpenOptions } from './types.ts';

/** Entries brought into the index in one transaction when many are replayed. */
const BATCH = 50;

/** The index: what it holds can always be made anew from log and derived files. */
export class IndexStore {
  readonly #at: Layout;
  readonly #url: string | undefined;
  readonly #context: ApplyContext;
  readonly #gate = new Gate();
  #db: Kysely<Tables>;
  #feeding: Promise<void> = Promise.resolve();

  private constructor(at: Layout, url: string | undefined, context: ApplyContext, db: Kysely<Tables>) {
    this.#at = at;
    this.#url = url;
    this.#context = context;
    this.#db = db;
  }

  /** Opens the index. Whether it fits the log is for `checkAgainst` to say, and `catchUp` brings it level. */
  static async open(at: Layout, catalogue: Catalogue, options: OpenOptions): Promise<IndexStore> {
    const onNote = (text: string): void => options.onNote?.(text);
    const url = options.databaseUrl;
    const db = url === undefined ? await openEmbedded(at.index, onNote) : await openPostgres(url);
    return new IndexStore(at, url, { catalogue, derived: at.derived, onNote }, db);
  }

  /**
   * Throws a StopError when the index has seen entries that the log lacks: the log was cut, replaced by an older copy,
   * or the database belongs to another workspace. `rebuild` accepts the log as it is.
   */
  async checkAgainst(role: OpenOptions['role']): Promise<void> {
    const { head } = this.#context.catalogue;
    const applied = await this.query(appliedHead);
    if (applied.seq === 0 || applied.hash === (await this.#hashOf(applied.seq))) return;
    const text = `the index has seen entry ${applied.seq} (${applied.hash.slice(0, 12)}…), which the log does not hold: it ends at entry ${head.seq}`;
    if (role === 'rebuild') {
      this.#context.onNote(`${text}; the index is made anew from the log as it is`);
      return this.reset();
    }
    const todo = `The log was cut or replaced by an older copy${this.#url ? ', or this database is the index of another workspace' : ''}. Nothing was changed. Restore the log, or run "sayso rebuild" to go on without the missing entries.`;
    throw new StopError('log-cut', `${text}. ${todo}`, 4);
  }

  async #hashOf(seq: number): Promise<string | null> {
    const { head } = this.#context.catalogue;
    if (seq >= head.seq) return seq === head.seq ? head.hash : null;
    for await (const batch of entries(this.#at.log, seq, seq)) return batch[0]?.hash ?? null;
    return null;
  }

  /** Brings entries into the index, in the order in which they are handed in. */
  feed(group: readonly Committed[]): Promise<void> {
    this.#feeding = this.#feeding.then(() => this.query((db) => applyGroup(db, group, this.#context)));
    return this.#feeding;
  }

  /** Applies what the log holds beyond the index. */
  catchUp(): Promise<void> {
    return this.query((db) => this.#replay(db));
  }

  async #replay(db: Kysely<Tables>, onProgress?: (done: number, total: number) => void): Promise<void> {
    const to = this.#context.catalogue.head.seq;
    const { seq: from } = await appliedHead(db);
    let done = from;
    for await (const batch of entries(this.#at.log, from + 1, to))
      for (let at = 0; at < batch.length; at += BATCH) {
        const group = batch.slice(at, at + BATCH).map((entry) => ({ entry, reading: null }));
        await applyGroup(db, group, this.#context);
        done += group.length;
        onProgress?.(done - from, to - from);
      }
    await this.#corpus(db);
  }

  /** Families and incidents come from `derived/` too, so that a rebuild has them without the corpus stages. */
  async #corpus(db: Kysely<Tables>): Promise<void> {
    const families = await corpusName(this.#at.corpus, 'families');
    if (families !== null && families !== (await getMeta(db, 'corpus_families')))
      await putFamilies(db, await readCorpus(this.#at.corpus, 'families'), families);
    const incidents = await corpusName(this.#at.corpus, 'incidents');
    if (incidents !== null && incidents !== (await getMeta(db, 'corpus_incidents')))
      await putIncidents(db, (await readCorpus(this.#at.corpus, 'incidents')).incidents, incidents);
  }

  /** Runs queries; while the index is made anew they wait. A failure of the database is a StopError `index`. */
  query<T>(run: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    return this.#gate.shared(() => this.#guarded(run));
  }

  async #guarded<T>(run: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    try {
      return await run(this.#db);
    } catch (error) {
      if (error instanceof Error && 'exitCode' in error) throw error;
      throw indexError(errorText(error));
    }
  }

  /**
   * Empties the index and fills it from log and derived files. The embedded one starts from new files, so that nothing
   * of a withdrawn page is left in a dead row or in the write-ahead log.
   */
  async rebuild(onProgress?: (done: number, total: number) => void): Promise<void> {
    await this.#gate.alone(async () => {
      await this.#empty();
      await this.#guarded((db) => this.#replay(db, onProgress));
    });
  }

  /** Empties the index. */
  reset(): Promise<void> {
    return this.#gate.alone(() => this.#empty());
  }

  async #empty(): Promise<void> {
    if (this.#url === undefined) {
      await this.#db.destroy().catch(() => undefined);
      await removeIndex(this.#at.index);
      this.#db = await openEmbedded(this.#at.index, this.#context.onNote);
      return;
    }
    await this.#guarded((db) =>
      sql`truncate ${sql.join([...CONTENT_TABLES, 'meta'].map((t) => sql.table(t)))}`.execute(db),
    );
  }

  async close(): Promise<void> {
    await this.#feeding.catch(() => undefined);
    if (this.#url === undefined) await closeEmbedded(this.#at.index, this.#db);
    else await this.#db.destroy();
  }
}
