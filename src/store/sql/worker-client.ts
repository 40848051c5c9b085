import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { distPath } from '../../lib/dist.ts';
import { StopError } from '../../lib/errors.ts';
import { errorText } from './error-text.ts';
import type { SqlExecutor, SqlResult } from './executor.ts';
import type { Wasm } from './pglite.ts';

/** `sql` null closes the database. */
export interface ToWorker {
  readonly id: number;
  readonly sql: string | null;
  readonly parameters: readonly unknown[];
}

export interface FromWorker {
  readonly id: number;
  readonly result?: SqlResult;
  readonly error?: string;
}

interface Pending {
  readonly resolve: (result: SqlResult) => void;
  readonly reject: (error: StopError) => void;
}

/** An index that does not come up in this time is taken for damaged. Ten times what the slowest machine seen takes. */
const OPEN_MS = 60_000;

/** Node has it, its types of version 20 do not. */
const engine = globalThis as unknown as { WebAssembly: { compile(bytes: Uint8Array): Promise<Wasm> } };

/** What a worker is started with; without `wasm` PGlite compiles its own. */
export interface WorkerData {
  readonly dataDir: string;
  readonly wasm: Wasm | null;
}

/** PGlite's code, compiled once a process: opening an index again, as a rebuild does, then takes half the time. */
let compiled: Promise<Wasm | null> | null = null;

async function compile(): Promise<Wasm | null> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  const bytes = await readFile(join(dirname(entry), 'pglite.wasm')).catch(() => null);
  return bytes && engine.WebAssembly.compile(bytes);
}

/** Starts the worker and waits until its database is open. */
export async function openInWorker(dataDir: string): Promise<SqlExecutor> {
  compiled ??= compile();
  const workerData: WorkerData = { dataDir, wasm: await compiled };
  const worker = new Worker(distPath(import.meta.url, 'store/sql/pglite.worker.js'), { workerData });
  const client = new WorkerClient(worker);
  const timer = setTimeout(() => client.fail('the index did not open in time'), OPEN_MS);
  try {
    await client.opened;
    return client;
  } catch (error) {
    await worker.terminate();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

class WorkerClient implements SqlExecutor {
  readonly opened: Promise<SqlResult>;
  readonly #worker: Worker;
  readonly #pending = new Map<number, Pending>();
  #last = 0;
  #failed: StopError | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    this.opened = new Promise((resolve, reject) => this.#pending.set(0, { resolve, reject }));
    worker.on('message', (message: FromWorker) => this.#settle(message));
    worker.on('error', (error) => this.fail(errorText(error)));
    worker.on('exit', () => this.fail('its worker thread ended'));
  }

  query(sql: string | null, parameters: readonly unknown[]): Promise<SqlResult> {
    if (this.#failed) return Promise.reject(this.#failed);
    const id = ++this.#last;
    this.#worker.ref(); // an idle index keeps no process alive, a query does
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#worker.postMessage({ id, sql, parameters } satisfies ToWorker);
    });
  }

  #settle({ id, result, error }: FromWorker): void {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    if (this.#pending.size === 0) this.#worker.unref();
    if (result) pending?.resolve(result);
    else pending?.reject(indexError(error ?? 'no answer'));
  }

  /** Ends every wait, now and later, with the same error. */
  fail(why: string): void {
    this.#failed ??= indexError(why);
    for (const { reject } of this.#pending.values()) reject(this.#failed);
    this.#pending.clear();
  }

  async close(): Promise<void> {
    try {
      if (!this.#failed) await this.query(null, []);
    } finally {
      await this.#worker.terminate();
    }
  }
}

/** The index failed; evidence and log are not touched by that. */
export function indexError(why: string): StopError {
  const text = `the index failed: ${why}. Evidence and log are safe: run "sayso rebuild" to make the index anew.`;
  return new StopError('index', text, 4, { cause: why });
}
