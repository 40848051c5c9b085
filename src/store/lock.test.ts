import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sha256 } from '../lib/hash.ts';
import { openWorkspace, readHolder } from './index.ts';
import { liveHolder, takeLock } from './lock.ts';
import { processStart } from './process-start.ts';
import { start } from './testing/children.mts';
import { options, scratch } from './testing/fixtures.mts';

let dir: string;
let clean: () => void;
beforeEach(() => {
  ({ dir, clean } = scratch());
});
afterEach(() => clean());

/** No process has an id this large: Linux stops at 2^22. */
const NO_PROCESS = 2 ** 30;

async function leaveLock(pid: number, startedAt: string | null): Promise<void> {
  const lock = {
    pid,
    role: 'ingest',
    since: '2031-01-01T00:00:00Z',
    address: null,
    token: null,
    start: startedAt,
  };
  await writeFile(join(dir, 'lock'), JSON.stringify(lock));
}

it('is refused to a second process while the first lives, and given to it afterwards', async () => {
  const first = start('hold.mjs', [join(dir, 'w')]);
  expect(await first.said('held')).toBe('held');
  const second = start('hold.mjs', [join(dir, 'w'), 'ingest']);
  const refusal = await second.said('refused');
  expect(refusal).toContain('refused held 4');
  expect(refusal).toContain(`process ${first.process.pid} (serve`);
  expect(refusal).toContain('http://127.0.0.1:9');
  expect(await readHolder(join(dir, 'w'))).toMatchObject({ role: 'serve', token: 'token' });
  first.process.stdin?.end();
  expect(await first.ended).toBe(0);
  expect(await readHolder(join(dir, 'w'))).toBeNull();
});

it('is readable by its owner alone, in folders that are too', async () => {
  const child = start('hold.mjs', [join(dir, 'w')]);
  await child.said('held');
  const mode = async (...path: string[]) => (await stat(join(dir, 'w', ...path))).mode & 0o777;
  expect(await mode('lock')).toBe(0o600);
  for (const folder of [[], ['log'], ['evidence'], ['evidence', 'warc'], ['derived'], ['index']])
    expect(await mode(...folder), folder.join('/')).toBe(0o700);
  child.process.stdin?.end();
  await child.ended;
});

it('of a dead process is taken over with a note', async () => {
  await leaveLock(NO_PROCESS, null);
  const notes: string[] = [];
  const lock = await takeLock(join(dir, 'lock'), options(notes));
  expect(notes.join()).toContain(`took over the lock of process ${NO_PROCESS}`);
  await lock.release();
  expect(await readdir(dir)).toEqual([]);
});

it('of an earlier process with the same id is taken over', async () => {
  const own = await processStart(process.pid);
  await leaveLock(process.pid, 'another-boot:1');
  const notes: string[] = [];
  const taking = takeLock(join(dir, 'lock'), options(notes));
  if (own === null) return expect(taking).rejects.toMatchObject({ code: 'held' });
  const lock = await taking;
  expect(notes.join()).toContain(`took over the lock of process ${process.pid}`);
  expect(await liveHolder(join(dir, 'lock'))).toMatchObject({ pid: process.pid, role: 'other' });
  await lock.release();
});

it('that holds no lock file at all is taken over', async () => {
  await writeFile(join(dir, 'lock'), 'scribble');
  const lock = await takeLock(join(dir, 'lock'), options());
  expect(await liveHolder(join(dir, 'lock'))).toMatchObject({ pid: process.pid });
  await lock.release();
  expect(await readdir(dir)).toEqual([]);
});

it('goes to one of many takers of a stale lock', async () => {
  for (let round = 0; round < 20; round++) {
    await leaveLock(NO_PROCESS + round, null);
    const results = await Promise.allSettled(
      Array.from({ length: 8 }, () => takeLock(join(dir, 'lock'), options())),
    );
    const winners = results.flatMap((r) => (r.status === 'fulfilled' ? [r.value] : []));
    expect(winners).toHaveLength(1);
    for (const r of results) if (r.status === 'rejected') expect(r.reason).toMatchObject({ code: 'held' });
    await winners[0]?.release();
    expect(await readdir(dir)).toEqual([]);
  }
});

it('goes to one of several processes that find it stale at the same moment', async () => {
  await mkdir(join(dir, 'w', 'log'), { recursive: true });
  await leaveLock(NO_PROCESS, null);
  await rename(join(dir, 'lock'), join(dir, 'w', 'lock'));
  const takers = [1, 2, 3].map(() => start('hold.mjs', [join(dir, 'w')]));
  const heard = await Promise.all(takers.map((t) => Promise.race([t.said('held'), t.said('refused')])));
  expect(heard.map((line) => line?.slice(0, 14)).sort()).toEqual([
    'held',
    'refused held 4',
    'refused held 4',
  ]);
  for (const t of takers) t.process.stdin?.end();
  await Promise.all(takers.map((t) => t.ended));
});

it('is taken over from a taker that died while taking over', async () => {
  await leaveLock(NO_PROCESS, null);
  const stale = await readFile(join(dir, 'lock'), 'utf8');
  await writeFile(join(dir, `lock.${sha256(stale).slice(0, 16)}`), stale.replace('ingest', 'other'));
  await (await takeLock(join(dir, 'lock'), options())).release();
  expect(await readdir(dir)).toEqual([]);
});

it('is not released by one who does not hold it any more', async () => {
  const lock = await takeLock(join(dir, 'lock'), options());
  await leaveLock(NO_PROCESS, 'someone:else');
  await lock.release();
  expect(await readdir(dir)).toEqual(['lock']);
});

it('is not made in a folder that holds other things', async () => {
  await mkdir(join(dir, 'photos'));
  await expect(openWorkspace(dir, options())).rejects.toMatchObject({ code: 'not-a-workspace', exitCode: 2 });
  expect(await readdir(dir)).toEqual(['photos']);
});
