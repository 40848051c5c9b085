import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { HttpFault } from './faults.ts';

/** Names under which this machine calls itself; any other name in `Host` means a rebound DNS entry. */
const HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);
const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;
/** The scheme's own port, which a `Host` may leave out. */
const HTTP_PORT = 80;

/** Nothing from elsewhere, nothing inline, no frame around it, no address passed on. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** Refuses what does not come from this machine, under this machine's own name, and from this desk's own pages. */
export function guardAll(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(HEADERS);
    if (isApi(request)) reply.header('cache-control', 'no-store');
    checkPeer(request);
    checkHost(request);
    checkSite(request);
  });
}

/** Whether the address is the API's rather than a page's. */
export function isApi(request: FastifyRequest): boolean {
  return /^\/api(\/|$|\?)/.test(request.raw.url ?? '');
}

function checkPeer(request: FastifyRequest): void {
  if (!LOOPBACK.test(request.socket.remoteAddress ?? ''))
    throw new HttpFault(
      403,
      'not-local',
      'the desk answers this machine only: open it on the machine that runs it',
    );
}

function checkHost(request: FastifyRequest): void {
  const [, name = '', port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(request.headers.host ?? '') ?? [];
  const own = request.socket.localPort;
  const samePort = own === undefined || Number(port ?? HTTP_PORT) === own;
  if (!HOSTS.has(name.toLowerCase()) || !samePort || !request.raw.url?.startsWith('/'))
    throw new HttpFault(421, 'bad-host', 'open the desk at the address that "sayso serve" printed');
}

function checkSite(request: FastifyRequest): void {
  const write = request.method !== 'GET' && request.method !== 'HEAD';
  if (!write && !isApi(request)) return;
  const site = request.headers['sec-fetch-site'];
  const origin = request.headers.origin;
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
  const foreignOrigin = origin !== undefined && origin !== `http://${request.headers.host}`;
  if (foreignSite || foreignOrigin)
    throw new HttpFault(403, 'cross-origin', 'another web page asked for this; only the desk itself may');
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** A hook for routes that only the holder of the token may call. Compares in constant time. */
export function needsToken(token: string): (request: FastifyRequest) => Promise<void> {
  const wanted = digest(token);
  return async (request) => {
    const [, given = ''] = /^Bearer ([\x21-\x7e]+)$/.exec(request.headers.authorization ?? '') ?? [];
    if (given === '' || !timingSafeEqual(digest(given), wanted))
      throw new HttpFault(
        401,
        'token',
        'this needs the token of the workspace: use the sayso command, which reads it from the lock file',
      );
  };
}
