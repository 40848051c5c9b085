import { mkdirSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LogEntry } from '../doc/index.ts';
import { verifyWorkspace } from './index.ts';
import { layout } from './layout.ts';
import { GENESIS } from './log/chain.ts';
import { entries } from './log/replay.ts';
import { LogWriter } from './log/writer.ts';
import { Recorder } from './recorder.ts';
import { captured, clock, scratch } from './testing/fixtures.mts';
import { captureMember } from './warc/records.ts';
import { WarcWriter } from './warc/writer.ts';

let dir: string;
let clean: () => void;
beforeEach(() => {
  ({ dir, clean } = scratch());
  for (const folder of [layout(dir).warc, layout(dir).log]) mkdirSync(folder, { recursive: true });
});
afterEach(() => clean());

/** Records `n` captures, all handed in at once or one after the other, into small files. */
async function record(n: number, atOnce: boolean): Promise<LogEntry[]> {
  const log = await LogWriter.open(layout(dir).log, 3000);
  const warc = await WarcWriter.open(layout(dir).warc, 3000);
  const now = clock();
  const recorder = new Recorder(log, warc, { seq: 0, hash: GENESIS }, now, async () => undefined);
  const drafts = await Promise.all(
    Array.from({ length: n }, async (_, i) => {
      const { capture, body } = captured(`page ${i}`, `the words of page ${i}`);
      const { id, member } = await captureMember({ capture, body }, now());
      const { kind: _kind, charset: _charset, ...rest } = capture;
      return {
        member,
        bodyAt: (place: object) => ({ ...rest, type: 'capture', warcRecordId: id, warc: place }) as never,
      };
    }),
  );
  const done: LogEntry[] = [];
  if (atOnce) done.push(...(await Promise.all(drafts.map((d) => recorder.append(d)))).map((r) => r.entry));
  else for (const draft of drafts) done.push((await recorder.append(draft)).entry);
  await recorder.close();
  return done;
}

it('writes what is handed in at once as one group', async () => {
  const done = await record(20, true);
  expect(new Set(done.map((e) => e.at)).size).toBe(1);
  expect(done.map((e) => e.seq)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
  expect((await verifyWorkspace(dir)).faults).toEqual([]);
});

it('begins a new segment and a new evidence file when one is full', async () => {
  await record(20, false);
  expect(readdirSync(layout(dir).log).length).toBeGreaterThan(2);
  expect(readdirSync(layout(dir).warc)).toContain('sayso-000002.warc.gz');
  expect(await verifyWorkspace(dir)).toMatchObject({ entries: 20, captures: 20, faults: [] });
});

it('is read back from any entry to any other', async () => {
  const done = await record(20, false);
  const seen: number[] = [];
  for await (const batch of entries(layout(dir).log, 9, 14)) seen.push(...batch.map((e) => e.seq));
  expect(seen).toEqual(done.slice(8, 14).map((e) => e.seq));
});

it('takes nothing more after a write that failed', async () => {
  const log = await LogWriter.open(layout(dir).log);
  const warc = await WarcWriter.open(layout(dir).warc);
  const broken = {
    append: () => Promise.reject(new Error('no')),
    close: () => log.close(),
  } as unknown as LogWriter;
  const recorder = new Recorder(broken, warc, { seq: 0, hash: GENESIS }, clock(), async () => undefined);
  const body = { type: 'incident', key: 'i', reports: [], redirect: null } as const;
  const draft = { body: { ...body, reports: [] } };
  await expect(recorder.append(draft)).rejects.toMatchObject({ exitCode: 4 });
  await expect(recorder.append(draft)).rejects.toMatchObject({ exitCode: 4 });
  await recorder.close();
});
