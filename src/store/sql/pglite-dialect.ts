import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryCompiler,
  type QueryResult,
} from 'kysely';
import type { SqlExecutor } from './executor.ts';

/** Kysely over one PGlite, in this thread or in a worker. */
export class PgliteDialect implements Dialect {
  readonly #executor: SqlExecutor;

  constructor(executor: SqlExecutor) {
    this.#executor = executor;
  }

  createDriver(): Driver {
    return new PgliteDriver(this.#executor);
  }

  createQueryCompiler(): QueryCompiler {
    return new PostgresQueryCompiler();
  }

  createAdapter(): DialectAdapter {
    return new PostgresAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new PostgresIntrospector(db);
  }
}

/** PGlite has one connection: who asks while it is lent waits, in order, so that no query slips into a transaction. */
class PgliteDriver implements Driver {
  readonly #executor: SqlExecutor;
  #free: Promise<void> = Promise.resolve();
  #giveBack: () => void = () => undefined;

  constructor(executor: SqlExecutor) {
    this.#executor = executor;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#free;
    let done: () => void = () => undefined;
    this.#free = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    this.#giveBack = done;
    return new PgliteConnection(this.#executor);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'));
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'));
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'));
  }

  async releaseConnection(): Promise<void> {
    this.#giveBack();
  }

  async destroy(): Promise<void> {
    await this.#executor.close();
  }
}

class PgliteConnection implements DatabaseConnection {
  readonly #executor: SqlExecutor;

  constructor(executor: SqlExecutor) {
    this.#executor = executor;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affected } = await this.#executor.query(query.sql, query.parameters);
    return { rows: rows as R[], ...(affected === null ? {} : { numAffectedRows: BigInt(affected) }) };
  }

  // biome-ignore lint/correctness/useYield: PGlite hands over a result as a whole
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('PGlite hands over a result as a whole: use execute()');
  }
}
