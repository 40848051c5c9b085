import { type ByteSource, piecesOf } from '../source.ts';
import { RecordCutter } from './cutter.ts';
import { GZIP_MAGIC } from './gzip.ts';
import { MAX_BLOCK_BYTES, MemberReader } from './members.ts';
import type { Cut } from './record.ts';

export type { Cut, WarcFault, WarcRecord } from './record.ts';
export { targetOf } from './record.ts';

export interface WarcOptions {
  /** The file begins with something else: records begin at the first gzip member that holds one. */
  readonly fromNextMember?: boolean;
}

/**
 * The records of a WARC file (1.0 or 1.1; plain, a gzip member a record, or packed as a whole), one after the other. Damage
 * is told of where it lies, and what stands before and behind it is read. Holds one record at a time.
 */
export async function* warcRecords(source: ByteSource, options: WarcOptions = {}): AsyncGenerator<Cut> {
  const opening = await source.read(0, GZIP_MAGIC.length);
  if (options.fromNextMember || opening.equals(GZIP_MAGIC))
    yield* new MemberReader(source).records(options.fromNextMember);
  else yield* plainRecords(source);
}

async function* plainRecords(source: ByteSource): AsyncGenerator<Cut> {
  const cutter = new RecordCutter(MAX_BLOCK_BYTES);
  for await (const piece of piecesOf(source)) yield* cutter.push(piece);
  yield* cutter.end();
}
