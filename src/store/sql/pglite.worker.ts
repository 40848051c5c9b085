// Runs one PGlite in a thread of its own, so that a long query does not hold up the process.
import { parentPort, workerData } from 'node:worker_threads';
import { errorText } from './error-text.ts';
import { inThread, openPglite } from './pglite.ts';
import type { FromWorker, ToWorker, WorkerData } from './worker-client.ts';

const port = parentPort;
if (!port) throw new Error('this file runs in a worker thread only');
const say = (message: FromWorker): void => port.postMessage(message);

try {
  const { dataDir, wasm } = workerData as WorkerData;
  const db = inThread(await openPglite(dataDir, wasm));
  port.on('message', async ({ id, sql, parameters }: ToWorker) => {
    try {
      if (sql === null) await db.close();
      const result = sql === null ? { rows: [], affected: null } : await db.query(sql, parameters);
      say({ id, result });
    } catch (error) {
      say({ id, error: errorText(error) });
    }
  });
  say({ id: 0, result: { rows: [], affected: null } });
} catch (error) {
  say({ id: 0, error: errorText(error) });
}
