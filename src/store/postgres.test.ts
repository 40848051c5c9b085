import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorkspace, verifyWorkspace, type Workspace } from './index.ts';
import { captured, incidentOf, options, pageText, readingOf, scratch } from './testing/fixtures.mts';

const SERVER = 'postgres://postgres@127.0.0.1:5432';
const DATABASE = `sayso_store_${process.pid}`;
const databaseUrl = `${SERVER}/${DATABASE}`;

async function asServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${SERVER}/test`, connectionTimeoutMillis: 2000 });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

const reachable = await asServer('select 1').then(
  () => true,
  (error: Error) => {
    console.warn(`\n*** PostgreSQL at 127.0.0.1:5432 is not reachable (${error.message}):`);
    console.warn('*** THE PART OF THE STORE TESTS THAT NEEDS IT IS LEFT OUT. ***\n');
    return false;
  },
);

describe.runIf(reachable)('with PostgreSQL as the index', () => {
  const { dir, clean } = scratch();
  let w: Workspace;
  beforeAll(async () => {
    await asServer(`create database ${DATABASE}`);
    w = await openWorkspace(dir, options([], { databaseUrl }));
  });
  afterAll(async () => {
    await w?.close();
    await asServer(`drop database ${DATABASE}`);
    clean();
  });

  it('keeps, finds, rebuilds and withdraws as with the embedded one', async () => {
    const page = captured('p.txt', pageText('Lower Quarry'));
    await w.recordCapture(page);
    const reading = readingOf(page, 'Lower Quarry');
    await w.recordReading({ ...reading, reports: reading.reports.map((r) => ({ ...r, by: 'n\0l \ud800' })) });
    const incident = incidentOf('i-1', [reading]);
    await w.replaceIncidents([incident], [{ key: 'i-1', reports: incident.reports, redirect: null }]);
    expect((await w.findIncidents({ text: 'LOWER quarry' })).total).toBe(1);
    const before = [await w.whole(), await w.counts(), await w.incidentKeys(), await w.captures()];
    await w.rebuild();
    expect([await w.whole(), await w.counts(), await w.incidentKeys(), await w.captures()]).toEqual(before);
    await w.withdraw(page.capture.sha256, 'asked for', 'coder-1');
    expect(await w.counts()).toEqual({
      pages: 0,
      articles: 0,
      claims: 0,
      reports: 0,
      incidents: 0,
      withdrawn: 1,
    });
    expect((await verifyWorkspace(dir)).faults).toEqual([]);
  });

  it('catches up on what was logged while it was not there', async () => {
    await w.close();
    const other = await openWorkspace(dir, options());
    await other.recordCapture(captured('later.txt', 'logged with the other index'));
    await other.close();
    w = await openWorkspace(dir, options([], { databaseUrl }));
    expect((await w.captures()).map((c) => c.capture.name)).toContain('later.txt');
  });

  it('refuses a database that is the index of another workspace', async () => {
    const second = scratch();
    await expect(openWorkspace(second.dir, options([], { databaseUrl }))).rejects.toMatchObject({
      code: 'log-cut',
    });
    second.clean();
  });
});

it('names a server that is not there, and never a password', async () => {
  const { dir, clean } = scratch();
  const url = 'postgres://someone:secret@127.0.0.1:9/none';
  const error = await openWorkspace(dir, options([], { databaseUrl: url })).catch((e: Error) => e);
  expect(error).toMatchObject({ code: 'database', exitCode: 4 });
  expect(String(error)).toContain('127.0.0.1:9');
  expect(String(error)).not.toContain('secret');
  clean();
});
