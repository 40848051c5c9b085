import type { FastifyInstance } from 'fastify';
import { API, type CountsOut, type Health } from '../../contract/index.ts';
import type { ExportRecord } from '../../doc/index.ts';
import type { RouteContext } from '../context.ts';
import { needsToken } from '../guard.ts';

/** `GET /health`, `/counts` and `/export` */
export function stateRoutes(server: FastifyInstance, context: RouteContext): void {
  const { deps } = context;
  server.get(`${API}/health`, async (): Promise<Health> => ({ status: 'ok', version: deps.version }));
  server.get(`${API}/counts`, async (): Promise<CountsOut> => deps.workspace.counts());
  server.get(
    `${API}/export`,
    { onRequest: needsToken(deps.token) },
    async (): Promise<ExportRecord> => deps.jobs.exportRecord(), // the job passes the release gate itself
  );
}
