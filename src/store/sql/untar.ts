import { closeSync, createReadStream, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { DIR_MODE, FILE_MODE } from '../files.ts';

const BLOCK = 512;
/** Fields of a ustar header (POSIX.1-1988): offset and length of name, size, type and prefix. */
const NAME = [0, 100] as const;
const SIZE = [124, 12] as const;
const TYPE = 156;
/** Values of the type: "0" or, in the oldest archives, a zero byte; "5". */
const FILE = 0x30;
const OLD_FILE = 0;
const FOLDER = 0x35;
const PREFIX = [345, 155] as const;

/**
 * Unpacks a gzipped ustar archive into a folder, chunk by chunk: PGlite's own loader holds the whole archive in memory
 * (150 MB more at its peak). Only plain files and folders inside `into` are made; anything else is an error.
 */
export async function untar(archive: string, into: string): Promise<void> {
  makeFolder(into);
  const made = new Set<string>();
  const unzipped = pipeline(createReadStream(archive), createGunzip(), () => undefined); // its reader learns of errors
  const source = new Blocks(unzipped);
  for (let header = await source.take(BLOCK); header && header[0] !== 0; header = await source.take(BLOCK)) {
    const name = [field(header, PREFIX), field(header, NAME)].filter((s) => s !== '').join('/');
    const size = Number.parseInt(field(header, SIZE).trim() || '0', 8);
    const path = join(into, normalize(join('/', name)));
    if (header[TYPE] === FOLDER) makeFolder(path);
    else if (header[TYPE] === FILE || header[TYPE] === OLD_FILE) {
      if (!made.has(dirname(path))) made.add(makeFolder(dirname(path)));
      await unpackFile(source, path, size);
    } else throw new Error(`${archive}: "${name}" is neither a file nor a folder`);
  }
}

function makeFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: DIR_MODE });
  return path;
}

/** A thousand small files: calls that wait are three times faster here than calls that report back. */
async function unpackFile(source: Blocks, path: string, size: number): Promise<void> {
  const file = openSync(path, 'w', FILE_MODE);
  try {
    for (let at = 0; at < size; ) {
      const piece = await source.some(size - at);
      for (let done = 0; done < piece.length; ) done += writeSync(file, piece, done);
      at += piece.length;
    }
  } finally {
    closeSync(file);
  }
  if (size % BLOCK > 0) await source.take(BLOCK - (size % BLOCK));
}

function field(header: Buffer, [offset, length]: readonly [number, number]): string {
  const bytes = header.subarray(offset, offset + length);
  const end = bytes.indexOf(0);
  return bytes.subarray(0, end < 0 ? length : end).toString('utf8');
}

/** Hands out a stream in pieces of the size asked for. */
class Blocks {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** At least one byte and at most `most`, or none at the end of the stream. */
  async #next(most: number): Promise<Buffer> {
    while (this.#rest.length === 0) {
      const { value, done } = await this.#chunks.next();
      if (done) return Buffer.alloc(0);
      this.#rest = value;
    }
    const piece = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(piece.length);
    return piece;
  }

  /** At least one byte and at most `most`. */
  async some(most: number): Promise<Buffer> {
    const piece = await this.#next(most);
    if (piece.length === 0) throw new Error('the archive ends inside a file');
    return piece;
  }

  /** Just `length` bytes, or `null` at the end of the stream. */
  async take(length: number): Promise<Buffer | null> {
    const parts: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      const piece = await this.#next(missing);
      if (piece.length === 0) return null;
      parts.push(piece);
      missing -= piece.length;
    }
    return Buffer.concat(parts);
  }
}
