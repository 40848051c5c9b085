import { inflateRawSync } from 'node:zlib';
import { type ByteSource, sliceSource } from '../source.ts';

/** A file inside a ZIP archive. Its name is told of, never used as a path. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Byte at which its local header lies. */
  readonly offset: number;
}

/** Signatures and sizes of APPNOTE.TXT 4.3. */
const END = 0x06054b50;
const END_BYTES = 22;
const END64_LOCATOR = 0x07064b50;
const END64_LOCATOR_BYTES = 20;
const END64 = 0x06064b50;
const END64_BYTES = 56;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const LOCAL = 0x04034b50;
const MAX_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;
const ZIP64_EXTRA = 1;
const STORED = 0;
const DEFLATED = 8;
/** Largest directory read: a web archive holds some tens of files. */
const MAX_DIRECTORY_BYTES = 16 * 1024 * 1024;

/** The archive's files in the order of its directory; `null` when it has no directory that can be read. */
export async function zipEntries(source: ByteSource): Promise<readonly ZipEntry[] | null> {
  const tailBytes = Math.min(source.size, END_BYTES + MAX_COMMENT + END64_LOCATOR_BYTES);
  const tail = await source.read(source.size - tailBytes, tailBytes);
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + END_BYTES > tail.length || tail.readUInt32LE(end) !== END) return null;
  const place = (await placeIn64(source, tail, end)) ?? {
    size: tail.readUInt32LE(end + 12),
    offset: tail.readUInt32LE(end + 16),
  };
  if (place.size > MAX_DIRECTORY_BYTES) return null;
  return entriesOf(await source.read(place.offset, place.size));
}

/** Place of the directory by the ZIP64 record, where there is one. */
async function placeIn64(source: ByteSource, tail: Buffer, end: number) {
  const locator = end - END64_LOCATOR_BYTES;
  if (locator < 0 || tail.readUInt32LE(locator) !== END64_LOCATOR) return null;
  const record = await source.read(Number(tail.readBigUInt64LE(locator + 8)), END64_BYTES);
  if (record.length < END64_BYTES || record.readUInt32LE(0) !== END64) return null;
  return { size: Number(record.readBigUInt64LE(40)), offset: Number(record.readBigUInt64LE(48)) };
}

function entriesOf(directory: Buffer): readonly ZipEntry[] {
  const entries: ZipEntry[] = [];
  for (let at = 0; at + CENTRAL_BYTES <= directory.length && directory.readUInt32LE(at) === CENTRAL; ) {
    const nameEnd = at + CENTRAL_BYTES + directory.readUInt16LE(at + 28);
    const extraEnd = nameEnd + directory.readUInt16LE(at + 30);
    const sizes = sizesOf(directory, at, directory.subarray(nameEnd, extraEnd));
    entries.push({
      name: directory.toString('utf8', at + CENTRAL_BYTES, nameEnd),
      method: directory.readUInt16LE(at + 10),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
      ...sizes,
    });
    at = extraEnd + directory.readUInt16LE(at + 32);
  }
  return entries;
}

/** Sizes and offset; those too great for 32 bits stand in the ZIP64 field, in this order. */
function sizesOf(directory: Buffer, at: number, extra: Buffer) {
  const wide = zip64Field(extra);
  let used = 0;
  const value = (narrow: number): number => {
    if (narrow !== IN_ZIP64 || used + 8 > wide.length) return narrow;
    used += 8;
    return Number(wide.readBigUInt64LE(used - 8));
  };
  const bytes = value(directory.readUInt32LE(at + 24));
  const packedBytes = value(directory.readUInt32LE(at + 20));
  return { bytes, packedBytes, offset: value(directory.readUInt32LE(at + 42)) };
}

function zip64Field(extra: Buffer): Buffer {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2))
    if (extra.readUInt16LE(at) === ZIP64_EXTRA)
      return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  return Buffer.alloc(0);
}

/** The packed bytes of an entry as a source; `null` when its local header is damaged. */
export async function packedSource(source: ByteSource, entry: ZipEntry): Promise<ByteSource | null> {
  const head = await source.read(entry.offset, LOCAL_BYTES);
  if (head.length < LOCAL_BYTES || head.readUInt32LE(0) !== LOCAL) return null;
  const start = entry.offset + LOCAL_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28);
  return sliceSource(source, start, entry.packedBytes);
}

/** Whether an entry lies in the archive as it is, so that it can be read at any place. */
export function isStored(entry: ZipEntry): boolean {
  return entry.method === STORED && !entry.encrypted;
}

/** The bytes of an entry up to `limit`; why not, in words, when it is longer, damaged or packed in another way. */
export async function entryBytes(
  source: ByteSource,
  entry: ZipEntry,
  limit: number,
): Promise<Buffer | string> {
  if (entry.encrypted || (entry.method !== STORED && entry.method !== DEFLATED))
    return 'it is encrypted or packed in a way that is not read';
  const packed = await packedSource(source, entry);
  if (!packed) return 'its header is damaged';
  if (Math.max(entry.bytes, entry.packedBytes) > limit) return `${entry.bytes} bytes, the limit is ${limit}`;
  if (entry.method === STORED) return await packed.read(0, packed.size);
  try {
    return inflateRawSync(await packed.read(0, packed.size), { maxOutputLength: limit });
  } catch (error) {
    const large = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return large ? `it unpacks to more than ${limit} bytes` : 'it cannot be unpacked';
  }
}
