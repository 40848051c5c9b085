import { appendFile, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace, verifyWorkspace } from './index.ts';
import { layout } from './layout.ts';
import { inspect } from './recover.ts';
import { captured, options, scratch } from './testing/fixtures.mts';

const WARC = 'sayso-000001.warc.gz';
let dir: string;
let clean: () => void;
let log: Buffer;
let warc: Buffer;
let head: string | null;

beforeAll(async () => {
  ({ dir, clean } = scratch());
  const w = await openWorkspace(dir, options());
  for (const name of ['one', 'two', 'three'])
    await w.recordCapture(captured(name, `the words of page ${name}`));
  await w.close();
  log = await readFile(logFile());
  warc = await readFile(warcFile());
  head = (await verifyWorkspace(dir)).head;
});
afterAll(() => clean());
beforeEach(async () => {
  await writeFile(logFile(), log);
  await writeFile(warcFile(), warc);
});

const logFile = () => join(dir, 'log', '000001.jsonl');
const warcFile = () => join(dir, 'evidence', 'warc', WARC);

/** Opens, closes and returns the notes. */
async function reopen(): Promise<readonly string[]> {
  const notes: string[] = [];
  await (await openWorkspace(dir, options(notes))).close();
  return notes;
}

describe('opening after an interrupted write', () => {
  it('cuts off a torn last line', async () => {
    await appendFile(logFile(), '{"at":"2031-05-06T07:08:10.000Z","body":{"by');
    expect((await verifyWorkspace(dir)).faults.map((f) => f.where)).toEqual(['log/000001.jsonl:4']);
    expect((await reopen()).join()).toContain('000001.jsonl:4: cut off');
    expect(await readFile(logFile())).toEqual(log);
    expect((await verifyWorkspace(dir)).faults).toEqual([]);
  });

  it('cuts off evidence behind the last logged record', async () => {
    await appendFile(warcFile(), 'a part of a record');
    expect((await verifyWorkspace(dir)).faults.map((f) => f.where)).toEqual([`evidence/warc/${WARC}`]);
    expect((await reopen()).join()).toContain('cut off bytes behind the last logged record');
    expect(await readFile(warcFile())).toEqual(warc);
  });

  it('gives back its line end to a last line that is whole but for it', async () => {
    await truncate(logFile(), log.length - 1);
    expect((await reopen()).join()).toContain('line end');
    expect(await readFile(logFile())).toEqual(log);
  });
});

describe('damage is not repaired but named', () => {
  async function damage(): Promise<Error & { exitCode?: number }> {
    return inspect(layout(dir)).then(
      () => new Error('nothing was found'),
      (error: Error) => error,
    );
  }

  it('in the middle of the log, with file and line', async () => {
    const text = log.toString('utf8').replace('"name":"two"', '"name":"six"');
    await writeFile(logFile(), text);
    const error = await damage();
    expect(error).toMatchObject({ code: 'damaged', exitCode: 4 });
    expect(error.message).toMatch(/^log\/000001\.jsonl:2: .*sayso verify/);
  });

  it('where a line is missing', async () => {
    const lines = log.toString('utf8').split('\n');
    await writeFile(logFile(), [lines[0], ...lines.slice(2)].join('\n'));
    expect((await damage()).message).toMatch(/^log\/000001\.jsonl:2: the entry does not follow entry 1/);
  });

  it('where the last line end was overwritten', async () => {
    await writeFile(logFile(), Buffer.concat([log.subarray(0, -1), Buffer.from('x')]));
    expect((await damage()).message).toMatch(/^log\/000001\.jsonl:3: the line end was altered/);
  });

  it('where evidence is missing', async () => {
    await truncate(warcFile(), warc.length - 1);
    expect((await damage()).message).toContain(WARC);
  });

  it('where a segment is missing', async () => {
    await writeFile(join(dir, 'log', '000003.jsonl'), '');
    const error = await damage();
    expect(error.message).toContain('segment 000002.jsonl is missing');
    await rm(join(dir, 'log', '000003.jsonl'));
  });

  it('where the index has seen more than the log holds', async () => {
    const last = log.lastIndexOf('\n', log.length - 2) + 1;
    await truncate(logFile(), last);
    await expect(openWorkspace(dir, options())).rejects.toMatchObject({ code: 'log-cut', exitCode: 4 });
    expect((await stat(warcFile())).size).toBe(warc.length);
    const found = await verifyWorkspace(dir, { knownHead: head ?? '' });
    expect(found.head).not.toBe(head);
    expect(found.faults.map((f) => f.what).join()).toContain('the log was cut or rewritten');
  });
});
