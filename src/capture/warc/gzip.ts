/** What opens every gzip member: magic and the only method there is (RFC 1952 §2.3). */
export const GZIP_MAGIC = Buffer.from([0x1f, 0x8b, 8]);
/** Checksum and length behind the packed bytes. */
export const TRAILER_BYTES = 8;
const RESERVED_FLAGS = 0xe0;
const FHCRC = 2;
const FEXTRA = 4;
const FNAME = 8;
const FCOMMENT = 16;
const FIXED_BYTES = 10;

/** Length of the member header at `at`; `null` when there is none, `undefined` when `bytes` ends inside it. */
export function memberHeader(bytes: Buffer, at: number): number | null | undefined {
  if (bytes.length < at + FIXED_BYTES) return undefined;
  if (!bytes.subarray(at, at + GZIP_MAGIC.length).equals(GZIP_MAGIC)) return null;
  const flags = bytes[at + 3] as number;
  if (flags & RESERVED_FLAGS) return null;
  let end = at + FIXED_BYTES;
  if (flags & FEXTRA) {
    if (bytes.length < end + 2) return undefined;
    end += 2 + bytes.readUInt16LE(end);
  }
  for (const flag of [FNAME, FCOMMENT]) {
    if (!(flags & flag)) continue;
    const zero = bytes.indexOf(0, end);
    if (zero < 0) return undefined;
    end = zero + 1;
  }
  if (flags & FHCRC) end += 2;
  return end > bytes.length ? undefined : end - at;
}
