import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { StopError } from '../../lib/errors.ts';
import { errno, storageError } from '../files.ts';

/** A segment is closed and the next begun once it holds this much (ARCHITECTURE.md). */
export const SEGMENT_BYTES = 64 * 1024 * 1024;
const READ_BYTES = 1024 * 1024;
const NEWLINE = 10;

/** `000001.jsonl` */
export function segmentName(number: number): string {
  return `${String(number).padStart(6, '0')}.jsonl`;
}

/** The log's segments in order; empty when there is no log yet. */
export async function listSegments(logDir: string): Promise<readonly string[]> {
  try {
    return (await readdir(logDir)).filter((name) => /^\d{6,}\.jsonl$/.test(name)).sort();
  } catch (error) {
    if (errno(error) === 'ENOENT') return [];
    throw storageError(error, 'list', logDir);
  }
}

/** The first segment whose number is not the one due, in words; `null` when all are there. */
export function segmentGap(names: readonly string[]): string | null {
  const at = names.findIndex((name, i) => name !== segmentName(i + 1));
  return at < 0 ? null : `segment ${segmentName(at + 1)} is missing before ${names[at]}`;
}

/** One line of a segment, without its line end. */
export interface LogLine {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Byte offset of its first byte. */
  readonly offset: number;
  readonly text: string;
  /** False for a last line without a line end. */
  readonly ended: boolean;
}

/** The lines of one segment, a batch per chunk read; linear in the size of the file. */
export async function* readSegment(logDir: string, file: string): AsyncGenerator<readonly LogLine[]> {
  let parts: Buffer[] = [];
  let line = 0;
  let offset = 0;
  const take = (ended: boolean): LogLine => {
    const bytes = Buffer.concat(parts);
    const taken = { file, line: ++line, offset, text: bytes.toString('utf8'), ended };
    offset += bytes.length + 1;
    parts = [];
    return taken;
  };
  for await (const chunk of chunks(join(logDir, file))) {
    const batch: LogLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      parts.push(chunk.subarray(from, end));
      batch.push(take(true));
      from = end + 1;
    }
    if (from < chunk.length) parts.push(Buffer.from(chunk.subarray(from)));
    yield batch;
  }
  if (parts.length > 0) yield [take(false)];
}

async function* chunks(path: string): AsyncGenerator<Buffer> {
  try {
    yield* createReadStream(path, { highWaterMark: READ_BYTES }) as AsyncIterable<Buffer>;
  } catch (error) {
    throw storageError(error, 'read', path);
  }
}

/** What the run does on damage that it must not repair by itself. */
export function damaged(where: string, what: string, dir: string): StopError {
  const todo = `Nothing was changed. Run "sayso verify ${dir}" to see how far it goes, then restore the file from a copy.`;
  return new StopError('damaged', `${where}: ${what}. ${todo}`, 4);
}
