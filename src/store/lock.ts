import { link, open, readFile, rename, rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { StopError } from '../lib/errors.ts';
import { sha256 } from '../lib/hash.ts';
import { errno, FILE_MODE, storageError } from './files.ts';
import { isAlive, processStart } from './process-start.ts';
import type { Holder, OpenOptions } from './types.ts';

const LockFile = z.object({
  pid: z.number().int(),
  role: z.enum(['serve', 'ingest', 'rebuild', 'export', 'withdraw', 'other']),
  since: z.string(),
  address: z.string().nullable(),
  token: z.string().nullable(),
  /** When its process started, so that a process id given out anew is not taken for the holder. */
  start: z.string().nullable(),
});
type LockFile = z.infer<typeof LockFile>;

/** How often and how long a taker waits for another that is taking over the same stale lock: 1 s in all. */
const TRIES = 100;
const WAIT_MS = 10;

/** An exclusive hold on a workspace. */
export interface Lock {
  readonly path: string;
  /** Makes address and token known to other commands. */
  announce(address: string, token: string): Promise<void>;
  release(): Promise<void>;
}

/** Takes the lock at `path`, or throws a StopError `held` that names the live holder. A dead holder's is taken over. */
export async function takeLock(path: string, options: OpenOptions): Promise<Lock> {
  const start = await processStart(process.pid);
  const since = options.now().toISOString();
  const mine: LockFile = { pid: process.pid, role: options.role, since, address: null, token: null, start };
  const note = (text: string): void => options.onNote?.(text);
  await acquire(path, mine, note);
  return heldLock(path, mine);
}

function heldLock(path: string, mine: LockFile): Lock {
  let current = mine;
  return {
    path,
    async announce(address, token) {
      current = { ...current, address, token };
      const part = await writePart(path, current);
      await rename(part, path);
    },
    async release() {
      const found = await readLock(path);
      if (found.holder?.pid === current.pid && found.holder.start === current.start)
        await rm(path, { force: true });
    },
  };
}

/** The live holder of the workspace's lock, or `null` when there is none or it is dead. */
export async function liveHolder(path: string): Promise<Holder | null> {
  const { holder } = await readLock(path);
  if (!holder || !(await isAlive(holder.pid, holder.start))) return null;
  const { start: _start, ...rest } = holder;
  return rest;
}

/**
 * A link is made only where there is no file yet, and it appears with its content. A stale lock is replaced under a
 * guard, itself such a lock, whose name is the digest of the stale content: of two takers one gets the guard, and who
 * comes late finds that the content has changed. A taker that dies leaves a stale guard, which is taken over alike.
 */
async function acquire(path: string, mine: LockFile, note: (text: string) => void): Promise<void> {
  const part = await writePart(path, mine);
  try {
    for (let tries = 0; tries < TRIES; tries++) {
      if (await linkTo(part, path)) return;
      const found = await readLock(path);
      if (found.text === null) continue;
      if (found.text === '' && tries < TRIES / 2) {
        await sleep(WAIT_MS); // just being written, on a file system without links
        continue;
      }
      if (found.holder && (await isAlive(found.holder.pid, found.holder.start)))
        throw held(path, found.holder);
      if (await replaceStale(part, path, found.text, mine)) {
        note(`took over the lock of process ${found.holder?.pid ?? '?'}, which no longer runs: ${path}`);
        return;
      }
      await sleep(WAIT_MS);
    }
  } finally {
    await rm(part, { force: true });
  }
  throw new StopError('held', `another process is taking over ${path} just now: try again`, 4);
}

async function replaceStale(part: string, path: string, stale: string, mine: LockFile): Promise<boolean> {
  const guard = `${path}.${sha256(stale).slice(0, 16)}`;
  try {
    await acquire(guard, mine, () => undefined);
  } catch (error) {
    if (error instanceof StopError && error.code === 'held') return false;
    throw error;
  }
  try {
    if ((await readLock(path)).text !== stale) return false;
    await rename(part, path);
    return true;
  } finally {
    await rm(guard, { force: true });
  }
}

function held(path: string, holder: LockFile): StopError {
  const who = `process ${holder.pid} (${holder.role}, since ${holder.since})`;
  const todo = holder.address
    ? `it serves at ${holder.address}: send the command there, or stop it`
    : 'wait until it is done, or stop it';
  return new StopError('held', `the workspace is held by ${who}; ${todo}. Lock file: ${path}`, 4);
}

let parts = 0;

async function writePart(path: string, lock: LockFile): Promise<string> {
  const part = `${path}.${process.pid}-${parts++}.part`;
  try {
    const handle = await open(part, 'w', FILE_MODE);
    try {
      await handle.writeFile(`${JSON.stringify(lock)}\n`);
    } finally {
      await handle.close();
    }
    return part;
  } catch (error) {
    throw storageError(error, 'write the lock file', path);
  }
}

async function linkTo(part: string, path: string): Promise<boolean> {
  try {
    await link(part, path);
    return true;
  } catch (error) {
    const code = errno(error);
    if (code === 'EEXIST') return false;
    if (code === 'EPERM' || code === 'ENOTSUP' || code === 'ENOSYS') return copyTo(part, path);
    throw storageError(error, 'create the lock file', path);
  }
}

/** For file systems without links (exFAT): exclusive create; a reader may catch it empty and then tries again. */
async function copyTo(part: string, path: string): Promise<boolean> {
  const text = await readFile(part);
  try {
    const handle = await open(path, 'wx', FILE_MODE);
    await handle.writeFile(text).finally(() => handle.close());
    return true;
  } catch (error) {
    if (errno(error) === 'EEXIST') return false;
    throw storageError(error, 'create the lock file', path);
  }
}

/** `text` is null when there is no lock file; `holder` is null when what it holds cannot be read as one. */
async function readLock(path: string): Promise<{ text: string | null; holder: LockFile | null }> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (errno(error) === 'ENOENT') return { text: null, holder: null };
    throw storageError(error, 'read the lock file', path);
  }
  try {
    return { text, holder: LockFile.parse(JSON.parse(text)) };
  } catch {
    return { text, holder: null };
  }
}
