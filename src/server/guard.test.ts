import { request } from 'node:http';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTH, deps, layDesk, removeDesk, root, TOKEN } from '../../test/support/desk-server.ts';
import { ApiErrorSchema } from '../contract/index.ts';
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
