import { chmod, readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StopError } from '../lib/errors.ts';
import { DIR_MODE, errno, makeDir, storageError } from './files.ts';
import { IndexStore } from './index-store.ts';
import { type Layout, layout } from './layout.ts';
import { liveHolder, takeLock } from './lock.ts';
import { LogWriter } from './log/writer.ts';
import { type Committed, Recorder } from './recorder.ts';
import { type Inspection, inspect } from './recover.ts';
import type { Holder, OpenOptions, Workspace } from './types.ts';
import { WarcWriter } from './warc/writer.ts';
import { finishWithdrawal } from './withdraw.ts';
import { OpenWorkspace } from './workspace.ts';

/** Opens a workspace, making it where there is none. See the paragraph at the top of this folder's index.ts. */
export async function openWorkspace(dir: string, options: OpenOptions): Promise<Workspace> {
  const at = layout(resolve(dir));
  await prepare(at, options.mustExist === true);
  const lock = await takeLock(at.lock, options);
  let index: IndexStore | null = null;
  try {
    for (const folder of [at.warc, at.log, at.derived]) await makeDir(folder);
    const inspection = await inspect(at);
    const { catalogue } = inspection;
    index = await IndexStore.open(at, catalogue, options);
    await index.checkAgainst(options.role);
    await repair(inspection, options);
    await index.catchUp();
    await finishWithdrawal({ at, catalogue, index });
    const feed = feeder(index, inspection);
    const [log, warc] = [await LogWriter.open(at.log), await WarcWriter.open(at.warc)];
    const recorder = new Recorder(log, warc, catalogue.head, options.now, feed);
    const onNote = (message: string): void => options.onNote?.(message);
    return new OpenWorkspace({ at, lock, catalogue, recorder, index, now: options.now, onNote });
  } catch (error) {
    await index?.close().catch(() => undefined);
    await lock.release().catch(() => undefined);
    throw error;
  }
}

/** The live holder of a workspace's lock, or `null`. */
export async function readHolder(dir: string): Promise<Holder | null> {
  return liveHolder(layout(resolve(dir)).lock);
}

/** What a workspace is made of, half-made ones included. */
const OWN_NAMES = /^(lock.*|log|derived|index(\.part)?|withdrawing)$/;

/** Makes the folder. One that holds other things than a workspace's is refused: a mistyped path must not be filled. */
async function prepare(at: Layout, mustExist: boolean): Promise<void> {
  const names = await readdir(at.root).catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return [];
    throw storageError(error, 'open the workspace', at.root);
  });
  const visible = names.filter((n) => !n.startsWith('.'));
  const ours = visible.includes('evidence') || visible.every((n) => OWN_NAMES.test(n));
  if (!ours) {
    const text = `${at.root} is no workspace and not empty: name a new or empty folder with --workspace`;
    throw new StopError('not-a-workspace', text, 2);
  }
  if (mustExist && !visible.includes('log')) {
    const text = `there is no workspace at ${at.root}: make one with "sayso ingest", or name another with --workspace`;
    throw new StopError('no-workspace', text, 2);
  }
  await makeDir(at.root);
  await chmod(at.root, DIR_MODE).catch(() => undefined); // another owner's folder; writing there will tell
}

async function repair({ repairs }: Inspection, options: OpenOptions): Promise<void> {
  for (const { note, run } of repairs) {
    await run();
    options.onNote?.(note);
  }
}

/** What is on disk goes into the catalogue at once and then into the index. */
function feeder(
  index: IndexStore,
  { catalogue }: Inspection,
): (group: readonly Committed[]) => Promise<void> {
  return (group) => {
    for (const { entry } of group) catalogue.add(entry);
    return index.feed(group);
  };
}
