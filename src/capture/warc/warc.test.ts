import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pagesOfBytes } from '../index.ts';
import { html, members, namesOf, record, response, sha1Base32, sorted } from '../testing/warc-maker.mts';

const URL_A = 'https://news.example/a';
const read = (bytes: Uint8Array) => sorted(pagesOfBytes(bytes, 'crawl.warc.gz'));
const ofOne = (block: Uint8Array, fields = {}) => read(record({ url: URL_A, block, fields }));

describe('one page a response record', () => {
  const three = ['a', 'b', 'c'].map((n) =>
    record({ url: `https://news.example/${n}`, block: response(html(n)) }),
  );
  const forms: readonly [what: string, bytes: Buffer][] = [
    ['plain', Buffer.concat(three)],
    ['a gzip member a record', Buffer.concat(three.map((r) => gzipSync(r)))],
    ['packed as a whole', gzipSync(Buffer.concat(three))],
    [
      '1.0 with angle brackets',
      Buffer.concat(
        ['a', 'b', 'c'].map((n) =>
          record({ version: 'WARC/1.0', url: `<https://news.example/${n}>`, block: response(html(n)) }),
        ),
      ),
    ],
    [
      'bare line feeds',
      Buffer.from(
        Buffer.concat(three)
          .toString()
          .replaceAll('\r\n', '\n')
          .replace(
            /Content-Length: \d+/g,
            (_m, at, all: string) =>
              `Content-Length: ${Buffer.byteLength(all.slice(all.indexOf('\n\n', at) + 2).split(/\n\nWARC|\n\n$/)[0] ?? '')}`,
          ),
      ),
    ],
  ];
  it.each(forms)('%s', async (_what, bytes) => {
    const got = await read(bytes);
    expect(got.aside).toEqual([]);
    expect(namesOf(got)).toEqual(['a', 'b', 'c']);
  });

  it('with URL, time of capture, charset, and the message as received', async () => {
    const message = response(html('a'), { 'Content-Type': 'text/html; charset="UTF-8"' });
    const { pages } = await ofOne(message);
    expect(Buffer.from(pages[0]?.received ?? '')).toEqual(message);
    expect(pages[0]?.capture).toEqual({
      kind: 'capture',
      sha256: createHash('sha256').update(html('a')).digest('hex'),
      bytes: html('a').length,
      mediaType: 'text/html',
      charset: null,
      name: URL_A,
      url: URL_A,
      finalUrl: URL_A,
      fetchedAt: '2031-05-06T07:08:09.000Z',
      warcRecordId: null,
      statedCharset: 'utf-8',
      received: {
        wrapping: 'http',
        sha256: createHash('sha256').update(message).digest('hex'),
        bytes: message.length,
      },
    });
  });

  it('and one a resource record; revisits and what is no page are counted', async () => {
    const digest = { 'WARC-Payload-Digest': sha1Base32(Buffer.from(html('a'))) };
    const got = await read(
      Buffer.concat([
        record({ type: 'warcinfo', block: 'software: test\r\n' }),
        record({ type: 'request', url: URL_A, block: 'GET /a HTTP/1.1\r\n\r\n' }),
        record({ url: URL_A, block: response(html('a')), fields: digest }),
        record({ type: 'revisit', url: URL_A, block: 'HTTP/1.1 200 OK\r\n\r\n', fields: digest }),
        record({ type: 'revisit', url: URL_A, block: '', fields: { 'WARC-Payload-Digest': 'sha1:ZZZZ' } }),
        record({ type: 'resource', url: 'https://news.example/r', block: html('r') }),
        record({
          url: 'https://news.example/i',
          block: response('\x89PNG', { 'Content-Type': 'image/png' }),
        }),
        record({ url: 'https://news.example/m', block: response('', { Location: '/a' }, 301) }),
        record({ url: 'https://news.example/n', block: response(html('n'), {}, 404) }),
        record({ type: 'response', url: 'dns:news.example', block: 'A 192.0.2.1' }),
      ]),
    );
    expect(namesOf(got)).toEqual(['a', 'r']);
    expect(got.aside.map((s) => s.code)).toEqual(['revisit']);
    expect([...got.passedOver].sort()).toEqual([
      'answers that are not HTTP',
      'answers with status 404',
      'images',
      'redirects',
      'revisits of pages in the same file',
    ]);
  });
});

describe('bodies', () => {
  const body = Buffer.from(html('a'));
  const chunks = (bytes: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from('8;x=1\r\n'),
      bytes.subarray(0, 8),
      Buffer.from(`\r\n${(bytes.length - 8).toString(16)}\r\n`),
      bytes.subarray(8),
      Buffer.from('\r\n0\r\n\r\n'),
    ]);
  const coded: readonly [what: string, bytes: Buffer, fields: Record<string, string>][] = [
    ['chunked', chunks(body), { 'Transfer-Encoding': 'chunked' }],
    ['said to be chunked and not so', body, { 'Transfer-Encoding': 'chunked' }],
    ['gzip', gzipSync(body), { 'Content-Encoding': 'gzip' }],
    [
      'chunked gzip',
      chunks(gzipSync(body)),
      { 'Content-Encoding': 'x-gzip', 'Transfer-Encoding': 'chunked' },
    ],
    ['deflate in zlib’s format', deflateSync(body), { 'Content-Encoding': 'deflate' }],
    ['bare deflate', deflateRawSync(body), { 'Content-Encoding': 'deflate' }],
    ['brotli', brotliCompressSync(body), { 'Content-Encoding': 'br' }],
    ['two codings', gzipSync(deflateSync(body)), { 'Content-Encoding': 'deflate, gzip' }],
    ['said to be packed and not so', body, { 'Content-Encoding': 'br' }],
    ['no coding by name', body, { 'Content-Encoding': 'identity' }],
  ];
  it.each(coded)('%s', async (_what, bytes, fields) => {
    const got = await ofOne(response(bytes, fields));
    expect(got.aside).toEqual([]);
    expect(Buffer.from(got.pages[0]?.body ?? '').toString()).toBe(body.toString());
  });

  const long = Buffer.from(
    html('a') + Array.from({ length: 3000 }, (_, i) => `<p>${(i * 7919) % 1013} of ${i}`).join(''),
  );
  const broken: readonly [
    what: string,
    bytes: Buffer,
    fields: Record<string, string>,
    codes: readonly string[],
    taken: number,
  ][] = [
    [
      'gzip that breaks off',
      gzipSync(long).subarray(0, 3000),
      { 'Content-Encoding': 'gzip' },
      ['cut-short'],
      1,
    ],
    [
      'brotli that breaks off',
      brotliCompressSync(long).subarray(0, 2000),
      { 'Content-Encoding': 'br' },
      ['cut-short'],
      1,
    ],
    [
      'chunks that break off',
      chunks(long).subarray(0, 5000),
      { 'Transfer-Encoding': 'chunked' },
      ['cut-short'],
      1,
    ],
    ['fewer bytes than stated', long, { 'Content-Length': '999999' }, ['cut-short'], 1],
    [
      'gzip with a byte changed',
      Buffer.from(gzipSync(long)).fill(255, 40, 60),
      { 'Content-Encoding': 'gzip' },
      ['damaged'],
      0,
    ],
    ['a coding that is not read', long, { 'Content-Encoding': 'exi' }, ['unsupported'], 0],
    [
      'packed four times',
      gzipSync(long),
      { 'Content-Encoding': 'gzip, gzip, gzip, gzip' },
      ['unsupported'],
      0,
    ],
    ['an image said to be a page', Buffer.from('\x89PNG\r\n', 'latin1'), {}, ['not-text'], 0],
    ['no body', Buffer.alloc(0), {}, ['empty'], 0],
  ];
  it.each(broken)('%s', async (_what, bytes, fields, codes, taken) => {
    const got = await ofOne(response(bytes, fields));
    expect(got.aside.map((s) => s.code)).toEqual(codes);
    expect(got.pages).toHaveLength(taken);
    expect(got.aside[0]?.message).toContain(URL_A);
  });
});

describe('digests', () => {
  const block = response(html('a'));
  const digests: readonly [what: string, fields: Record<string, string>, taken: number][] = [
    ['of the block', { 'WARC-Block-Digest': sha1Base32(block) }, 1],
    ['of the payload', { 'WARC-Payload-Digest': sha1Base32(Buffer.from(html('a'))) }, 1],
    [
      'in hexadecimal',
      { 'WARC-Block-Digest': `sha256:${createHash('sha256').update(block).digest('hex')}` },
      1,
    ],
    ['of an algorithm not known', { 'WARC-Block-Digest': 'whirl:AAAA' }, 1],
    ['wrong, of the block', { 'WARC-Block-Digest': sha1Base32(Buffer.from('x')) }, 0],
    ['wrong, of the payload', { 'WARC-Payload-Digest': sha1Base32(Buffer.from('x')) }, 0],
  ];
  it.each(digests)('%s', async (_what, fields, taken) => {
    const got = await ofOne(block, fields);
    expect(got.pages).toHaveLength(taken);
    expect(got.aside.map((s) => s.code)).toEqual(taken ? [] : ['wrong-digest']);
  });
  it('of a packed body, made of what a browser sees', async () => {
    const packed = response(gzipSync(html('a')), { 'Content-Encoding': 'gzip' });
    const got = await ofOne(packed, { 'WARC-Payload-Digest': sha1Base32(Buffer.from(html('a'))) });
    expect(got.aside).toEqual([]);
  });
});

describe('damage is set aside, and what stands before and behind it is read', () => {
  it('half of the gzip members damaged', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `n${i}`);
    const all = members(...names).map((m, i) => (i % 2 ? Buffer.from(m).fill(0xa5, 30, 60) : m));
    const got = await read(Buffer.concat(all));
    expect(namesOf(got)).toEqual(names.filter((_, i) => i % 2 === 0));
    expect(got.aside).toHaveLength(20);
    expect(new Set(got.aside.map((s) => s.code))).toEqual(new Set(['damaged']));
  });
  it('half of the plain records damaged', async () => {
    const names = Array.from({ length: 40 }, (_, i) => `n${i}`);
    const all = names.map((n) => record({ url: `https://news.example/${n}`, block: response(html(n)) }));
    const got = await read(Buffer.concat(all.map((r, i) => (i % 2 ? Buffer.from(r).fill(0x7e, 0, 40) : r))));
    expect(namesOf(got)).toEqual(names.filter((_, i) => i % 2 === 0));
    expect(got.aside.length).toBe(20);
  });
  it('a checksum that does not hold', async () => {
    const [a, b, c] = members('a', 'b', 'c') as [Buffer, Buffer, Buffer];
    b.writeUInt32LE(1, b.length - 8);
    const got = await read(Buffer.concat([a, b, c]));
    expect(namesOf(got)).toEqual(['a', 'c']);
    expect(got.aside[0]?.message).toContain('news.example/b');
  });
  it('a file that breaks off inside a member: what is there is kept', async () => {
    const [a, b] = members('a', 'b') as [Buffer, Buffer];
    const got = await read(Buffer.concat([a, b.subarray(0, b.length - 20)]));
    expect(namesOf(got)).toEqual(['a', 'b']);
    expect(got.aside.map((s) => s.code)).toEqual(['cut-short']);
  });
  it('junk between members, and zeros at the end', async () => {
    const [a, b] = members('a', 'b') as [Buffer, Buffer];
    const got = await read(Buffer.concat([a, Buffer.from('junk \x1f\x8b\x08 junk'), b, Buffer.alloc(512)]));
    expect(namesOf(got)).toEqual(['a', 'b']);
    expect(got.aside.map((s) => s.code)).toEqual(['damaged', 'damaged']);
  });
  const lengths: readonly [what: string, length: string, codes: readonly string[]][] = [
    ['too great', '5000', ['cut-short']],
    ['too small', '70', ['cut-short']],
    ['beyond all measure', '99999999999', ['too-large']],
    ['no number', 'many', ['damaged']],
  ];
  it.each(lengths)('a Content-Length %s', async (_what, length, codes) => {
    const rec = (n: string, fields = {}) =>
      record({ url: `https://news.example/${n}`, block: response(html(n)), fields });
    for (const pack of [(b: Buffer) => b, gzipSync]) {
      const got = await read(
        Buffer.concat([rec('a'), rec('b', { 'Content-Length': length }), rec('c')].map((r) => pack(r))),
      );
      expect(got.aside.map((s) => s.code)).toEqual(codes);
      expect(namesOf(got)).toEqual(codes[0] === 'cut-short' ? ['a', 'b', 'c'] : ['a', 'c']);
      const b = got.pages.find((p) => p.capture.url?.endsWith('b'));
      if (b) expect(Buffer.from(b.body).toString()).toBe(html('b'));
    }
  });
  it('a record in segments, and one of no known type', async () => {
    const got = await read(
      Buffer.concat([
        record({ url: URL_A, block: response(html('a')), fields: { 'WARC-Segment-Number': '1' } }),
        record({ type: 'strange', url: URL_A, block: 'x' }),
      ]),
    );
    expect(got.aside.map((s) => s.code)).toEqual(['unsupported', 'damaged']);
  });
});

/** A gzip member of a megabyte that unpacks to `opening` and a gigabyte of zeros; its checksum does not hold. */
function gigabyte(opening: Uint8Array = Buffer.alloc(0)): Buffer {
  const flush = { finishFlush: constants.Z_FULL_FLUSH };
  const zeros = deflateRawSync(Buffer.alloc(1 << 24), flush);
  const parts = [
    deflateRawSync(opening, flush),
    ...Array.from({ length: 64 }, () => zeros),
    deflateRawSync(''),
  ];
  return Buffer.concat([gzipSync('').subarray(0, 10), ...parts, Buffer.alloc(8)]);
}

describe('bombs and hostile files', () => {
  const within = async (ms: number, bytes: Buffer) => {
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const got = await read(bytes);
    expect(performance.now() - start).toBeLessThan(ms);
    expect(process.memoryUsage().rss - before).toBeLessThan(250e6);
    return got;
  };
  const bomb = gigabyte(
    Buffer.from(
      'WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://news.example/bomb\r\nContent-Length: 1073741824\r\n\r\n',
    ),
  );
  it('a body that unpacks to a gigabyte', async () => {
    const got = await within(
      3000,
      record({ url: URL_A, block: response(gigabyte(), { 'Content-Encoding': 'gzip' }) }),
    );
    expect(got.aside.map((s) => s.code)).toEqual(['too-large']);
  });
  it('a member that unpacks without end is given up, the next is read', async () => {
    const [a, b] = members('a', 'b') as [Buffer, Buffer];
    const got = await within(6000, Buffer.concat([a, bomb, b]));
    expect(namesOf(got)).toEqual(['a', 'b']);
    expect(got.aside.map((s) => s.code)).toEqual(['too-large', 'too-large']);
  });
  it('a great many things that look like members', async () => {
    const got = await within(20_000, Buffer.alloc(3_000_000, Buffer.from([0x1f, 0x8b, 8])));
    expect(got.pages).toEqual([]);
    expect(got.aside.length).toBeGreaterThan(0);
  });
  it('a great many things that look like records', async () => {
    for (const line of [
      '\nWARC/',
      '\nWARC/1.1',
      'WARC/1.1\n\n',
      'WARC/1.1\r\nContent-Length: 9999999\r\n\r\n',
    ]) {
      const got = await within(
        10_000,
        Buffer.concat([Buffer.from('WARC/1.1\r\n'), Buffer.alloc(4_000_000, line)]),
      );
      expect(got.pages).toEqual([]);
    }
  });
});
