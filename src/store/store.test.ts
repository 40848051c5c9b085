import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { FILLER, type Reading } from '../doc/index.ts';
import { sha256 } from '../lib/hash.ts';
import { openWorkspace, verifyWorkspace, type Workspace } from './index.ts';
import {
  addPage,
  captured,
  decisionOn,
  incidentOf,
  options,
  pageText,
  putIncident,
  readingOf,
  STAGES,
  scratch,
} from './testing/fixtures.mts';

let dir: string;
let clean: () => void;
let w: Workspace;
let notes: string[];

async function begin(): Promise<void> {
  ({ dir, clean } = scratch());
  notes = [];
  w = await openWorkspace(dir, options(notes));
}

async function end(): Promise<void> {
  await w.close();
  clean();
}

describe('what was recorded', () => {
  beforeEach(begin);
  afterEach(end);

  it('comes out as it went in', async () => {
    const { page, reading } = await addPage(w, 'Lower Quarry');
    expect(Buffer.from((await w.body(page.capture.sha256)) ?? '')).toEqual(Buffer.from(page.body));
    const whole = await w.whole();
    expect(whole.pages).toEqual([reading.page]);
    expect(whole.claims).toEqual(reading.claims);
    expect(whole.reports).toEqual(reading.reports);
    expect(whole.layers).toEqual(reading.layers);
  });

  it('is added once, however often it is handed in', async () => {
    const { page, reading } = await addPage(w, 'Lower Quarry');
    const before = (await verifyWorkspace(dir)).entries;
    expect((await w.recordCapture({ ...page, capture: { ...page.capture, name: 'copy.txt' } })).known).toBe(
      true,
    );
    await w.recordReading(reading);
    expect((await verifyWorkspace(dir)).entries).toBe(before);
    expect(await w.counts()).toEqual({
      pages: 1,
      articles: 1,
      claims: 1,
      reports: 1,
      incidents: 0,
      withdrawn: 0,
    });
  });

  it('is added once when two hand it in at the same moment', async () => {
    const page = captured('twice.txt', pageText('Upper Quarry'));
    const both = await Promise.all([w.recordCapture(page), w.recordCapture(page)]);
    expect(both.map((b) => b.known)).toEqual([false, true]);
  });

  it('survives closing and opening, code units that PostgreSQL refuses included', async () => {
    const odd = 'Od\0d \uf8f0 tow\ud800n';
    const page = captured('odd.txt', pageText('Plain'));
    await w.recordCapture(page);
    const plain = readingOf(page, 'Plain');
    const [report] = plain.reports;
    const reports = [{ ...report, act: 'x', by: odd } as Reading['reports'][number]];
    await w.recordReading({ ...plain, reports });
    await w.close();
    w = await openWorkspace(dir, options(notes));
    expect((await w.reports())[0]?.by).toBe(odd);
    expect(notes).toEqual([]);
  });

  it('is unread until just these stage versions have read it', async () => {
    const { page } = await addPage(w, 'Lower Quarry');
    expect(await w.unread(STAGES)).toEqual([]);
    expect((await w.unread(['read@2'])).map((c) => c.sha256)).toEqual([page.capture.sha256]);
  });

  it('has one reading a page: the last', async () => {
    const { page } = await addPage(w, 'Lower Quarry');
    await w.recordReading({ ...readingOf(page, 'Lower Quarry', ['read@2']), reports: [] });
    expect(await w.counts()).toMatchObject({ pages: 1, claims: 1, reports: 0 });
    expect(await w.unread(['read@2'])).toEqual([]);
  });

  it('is listed with its state', async () => {
    const { page, reading } = await addPage(w, 'Lower Quarry');
    const other = captured('other.txt', 'not read yet');
    await w.recordCapture(other);
    const list = await w.captures();
    expect(list.map((c) => [c.capture.name, c.doc, c.withdrawn])).toEqual([
      ['Lower Quarry.txt', reading.page.id, null],
      ['other.txt', null, null],
    ]);
    expect(list[0]?.capture.sha256).toBe(page.capture.sha256);
  });

  it('reaches corpus stages as articles with their content blocks alone', async () => {
    const { reading } = await addPage(w, 'Lower Quarry');
    const [article] = await w.articles();
    expect(article).toMatchObject({
      key: `${reading.page.id}#a1`,
      published: { earliest: '2031-05-02', latest: '2031-05-02' },
    });
    expect(article?.blocks).toEqual(
      reading.page.segments.slice(0, 2).map(({ start, end }) => ({ start, end })),
    );
  });
});

describe('a reading is refused', () => {
  beforeAll(begin);
  afterAll(end);

  async function refusal(change: (reading: Reading) => Reading): Promise<unknown> {
    const page = captured('refused.txt', pageText('Lower Quarry'));
    await w.recordCapture(page);
    return w.recordReading(change(readingOf(page, 'Lower Quarry'))).catch((error: unknown) => error);
  }
  const report = (r: Reading) => r.reports[0] as Reading['reports'][number];

  it('when evidence deep inside a report is not the slice of the text', async () => {
    const error = await refusal((r) => {
      const [count] = report(r).counts as [Reading['reports'][number]['counts'][number]];
      const wrong = { ...count, evidence: count.evidence.map((e) => ({ ...e, exact: 'five' })) };
      return { ...r, reports: [{ ...report(r), counts: [wrong] }] };
    });
    expect(error).toMatchObject({ code: 'evidence', exitCode: 4 });
    expect(String(error)).toContain('counts[0].evidence[0]');
    expect(await w.counts()).toMatchObject({ pages: 0, reports: 0 });
  });

  it('when evidence lies outside the text', async () => {
    const sentence = { doc: '', start: 0, end: 1_000_000, exact: 'x' };
    const error = await refusal((r) => ({
      ...r,
      reports: [{ ...report(r), sentence: { ...sentence, doc: r.page.id } }],
    }));
    expect(error).toMatchObject({ code: 'evidence' });
  });

  it('when evidence points into another page', async () => {
    const error = await refusal((r) => ({
      ...r,
      claims: r.claims.map((c) => ({ ...c, content: { ...c.content, doc: 'd-0000000000000000' } })),
    }));
    expect(error).toMatchObject({ code: 'evidence' });
  });

  it('when a comment is not masked', async () => {
    const error = await refusal((r) => ({
      ...r,
      page: { ...r.page, text: r.page.text.replace(FILLER, 'n') },
    }));
    expect(error).toMatchObject({ code: 'evidence', exitCode: 4 });
    expect(String(error)).toContain('not masked');
  });

  it('when its capture was never recorded', async () => {
    const page = captured('unknown.txt', pageText('Nowhere'));
    await expect(w.recordReading(readingOf(page, 'Nowhere'))).rejects.toMatchObject({ code: 'evidence' });
  });
});

describe('incidents', () => {
  beforeAll(begin);
  afterAll(end);

  it('are found by words of title and places, in any case, never by quoted words', async () => {
    const { reading } = await addPage(w, 'Lower Quarry');
    await putIncident(w, [reading]);
    for (const text of ['bridge', 'LOWER quarry', ''])
      expect((await w.findIncidents({ text })).total, text).toBe(1);
    for (const text of [
      'bridge%x',
      'fire',
      'four people',
      '_____________________________________________________________x',
    ])
      expect((await w.findIncidents({ text })).total, text).toBe(0);
  });

  it('come with their reports and claims, by an old key too', async () => {
    const { reading } = await addPage(w, 'Lower Quarry');
    await putIncident(w, [reading], 'i-new');
    await w.replaceIncidents(
      [incidentOf('i-new', [reading])],
      [{ key: 'i-old', reports: [], redirect: 'i-new' }],
    );
    const view = await w.incident('i-old');
    expect(view?.incident.id).toBe('i-new');
    expect(view?.reports).toEqual(reading.reports);
    expect(view?.claims).toEqual(reading.claims);
    expect(await w.incident('i-none')).toBeNull();
  });

  it('have their keys logged once', async () => {
    const { reading } = await addPage(w, 'Lower Quarry');
    await putIncident(w, [reading]);
    const before = (await verifyWorkspace(dir)).entries;
    await putIncident(w, [reading]);
    expect((await verifyWorkspace(dir)).entries).toBe(before);
    expect((await w.incidentKeys()).filter((k) => k.key === 'i-1')).toHaveLength(1);
  });

  it('stand at the pages whose reports they hold', async () => {
    const { reading } = await addPage(w, 'Lower Quarry');
    await putIncident(w, [reading]);
    const view = await w.page(reading.page.id);
    expect(view?.incidents.map((i) => i.id)).toEqual(['i-1']);
    expect(await w.page('d-none')).toBeNull();
  });
});

describe('rebuild', () => {
  beforeEach(begin);
  afterEach(end);

  it('gives the same record, decisions and keys', async () => {
    const [a, b] = [await addPage(w, 'Lower Quarry'), await addPage(w, 'Upper Quarry')];
    await putIncident(w, [a.reading, b.reading]);
    const family = {
      id: 'f-1',
      articles: [`${a.reading.page.id}#a1`, `${b.reading.page.id}#a1`],
      passages: [],
    };
    await w.replaceFamilies([family], []);
    await w.recordDecision(decisionOn(a.page));
    const before = [await w.whole(), await w.decisions(), await w.incidentKeys(), await w.counts()];
    const seen: [number, number][] = [];
    await w.rebuild((done, total) => seen.push([done, total]));
    expect([await w.whole(), await w.decisions(), await w.incidentKeys(), await w.counts()]).toEqual(before);
    expect(seen.at(-1)?.[0]).toBe(seen.at(-1)?.[1]);
  });

  it('leaves a page whose derived file is gone to be read again', async () => {
    const { page } = await addPage(w, 'Lower Quarry');
    await rm(`${dir}/derived/${page.capture.sha256.slice(0, 2)}`, { recursive: true });
    await w.rebuild();
    expect((await w.unread(STAGES)).map((c) => c.name)).toEqual(['Lower Quarry.txt']);
    expect(notes.join()).toContain('will be read again');
  });
});

describe('a decision', () => {
  beforeEach(begin);
  afterEach(end);

  it('without a reason is refused', async () => {
    const { page } = await addPage(w, 'Lower Quarry');
    await expect(w.recordDecision({ ...decisionOn(page), reason: '' })).rejects.toMatchObject({
      code: 'bad-entry',
    });
  });

  it('survives the loss of the index', async () => {
    const { page } = await addPage(w, 'Lower Quarry');
    const entry = await w.recordDecision(decisionOn(page));
    await w.close();
    await rm(`${dir}/index`, { recursive: true });
    w = await openWorkspace(dir, options(notes));
    expect(await w.decisions()).toEqual([entry]);
  });
});

describe('a page that came wrapped', () => {
  beforeEach(begin);
  afterEach(end);

  it('is kept as it was received, with its request, and comes out unwrapped', async () => {
    const html = Buffer.from('<p>The bridge is open.');
    const received = Buffer.from(`HTTP/1.1 200 OK\r\nETag: "1"\r\nContent-Encoding: gzip\r\n\r\n`);
    const message = Buffer.concat([received, gzipSync(html)]);
    const { capture } = captured('https://news.example/a', html, 'https://news.example/a');
    const wrapped = { wrapping: 'http' as const, sha256: sha256(message), bytes: message.length };
    const request = Buffer.from('GET /a HTTP/1.1\r\nHost: news.example\r\n\r\n');
    await w.recordCapture({
      capture: { ...capture, received: wrapped },
      body: html,
      received: message,
      request,
    });
    expect(Buffer.from((await w.body(capture.sha256)) ?? '')).toEqual(html);
    await w.close();
    w = await openWorkspace(dir, options(notes));
    expect((await w.unread(STAGES))[0]?.received).toEqual(wrapped);
    expect(await w.validators('https://news.example/a')).toEqual({ etag: '"1"', lastModified: null });
    expect(await w.validators('https://news.example/b')).toBeNull();
    const warc = await readFile(join(dir, 'evidence', 'warc', 'sayso-000001.warc.gz'));
    const types: string[] = [];
    for await (const record of new WARCParser(
      (async function* () {
        yield warc;
      })(),
    )) {
      types.push(record.warcType ?? '');
      const payload = await record.readFully(false);
      if (record.warcType === 'response') expect(Buffer.from(payload ?? '')).toEqual(gzipSync(html));
    }
    expect(types).toEqual(['warcinfo', 'response', 'request']);
    await w.withdraw(capture.sha256, 'asked for', 'c1');
    expect((await verifyWorkspace(dir)).faults).toEqual([]);
  });

  it('is refused when the bytes as received are not those it speaks of', async () => {
    const page = captured('a', '<p>The bridge is open.');
    const wrapped = { wrapping: 'http' as const, sha256: sha256('x'), bytes: 1 };
    const refused = w.recordCapture({ ...page, capture: { ...page.capture, received: wrapped } });
    await expect(refused).rejects.toMatchObject({ code: 'evidence' });
  });
});
