import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AUTH,
  deps,
  errors,
  given,
  layDesk,
  record,
  removeDesk,
  SUMMARY,
} from '../../test/support/desk-server.ts';
import {
  ApiErrorSchema,
  CountsSchema,
  IncidentDetailSchema,
  IncidentListSchema,
  PageDetailSchema,
  PageListSchema,
} from '../contract/index.ts';
import { MAX_BYTES } from '../pipeline/index.ts';
import { buildServer } from './index.ts';

let server: FastifyInstance;
beforeAll(() => {
  layDesk();
  server = buildServer(deps());
});
afterAll(async () => {
  await server.close();
  removeDesk();
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
    ['/api/v1/pages/%00', 404, 'no-page'],
    ['/api/v1/incidents/%00', 404, 'no-incident'],
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

  it('takes no more bytes than the capture stage does', async () => {
    given.length = 0;
    const most = Buffer.alloc(MAX_BYTES, 'x');
    expect((await post('/api/v1/captures?name=a', { payload: most })).statusCode).toBe(200);
    const over = await post('/api/v1/captures?name=a', { payload: Buffer.alloc(MAX_BYTES + 1, 'x') });
    expect(over.statusCode).toBe(413);
    expect(over.json().error.code).toBe('too-large');
    expect(given).toHaveLength(1);
  });

  it('compares what is due when the last capture was taken, for the holder of the token alone', async () => {
    const response = await post('/api/v1/comparisons', { payload: {} });
    expect(response.json()).toEqual(SUMMARY);
    const stranger = await server.inject({ method: 'POST', url: '/api/v1/comparisons', payload: {} });
    expect(stranger.statusCode).toBe(401);
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
