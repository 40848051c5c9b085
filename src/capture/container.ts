import { constants, inflateRawSync } from 'node:zlib';
import { isFeed } from './feed/index.ts';
import { isWarc } from './sniff.ts';
import type { ByteSource } from './source.ts';
import { GZIP_MAGIC, memberHeader } from './warc/gzip.ts';

/** What holds several pages. */
export type Container = 'warc' | 'wacz' | 'feed';

/** Bytes looked at: a gzip header with a long file name, and what follows it. */
const OPENING_BYTES = 4096;

/** What archive a source is, by content alone; `null` for a single page or something else. */
export async function containerOf(source: ByteSource): Promise<Container | null> {
  const opening = await source.read(0, OPENING_BYTES);
  if (opening.toString('latin1', 0, 4) === 'PK\x03\x04') return 'wacz';
  if (isWarc(opening.toString('latin1', 0, 8))) return 'warc';
  if (isFeed(opening)) return 'feed';
  if (!opening.subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC)) return null;
  return isWarc(unpackedOpening(opening)) ? 'warc' : null;
}

function unpackedOpening(packed: Buffer): string {
  const header = memberHeader(packed, 0);
  if (typeof header !== 'number') return '';
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH };
    return inflateRawSync(packed.subarray(header), options).toString('latin1', 0, 8);
  } catch {
    return '';
  }
}
