import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openWorkspace, verifyWorkspace } from './index.ts';
import { start } from './testing/children.mts';
import { options, scratch } from './testing/fixtures.mts';

const ROUNDS = 8;
const SEED = 20_310_506;
/** A kill falls this late after the first acknowledgement, in ms; every fourth one falls while the workspace opens. */
const LATEST_MS = 250;

/** Numbers from 0 to 1, the same for the same seed (Park & Miller 1988). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

it('loses and doubles nothing acknowledged when killed at any moment', { timeout: 180_000 }, async () => {
  const { dir, clean } = scratch();
  const next = random(SEED);
  const acknowledged = new Set<string>();
  const read = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const child = start('record.mjs', [dir, `round ${round}`, '2000']);
    await child.said(round % 4 === 3 ? 'note' : 'kept');
    await sleep(next() * LATEST_MS);
    child.process.kill('SIGKILL');
    await child.ended;
    for (const line of child.lines) {
      if (line.startsWith('kept ')) acknowledged.add(line.slice(5));
      if (line.startsWith('read ')) read.add(line.slice(5));
    }
    expect(child.lines.filter((l) => l.startsWith('failed') || l.startsWith('known'))).toEqual([]);
  }
  const w = await openWorkspace(dir, options());
  const held = (await w.captures()).map((c) => c.capture.sha256);
  const unread = (await w.unread(['read@1'])).map((c) => c.sha256);
  const { pages } = await w.counts();
  await w.close();
  expect(unread.filter((digest) => read.has(digest))).toEqual([]);
  expect(pages).toBe(held.length - unread.length);
  expect(acknowledged.size).toBeGreaterThan(ROUNDS);
  expect(new Set(held).size).toBe(held.length);
  expect([...acknowledged].filter((digest) => !held.includes(digest))).toEqual([]);
  const found = await verifyWorkspace(dir);
  expect(found.faults).toEqual([]);
  expect(found.captures).toBe(held.length);
  clean();
});
