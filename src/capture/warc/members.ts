import { Readable } from 'node:stream';
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { MAX_PAGE_BYTES } from '../../lib/received/index.ts';
import { type ByteSource, piecesOf } from '../source.ts';
import { RecordCutter } from './cutter.ts';
import { GZIP_MAGIC, memberHeader, TRAILER_BYTES } from './gzip.ts';
import { type Cut, recordFields } from './record.ts';

/** Longest block taken: the largest page, packed badly, with its head. */
export const MAX_BLOCK_BYTES = MAX_PAGE_BYTES + 1024 * 1024;
/** Bytes of the file held at a time, at first and at most. */
const WINDOW_BYTES = 4 * 1024 * 1024;
const MAX_WINDOW_BYTES = 32 * 1024 * 1024;
/** Unpacked in steps of this size: measured as the fastest for records of 5 to 50 kB. */
const CHUNK_BYTES = 64 * 1024;
/** A member that has unpacked to this much, and to this many times its packed bytes, is a bomb: text packs 3 to 20 times. */
const BOMB_BYTES = 64 * 1024 * 1024;
const BOMB_RATIO = 200;
/** A file with so many bombs, or so many places that look like a member and are none, is given up. */
const MAX_BOMBS = 8;
const MAX_TRIES = 50_000;
/** Packed bytes unpacked to see whether a record begins in them. */
const PROBE_BYTES = 256;

/** How `inflateRawSync` unpacks: with what it used of its input, and an end to it. */
const UNPACK = { info: true, chunkSize: CHUNK_BYTES, maxOutputLength: MAX_BLOCK_BYTES };
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

interface Member {
  readonly bytes: Buffer;
  /** Byte of the file behind it. */
  readonly end: number;
}

/** Why there is no member to be had in one go: too long, damaged, or the file ends inside it. */
type Trouble = 'large' | 'damaged' | 'cut';

/** Reads the records of a WARC file whose gzip members hold one or more each, however damaged it is. */
export class MemberReader {
  readonly #source: ByteSource;
  #window: Buffer = Buffer.alloc(0);
  /** Byte of the file at which the window begins. */
  #base = 0;
  #bombs = 0;
  #tries = 0;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** `searched`: from the first member that holds a record, wherever it lies. */
  async *records(searched = false): AsyncGenerator<Cut> {
    for (let at = searched ? await this.#next(0) : 0; at !== null && at < this.#source.size; ) {
      const member: Member | Trouble = await this.#member(at);
      if (typeof member !== 'string') {
        yield* RecordCutter.all(member.bytes, MAX_BLOCK_BYTES, at);
        at = member.end;
      } else at = member === 'large' ? yield* this.#large(at) : yield* this.#damaged(at, member === 'cut');
    }
    if (this.#bombs >= MAX_BOMBS)
      yield fault(this.#base, 'too-large', 'the rest: too many members of this kind');
    if (this.#tries >= MAX_TRIES) yield fault(this.#base, 'damaged', 'the rest: too many damaged places');
  }

  async #member(at: number): Promise<Member | Trouble> {
    for (let size = WINDOW_BYTES; ; size *= 2) {
      const toEnd = await this.#slide(at, size);
      const found = this.#unpack(at - this.#base);
      if (found !== 'more') return found;
      if (toEnd) return 'cut';
      if (size >= MAX_WINDOW_BYTES) return 'large';
      this.#window = Buffer.alloc(0);
    }
  }

  /** Makes the window hold `at`; reads anew where less than half of `size` is left. True when it reaches the file's end. */
  async #slide(at: number, size: number): Promise<boolean> {
    const left = this.#base + this.#window.length - at;
    const reaches = (): boolean => this.#base + this.#window.length >= this.#source.size;
    if (at >= this.#base && left > 0 && (left >= size / 2 || reaches())) return reaches();
    this.#window = await this.#source.read(at, size);
    this.#base = at;
    return reaches();
  }

  /** The member at a place of the window; `more` when the window ends inside it. */
  #unpack(at: number): Member | Trouble | 'more' {
    const header = memberHeader(this.#window, at);
    if (header === undefined) return 'more';
    if (header === null) return 'damaged';
    try {
      const packed = this.#window.subarray(at + header);
      const { buffer: bytes, engine } = inflateRawSync(packed, UNPACK) as unknown as Inflated;
      const trailer = at + header + engine.bytesWritten;
      if (trailer + TRAILER_BYTES > this.#window.length) return 'more';
      if (this.#window.readUInt32LE(trailer) !== crc32(bytes)) return 'damaged';
      return { bytes, end: this.#base + trailer + TRAILER_BYTES };
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'Z_BUF_ERROR') return 'more';
      return code === 'ERR_BUFFER_TOO_LARGE' ? 'large' : 'damaged';
    }
  }

  /** Where a file ends inside a member, what is there is kept; a member damaged before is told of and passed over. */
  async *#damaged(at: number, cut: boolean): AsyncGenerator<Cut, number | null> {
    const next = await this.#next(at + 1);
    if (cut && next === null) {
      yield* RecordCutter.all(
        front(this.#window.subarray(at - this.#base), MAX_BLOCK_BYTES),
        MAX_BLOCK_BYTES,
        at,
      );
      return null;
    }
    const opening = front(await this.#source.read(at, PROBE_BYTES * 8), MAX_BLOCK_BYTES);
    const what = opening.length > 0 ? 'a gzip member that does not unpack' : 'no gzip member begins here';
    yield fault(at, 'damaged', what, recordFields(opening.toString('utf8').split(/\r?\n\r?\n/, 1)[0] ?? ''));
    return next;
  }

  /** A member too long to be held: its records are cut while it is unpacked, and it is given up when it is a bomb. */
  async *#large(at: number): AsyncGenerator<Cut, number | null> {
    const header = memberHeader(await this.#source.read(at, CHUNK_BYTES), 0) ?? GZIP_MAGIC.length;
    const engine = createInflateRaw({ chunkSize: CHUNK_BYTES });
    const feed = Readable.from(piecesOf(this.#source, at + header), { highWaterMark: 1 });
    const cutter = new RecordCutter(MAX_BLOCK_BYTES, () => at);
    feed.on('error', (error) => engine.destroy(error));
    let out = 0;
    try {
      for await (const piece of feed.pipe(engine) as AsyncIterable<Buffer>) {
        out += piece.length;
        if (out > BOMB_BYTES && out > BOMB_RATIO * engine.bytesWritten) {
          this.#bombs++;
          yield fault(
            at,
            'too-large',
            `a gzip member that unpacks to more than ${BOMB_RATIO} times its length`,
          );
          return this.#bombs < MAX_BOMBS ? await this.#next(at + 1) : null;
        }
        yield* cutter.push(piece);
      }
      yield* cutter.end();
      return at + header + engine.bytesWritten + TRAILER_BYTES;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'Z_BUF_ERROR') yield* cutter.end();
      yield fault(at, 'damaged', `a gzip member that does not unpack beyond ${out} bytes`);
      return await this.#next(at + header + Math.max(1, engine.bytesWritten));
    } finally {
      feed.destroy();
      engine.destroy();
    }
  }

  /** The first place from `from` on at which a member with a record begins; `null` without one. */
  async #next(from: number): Promise<number | null> {
    for (let at = from; this.#tries < MAX_TRIES && at < this.#source.size; ) {
      const bytes = await this.#source.read(at, CHUNK_BYTES * 4);
      let place = bytes.indexOf(GZIP_MAGIC);
      for (; place >= 0 && this.#tries < MAX_TRIES; place = bytes.indexOf(GZIP_MAGIC, place + 1)) {
        if (place + PROBE_BYTES > bytes.length && at + bytes.length < this.#source.size) break;
        this.#tries++;
        if (
          front(bytes.subarray(place, place + PROBE_BYTES), MAX_BLOCK_BYTES).toString('latin1', 0, 5) ===
          'WARC/'
        )
          return at + place;
      }
      const passed = place >= 0 ? place : bytes.length - GZIP_MAGIC.length + 1;
      if (passed <= 0 || at + bytes.length >= this.#source.size) return null;
      at += passed;
    }
    return null;
  }
}

/** What the packed bytes of a member give as far as they go; empty when they are damaged or no member. */
function front(packed: Buffer, limit: number): Buffer {
  const header = memberHeader(packed, 0);
  if (typeof header !== 'number') return Buffer.alloc(0);
  try {
    const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: limit };
    return inflateRawSync(packed.subarray(header), options);
  } catch {
    return Buffer.alloc(0);
  }
}

function fault(offset: number, code: 'damaged' | 'too-large', what: string, fields: Fields = null): Cut {
  return { fault: { code, offset, fields, what } };
}
type Fields = ReturnType<typeof recordFields>;
