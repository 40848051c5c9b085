import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaptureBody } from '../../doc/index.ts';
import { storageError, writeAll } from '../files.ts';
import { readMember } from './read.ts';
import { tombstone } from './records.ts';

/**
 * Overwrites a withdrawn capture's record with a tombstone of just its length and makes that durable. `at` is the
 * instant of the withdrawal's entry. Done twice it changes nothing, so that an interrupted erasure is simply repeated.
 */
export async function erase(warcDir: string, body: CaptureBody, at: string): Promise<void> {
  const path = join(warcDir, body.warc.file);
  const stone = tombstone(body, at);
  if ((await readMember(path, body.warc.offset, body.warc.length)).equals(stone)) return;
  try {
    const handle = await open(path, 'r+');
    try {
      await writeAll(handle, stone, body.warc.offset);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw storageError(error, 'erase a record of', path);
  }
}
