import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { openWorkspace, verifyWorkspace } from './index.ts';
import { captured, options, scratch } from './testing/fixtures.mts';

const WARC = 'sayso-000001.warc.gz';
const BODIES = {
  'plain.txt': Buffer.from('words of a page\r\n'),
  'ünïcode näme.html': Buffer.from('<p>\ufeffmore words</p>'),
  'bytes.bin': Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)),
};
let dir: string;
let clean: () => void;
let digests: string[];

beforeAll(async () => {
  ({ dir, clean } = scratch());
  const w = await openWorkspace(dir, options());
  const url = 'https://gazette.example/story?n=1';
  const pages = [
    ...Object.entries(BODIES).map(([n, b]) => captured(n, b)),
    captured('url', 'from the web', url),
  ];
  for (const page of pages) await w.recordCapture(page);
  digests = pages.map((p) => p.capture.sha256);
  await w.withdraw(digests[0] as string, 'asked for', 'coder-1');
  await w.close();
});
afterAll(() => clean());

/** Alters one byte of a file, runs `look`, and puts the byte back. */
async function flipped<T>(path: string, at: number, mask: number, look: () => Promise<T>): Promise<T> {
  const bytes = await readFile(path);
  bytes.writeUInt8(bytes.readUInt8(at) ^ mask, at);
  await writeFile(path, bytes);
  try {
    return await look();
  } finally {
    bytes.writeUInt8(bytes.readUInt8(at) ^ mask, at);
    await writeFile(path, bytes);
  }
}

it('finds nothing wrong with a sound workspace', async () => {
  const seen: number[] = [];
  const found = await verifyWorkspace(dir, { onProgress: (done) => seen.push(done) });
  expect(found).toMatchObject({ entries: 5, captures: 4, withdrawn: [digests[0]], faults: [] });
  expect(seen).toEqual([1, 2, 3, 4]);
});

it('finds a flipped bit at any byte of the evidence and names the entry', async () => {
  const path = join(dir, 'evidence', 'warc', WARC);
  const size = (await readFile(path)).length;
  for (let at = 0; at < size; at += 41) {
    const { faults } = await flipped(path, at, 1 << (at % 8), () => verifyWorkspace(dir));
    expect(faults.length, `byte ${at}`).toBe(1);
    expect(faults[0]?.where).toMatch(/^(entry \d+ \(|evidence\/warc\/)/);
  }
});

it('finds a flipped bit at any byte of the log and names the line', async () => {
  const path = join(dir, 'log', '000001.jsonl');
  const text = await readFile(path, 'utf8');
  for (let at = 0; at < text.length; at += 53) {
    const { faults } = await flipped(path, at, 1 << (at % 7), () => verifyWorkspace(dir));
    const line = Buffer.from(text).subarray(0, at).toString('utf8').split('\n').length;
    expect(faults.map((f) => f.where).join(), `byte ${at}`).toContain(`log/000001.jsonl:${line}`);
  }
});

it('finds a rewritten log by an earlier head, and no other way', async () => {
  const { head } = await verifyWorkspace(dir);
  expect((await verifyWorkspace(dir, { knownHead: head ?? '' })).faults).toEqual([]);
  expect((await verifyWorkspace(dir, { knownHead: 'f'.repeat(64) })).faults.map((f) => f.where)).toEqual([
    'log',
  ]);
});

it('refuses a folder that is no workspace', async () => {
  await expect(verifyWorkspace(join(dir, 'none'))).rejects.toMatchObject({
    code: 'no-workspace',
    exitCode: 2,
  });
});

it('leaves evidence that any WARC reader takes, with the bytes as they came', async () => {
  const records: { type: string | null; uri: string | null; version: string; payload: Buffer }[] = [];
  for await (const record of new WARCParser([await readFile(join(dir, 'evidence', 'warc', WARC))])) {
    const payload = Buffer.from((await record.readFully(false)) ?? []);
    const version = record.warcHeaders.statusline;
    records.push({ type: record.warcType ?? null, uri: record.warcTargetURI ?? null, version, payload });
  }
  expect(records.map((r) => [r.version, r.type, r.uri])).toEqual([
    ['WARC/1.1', 'warcinfo', null],
    ['WARC/1.1', 'metadata', 'file:plain.txt'],
    ['WARC/1.1', 'resource', 'file:%C3%BCn%C3%AFcode%20n%C3%A4me.html'],
    ['WARC/1.1', 'resource', 'file:bytes.bin'],
    ['WARC/1.1', 'resource', 'https://gazette.example/story?n=1'],
  ]);
  expect(records[2]?.payload).toEqual(BODIES['ünïcode näme.html']);
  expect(records[3]?.payload).toEqual(BODIES['bytes.bin']);
});
