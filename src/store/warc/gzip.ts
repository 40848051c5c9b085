import { crc32Of } from './crc32.ts';

/** Magic, deflate, flags, no time, no extra flags, system unknown (RFC 1952 §2.3). */
const HEADER = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
const FNAME = 8;
const EMPTY_BLOCK = [0, 0, 0, 0xff, 0xff];
const MAX_STORED = 0xffff;

/** Bytes that a stored member of `n` bytes takes, without padding. */
export function storedLength(n: number): number {
  return HEADER.length + Math.max(1, Math.ceil(n / MAX_STORED)) * EMPTY_BLOCK.length + n + 8;
}

/**
 * A gzip member that stores `data` without compressing it and is exactly `length` bytes long: the rest is filled with
 * empty stored blocks (RFC 1951 §3.2.4) and a file name of 0…3 letters. The same input gives the same bytes on every
 * machine, so that they can be checked. Throws a RangeError when `length` is too small.
 */
export function storedMember(data: Uint8Array, length: number = storedLength(data.length)): Buffer {
  const spare = length - storedLength(data.length);
  if (spare < 0) throw new RangeError(`${data.length} bytes do not fit a member of ${length}`);
  const named = spare % EMPTY_BLOCK.length;
  const header = Buffer.from(HEADER);
  if (named > 0) header[3] = FNAME;
  const name = named > 0 ? Buffer.from(`${'x'.repeat(named - 1)}\0`, 'latin1') : Buffer.alloc(0);
  const padding = Buffer.alloc(spare - named, Buffer.from(EMPTY_BLOCK));
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32Of(data), 0);
  trailer.writeUInt32LE(data.length % 2 ** 32, 4);
  return Buffer.concat([header, name, padding, ...storedBlocks(data), trailer]);
}

function storedBlocks(data: Uint8Array): Buffer[] {
  const blocks: Buffer[] = [];
  for (let at = 0; at === 0 || at < data.length; at += MAX_STORED) {
    const piece = data.subarray(at, at + MAX_STORED);
    const head = Buffer.alloc(5);
    head[0] = at + MAX_STORED >= data.length ? 1 : 0;
    head.writeUInt16LE(piece.length, 1);
    head.writeUInt16LE(~piece.length & MAX_STORED, 3);
    blocks.push(head, Buffer.from(piece));
  }
  return blocks;
}
