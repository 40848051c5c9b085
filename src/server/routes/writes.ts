import type { FastifyInstance } from 'fastify';
import { API, type CountsOut, DecisionSchema, WithdrawalSchema } from '../../contract/index.ts';
import type { LogEntry } from '../../doc/index.ts';
import type { RouteContext } from '../context.ts';
import { HttpFault, parsed } from '../faults.ts';
import { needsToken } from '../guard.ts';

/** `POST /rebuild`, `/withdrawals` and `/decisions` */
export function writeRoutes(server: FastifyInstance, context: RouteContext): void {
  const { deps, write } = context;
  const options = { onRequest: needsToken(deps.token) };

  server.post(`${API}/rebuild`, options, async (): Promise<CountsOut> => {
    await write(() => deps.jobs.rebuild());
    return deps.workspace.counts();
  });

  server.post(`${API}/withdrawals`, options, async (request): Promise<{ withdrawn: string }> => {
    const { sha256, reason, coder } = parsed(WithdrawalSchema, request.body, 'body');
    const captures = await deps.workspace.captures();
    if (!captures.some((c) => c.capture.sha256 === sha256))
      throw new HttpFault(404, 'no-capture', 'no page with this digest was taken: see the list of pages');
    await write(() => deps.jobs.withdraw(sha256, reason, coder));
    return { withdrawn: sha256 };
  });

  server.post(`${API}/decisions`, options, async (request, reply): Promise<LogEntry> => {
    const { value, ...decision } = parsed(DecisionSchema, request.body, 'body');
    const entry = await write(() => deps.workspace.recordDecision({ ...decision, value }));
    reply.code(201);
    return entry;
  });
}
