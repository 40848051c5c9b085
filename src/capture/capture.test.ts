import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { captureBytes, captureFile, findInputs, MAX_BYTES } from './index.ts';

const dir = mkdtempSync(join(tmpdir(), 'sayso-capture-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
let made = 0;
function file(content: string | Uint8Array, name = `f${made++}`): string {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
}

describe('captureFile tells what bytes are by content', () => {
  const cases: readonly [what: string, bytes: string | Uint8Array, mediaType: string][] = [
    ['a page', '<!doctype html><p>The bridge is open.', 'text/html'],
    ['a page after a BOM', '\ufeff<html><p>The bridge is open.', 'text/html'],
    ['XHTML', '<?xml version="1.0"?>\n<html xmlns="x"><body/></html>', 'application/xhtml+xml'],
    ['plain text', 'The bridge is open.\n', 'text/plain'],
    ['invalid UTF-8', Buffer.from([0x54, 0x68, 0xff, 0xfe, 0x65]), 'text/plain'],
    ['UTF-16 with a BOM', Buffer.from('\ufeffThe bridge is open.', 'utf16le'), 'text/plain'],
  ];
  it.each(cases)('%s', async (_what, bytes, mediaType) => {
    expect(await captureFile(file(bytes))).toMatchObject({ capture: { mediaType, charset: null } });
  });
});

describe('captureFile sets aside', () => {
  const cases: readonly [what: string, bytes: string | Uint8Array, code: string, words: string][] = [
    ['an empty file', '', 'empty', 'save the page again'],
    ['a PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'not-text', 'PNG image'],
    ['a PDF', '%PDF-1.7\n', 'not-text', 'PDF'],
    ['a ZIP', Buffer.from('PK\x03\x04rest', 'latin1'), 'not-text', 'ZIP'],
    ['bytes with NULs', Buffer.from('abc\0def'), 'not-text', 'binary'],
    ['a WARC file that breaks off', 'WARC/1.1\r\nWARC-Type: response\r\n', 'damaged', 'head'],
  ];
  it.each(cases)('%s', async (_what, bytes, code, words) => {
    const path = file(bytes);
    const got = await captureFile(path);
    expect(got).toMatchObject({ code });
    expect((got as { input: string }).input).toContain(path);
    expect((got as { message: string }).message).toContain(words);
  });
  it('a file over the cap', async () => {
    expect(await captureFile(file('x'.repeat(11)), { maxBytes: 10 })).toMatchObject({ code: 'too-large' });
  });
  it('bytes over the cap, however they come', () => {
    const got = captureBytes(Buffer.alloc(MAX_BYTES + 1, 'x'), 'big.txt');
    expect(got).toMatchObject({ input: 'big.txt', code: 'too-large' });
  });
  it('a file that is gone', async () => {
    expect(await captureFile(join(dir, 'gone'))).toMatchObject({ code: 'vanished' });
  });
  it('what the system refuses to read', async () => {
    expect(await captureFile(dir)).toMatchObject({ code: 'unreadable' });
  });
});

it('hashes the bytes as received', async () => {
  const bytes = Buffer.from('\ufeffThe bridge is open.\r\n');
  const digest = createHash('sha256').update(bytes).digest('hex');
  expect(await captureFile(file(bytes, 'named.txt'))).toMatchObject({
    capture: { sha256: digest, bytes: bytes.length, name: 'named.txt', url: null, fetchedAt: null },
  });
});

describe('findInputs', () => {
  const root = join(dir, 'tree');
  mkdirSync(join(root, 'b'), { recursive: true });
  mkdirSync(join(root, 'void'));
  writeFileSync(join(root, 'z.txt'), 'z');
  writeFileSync(join(root, 'b', 'a.txt'), 'a');
  writeFileSync(join(root, '.hidden'), 'h');
  symlinkSync(root, join(root, 'b', 'loop'));
  const circle = join(dir, 'circle');
  symlinkSync(circle, circle);
  it('walks folders in order, without hidden files and without end in a loop', async () => {
    expect(await findInputs([root])).toEqual({
      inputs: [join(root, 'b', 'a.txt'), join(root, 'z.txt')],
      setAside: [],
    });
  });
  it('takes an input given twice once', async () => {
    expect((await findInputs([join(root, 'z.txt'), join(root, 'z.txt')])).inputs).toHaveLength(1);
  });
  const aside: readonly [what: string, path: string, code: string, why: string][] = [
    ['a missing path', join(root, 'nowhere'), 'missing', 'no such file'],
    ['a path below a file', join(root, 'z.txt', 'a'), 'missing', 'no such file'],
    ['an empty folder', join(root, 'void'), 'empty', 'holds no file'],
    ['a URL that is not of the web', 'ftp://example.org/page', 'unsupported', 'only http'],
    ['a link that leads to itself', circle, 'unreadable', 'lead in a circle'],
    ['a name of 300 characters', join(root, 'n'.repeat(300)), 'unreadable', 'longer than the file system'],
  ];
  it.each(aside)('sets aside %s', async (_what, path, code, why) => {
    const { inputs, setAside } = await findInputs([path]);
    expect(inputs).toEqual([]);
    expect(setAside).toMatchObject([{ input: path, code }]);
    expect(setAside[0]?.message).toContain(path);
    expect(setAside[0]?.message).toContain(why);
  });
});
