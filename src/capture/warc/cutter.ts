import { type Cut, recordFields, type WarcFault } from './record.ts';

/** Longest head of a record, in bytes: the longest URLs in use fill a tenth of it. */
const MAX_HEAD_BYTES = 64 * 1024;
const RECORD_END = '\r\n\r\n';
/** How the record after begins; looked for only where a length was found to be wrong. */
const NEXT_RECORD = '\r\n\r\nWARC/';
const OPENING = 'WARC/';
const MAY_BEGIN = '\nWARC/';
const CR = 13;
const LF = 10;

/** A record's head, read. */
interface Head {
  readonly offset: number;
  readonly fields: ReadonlyMap<string, string>;
  readonly blockStart: number;
  readonly length: number;
}

/**
 * Cuts bytes that come piece by piece into records. What is no record is told of once and passed over up to the next
 * one; a block whose stated length is wrong ends where the next record begins. Holds no more than one block.
 */
export class RecordCutter {
  readonly #limit: number;
  readonly #offsetOf: (at: number) => number;
  #pieces: Buffer[] = [];
  #held = 0;
  /** Bytes that must be held before it makes sense to look again. */
  #need = 0;
  /** Bytes cut off so far. */
  #done = 0;
  /** Bytes of a block too long to be taken that are still to be passed over; `null` outside of one. */
  #skip: number | null = null;
  /** Whether the stretch at hand was told of as no record. */
  #lost = false;
  #cuts: Cut[] = [];

  /** `limit`: longest block taken. `offsetOf` turns the place of a byte handed in into what is told of. */
  constructor(limit: number, offsetOf: (at: number) => number = (at) => at) {
    this.#limit = limit;
    this.#offsetOf = offsetOf;
  }

  /** The records of bytes that are all at hand; `offset` is what is told of for each. */
  static all(bytes: Buffer, limit: number, offset: number): readonly Cut[] {
    const cutter = new RecordCutter(limit, () => offset);
    cutter.#pieces = [bytes];
    return cutter.end();
  }

  /** The next piece; returns what it completed. */
  push(piece: Buffer): readonly Cut[] {
    this.#pieces.push(piece);
    this.#held += piece.length;
    return this.#held < this.#need ? [] : this.#run(false);
  }

  /** No more will come. */
  end(): readonly Cut[] {
    return this.#run(true);
  }

  #run(ended: boolean): readonly Cut[] {
    let bytes = this.#pieces.length === 1 ? (this.#pieces[0] as Buffer) : Buffer.concat(this.#pieces);
    this.#need = 0;
    while (bytes.length > 0) {
      const used = this.#skip === null ? this.#step(bytes, ended) : this.#skipping(bytes, ended);
      if (used === 0) break;
      this.#done += used;
      bytes = bytes.subarray(used);
    }
    this.#pieces = [bytes];
    this.#held = bytes.length;
    const cuts = this.#cuts;
    this.#cuts = [];
    return cuts;
  }

  /** Bytes used up; 0 when more are needed. */
  #step(bytes: Buffer, ended: boolean): number {
    const blank = lineEnds(bytes, 0);
    if (blank > 0) return blank;
    const opening = bytes.toString('latin1', 0, OPENING.length);
    if (!ended && opening.length < OPENING.length && OPENING.startsWith(opening)) return 0;
    if (opening !== OPENING) return this.#seek(bytes, ended, 'no record begins here');
    const head = this.#head(bytes, ended);
    if (head === null) return 0;
    if (typeof head === 'string') return this.#seek(bytes, ended, head);
    this.#lost = false;
    return head.length > this.#limit ? this.#tooLong(head) : this.#block(bytes, head, ended);
  }

  /** The head at the front of `bytes`; what is wrong with it; or `null` while it is not all there. */
  #head(bytes: Buffer, ended: boolean): Head | string | null {
    const end = headEnd(bytes);
    if (
      bytes.length > OPENING.length + 3 &&
      !/^WARC\/\d\./.test(bytes.toString('latin1', 0, OPENING.length + 2))
    )
      return 'a record’s first line is damaged';
    if (!end) {
      if (bytes.length >= MAX_HEAD_BYTES) return 'a record’s head has no end';
      return ended ? 'the file ends inside a record’s head' : null;
    }
    const fields = recordFields(bytes.toString('utf8', 0, end.at));
    const length = fields?.get('content-length') ?? '';
    if (!fields) return 'a record’s first line is damaged';
    if (!/^\d{1,15}$/.test(length)) return 'a record has no Content-Length';
    return { offset: this.#offsetOf(this.#done), fields, blockStart: end.behind, length: Number(length) };
  }

  #block(bytes: Buffer, head: Head, ended: boolean): number {
    const end = head.blockStart + head.length;
    const after = end + RECORD_END.length + OPENING.length;
    if (bytes.length < after && !ended) {
      this.#need = after;
      return 0;
    }
    if (bytes.length >= end && isRecordEnd(bytes, end)) return this.#record(bytes, head, end, null);
    const next = bytes.indexOf(NEXT_RECORD, head.blockStart);
    const found = next >= 0 ? next : ended ? withoutRecordEnd(bytes) : Math.min(end, bytes.length);
    const has = found - head.blockStart;
    const damage =
      next < 0 && bytes.length < end
        ? `breaks off after ${has} of ${head.length} bytes`
        : `its Content-Length says ${head.length} bytes, it holds ${next < 0 && !ended ? 'more' : has}`;
    return this.#record(bytes, head, found, damage);
  }

  #record(bytes: Buffer, head: Head, end: number, damage: string | null): number {
    const { offset, fields, blockStart } = head;
    this.#cuts.push({ record: { fields, offset, damage, block: bytes.subarray(blockStart, end) } });
    this.#lost = damage !== null; // what stands behind a wrong length was told of with it
    return end;
  }

  #tooLong({ offset, fields, blockStart, length }: Head): number {
    this.#fault({ code: 'too-large', offset, fields, what: `a record of ${length} bytes` });
    this.#skip = length;
    return blockStart;
  }

  /** Passes over a block too long to be taken. A record that begins inside it shows that its length was wrong. */
  #skipping(bytes: Buffer, ended: boolean): number {
    const left = this.#skip as number;
    const next = bytes.indexOf(NEXT_RECORD);
    if (next >= 0 && next < left) {
      this.#skip = null;
      return next + RECORD_END.length;
    }
    const sure = ended ? bytes.length : Math.max(0, bytes.length - NEXT_RECORD.length);
    const used = Math.min(left, sure);
    this.#skip = used === left ? null : left - used;
    if (used === left) this.#lost = true; // line ends follow, or its length was wrong, which was told of
    return used;
  }

  /**
   * Passes over bytes that are no record, up to where one may begin. No head is looked at twice: where one was begun in
   * vain, the last place inside it where another may begin is next, so that time stays linear.
   */
  #seek(bytes: Buffer, ended: boolean, what: string): number {
    if (!this.#lost) this.#fault({ code: 'damaged', offset: this.#offsetOf(this.#done), fields: null, what });
    this.#lost = true;
    const begun = bytes.toString('latin1', 0, OPENING.length) === OPENING;
    const tried = begun ? (headEnd(bytes)?.behind ?? Math.min(bytes.length, MAX_HEAD_BYTES)) : 0;
    const inside = tried > 0 ? bytes.subarray(0, tried).lastIndexOf(MAY_BEGIN) : -1;
    const next = inside > 0 ? inside : bytes.indexOf(MAY_BEGIN, Math.max(1, tried - MAY_BEGIN.length));
    if (next >= 0) return next + 1;
    return ended ? bytes.length : Math.max(tried - MAY_BEGIN.length, bytes.length - MAY_BEGIN.length, 0);
  }

  #fault(fault: WarcFault): void {
    this.#cuts.push({ fault });
  }
}

/** Where the head at the front of `bytes` ends, and what stands behind it begins; `null` when it has no end in sight. */
function headEnd(bytes: Buffer): { readonly at: number; readonly behind: number } | null {
  const window = bytes.subarray(0, MAX_HEAD_BYTES);
  for (let lf = window.indexOf(LF); lf >= 0; lf = window.indexOf(LF, lf + 1)) {
    const blank = window[lf + 1] === CR ? lf + 2 : lf + 1;
    if (window[blank] === LF) return { at: window[lf - 1] === CR ? lf - 1 : lf, behind: blank + 1 };
  }
  return null;
}

/** Place of the first byte at or after `at` that is no line end. */
function lineEnds(bytes: Buffer, at: number): number {
  let i = at;
  while (bytes[i] === CR || bytes[i] === LF) i++;
  return i;
}

/** Whether a block ends at `end`: line ends and the next record follow, or the file's end. */
function isRecordEnd(bytes: Buffer, end: number): boolean {
  const after = lineEnds(bytes, end);
  if (after === bytes.length) return true;
  return (
    after > end &&
    bytes.toString('latin1', after, after + OPENING.length) === OPENING.slice(0, bytes.length - after)
  );
}

function withoutRecordEnd(bytes: Buffer): number {
  return bytes.subarray(-RECORD_END.length).equals(Buffer.from(RECORD_END))
    ? bytes.length - RECORD_END.length
    : bytes.length;
}
