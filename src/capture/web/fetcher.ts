import type { lookup as systemLookup } from 'node:dns';
import { RetryError, SkipError } from '../../lib/errors.ts';
import { httpHead, httpPayload } from '../../lib/received/index.ts';
import { MAX_BLOCK_BYTES } from '../warc/members.ts';
import { bareHost } from './address.ts';
import { type Exchange, type ExchangeOptions, exchange } from './exchange.ts';
import { ALLOW_ALL, ALLOW_NONE, MAX_ROBOTS_BYTES, parseRobots, type Robots } from './robots.ts';

/** How pages are fetched. Network, clock and waiting are arguments. */
export interface FetchOptions {
  readonly now: () => Date;
  readonly sleep?: (ms: number) => Promise<void>;
  readonly resolve?: typeof systemLookup;
  readonly userAgent?: string;
  /** Hosts, or `host:port`, that may be reached although their address is not of the public internet. */
  readonly allowed?: readonly string[];
  readonly proxy?: URL;
  /** Least time between two requests to a host, in ms. */
  readonly hostDelayMs?: number;
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  /** What an earlier capture of a URL said of its version, so that only a changed page is sent. */
  readonly validators?: (url: string) => Promise<Validators | null>;
}

export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** An answer, and how it was come by. */
export interface Fetched extends Exchange {
  readonly fetchedAt: string;
}

const PRODUCT = 'Sayso';
const USER_AGENT = `${PRODUCT}/0.1 (keeps a record of news; follows robots.txt)`;
/** A second between two requests is what most operators ask of a polite robot. */
const HOST_DELAY_MS = 1000;
const TIMEOUT_MS = 30_000;
const MAX_REDIRECTS = 5;
/** Tries of one request, and the waits between them in ms. A server may ask for longer, up to two minutes. */
const WAITS_MS = [1000, 4000];
const MAX_WAIT_MS = 120_000;
/** Answers that may be another one later. */
const TRY_AGAIN: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Fetches pages politely: one after the other, as robots.txt allows, with a pause for each host. */
export class Fetcher {
  readonly #options: FetchOptions;
  readonly #exchange: ExchangeOptions;
  readonly #sleep: (ms: number) => Promise<void>;
  readonly #robots = new Map<string, Robots>();
  /** By host: when the next request may go out, in ms of the clock. */
  readonly #next = new Map<string, number>();

  constructor(options: FetchOptions) {
    this.#options = options;
    this.#sleep = options.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
    this.#exchange = {
      userAgent: options.userAgent ?? USER_AGENT,
      allowed: new Set((options.allowed ?? []).map((host) => host.toLowerCase())),
      maxBytes: options.maxBytes ?? MAX_BLOCK_BYTES,
      timeoutMs: options.timeoutMs ?? TIMEOUT_MS,
      proxy: options.proxy,
      resolve: options.resolve,
    };
  }

  get now(): () => Date {
    return this.#options.now;
  }

  /** The answer that a URL leads to, redirects followed, each checked anew. Throws a SkipError or RetryError with the reason. */
  async fetch(address: string): Promise<Fetched> {
    let url: URL = new URL(address);
    url.hash = '';
    const validators = (await this.#options.validators?.(url.href)) ?? null;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      if (!(await this.#robotsOf(url)).allows(`${url.pathname}${url.search}`))
        throw new SkipError('robots', `${url.host} asks robots to stay away from it (robots.txt)`);
      const answer = await this.#patiently(url, hop === 0 ? conditions(validators) : {});
      const target = REDIRECTS.has(answer.status) ? answer.fields.get('location') : undefined;
      if (target === undefined) return { ...answer, fetchedAt: this.#options.now().toISOString() };
      if (!URL.canParse(target, url.href))
        throw new SkipError('redirect', `it leads on to "${target.slice(0, 200)}"`);
      url = new URL(target, url);
      url.hash = '';
    }
    throw new SkipError('redirect', `it leads on more than ${MAX_REDIRECTS} times`);
  }

  /** Tries again what may work later. */
  async #patiently(url: URL, fields: Readonly<Record<string, string>>): Promise<Exchange> {
    for (let tries = 0; ; tries++) {
      try {
        const answer = await this.#inTurn(url, fields);
        const wait = WAITS_MS[tries];
        if ((answer.whole && !TRY_AGAIN.has(answer.status)) || wait === undefined) return answer;
        await this.#sleep(Math.max(wait, retryAfter(answer, this.#options.now())));
      } catch (error) {
        const wait = WAITS_MS[tries];
        if (!(error instanceof RetryError) || wait === undefined) throw error;
        await this.#sleep(wait);
      }
    }
  }

  /** One request, once the host's pause is over. */
  async #inTurn(url: URL, fields: Readonly<Record<string, string>>): Promise<Exchange> {
    const host = bareHost(url.hostname);
    const wait = (this.#next.get(host) ?? 0) - this.#options.now().getTime();
    if (wait > 0) await this.#sleep(wait);
    try {
      return await exchange(url, fields, this.#exchange);
    } finally {
      const asked = (this.#robots.get(url.origin)?.delay ?? 0) * 1000;
      const pause = Math.max(asked, this.#options.hostDelayMs ?? HOST_DELAY_MS);
      this.#next.set(host, this.#options.now().getTime() + pause);
    }
  }

  /** A site without a robots.txt allows all; one whose robots.txt cannot be had allows nothing (RFC 9309 §2.3.1). */
  async #robotsOf(url: URL): Promise<Robots> {
    const known = this.#robots.get(url.origin);
    if (known) return known;
    const robots = await this.#askRobots(new URL('/robots.txt', url));
    this.#robots.set(url.origin, robots);
    if (robots.delay !== null)
      this.#next.set(bareHost(url.hostname), this.#options.now().getTime() + robots.delay * 1000);
    return robots;
  }

  async #askRobots(url: URL): Promise<Robots> {
    let at = url;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const answer = await this.#patiently(at, {});
      const target = REDIRECTS.has(answer.status) ? answer.fields.get('location') : undefined;
      if (target !== undefined && URL.canParse(target, at.href)) {
        at = new URL(target, at);
        continue;
      }
      if (answer.status >= 500) return ALLOW_NONE;
      return answer.status === 200 ? parseRobots(bodyOf(answer), PRODUCT) : ALLOW_ALL;
    }
    return ALLOW_ALL;
  }
}

function bodyOf({ message }: Exchange): string {
  const head = httpHead(message);
  const payload = head && httpPayload(message, head);
  return payload && 'body' in payload ? payload.body.toString('utf8', 0, MAX_ROBOTS_BYTES) : '';
}

function conditions(validators: Validators | null): Record<string, string> {
  return {
    ...(validators?.etag ? { 'If-None-Match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'If-Modified-Since': validators.lastModified } : {}),
  };
}

/** What the server asks to be waited for, in ms, up to two minutes; 0 when it asks for nothing. */
function retryAfter({ fields }: Exchange, now: Date): number {
  const asked = fields.get('retry-after') ?? '';
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1000 : Date.parse(asked) - now.getTime();
  return Number.isNaN(ms) ? 0 : Math.max(0, Math.min(MAX_WAIT_MS, ms));
}
