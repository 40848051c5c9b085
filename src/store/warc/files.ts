import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { errno, storageError } from '../files.ts';

/** `sayso-000001.warc.gz` */
export function warcName(number: number): string {
  return `sayso-${String(number).padStart(6, '0')}.warc.gz`;
}

/** The evidence files with their sizes in bytes, in order; empty when there are none yet. */
export async function listWarcs(dir: string): Promise<readonly { name: string; size: number }[]> {
  try {
    const names = (await readdir(dir)).filter((n) => /^sayso-\d{6,}\.warc\.gz$/.test(n)).sort();
    return await Promise.all(names.map(async (name) => ({ name, size: (await stat(join(dir, name))).size })));
  } catch (error) {
    if (errno(error) === 'ENOENT') return [];
    throw storageError(error, 'list', dir);
  }
}
