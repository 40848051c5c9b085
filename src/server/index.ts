import Fastify, { type FastifyInstance } from 'fastify';
import { routeContext } from './context.ts';
import type { ServerDeps } from './deps.ts';
import { HttpFault, handleFaults, sendFault } from './faults.ts';
import { guardAll } from './guard.ts';
import { captureRoutes } from './routes/captures.ts';
import { incidentRoutes } from './routes/incidents.ts';
import { pageRoutes } from './routes/pages.ts';
import { stateRoutes } from './routes/state.ts';
import { writeRoutes } from './routes/writes.ts';
import { serveDesk } from './static.ts';

export type { DeskJobs, GivenFile, ServerDeps } from './deps.ts';

/** Largest JSON body, in bytes: a decision with its quote is far smaller. */
const MAX_JSON = 256 * 1024;
/** How long a caller may take to send one request, in ms: a slow one must not hold a connection for good. */
const REQUEST_TIMEOUT = 60_000;

/** The desk's HTTP API and its page. Opens no port: the caller listens on 127.0.0.1, or injects requests. */
export function buildServer(deps: ServerDeps): FastifyInstance {
  const onError = deps.onError ?? (() => undefined);
  const server = Fastify({
    bodyLimit: MAX_JSON,
    requestTimeout: REQUEST_TIMEOUT,
    forceCloseConnections: true,
    frameworkErrors: (_error, _request, reply) => {
      sendFault(
        reply,
        new HttpFault(400, 'bad-request', 'the address is not valid: check its percent-encoding'),
      );
    },
  });
  guardAll(server); // before anything else: no route runs for a foreign host or page
  handleFaults(server, onError);
  server.removeContentTypeParser('text/plain'); // JSON only, so that no plain form can post here
  const context = routeContext(deps);
  stateRoutes(server, context);
  incidentRoutes(server, context);
  pageRoutes(server, context);
  captureRoutes(server, context);
  writeRoutes(server, context);
  for (const path of ['/api', '/api/*'])
    server.get(path, async () => {
      throw noRoute();
    });
  serveDesk(server, deps.webRoot); // last: everything that is not the API is a file or a view
  server.setNotFoundHandler(async () => {
    throw noRoute();
  });
  return server;
}

function noRoute(): HttpFault {
  return new HttpFault(404, 'no-route', 'there is no such address: the routes are listed in docs/desk.md');
}
