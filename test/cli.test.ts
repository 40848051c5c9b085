import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportRecord } from '../src/doc/index.ts';
import { EXAMPLES, printed, sayso, scratch, start, stop } from './support/cli.ts';

const room = scratch();
afterAll(() => room.remove());
const at = (...parts: string[]) => join(room.dir, ...parts);

const PAGE = `<!doctype html><html lang="en"><head><title>Blast hits depot near Homs</title></head><body>
<article><h1>Blast hits depot near Homs</h1>
<p>HOMS, May 4, 2021 - Two guards were killed when a blast hit a fuel depot near Homs on Tuesday, a police spokesman said.</p>
<p>The governor's office denied that there were any deaths. "No one was killed," it said in a statement.</p></article></body></html>`;

/** The record without what changes from run to run. */
function stable(record: ExportRecord): unknown {
  return { ...record, sayso: null };
}

function exported(workspace: string): ExportRecord {
  const done = sayso(['export', '--workspace', workspace, '--format', 'json']);
  expect(done.err).toBe('');
  return JSON.parse(done.out) as ExportRecord;
}

describe('the main job', () => {
  const first = { code: -1 as number | null, out: '' };
  beforeAll(() => {
    const done = sayso(['ingest', EXAMPLES, '--workspace', at('main')]);
    first.code = done.code;
    first.out = done.out;
  });

  it('reads the examples and says in words what it found', () => {
    expect(first.code).toBe(0);
    expect(first.out).toMatch(/12 pages taken in\./);
    expect(first.out).toMatch(/14 articles/);
  });

  it('adds nothing when the same pages come again', () => {
    const before = exported(at('main'));
    const again = sayso(['ingest', EXAMPLES, '--workspace', at('main')]);
    expect(again.out).toMatch(/0 pages taken in, 12 known already/);
    expect(stable(exported(at('main')))).toEqual(stable(before));
  });

  it('exports claims with roots, reports with places and dates, incidents with root counts', () => {
    const record = exported(at('main'));
    expect(record.claims.some((c) => c.root.kind !== 'narrator' && c.root.text !== '')).toBe(true);
    expect(record.reports.some((r) => r.place?.lat != null && r.date !== null)).toBe(true);
    expect(record.incidents.some((i) => i.rootCount.standard >= 2)).toBe(true);
  });

  it('gives the same record after a rebuild', () => {
    const before = exported(at('main'));
    expect(sayso(['rebuild', '--workspace', at('main')]).code).toBe(0);
    expect(stable(exported(at('main')))).toEqual(stable(before));
  });

  it('reads again what lost its derived files, and then gives the same record', () => {
    const before = exported(at('main'));
    rmSync(at('main', 'derived'), { recursive: true });
    const again = sayso(['ingest', EXAMPLES, '--workspace', at('main')]);
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining('are read again: 12') });
    expect(stable(exported(at('main')))).toEqual(stable(before));
  });

  it('shows no progress bar in a pipe', () => {
    const done = sayso(['ingest', EXAMPLES, '--workspace', at('pipe')]);
    expect(done.err).toBe('');
  });

  it('verifies, and finds a changed byte', () => {
    expect(sayso(['verify', at('pipe')])).toMatchObject({
      code: 0,
      out: expect.stringContaining('0 faults'),
    });
    const log = at('pipe', 'log', readdirSync(at('pipe', 'log'))[0] ?? '');
    writeFileSync(log, readFileSync(log, 'utf8').replace('"capture"', '"capturf"'));
    const done = sayso(['verify', at('pipe')]);
    expect(done.code).toBe(4);
    expect(done.err).toMatch(/fault: .*000001\.jsonl/);
  });
});

describe('bad input', () => {
  beforeAll(() => {
    mkdirSync(at('in'));
    mkdirSync(at('nothing'));
    writeFileSync(at('in', 'good.html'), PAGE);
    writeFileSync(at('in', 'empty.html'), '');
    writeFileSync(at('in', 'picture.png'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    writeFileSync(
      at('in', 'broken.txt'),
      Buffer.concat([
        Buffer.from('Two men were hurt, '),
        Buffer.from([0xff, 0xfe, 0xc3]),
        Buffer.from(' police said.\n'),
      ]),
    );
    writeFileSync(at('in', 'huge.txt'), 'The convoy moved on. '.repeat(3_000_000));
  });

  it('is named with what, where and what to do, and the rest is ingested', () => {
    const done = sayso([
      'ingest',
      at('in'),
      at('in', 'nothing'),
      at('in', 'gone.html'),
      '--workspace',
      at('bad'),
    ]);
    expect(done.code).toBe(3);
    for (const name of ['empty.html', 'picture.png', 'huge.txt', 'nothing', 'gone.html'])
      expect(done.err, name).toMatch(new RegExp(`set aside: .*${name}.{10,}`));
    expect(done.out).toMatch(/2 pages taken in, 5 set aside\./);
    expect(
      exported(at('bad'))
        .docs.map((d) => d.name)
        .sort(),
    ).toEqual(['broken.txt', 'good.html']);
  });

  it.each([
    [['ingest'], /missing required argument/],
    [['fly'], /unknown command/],
    [['export', '--format', 'papyrus'], /Allowed choices/],
    [['export', '--workspace', '/nowhere/at/all'], /no workspace/],
    [['serve', '--port', 'http'], /a port is a number/],
    [['serve', '--hold-hours', '1'], /never shortened/],
    [['verify', '/nowhere/at/all'], /not a workspace.*name the folder/],
    [['withdraw', 'abc', '--reason', 'x', '--workspace', '/nowhere/at/all'], /no workspace/],
  ])('%j is bad usage and says why', (args, why) => {
    const done = sayso(args);
    expect(done.code).toBe(2);
    expect(done.err).toMatch(why);
  });

  it.runIf(process.platform === 'linux')('a folder that cannot be made ends the run', () => {
    const done = sayso(['ingest', at('in', 'good.html'), '--workspace', '/proc/zz']);
    expect(done).toMatchObject({ code: 4, err: expect.stringContaining('choose another --workspace') });
  });

  it('does nothing to the terminal by its name', () => {
    const done = sayso(['ingest', at('in', `gone\u001b[2J\nsayso: all is well`), '--workspace', at('bad')]);
    expect(done.code).toBe(3);
    expect(done.err).toMatch(/^set aside: .*gone\\u001b\[2J\\u000asayso: all is well.*\n$/);
  });

  it('annotate sets a bad line aside, by number, and goes on', () => {
    const input = '{"id":"1","text":"Police said two men were hurt."}\nnot json\n{"id":2}\n';
    const done = sayso(['annotate'], { input });
    expect(done.code).toBe(3);
    expect(done.out.trim().split('\n')).toHaveLength(1);
    expect(done.err).toMatch(/line 2: is not JSON/);
    expect(done.err).toMatch(/line 3: id/);
  });

  it.each([
    'ingest',
    'serve',
    'read',
    'annotate',
    'export',
    'verify',
    'score',
    'rebuild',
    'withdraw',
    'doctor',
  ])('%s --help has an example', (command) => {
    const done = sayso([command, '--help']);
    expect(done.code).toBe(0);
    expect(done.out).toMatch(/Examples?:\n {2}\$ .*sayso/);
  });
});

describe('a killed ingest', () => {
  it('is taken up by the next one: nothing lost, nothing doubled', { timeout: 240_000 }, async () => {
    sayso(['ingest', EXAMPLES, '--workspace', at('whole')]);
    const whole = stable(exported(at('whole')));
    for (const delay of [400, 900, 1400, 1900, 2600]) {
      const child = start(['ingest', EXAMPLES, '--workspace', at(`killed-${delay}`)]);
      await new Promise((resolve) => setTimeout(resolve, delay));
      await stop(child, 'SIGKILL');
      const next = sayso(['ingest', EXAMPLES, '--workspace', at(`killed-${delay}`)]);
      expect(next.code, next.err).toBe(0);
      expect(stable(exported(at(`killed-${delay}`)))).toEqual(whole);
      expect(sayso(['verify', at(`killed-${delay}`)]).code).toBe(0);
    }
  });
});

describe('a workspace that is held', () => {
  it('serves other commands, and a second serve is refused', async () => {
    const dir = at('held');
    const child = start(['serve', '--workspace', dir, '--port', '0']);
    try {
      const [, address = ''] = await printed(child, /(http:\/\/127\.0\.0\.1:\d+)/);
      const ingest = sayso(['ingest', EXAMPLES, '--workspace', dir]);
      expect(ingest, ingest.err).toMatchObject({ code: 0, out: expect.stringMatching(/12 pages taken in/) });
      expect(exported(dir).docs).toHaveLength(12);
      const second = sayso(['serve', '--workspace', dir]);
      expect(second.code).toBe(4);
      expect(second.err).toContain(`process ${child.pid}`);
      const samePort = sayso(['serve', '--workspace', at('other'), '--port', new URL(address).port]);
      expect(samePort.code).toBe(5);
      expect(samePort.err).toMatch(/taken/);
      expect(sayso(['rebuild', '--workspace', dir]).code).toBe(0);
      expect(sayso(['verify', dir]).code).toBe(0);
    } finally {
      expect(await stop(child)).toBe(0);
    }
  });

  it('sets aside a file that the desk refuses, and takes and compares the rest', async () => {
    const [dir, pages] = [at('held-names'), at('names')];
    mkdirSync(pages);
    writeFileSync(join(pages, 'a.html'), PAGE);
    writeFileSync(join(pages, 'b\u001b[2J.html'), PAGE.replace('Two guards', 'Three guards'));
    writeFileSync(join(pages, 'c.html'), PAGE.replace('Two guards', 'Four guards'));
    writeFileSync(join(pages, 'z\u0007.html'), PAGE.replace('Two guards', 'Five guards'));
    const child = start(['serve', '--workspace', dir, '--port', '0']);
    try {
      await printed(child, /http/);
      const done = sayso(['ingest', pages, '--workspace', dir]);
      expect(done.code, done.err).toBe(3);
      expect(done.err.match(/^set aside: .*without control characters/gm)).toHaveLength(2);
      expect(done.out).toMatch(/2 pages taken in, 2 set aside\./);
      const record = exported(dir);
      expect(record.docs.map((d) => d.name)).toEqual(['a.html', 'c.html']);
      expect(record.incidents.length).toBeGreaterThan(0);
    } finally {
      expect(await stop(child)).toBe(0);
    }
  });

  it('without serving refuses others by its process id', async () => {
    const dir = at('busy');
    const child = start(['ingest', EXAMPLES, '--workspace', dir]);
    try {
      let refused = sayso(['doctor', '--workspace', dir]);
      for (let i = 0; i < 20 && !refused.out.includes('held by'); i++)
        refused = sayso(['doctor', '--workspace', dir]);
      expect(refused.out).toContain(`process ${child.pid}`);
    } finally {
      await stop(child, 'SIGKILL');
    }
  });
});

describe('withdraw', () => {
  it('erases the page; digest and reason stay; verify says withdrawn; it cannot come back', () => {
    const dir = at('withdrawn');
    sayso(['ingest', at('in', 'good.html'), '--workspace', dir]);
    const sha = exported(dir).docs[0]?.sha256 ?? '';
    expect(sayso(['withdraw', sha.slice(0, 12), '--reason', 'names a minor', '--workspace', dir]).code).toBe(
      0,
    );
    expect(exported(dir)).toMatchObject({ docs: [], claims: [], reports: [], incidents: [] });
    expect(sayso(['verify', dir])).toMatchObject({ code: 0, out: expect.stringMatching(/1 withdrawn/) });
    const again = sayso(['ingest', at('in', 'good.html'), '--workspace', dir]);
    expect(again.code).toBe(3);
    expect(again.err).toMatch(/withdrawn/);
  });

  it('takes the first digits of a digest from the desk too', async () => {
    const dir = at('withdrawn-there');
    sayso(['ingest', at('in', 'good.html'), '--workspace', dir]);
    const sha = exported(dir).docs[0]?.sha256 ?? '';
    const child = start(['serve', '--workspace', dir, '--port', '0']);
    try {
      await printed(child, /http/);
      const args = ['withdraw', sha.slice(0, 12), '--reason', 'names a minor', '--json', '--workspace', dir];
      const done = sayso(args);
      expect(done.code, done.err).toBe(0);
      expect(JSON.parse(done.out)).toEqual({ withdrawn: sha });
    } finally {
      await stop(child);
    }
  });
});

describe('--json', () => {
  const dir = at('json');
  beforeAll(() => void sayso(['ingest', at('in', 'good.html'), '--workspace', dir]));

  it.each([
    ['ingest', [at('in', 'good.html'), '--workspace', dir], { known: 1, pages: 1, setAside: [] }],
    ['rebuild', ['--workspace', dir], { pages: 1, articles: 1, withdrawn: 0, setAside: [] }],
    ['doctor', ['--workspace', dir], { ok: true, checks: expect.any(Array) }],
    ['verify', [dir], { captures: 1, faults: [] }],
  ])('%s prints one object and nothing else', (command, args, value) => {
    const done = sayso([command, ...args, '--json']);
    expect(done).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(done.out)).toMatchObject(value);
  });
});
