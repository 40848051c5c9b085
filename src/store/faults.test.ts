import { chmod, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDir, storageError } from './files.ts';
import { openWorkspace, verifyWorkspace, type Workspace } from './index.ts';
import { start } from './testing/children.mts';
import { captured, decisionOn, options, pageText, readingOf, STAGES, scratch } from './testing/fixtures.mts';

/** A user without any rights (`nobody`), for tests that run as one whom no file refuses. */
const NOBODY = 65_534;

let dir: string;
let clean: () => void;
beforeEach(() => {
  ({ dir, clean } = scratch());
});
afterEach(() => clean());

it('says so when the folder cannot be written', async () => {
  await chmod(dir, 0o555);
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY } : {};
  const child = start('hold.mjs', [join(dir, 'w')], asNobody);
  expect(await child.ended).toBe(4);
  expect(child.lines.join()).toMatch(
    /refused storage 4 cannot create the folder .*no permission: choose another/,
  );
});

it('refuses a write that fails half way, keeps what was acknowledged, and goes on when there is room', async () => {
  const child = start('record.mjs', [dir, 'full', '500000', '400'], { limit: 'ulimit -f 18000;' });
  expect(await child.ended).toBe(4);
  const failure = child.lines.find((l) => l.startsWith('failed')) ?? '';
  expect(failure).toMatch(/^failed StopError storage 4 cannot write .*sayso-000001\.warc\.gz \(EFBIG\): /);
  const kept = child.lines.filter((l) => l.startsWith('kept ')).map((l) => l.slice(5));
  expect(kept.length).toBeGreaterThan(4);
  const notes: string[] = [];
  const w = await openWorkspace(dir, options(notes));
  expect(notes.join()).toContain('cut off bytes behind the last logged record');
  expect((await w.captures()).map((c) => c.capture.sha256).slice(0, kept.length)).toEqual(kept);
  await w.recordCapture(captured('after.txt', 'there is room again'));
  await w.close();
  expect((await verifyWorkspace(dir)).faults).toEqual([]);
});

it.each([
  ['ENOSPC', 'the disk is full'],
  ['EROFS', 'read-only'],
  ['EIO', 'input/output error'],
])('explains %s', (code, words) => {
  const error = storageError(Object.assign(new Error('x'), { code }), 'write', 'a-file');
  expect(error).toMatchObject({ code: 'storage', exitCode: 4 });
  expect(error.message).toContain(words);
});

it.runIf(process.platform === 'linux')('ends where a folder takes no new one, as in /proc', async () => {
  await expect(makeDir('/proc/zz/deep')).rejects.toMatchObject({ code: 'storage', exitCode: 4 });
});

it.each([
  ['a file stands where the folder should be', 'plain'],
  ['a file stands above it', 'plain/deep'],
  ['links lead in a circle', 'circle/deep'],
  ['the name is too long', 'n'.repeat(300)],
])('makes no folder when %s, and says what to do', async (_what, path) => {
  await writeFile(join(dir, 'plain'), '');
  await symlink(join(dir, 'circle'), join(dir, 'circle'));
  const error = await makeDir(join(dir, path)).catch((e: Error) => e);
  expect(error).toMatchObject({ code: 'storage', exitCode: 4 });
  expect((error as Error).message).toContain('--workspace');
});

it('makes a folder and those above it, once for all who ask at the same moment', async () => {
  const path = join(dir, 'a', 'b', 'c');
  await Promise.all([makeDir(path), makeDir(path), makeDir(join(dir, 'a', 'b'))]);
  expect((await stat(path)).mode & 0o777).toBe(0o700);
});

it('makes a damaged index anew, with a note', async () => {
  const page = captured('p.txt', pageText('Lower Quarry'));
  let w = await openWorkspace(dir, options());
  await w.recordCapture(page);
  await w.recordReading(readingOf(page, 'Lower Quarry'));
  const before = await w.whole();
  await w.close();
  const control = join(dir, 'index', 'pg', 'global', 'pg_control');
  await writeFile(control, Buffer.alloc(8192, 0x5a));
  const notes: string[] = [];
  w = await openWorkspace(dir, options(notes));
  expect(notes.join()).toMatch(/the index is damaged and is made anew.*\([\w .]+\)/);
  expect(await w.whole()).toEqual(before);
  await w.close();
});

it('makes the index anew after the machine went down while it was open', async () => {
  let w = await openWorkspace(dir, options());
  await w.recordCapture(captured('p.txt', 'some words'));
  await w.close();
  expect(await readdir(join(dir, 'index'))).not.toContain('open');
  await writeFile(join(dir, 'index', 'open'), 'an earlier boot');
  const notes: string[] = [];
  w = await openWorkspace(dir, options(notes));
  expect(notes.join()).toContain('the machine went down');
  expect((await w.counts()).pages).toBe(0);
  expect(await w.captures()).toHaveLength(1);
  await w.close();
});

it('names damaged evidence when its bytes are asked for', async () => {
  const w = await openWorkspace(dir, options());
  const page = captured('p.txt', 'some words');
  await w.recordCapture(page);
  await writeFile(join(dir, 'evidence', 'warc', 'sayso-000001.warc.gz'), Buffer.alloc(5000));
  await expect(w.body(page.capture.sha256)).rejects.toMatchObject({ code: 'damaged', exitCode: 4 });
  await w.close();
});

it('says so when a derived file was removed', async () => {
  const w = await openWorkspace(dir, options());
  const page = captured('p.txt', pageText('Lower Quarry'));
  await w.recordCapture(page);
  await w.recordReading(readingOf(page, 'Lower Quarry'));
  await rm(join(dir, 'derived'), { recursive: true });
  await expect(w.whole()).rejects.toMatchObject({ code: 'derived', exitCode: 4 });
  await w.close();
});

describe('when derived files were removed while no one looked', () => {
  const page = captured('p.txt', pageText('Lower Quarry'));
  const reading = readingOf(page, 'Lower Quarry');

  async function removed(notes: string[] = []): Promise<Workspace> {
    const w = await openWorkspace(dir, options());
    await w.recordCapture(page);
    await w.recordReading(reading);
    await w.replaceFamilies([], []);
    await w.replaceIncidents([], []);
    await w.markCorpus('c@1');
    await w.close();
    await rm(join(dir, 'derived'), { recursive: true });
    return openWorkspace(dir, options(notes));
  }

  it('their pages are unread, with a note', async () => {
    const notes: string[] = [];
    const w = await removed(notes);
    expect((await w.unread(STAGES)).map((c) => c.name)).toEqual(['p.txt']);
    expect(notes.join()).toContain('derived files are gone, so they are read again: 1');
    await w.close();
  });

  it('reading them anew brings them back, once', async () => {
    const w = await removed();
    await w.unread(STAGES);
    await w.recordReading(reading);
    expect((await w.whole()).claims).toEqual(reading.claims);
    expect(await w.unread(STAGES)).toEqual([]);
    expect((await w.counts()).pages).toBe(1);
    await w.close();
  });

  it('families and incidents are due again', async () => {
    const w = await removed();
    await w.unread(STAGES);
    await w.recordReading(reading);
    expect(await w.corpusIsCurrent('c@1')).toBe(false);
    await w.close();
  });
});

it('asks the index for keys that no column can hold', async () => {
  const w = await openWorkspace(dir, options());
  expect(await w.incident('i\0')).toBeNull();
  expect(await w.page('d\ud800')).toBeNull();
  expect((await w.findIncidents({ text: '\0' })).total).toBe(0);
  await w.close();
});

it('indexes a decision whose words no column can hold', async () => {
  const w = await openWorkspace(dir, options());
  const page = captured('p.txt', pageText('Lower Quarry'));
  await w.recordCapture(page);
  const decision = decisionOn(page);
  await w.recordDecision({ ...decision, action: 'ac\0cept' });
  expect((await w.decisions()).map((d) => d.body)).toMatchObject([{ action: 'ac\0cept' }]);
  await w.close();
});
