import type { FastifyInstance, FastifyRequest } from 'fastify';
import { API, CaptureNameSchema } from '../../contract/index.ts';
import type { IngestSummary } from '../../doc/index.ts';
import { MAX_BYTES } from '../../pipeline/index.ts';
import type { RouteContext } from '../context.ts';
import { HttpFault, parsed } from '../faults.ts';
import { needsToken } from '../guard.ts';

/** `POST /captures?name=page.html` with the bytes of one file as its body, and `POST /comparisons` after the last. */
export function captureRoutes(server: FastifyInstance, context: RouteContext): void {
  server.register(async (scope) => {
    scope.removeAllContentTypeParsers(); // whatever it is, it is evidence: bytes, never parsed here
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: MAX_BYTES }, (_request, body, done) => {
      done(null, body);
    });
    scope.post(
      `${API}/captures`,
      { onRequest: needsToken(context.deps.token), bodyLimit: MAX_BYTES },
      async (request): Promise<IngestSummary> => {
        const name = parsed(CaptureNameSchema, nameOf(request), 'name');
        const bytes = request.body instanceof Uint8Array ? request.body : new Uint8Array();
        return context.write(() =>
          context.deps.jobs.ingest([{ name, bytes }], () => undefined, hasMore(request)),
        );
      },
    );
  });
  server.post(
    `${API}/comparisons`,
    { onRequest: needsToken(context.deps.token) },
    async (): Promise<IngestSummary> =>
      context.write(() => context.deps.jobs.ingest([], () => undefined, false)),
  );
}

/** `?more=1`: the caller has further files, and asks for `/comparisons` after the last. */
function hasMore(request: FastifyRequest): boolean {
  return (request.query as { more?: unknown }).more === '1';
}

/** The file's name, from `?name=` or the percent-encoded header `x-sayso-name`. */
function nameOf(request: FastifyRequest): unknown {
  const { name } = request.query as { name?: unknown };
  if (name !== undefined) return name;
  const header = request.headers['x-sayso-name'];
  if (typeof header !== 'string')
    throw new HttpFault(
      400,
      'bad-request',
      'name: give the file name as ?name= or in the header x-sayso-name',
    );
  try {
    return decodeURIComponent(header);
  } catch {
    throw new HttpFault(400, 'bad-request', 'x-sayso-name: percent-encode the file name');
  }
}
