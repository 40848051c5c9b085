import type { lookup as systemLookup } from 'node:dns';
import { type ClientRequest, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect as tlsConnect } from 'node:tls';
import { RetryError, SkipError, StopError } from '../../lib/errors.ts';
import { httpHead } from '../../lib/received/index.ts';
import { bareHost, checkedLookup, ForbiddenAddress, refusedHost } from './address.ts';

/** How a request is made. */
export interface ExchangeOptions {
  readonly userAgent: string;
  /** Hosts, or `host:port`, that may be reached whatever their address. */
  readonly allowed: ReadonlySet<string>;
  /** Largest answer taken, head included, in bytes. */
  readonly maxBytes: number;
  /** Longest time for one answer, in ms. */
  readonly timeoutMs: number;
  /** An HTTP proxy. It looks names up by itself: only addresses and names of this machine are refused here. */
  readonly proxy?: URL | undefined;
  readonly resolve?: typeof systemLookup | undefined;
}

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  readonly url: URL;
  readonly request: Buffer;
  readonly message: Buffer;
  /** False where the connection broke off before the answer's end. */
  readonly whole: boolean;
  readonly status: number;
  readonly fields: ReadonlyMap<string, string>;
}

/**
 * Sends one GET request. Throws a SkipError for what must not or cannot be fetched, a RetryError for what may work later,
 * a StopError where the proxy fails. The connection is closed after each answer, so that what arrives is the answer alone.
 */
export async function exchange(
  url: URL,
  more: Readonly<Record<string, string>>,
  options: ExchangeOptions,
): Promise<Exchange> {
  if (!/^https?:$/.test(url.protocol))
    throw new SkipError('refused', `${url.protocol} is not fetched, only http and https`);
  if (url.username || url.password)
    throw new SkipError('refused', 'the address holds a user name or password');
  const refusal = refusedHost(url, options.allowed);
  if (refusal) throw new SkipError('refused', refusal);
  const tunnel =
    options.proxy && url.protocol === 'https:' ? await tunnelTo(url, options.proxy, options) : null;
  const request = open(url, { ...fieldsFor(url, options.userAgent), ...more }, options, tunnel);
  return await answered(request, url, options);
}

function fieldsFor(url: URL, userAgent: string): Record<string, string> {
  return {
    Host: url.host,
    'User-Agent': userAgent,
    Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5',
    'Accept-Encoding': 'gzip, deflate, br',
    Connection: 'close',
  };
}

function open(
  url: URL,
  headers: Record<string, string>,
  options: ExchangeOptions,
  tunnel: Duplex | null,
): ClientRequest {
  const host = bareHost(url.hostname);
  const exempt = options.allowed.has(host) || options.allowed.has(`${host}:${url.port}`);
  const lookup = checkedLookup(exempt, options.resolve);
  const path = `${url.pathname}${url.search}`;
  const common = { method: 'GET', headers, agent: false as const };
  if (tunnel)
    return httpsRequest({
      ...common,
      host,
      path,
      createConnection: () => tlsConnect({ socket: tunnel, servername: host }),
    });
  const { proxy } = options;
  if (proxy)
    return httpRequest({ ...common, host: bareHost(proxy.hostname), port: proxy.port || 80, path: url.href });
  const make = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return make({ ...common, host, port: url.port || undefined, path, lookup });
}

function tunnelTo(url: URL, proxy: URL, { timeoutMs }: ExchangeOptions): Promise<Duplex> {
  const target = `${url.hostname}:${url.port || 443}`;
  return new Promise((resolve, reject) => {
    const stop = (why: string): void =>
      reject(new StopError('proxy', `the proxy ${proxy.host} ${why}: check --proxy`, 5));
    const request = httpRequest({
      host: bareHost(proxy.hostname),
      port: proxy.port || 80,
      method: 'CONNECT',
      path: target,
      headers: { Host: target },
      agent: false,
      timeout: timeoutMs,
    });
    request.once('connect', (answer, socket) => {
      if (answer.statusCode === 200) resolve(socket);
      else reject(new RetryError('proxy', `the proxy answered ${answer.statusCode} for ${target}`));
    });
    request.once('timeout', () => request.destroy(new Error('does not answer')));
    request.once('error', (error) => stop(`failed (${error.message})`));
    request.end();
  });
}

/** Gathers what comes over the socket until the answer is whole, too long or too late. */
function answered(request: ClientRequest, url: URL, options: ExchangeOptions): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let length = 0;
    const late = setTimeout(
      () => request.destroy(new RetryError('timeout', `no whole answer within ${options.timeoutMs} ms`)),
      options.timeoutMs,
    );
    const done = (finish: () => void): void => {
      clearTimeout(late);
      request.destroy();
      finish();
    };
    const end = (whole: boolean): void =>
      done(() => settle({ request, url, whole }, Buffer.concat(pieces), resolve, reject));
    request.once('socket', (socket: Socket) =>
      socket.on('data', (piece: Buffer) => {
        pieces.push(piece);
        length += piece.length;
        if (length > options.maxBytes)
          request.destroy(new SkipError('too-large', `more than ${options.maxBytes} bytes`));
      }),
    );
    request.once('response', (response: IncomingMessage) => {
      response.once('error', (error) => {
        const broke = (error as NodeJS.ErrnoException).code === 'ECONNRESET';
        if (broke) end(false);
        else done(() => reject(errorOf(error, options)));
      });
      response.once('end', () => end(true));
      response.resume();
    });
    request.once('error', (error) => done(() => reject(errorOf(error, options))));
    request.end();
  });
}

function settle(
  { request, url, whole }: { request: ClientRequest; url: URL; whole: boolean },
  received: Buffer,
  resolve: (e: Exchange) => void,
  reject: (e: Error) => void,
): void {
  const message = withoutInterim(received);
  const head = httpHead(message);
  if (!head || head.status === null) {
    reject(new RetryError('no-http', 'what answered is no HTTP'));
    return;
  }
  const lines = request.getRawHeaderNames().map((name) => `${name}: ${request.getHeader(name)}\r\n`);
  const sent = Buffer.from(`GET ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}\r\n`);
  resolve({ url, request: sent, message, whole, status: head.status, fields: head.fields });
}

/** The answer without the interim ones (status 1xx) that may come before it. */
function withoutInterim(received: Buffer): Buffer {
  let message = received;
  for (let head = httpHead(message); head?.status != null && head.status < 200; head = httpHead(message)) {
    if (head.bodyStart >= message.length) break;
    message = message.subarray(head.bodyStart);
  }
  return message;
}

/** What an error of the connection means for what happens next. */
function errorOf(error: Error, { proxy }: ExchangeOptions): Error {
  if (error instanceof SkipError || error instanceof RetryError || error instanceof StopError) return error;
  if (error instanceof ForbiddenAddress) return new SkipError('refused', error.message);
  const { code = '' } = error as NodeJS.ErrnoException;
  if (proxy && code === 'ECONNREFUSED')
    return new StopError('proxy', `the proxy ${proxy.host} refuses connections`, 5);
  if (code === 'ENOTFOUND') return new SkipError('no-such-host', 'its host has no address');
  if (/CERT|SELF_SIGNED|TLS/.test(code))
    return new SkipError('certificate', `its certificate cannot be trusted (${code})`);
  return new RetryError('connection', `the connection failed (${code || error.message})`);
}
