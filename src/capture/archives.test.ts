import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { captureBytes, captureFile, pagesOfBytes, pagesOfFile } from './index.ts';
import { folder, html, members, namesOf, sorted, zip } from './testing/warc-maker.mts';

const { file, remove } = folder();
afterAll(remove);

describe('WACZ', () => {
  const warc = Buffer.concat(members('a', 'b'));
  const hash = `sha256:${createHash('sha256').update(warc).digest('hex')}`;
  const packageOf = (stated: string) =>
    Buffer.from(
      JSON.stringify({
        profile: 'data-package',
        resources: [{ path: 'archive/data.warc.gz', hash: stated }],
      }),
    );
  const wacz = (stated = hash) =>
    zip({
      'pages/pages.jsonl': Buffer.from('{}'),
      'archive/data.warc.gz': warc,
      'datapackage.json': packageOf(stated),
    });

  it('gives the pages of its WARC files', async () => {
    const got = await sorted(pagesOfFile(file(wacz(), 'site.wacz')));
    expect(namesOf(got)).toEqual(['a', 'b']);
    expect(got.aside).toEqual([]);
  });
  it('tells of a wrong digest and reads on', async () => {
    const got = await sorted(pagesOfBytes(wacz(`sha256:${'0'.repeat(64)}`), 'site.wacz'));
    expect(namesOf(got)).toEqual(['a', 'b']);
    expect(got.aside.map((s) => [s.code, s.input])).toEqual([
      ['wrong-digest', 'site.wacz/archive/data.warc.gz'],
    ]);
  });
  it('is read without its directory when it breaks off', async () => {
    const whole = wacz();
    const got = await sorted(pagesOfBytes(whole.subarray(0, whole.length - 300), 'site.wacz'));
    expect(namesOf(got)).toEqual(['a', 'b']);
    expect(got.aside[0]).toMatchObject({ code: 'damaged' });
  });
  it('is told from other ZIP archives, damaged ones too, and never leads out of itself', async () => {
    const others = [
      zip({ '../../etc/x.html': Buffer.from('<p>x') }),
      Buffer.from('PK\x03\x04rest', 'latin1'),
    ];
    for (const bytes of others)
      expect((await sorted(pagesOfBytes(bytes, 'o.zip'))).aside).toMatchObject([{ code: 'not-text' }]);
    const damaged = Buffer.from(wacz());
    for (let i = 0; i < damaged.length; i += 97) {
      const mutant = Buffer.from(damaged);
      mutant[i] = (mutant[i] as number) ^ 0x55;
      await sorted(pagesOfBytes(mutant, 'mutant.wacz'));
    }
  });
});

describe('MHTML', () => {
  const mhtml = (body: string, coding: string, more = '') =>
    [
      'From: <Saved by a browser>',
      'Snapshot-Content-Location: https://news.example/saved',
      'Subject: =?utf-8?Q?Bridge=20open?=',
      'Date: Tue, 6 May 2031 07:08:09 -0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related;',
      '\ttype="text/html";',
      '\tboundary="----Boundary--x1"',
      '',
      '',
      '------Boundary--x1',
      'Content-Type: text/css',
      '',
      'p { color: red }',
      '------Boundary--x1',
      'Content-Type: text/html; charset=windows-1251',
      `Content-Transfer-Encoding: ${coding}`,
      'Content-Location: https://news.example/page',
      '',
      body,
      `------Boundary--x1${more}`,
      '',
    ].join('\r\n');
  const bodies: readonly [coding: string, body: string][] = [
    ['quoted-printable', '<p class=3D"a">The br=\r\nidge is open =E2=3D'],
    ['base64', Buffer.from('<p class="a">The bridge is open \xe2=', 'latin1').toString('base64')],
    ['8bit', '<p class="a">The bridge is open \xe2='],
  ];
  it.each(bodies)('gives its page, %s', async (coding, body) => {
    const archive = Buffer.from(mhtml(body, coding, '--'), 'latin1');
    const page = await captureFile(file(archive, `${coding}.mht`));
    if ('code' in page) throw new Error(page.message);
    expect(Buffer.from(page.body).toString('latin1')).toBe('<p class="a">The bridge is open \xe2=');
    expect(Buffer.from(page.received ?? '')).toEqual(archive);
    expect(page.capture).toMatchObject({
      mediaType: 'text/html',
      url: 'https://news.example/page',
      fetchedAt: '2031-05-06T07:08:09.000Z',
      statedCharset: 'windows-1251',
      received: { wrapping: 'mhtml', bytes: archive.length },
    });
  });
  it('gives what is there when it breaks off', () => {
    const archive = Buffer.from(mhtml('<p>The bridge is open', '7bit')).subarray(0, -30);
    expect(captureBytes(archive, 'cut.mht')).toMatchObject({ capture: { mediaType: 'text/html' } });
  });
  it('is set aside without a page', () => {
    const empty =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/css\r\n\r\nx';
    expect(captureBytes(Buffer.from(empty), 'empty.mht')).toMatchObject({ code: 'damaged' });
  });
  it('is not seen in a text that speaks of it', () => {
    const text = 'Note: how mail is made\nThe Content-Type: multipart/related line comes first.\n';
    expect(captureBytes(Buffer.from(text), 'n.txt')).toMatchObject({ capture: { mediaType: 'text/plain' } });
  });
});

it('gives a page of HTML packed in a WARC the same body as the file alone', async () => {
  const [member] = members('a') as [Buffer];
  const { pages } = await sorted(pagesOfBytes(member, 'a.warc.gz'));
  const alone = captureBytes(Buffer.from(html('a')), 'a.html');
  expect('code' in alone ? null : alone.capture.sha256).toBe(pages[0]?.capture.sha256);
});
