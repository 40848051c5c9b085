import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorkspace, verifyWorkspace, type Workspace } from './index.ts';
import { layout } from './layout.ts';
import {
  addPage,
  captured,
  decisionOn,
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

beforeEach(async () => {
  ({ dir, clean } = scratch());
  notes = [];
  w = await openWorkspace(dir, options(notes));
});

afterEach(async () => {
  await w.close();
  clean();
});

/** Files of the workspace, but for the log, that hold the word in any case, line by line. */
function filesWith(word: string): string {
  const found = spawnSync('grep', ['-rlia', '--exclude-dir=log', word, dir], { encoding: 'utf8' });
  return found.stdout.trim();
}

it('erases bytes, derived text and rows, and keeps digest, reason and chain', async () => {
  const [a, b] = [await addPage(w, 'Lower Quarry'), await addPage(w, 'Upper Quarry')];
  await putIncident(w, [a.reading, b.reading]);
  await w.recordDecision(decisionOn(a.page));
  await w.withdraw(a.page.capture.sha256, 'the speaker asked for it', 'coder-3');
  expect(await w.body(a.page.capture.sha256)).toBeNull();
  expect(await w.counts()).toEqual({
    pages: 1,
    articles: 1,
    claims: 1,
    reports: 1,
    incidents: 0,
    withdrawn: 1,
  });
  expect((await w.captures()).map((c) => c.withdrawn)).toEqual(['the speaker asked for it', null]);
  expect(JSON.stringify(await w.decisions())).not.toContain('a bridge');
  expect(Buffer.from((await w.body(b.page.capture.sha256)) ?? '')).toEqual(Buffer.from(b.page.body));
  const found = await verifyWorkspace(dir);
  expect(found).toMatchObject({ faults: [], withdrawn: [a.page.capture.sha256], captures: 2 });
});

it('leaves the words in no file but those of the log', async () => {
  const page = captured('marked.txt', pageText('Zanthwick'));
  await w.recordCapture(page);
  await w.recordReading(readingOf(page, 'Zanthwick'));
  await putIncident(w, [readingOf(page, 'Zanthwick')]);
  await w.close();
  expect(filesWith('zanthwick')).toContain('index/');
  w = await openWorkspace(dir, options(notes));
  await w.withdraw(page.capture.sha256, 'asked for', 'coder-3');
  await w.close();
  expect(filesWith('zanthwick')).toBe('');
});

it('refuses the same bytes from then on', async () => {
  const { page, reading } = await addPage(w, 'Lower Quarry');
  await w.withdraw(page.capture.sha256, 'asked for', 'coder-3');
  await expect(w.recordCapture(page)).rejects.toMatchObject({ name: 'SkipError', code: 'withdrawn' });
  await expect(w.recordReading(reading)).rejects.toMatchObject({ name: 'SkipError' });
  expect(await w.unread(STAGES)).toEqual([]);
});

it('fits its tombstone in the place of the smallest record', async () => {
  const tiny = captured('t', 'x');
  await w.recordCapture(tiny);
  await w.withdraw(tiny.capture.sha256, 'asked for', 'coder-3');
  expect((await verifyWorkspace(dir)).faults).toEqual([]);
});

it('knows no capture that is not there', async () => {
  await expect(w.withdraw('0'.repeat(64), 'r', 'c')).rejects.toMatchObject({ code: 'unknown-capture' });
});

it('is finished by the next opening when it was interrupted after its entry was logged', async () => {
  const { page } = await addPage(w, 'Lower Quarry');
  const evidence = join(layout(dir).warc, 'sayso-000001.warc.gz');
  const before = await readFile(evidence);
  await w.withdraw(page.capture.sha256, 'asked for', 'coder-3');
  await w.close();
  await writeFile(evidence, before);
  await writeFile(layout(dir).withdrawing, page.capture.sha256);
  expect((await verifyWorkspace(dir)).faults.map((f) => f.what).join()).toContain(
    'its bytes are still there',
  );
  w = await openWorkspace(dir, options(notes));
  expect((await verifyWorkspace(dir)).faults).toEqual([]);
});

it('is forgotten by the next opening when it was interrupted before', async () => {
  const { page } = await addPage(w, 'Lower Quarry');
  await w.close();
  await writeFile(layout(dir).withdrawing, page.capture.sha256);
  w = await openWorkspace(dir, options(notes));
  expect(await w.body(page.capture.sha256)).not.toBeNull();
});
