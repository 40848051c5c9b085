import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryWorkspace } from '../../test/support/memory-workspace.ts';
import { sampleRecord } from '../../test/support/sample.ts';
import {
  ApiErrorSchema,
  CountsSchema,
  IncidentDetailSchema,
  IncidentListSchema,
  PageDetailSchema,
  PageListSchema,
} from '../contract/index.ts';
import { type IngestSummary, recencyRule } from '../doc/index.ts';
import { StopError } from '../lib/errors.ts';
import { buildServer, type GivenFile, type ServerDeps } from './index.ts';

const TOKEN = 'a-token-of-the-test';
const AUTH = { authorization: `Bearer ${TOKEN}` };
const root = mkdtempSync(join(tmpdir(), 'sayso-server-'));
const record = sampleRecord();
const given: (GivenFile & { more: boolean })[] = [];
const errors: unknown[] = [];
const SUMMARY: IngestSummary = {
  taken: 1,
  known: 0,
  setAside: [],
  pages: 2,
  articles: 2,
  claims: 4,
  reports: 4,
  incidents: 1,
};

/** Long after the sample's events, so that nothing is held back unless a test says so. */
const LATER = new Date('2022-01-01T00:00:00Z');

function deps(changes: Partial<ServerDeps> = {}): ServerDeps {
  return {
    workspace: memoryWorkspace(record),
    version: '0.0.0',
    now: () => LATER,
    token: TOKEN,
    webRoot: join(root, 'web'),
    recency: recencyRule(),
    release: {
      version: '0.0.0',
      now: LATER,
      isMovement: () => false,
      title: (reports) => `released: ${reports[0]?.place?.name}`,
      actor: () => null,
    },
    jobs: {
      ingest: async (files, _onProgress, more = false) => {
        given.push(...files.map((f) => ({ ...f, more })));
        return SUMMARY;
      },
      exportRecord: async () => {
        throw new Error('a secret path');
      },
      rebuild: async () => {
        throw new StopError('locked', 'the index is locked: stop the other process', 4);
      },
      withdraw: async () => undefined,
    },
    onError: (error) => errors.push(error),
    ...changes,
  };
}

let server: FastifyInstance;
beforeAll(() => {
  mkdirSync(join(root, 'web/assets'), { recursive: true });
  writeFileSync(join(root, 'web/index.html'), '<!doctype html><title>desk</title>');
  writeFileSync(join(root, 'web/assets/a-1b2c.js'), 'export {}');
  writeFileSync(join(root, 'secret.txt'), 'secret');
  symlinkSync(join(root, 'secret.txt'), join(root, 'web/link.txt'));
  server = buildServer(deps());
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url, headers });
const post = (url: string, options: Partial<InjectOptions> = {}) =>
  server.inject({ method: 'POST', url, ...options, headers: { ...AUTH, ...options.headers } });

describe('reading', () => {
  it.each([
    ['/api/v1/counts', CountsSchema],
    ['/api/v1/incidents', IncidentListSchema],
    ['/api/v1/incidents/i-sample', IncidentDetailSchema],
    ['/api/v1/pages', PageListSchema],
    [`/api/v1/pages/${record.pages[0]?.id}`, PageDetailSchema],
  ])('%s answers as the contract says', async (url, schema) => {
    const response = await get(url);
    expect(response.statusCode).toBe(200);
    expect(schema.parse(response.json())).toEqual(response.json());
  });

  it('gives dates, places, outlets and roots of an incident in the list', async () => {
    const { incidents } = (await get('/api/v1/incidents?text=tarsuna')).json();
    expect(incidents[0]).toMatchObject({
      earliest: '2021-03-09',
      places: ['Tarsuna'],
      outlets: ['Harbour Post', 'الجسر'],
      rootCount: { strict: 2, standard: 3, broad: 4 },
      contradictions: ['killed'],
      coarsened: false,
    });
  });

  it.each([
    ['/api/v1/incidents/none', 404, 'no-incident'],
    ['/api/v1/pages/none', 404, 'no-page'],
    ['/api/v1/nothing', 404, 'no-route'],
    ['/api', 404, 'no-route'],
    ['/api/v1/incidents?limit=0', 400, 'bad-request'],
    ['/api/v1/incidents?limit=many', 400, 'bad-request'],
    ['/api/v1/incidents/%E0%A4%A', 400, 'bad-request'],
  ])('%s → %i %s, in words', async (url, status, code) => {
    const response = await get(url);
    expect(response.statusCode).toBe(status);
    expect(ApiErrorSchema.parse(response.json()).error.code).toBe(code);
  });
});

describe('recency rule', () => {
  const fresh = (): FastifyInstance => buildServer(deps({ now: () => new Date('2021-03-11T08:00:00Z') }));

  it('coarsens the reports, title and contradictions of a fresh incident', async () => {
    const { incident, reports } = (await fresh().inject('/api/v1/incidents/i-sample')).json();
    expect(reports[0]).toMatchObject({ coarsened: true, date: '2021-03-08/2021-03-14', dateEvidence: null });
    expect(reports[0].place).toMatchObject({ name: 'Upper Plain', lat: null, lon: null });
    expect(incident.title).toBe('released: Upper Plain');
  });

  it('coarsens the list and the layers of the reader', async () => {
    const { incidents } = (await fresh().inject('/api/v1/incidents')).json();
    expect(incidents[0]).toMatchObject({ places: ['Upper Plain'], earliest: '2021-03-08', coarsened: true });
    const page = (await fresh().inject(`/api/v1/pages/${record.pages[0]?.id}`)).json();
    const [layers] = Object.values<{ places: { lat: number | null }[] }>(page.layers);
    expect(layers?.places[0]?.lat).toBeNull();
    expect(page.incidents[0].title).toBe('released: Upper Plain');
  });
});

describe('writing', () => {
  it('hands the bytes of a capture on as they came, whatever their media type', async () => {
    given.length = 0;
    const body = Buffer.from([0x7b, 0xff, 0x00]);
    const response = await post('/api/v1/captures?name=page%20one.html', {
      payload: body,
      headers: { 'content-type': 'application/json' },
    });
    expect(response.json()).toEqual(SUMMARY);
    expect(given).toEqual([{ name: 'page one.html', bytes: body, more: false }]);
  });

  it.each(['..', '../../etc/passwd', 'a/b.html', 'a\\b.html', 'a%0Ab', ''])(
    'refuses the file name "%s"',
    async (name) => {
      const response = await post(`/api/v1/captures?name=${name}`, { payload: 'x' });
      expect(response.statusCode).toBe(400);
    },
  );

  it('says that more follows, and takes the name from a header', async () => {
    given.length = 0;
    const headers = { 'x-sayso-name': encodeURIComponent('صفحة.html') };
    await post('/api/v1/captures?more=1', { payload: 'x', headers });
    expect(given).toMatchObject([{ name: 'صفحة.html', more: true }]);
  });

  it('records a decision', async () => {
    const anchor = { capture: 'a'.repeat(64), exact: 'w', prefix: '', suffix: '', facet: 'status' };
    const payload = {
      anchor,
      action: 'correct',
      value: { to: 'denied' },
      coder: 'C2',
      reason: 'the denial comes later',
    };
    const response = await post('/api/v1/decisions', { payload });
    expect(response.statusCode).toBe(201);
    expect(response.json().body).toMatchObject(payload);
  });

  it.each([
    ['a decision without a reason', '/api/v1/decisions', { action: 'accept' }, 400],
    [
      'a withdrawal of a page never taken',
      '/api/v1/withdrawals',
      { sha256: 'b'.repeat(64), reason: 'r', coder: 'c' },
      404,
    ],
    ['a withdrawal without a digest', '/api/v1/withdrawals', { reason: 'r', coder: 'c' }, 400],
  ])('refuses %s', async (_what, url, payload, status) => {
    expect((await post(url, { payload })).statusCode).toBe(status);
  });

  it('refuses JSON larger than a decision can be', async () => {
    const response = await post('/api/v1/decisions', { payload: { reason: 'x'.repeat(300_000) } });
    expect(response.statusCode).toBe(413);
    expect(response.json().error.code).toBe('too-large');
  });

  it('tells what a stopped job says, and hides what an unknown error says', async () => {
    const stopped = await post('/api/v1/rebuild');
    expect(stopped.json().error).toEqual({
      code: 'locked',
      message: 'the index is locked: stop the other process',
    });
    const unknown = await get('/api/v1/export', AUTH);
    expect(unknown.statusCode).toBe(500);
    expect(unknown.body).not.toMatch(/secret|at .*\.ts/);
    expect(errors.some((e) => e instanceof Error && e.message === 'a secret path')).toBe(true);
  });
});

describe('guards', () => {
  const FORM = 'application/x-www-form-urlencoded';
  it.each([
    ['no token', '/api/v1/captures?name=a', {}, 401],
    ['a wrong token', '/api/v1/rebuild', { authorization: 'Bearer no' }, 401],
    ['a token in the address', `/api/v1/rebuild?token=${TOKEN}`, {}, 401],
    ['a foreign origin', '/api/v1/rebuild', { ...AUTH, origin: 'http://evil.example' }, 403],
    ['an opaque origin', '/api/v1/rebuild', { ...AUTH, origin: 'null' }, 403],
    ['another port of this machine', '/api/v1/rebuild', { ...AUTH, origin: 'http://localhost:3000' }, 403],
    ['a cross-site fetch', '/api/v1/rebuild', { ...AUTH, 'sec-fetch-site': 'cross-site' }, 403],
    ['a same-site fetch', '/api/v1/rebuild', { ...AUTH, 'sec-fetch-site': 'same-site' }, 403],
    ['a form', '/api/v1/decisions', { ...AUTH, 'content-type': FORM }, 415],
    ['plain text', '/api/v1/decisions', { ...AUTH, 'content-type': 'text/plain' }, 415],
  ])('refuses a write with %s', async (_what, url, headers, status) => {
    const response = await server.inject({ method: 'POST', url, headers, payload: 'a=1' });
    expect(response.statusCode).toBe(status);
    expect(ApiErrorSchema.parse(response.json()).error.message).toMatch(/\w/);
  });

  it('refuses an export without the token', async () => {
    expect((await get('/api/v1/export')).statusCode).toBe(401);
  });

  it.each([
    'evil.example',
    'localhost.evil.example',
    '127.0.0.1.evil.example:80',
    '127.0.0.2',
    '0.0.0.0',
    '[::2]',
    'a@localhost',
  ])('refuses the host "%s"', async (host) => {
    expect((await get('/', { host })).statusCode).toBe(421);
  });

  it.each(['127.0.0.1:4717', 'LOCALHOST:80', '[::1]:9'])('takes the host "%s"', async (host) => {
    expect((await get('/api/v1/health', { host })).statusCode).toBe(200);
  });

  it('refuses its own name at another port than the one it listens on', async () => {
    const listening = buildServer(deps());
    const { port } = new URL(await listening.listen({ host: '127.0.0.1', port: 0 }));
    const status = (host: string) =>
      new Promise<number | undefined>((resolve) => {
        request({ port, path: '/api/v1/health', headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        }).end();
      });
    expect(await status(`localhost:${port}`)).toBe(200);
    expect(await status(`localhost:${Number(port) + 1}`)).toBe(421);
    await listening.close();
  });

  it('refuses a caller from another machine', async () => {
    const response = await server.inject({ url: '/api/v1/health', remoteAddress: '192.168.1.20' });
    expect(response.statusCode).toBe(403);
  });

  it('refuses a cross-site read of the API, and takes a link from elsewhere to a view', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect((await get('/api/v1/incidents', foreign)).statusCode).toBe(403);
    expect((await get('/incidents/i-sample', foreign)).statusCode).toBe(200);
  });

  it.each(['/', '/api/v1/health', '/api/v1/nothing', '/none.js'])(
    'sends strict headers with %s',
    async (url) => {
      const { headers } = await get(url);
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/unsafe|\*|http:/);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
    },
  );
});

describe('the desk’s files', () => {
  it.each(['/', '/incidents/i-sample', '/pages', '/pages/d-0123'])('%s is the desk', async (url) => {
    const response = await get(url);
    expect(response.headers['content-type']).toContain('text/html');
    expect(response.body).toContain('<title>desk</title>');
  });

  it('are kept by the browser when their name holds a digest, and asked for anew when not', async () => {
    const asset = await get('/assets/a-1b2c.js');
    expect(asset.headers).toMatchObject({ 'content-type': 'text/javascript; charset=utf-8' });
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await get('/')).headers['cache-control']).toBe('no-cache');
  });

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%00.txt',
    '//secret.txt',
    '/link.txt',
    '/assets/',
  ])('%s leads nowhere', async (url) => {
    const response = await get(url);
    expect(response.statusCode).toBe(404);
    expect(response.body).not.toContain('secret\n');
  });

  it('say so when the desk is not built', async () => {
    const bare = buildServer(deps({ webRoot: join(root, 'none') }));
    expect((await bare.inject('/')).json().error.code).toBe('not-built');
  });
});
