import { type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StopError } from '../lib/errors.ts';

/** Only the owner reads a workspace (SECURITY.md: people can be protected). */
export const DIR_MODE = 0o700;
export const FILE_MODE = 0o600;

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full: free some space and run the same command again',
  EDQUOT: 'the disk quota is used up: free some space and run the same command again',
  EFBIG: 'the file would grow beyond the size allowed here (ulimit -f, or the file system): raise the limit',
  EROFS: 'the file system is read-only: choose another --workspace, or remount it for writing',
  EACCES: 'no permission: choose another --workspace, or give this user the right to write there',
  EPERM: 'not permitted: choose another --workspace, or give this user the right to write there',
  EIO: 'the disk reports an input/output error: copy the workspace to another disk before going on',
  EMFILE: 'too many open files: raise the limit (ulimit -n)',
  EEXIST: 'a file of that name stands there: choose another --workspace, or move the file',
  ELOOP: 'the links on the path lead in a circle: choose another --workspace, or mend the link',
  ENAMETOOLONG: 'the name is longer than the file system takes: choose a shorter --workspace',
  ENOTDIR: 'a part of the path is a file, not a folder: choose another --workspace',
};

/** The error code of the operating system, or `null` when the error is not one of its. */
export function errno(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^E[A-Z0-9]+$/.test(code) ? code : null;
}

/** A failed file operation as a StopError of exit code 4: what, where, what to do. A StopError is handed through. */
export function storageError(error: unknown, doing: string, path: string): StopError {
  if (error instanceof StopError) return error;
  const code = errno(error) ?? 'unknown';
  const cause = CAUSES[code] ?? (error instanceof Error ? error.message : String(error));
  const text = `cannot ${doing} ${path} (${code}): ${cause}. What was acknowledged before is safe.`;
  return new StopError('storage', text, 4, { cause: error });
}

/** Makes a folder and those above it, readable by the owner alone. */
export async function makeDir(path: string): Promise<void> {
  try {
    await makeWithParents(path);
  } catch (error) {
    throw storageError(error, 'create the folder', path);
  }
}

/** Step by step: Node's own `recursive` tries for ever where a folder is there but takes no new one, as in /proc. */
async function makeWithParents(path: string): Promise<void> {
  if (await isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) await makeWithParents(parent);
  await mkdir(path, { mode: DIR_MODE }).catch(async (error: unknown) => {
    if (await isFolder(path)) return; // another process made it at the same moment
    throw errno(error) === 'ENOENT' ? noNewFolder() : error;
  });
}

function noNewFolder(): Error {
  const text = 'no folder can be made there: choose another --workspace';
  return Object.assign(new Error(text), { code: 'ENOENT' });
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    if (errno(error) === 'ENOENT') return null;
    throw error;
  });
  return found?.isDirectory() ?? false;
}

/** Makes the names in a folder durable. Platforms that cannot open a folder have no need of it. */
export async function syncDir(path: string): Promise<void> {
  const handle = await open(path, 'r').catch(() => null);
  if (!handle) return;
  try {
    await handle.sync().catch(() => undefined);
  } finally {
    await handle.close();
  }
}

/** Writes all of `bytes` at `position`, however many calls the system needs. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    if (bytesWritten === 0) throw Object.assign(new Error('nothing could be written'), { code: 'ENOSPC' });
    done += bytesWritten;
  }
}

/** Writes a file so that others see the old one or the new one, never a part: a temporary file, then a rename. */
export async function writeAtomic(path: string, bytes: Uint8Array): Promise<void> {
  await makeDir(dirname(path));
  const part = `${path}.part`;
  try {
    const handle = await open(part, 'w', FILE_MODE);
    try {
      await writeAll(handle, bytes, 0);
    } finally {
      await handle.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw storageError(error, 'write', path);
  }
}
