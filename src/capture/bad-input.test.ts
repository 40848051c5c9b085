import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { captureBytes, pagesOfBytes } from './index.ts';
import { record, response, sorted } from './testing/warc-maker.mts';

const TEXT = '<p>The mayor of Marl said the bridge is open.</p>';

/** Pages that no server should send, each still a page. */
const PAGES: readonly (readonly [what: string, page: string])[] = [
  ['a hundred thousand elements deep', `<html>${'<div>'.repeat(100_000)}${TEXT}`],
  ['one line of 5 MB', `<html><p>${'bridge '.repeat(750_000)}</p>${TEXT}`],
  ['stray NULs', `<html>${`${TEXT}${' '.repeat(60)}\0`.repeat(20)}`],
  ['nothing closed', `<html><body><div><p>One<table><tr><td>${TEXT.slice(0, -4)}`],
];

describe.each(PAGES)('%s', (_what, page) => {
  it('is taken as it is, alone and out of a WARC', async () => {
    const start = performance.now();
    const alone = captureBytes(Buffer.from(page), 'page.html');
    const packed = gzipSync(record({ url: 'https://news.example/a', block: response(page) }));
    const { pages, aside } = await sorted(pagesOfBytes(packed, 'a.warc.gz'));
    expect(performance.now() - start).toBeLessThan(3000);
    expect('code' in alone ? alone.code : alone.capture.mediaType).toBe('text/html');
    expect(aside).toEqual([]);
    expect(pages[0]?.capture.bytes).toBe(Buffer.byteLength(page));
  });
});
