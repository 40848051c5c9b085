import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, createServer as createTcp, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { html, sorted } from '../testing/warc-maker.mts';
import { isForbidden } from './address.ts';
import { type FetchOptions, webCapture } from './index.ts';
import { parseRobots } from './robots.ts';

type Route = (request: IncomingMessage, response: ServerResponse) => void;
let server: Server;
let port: number;
let routes: Record<string, Route>;
let asked: string[];
let waits: number[];
let clock: number;

beforeAll(async () => {
  server = createServer((incoming, response) => {
    const path = incoming.url ?? '';
    asked.push(path);
    const route = routes[path];
    if (route) route(incoming, response);
    else response.writeHead(404).end('nothing here');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => void server.close());
beforeEach(() => {
  routes = {};
  asked = [];
  waits = [];
  clock = Date.UTC(2031, 4, 6, 7, 8, 9);
});

const page: Route = (_request, response) =>
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html('a'));
const at = (path: string): string => `http://127.0.0.1:${port}${path}`;
const options = (more: Partial<FetchOptions> = {}): FetchOptions => ({
  now: () => new Date(clock),
  sleep: async (ms) => {
    waits.push(ms);
    clock += ms;
  },
  allowed: [`127.0.0.1:${port}`],
  ...more,
});
const fetched = (url: string, more: Partial<FetchOptions> = {}) => sorted(webCapture(options(more))(url));
const codes = async (url: string, more: Partial<FetchOptions> = {}) =>
  (await fetched(url, more)).aside.map((s) => s.code);

describe('a page', () => {
  it('is kept with request and answer as they went over the wire', async () => {
    routes['/a?x=1'] = (incoming, response) => {
      expect(incoming.headers['user-agent']).toBe('Reader of the test');
      response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip', ETag: '"1"' });
      response.write(gzipSync(html('a')).subarray(0, 20));
      response.end(gzipSync(html('a')).subarray(20));
    };
    const { pages, aside } = await fetched(at('/a?x=1#part'), { userAgent: 'Reader of the test' });
    expect(aside).toEqual([]);
    expect(Buffer.from(pages[0]?.body ?? '').toString()).toBe(html('a'));
    const message = Buffer.from(pages[0]?.received ?? '').toString('latin1');
    expect(message).toMatch(/^HTTP\/1\.1 200 OK\r\nContent-Type: text\/html\r\n/);
    expect(message).toContain('Transfer-Encoding: chunked\r\n');
    expect(message.endsWith('\r\n0\r\n\r\n')).toBe(true);
    expect(Buffer.from(pages[0]?.request ?? '').toString()).toMatch(
      new RegExp(
        `^GET /a\\?x=1 HTTP/1\\.1\r\nHost: 127\\.0\\.0\\.1:${port}\r\nUser-Agent: Reader of the test\r\n`,
      ),
    );
    expect(pages[0]?.capture.fetchedAt).toBe(new Date(clock).toISOString());
  });
  it('is asked for again only where it changed', async () => {
    routes['/a'] = (incoming, response) => {
      if (incoming.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else page(incoming, response);
    };
    const validators = async () => ({ etag: '"1"', lastModified: null });
    expect((await fetched(at('/a'), { validators })).passedOver).toEqual([
      'pages unchanged since they were last fetched',
    ]);
    expect((await fetched(at('/a'))).pages).toHaveLength(1);
  });
  it('is found through redirects, but not without end', async () => {
    routes['/r'] = (_q, response) => response.writeHead(302, { Location: '/a' }).end();
    routes['/loop'] = (_q, response) => response.writeHead(301, { Location: '/loop' }).end();
    routes['/a'] = page;
    const { pages } = await fetched(at('/r'));
    expect(pages[0]?.capture).toMatchObject({ url: at('/r'), finalUrl: at('/a') });
    expect(await codes(at('/loop'))).toEqual(['redirect']);
  });
  it('is every page that a feed or sitemap lists', async () => {
    routes['/map.xml'] = (_q, response) =>
      response
        .writeHead(200, { 'Content-Type': 'application/xml' })
        .end(
          `<sitemapindex><sitemap><loc>${at('/map1.xml')}</loc></sitemap><sitemap><loc>${at('/map.xml')}</loc></sitemap></sitemapindex>`,
        );
    routes['/map1.xml'] = (_q, response) =>
      response
        .writeHead(200, { 'Content-Type': 'application/xml' })
        .end(`<urlset><url><loc>${at('/a')}</loc></url><url><loc>${at('/gone')}</loc></url></urlset>`);
    routes['/a'] = page;
    const got = await fetched(at('/map.xml'));
    expect(got.pages).toHaveLength(1);
    expect(got.aside.map((s) => s.code)).toEqual(['http-status']);
  });
});

describe('politeness', () => {
  it('keeps to robots.txt', async () => {
    routes['/robots.txt'] = (_q, response) =>
      response
        .writeHead(200)
        .end('User-agent: *\nDisallow: /\n\nUser-agent: sayso\nDisallow: /private\nCrawl-delay: 7\n');
    routes['/private/a'] = page;
    routes['/a'] = page;
    expect(await codes(at('/private/a'))).toEqual(['robots']);
    expect((await fetched(at('/a'))).pages).toHaveLength(1);
    expect(asked).not.toContain('/private/a');
    expect(waits).toContain(7000);
  });
  it('fetches nothing where robots.txt fails, and waits in between', async () => {
    routes['/robots.txt'] = (_q, response) => response.writeHead(503).end();
    routes['/a'] = page;
    expect(await codes(at('/a'))).toEqual(['robots']);
    expect(asked).toEqual(['/robots.txt', '/robots.txt', '/robots.txt']);
  });
  it('pauses between two requests to a host', async () => {
    routes['/a'] = page;
    const take = webCapture(options());
    await sorted(take(at('/a')));
    await sorted(take(at('/a')));
    expect(asked).toEqual(['/robots.txt', '/a', '/a']);
    expect(waits).toEqual([1000, 1000]);
  });
  it('tries again what may work later, as late as the server asks', async () => {
    let times = 0;
    routes['/a'] = (incoming, response) => {
      if (times++ === 0) response.writeHead(429, { 'Retry-After': '30' }).end();
      else page(incoming, response);
    };
    expect((await fetched(at('/a'))).pages).toHaveLength(1);
    expect(waits).toContain(30_000);
  });
  const rules: readonly [path: string, rule: string, allowed: boolean][] = [
    ['/a/b.html', 'Disallow: /a', false],
    ['/b', 'Disallow: /a', true],
    ['/a/b', 'Disallow: /a\nAllow: /a/b', true],
    ['/x.pdf', 'Disallow: /*.pdf$', false],
    ['/x.pdf?y', 'Disallow: /*.pdf$', true],
    ['/a', 'Disallow:', true],
    [`/${'a'.repeat(5000)}`, `Disallow: /${'*a'.repeat(500)}b`, true],
  ];
  it.each(rules)('%.20s under "%.40s"', (path, rule, allowed) => {
    expect(parseRobots(`User-agent: *\n${rule}`, 'Sayso').allows(path)).toBe(allowed);
  });
});

describe('bad servers', () => {
  /** A server that answers with just these bytes and hangs up, or never does. */
  async function raw(
    answer: string | Buffer | null,
  ): Promise<{ url: string; close: () => void; port: number }> {
    const sockets = new Set<Socket>();
    const tcp = createTcp((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.once('data', (d) => {
        if (d.toString().startsWith('GET /robots.txt'))
          socket.end('HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n');
        else if (answer !== null) socket.end(answer);
      });
    });
    await new Promise<void>((ready) => tcp.listen(0, '127.0.0.1', ready));
    const { port: own } = tcp.address() as AddressInfo;
    const close = () => {
      for (const socket of sockets) socket.destroy();
      tcp.close();
    };
    return { url: `http://127.0.0.1:${own}/`, close, port: own };
  }
  const answers: readonly [
    what: string,
    answer: string | Buffer | null,
    codes: readonly string[],
    pages: number,
  ][] = [
    [
      'fewer bytes than stated',
      'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 999\r\n\r\n<p>The bridge is open',
      ['cut-short'],
      1,
    ],
    ['no HTTP', 'hello\r\n', ['connection'], 0],
    ['no answer', null, ['timeout'], 0],
    [
      'an answer without end',
      `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${'x'.repeat(300_000)}`,
      ['too-large'],
      0,
    ],
    [
      'a bomb',
      Buffer.concat([
        Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n'),
        gzipSync(Buffer.alloc(1 << 25)),
      ]),
      ['too-large'],
      0,
    ],
    [
      'an interim answer first',
      `HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${html('a')}`,
      [],
      1,
    ],
    ['an image', 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx', ['not-text'], 0],
  ];
  it.each(answers)('%s', async (_what, answer, expected, count) => {
    const { url, close, port: own } = await raw(answer);
    const got = await fetched(url, { allowed: [`127.0.0.1:${own}`], maxBytes: 200_000, timeoutMs: 300 });
    close();
    expect(got.aside.map((s) => s.code)).toEqual(expected);
    expect(got.pages).toHaveLength(count);
  });
  it('that refuses connections', async () => {
    const { url, close, port: own } = await raw('');
    close();
    expect(await codes(url, { allowed: [`127.0.0.1:${own}`] })).toEqual(['connection']);
  });
});

describe('addresses that must not be reached', () => {
  const hosts = [
    'localhost',
    'LOCALHOST.',
    'x.localhost',
    'printer.local',
    'metadata.google.internal',
    '127.0.0.1',
    '127.1',
    '127.0.0.1.',
    '2130706433',
    '0x7f000001',
    '0x7f.1',
    '017700000001',
    '0177.0.0.1',
    '0',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.254',
    '192.168.1.1',
    '169.254.169.254',
    '0xa9fea9fe',
    '2852039166',
    '100.64.0.1',
    '100.100.100.200',
    '168.63.129.16',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '%31%32%37.0.0.1',
    '１２７.0.0.1',
    '127。0。0。1',
    '[::]',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::127.0.0.1]',
    '[fe80::1]',
    '[fd00:ec2::254]',
    '[fc00::1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[ff02::1]',
    '[::ffff:a9fe:a9fe]',
  ];
  it.each(hosts)('%s', async (host) => {
    const got = await codes(`http://${host}:${port}/a`, { allowed: [] });
    expect(got).toEqual(['refused']);
    expect(asked).toEqual([]);
  });
  it.each(['file:///etc/passwd', 'gopher://127.0.0.1/', 'ftp://news.example/'])('%s', async (url) => {
    expect(await codes(url)).toEqual(['refused']);
  });
  it('a user name or password in the address', async () => {
    expect(await codes(`http://a:b@127.0.0.1:${port}/`)).toEqual(['refused']);
  });
  it.each([
    '8.8.8.8',
    '93.184.215.14',
    '2606:4700::1111',
    '172.32.0.1',
    '100.128.0.1',
    '192.169.0.1',
    '::ffff:8.8.8.8',
  ])('but %s may', (address) => {
    expect(isForbidden(address)).toBe(false);
  });
  it('after a redirect', async () => {
    routes['/r'] = (_q, response) =>
      response.writeHead(302, { Location: `http://0x7f000001:${port + 0}/secret` }).end();
    routes['/secret'] = page;
    routes['/r2'] = (_q, response) => response.writeHead(302, { Location: 'http://[::1]:1/secret' }).end();
    expect(await codes(at('/r2'))).toEqual(['refused']);
    expect(asked).not.toContain('/secret');
  });
  it('after DNS, also where one answer of several is good', async () => {
    const answers = [
      { address: '8.8.8.8', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    const resolve = ((_host: string, _options: unknown, done: (e: null, found: unknown) => void) =>
      done(null, answers)) as never;
    expect(await codes(`http://rebound.example:${port}/a`, { resolve })).toEqual(['refused']);
    expect(asked).toEqual([]);
  });
  it('and each connection goes to the address that its own look-up gave', async () => {
    let times = 0;
    const resolve = ((_host: string, _options: unknown, done: (e: null, found: unknown) => void) =>
      done(null, [{ address: times++ === 0 ? '127.0.0.1' : '127.0.0.2', family: 4 }])) as never;
    routes['/a'] = page;
    const got = await fetched(`http://news.example:${port}/a`, { resolve, allowed: ['news.example'] });
    expect(got.aside.map((s) => s.code)).toEqual(['connection']); // robots.txt came from the first, the page's address does not listen
    expect(times).toBeGreaterThan(1);
  });
});

describe('a proxy', () => {
  it('is asked in place of the server, and the tunnel for https is asked for by name', async () => {
    const tunnels: string[] = [];
    const proxied: string[] = [];
    const proxy = createServer((incoming, response) => {
      proxied.push(incoming.url ?? '');
      const to = new URL(incoming.url ?? '');
      request({ host: '127.0.0.1', port, path: to.pathname, headers: incoming.headers }, (r) => {
        response.writeHead(r.statusCode ?? 500, r.headers);
        r.pipe(response);
      }).end();
    });
    proxy.on('connect', (incoming, socket: Socket) => {
      tunnels.push(incoming.url ?? '');
      socket.end('HTTP/1.1 502 No\r\n\r\n');
    });
    await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
    const through = new URL(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
    routes['/a'] = page;
    expect((await fetched('http://news.example/a', { proxy: through })).pages[0]?.capture.finalUrl).toBe(
      'http://news.example/a',
    );
    expect(proxied).toEqual(['http://news.example/robots.txt', 'http://news.example/a']);
    expect(await codes('https://news.example/a', { proxy: through })).toEqual(['proxy']);
    expect(tunnels[0]).toBe('news.example:443');
    expect(await codes('http://127.0.0.1:1/a', { proxy: through, allowed: [] })).toEqual(['refused']);
    proxy.close();
  });
  it('that is not there ends the run', async () => {
    const gone = connect(1, '127.0.0.1');
    gone.on('error', () => undefined);
    await expect(
      fetched('http://news.example/a', { proxy: new URL('http://127.0.0.1:1') }),
    ).rejects.toMatchObject({ code: 'proxy', exitCode: 5 });
  });
});
