import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import type { HttpHead } from './http-head.ts';

/** Largest page, and largest body once unpacked, in bytes: ten times the longest page of news we have met. */
export const MAX_PAGE_BYTES = 16 * 1024 * 1024;
/** A body packed more often than this is no page. */
const MAX_CODINGS = 3;
/** Unpacking steps of this size make a page's body in one or two. */
const CHUNK_BYTES = 64 * 1024;
const CR = 13;
const LF = 10;

/** A body as a browser sees it, with what was wrong on the way; or why there is none. */
export type Payload =
  | { readonly body: Buffer; readonly faults: readonly string[] }
  | { readonly code: 'too-large' | 'damaged' | 'unsupported'; readonly fault: string };

/**
 * The body without its transfer and content codings. What a writer of archives has undone already, and what breaks off,
 * is read as far as it goes. Evidence is read through this function again later: equal bytes must give equal bodies.
 */
export function httpPayload(message: Uint8Array, head: HttpHead, limit: number = MAX_PAGE_BYTES): Payload {
  const raw = Buffer.from(message.buffer, message.byteOffset, message.byteLength).subarray(head.bodyStart);
  const chunked = /\bchunked\b/i.test(head.fields.get('transfer-encoding') ?? '');
  const whole = chunked ? dechunk(raw) : measured(raw, head);
  return decode(whole.body, codingsOf(head), [...whole.faults], limit);
}

/** The body cut to its Content-Length where it is longer; one that is shorter broke off. */
function measured(raw: Buffer, head: HttpHead): { body: Buffer; faults: string[] } {
  const stated = head.fields.get('content-length');
  if (stated === undefined || !/^\d+$/.test(stated)) return { body: raw, faults: [] };
  const length = Number(stated);
  if (raw.length >= length || codingsOf(head).length > 0) return { body: raw, faults: [] };
  return { body: raw, faults: [`the body breaks off after ${raw.length} of ${length} bytes`] };
}

/** Longest line that gives a chunk's size: extensions are unheard of in practice. */
const MAX_SIZE_LINE = 1024;

/** Undoes chunked transfer coding. A body that does not open with a chunk was written down without: it is taken as it is. */
export function dechunk(raw: Buffer): { body: Buffer; faults: readonly string[] } {
  const out = Buffer.allocUnsafe(raw.length);
  let filled = 0;
  const done = (...faults: string[]) => ({ body: out.subarray(0, filled), faults });
  for (let at = 0; ; ) {
    const chunk = chunkAt(raw, at);
    if (!chunk) {
      if (at === 0) return { body: raw, faults: [] };
      filled += raw.copy(out, filled, at);
      return done('its chunks break off');
    }
    if (chunk.length === 0) return done();
    filled += raw.copy(out, filled, chunk.start, chunk.start + chunk.length);
    at = chunk.start + chunk.length;
    if (at > raw.length) return done('its last chunk breaks off');
    if (raw[at] === CR) at++;
    if (raw[at] === LF) at++;
  }
}

/** The chunk whose size line begins at `at`; `null` when no such line stands there. */
function chunkAt(raw: Buffer, at: number): { start: number; length: number } | null {
  const line = raw.subarray(at, at + MAX_SIZE_LINE);
  const end = line.indexOf(LF);
  const size = end < 0 ? null : /^([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?$/i.exec(line.toString('latin1', 0, end));
  return size && { start: at + end + 1, length: Number.parseInt(size[1] as string, 16) };
}

function codingsOf(head: HttpHead): readonly string[] {
  const all = (head.fields.get('content-encoding') ?? '').toLowerCase().split(',');
  return all
    .map((c) => c.trim())
    .filter((c) => c !== '' && c !== 'identity' && c !== 'none' && !c.startsWith('utf'));
}

function decode(body: Buffer, codings: readonly string[], faults: string[], limit: number): Payload {
  if (codings.length > MAX_CODINGS)
    return { code: 'unsupported', fault: `packed ${codings.length} times over` };
  let bytes = body;
  for (const coding of [...codings].reverse()) {
    const unpack = CODINGS[coding];
    if (!unpack) return { code: 'unsupported', fault: `content coding "${coding}"` };
    if (bytes.length === 0) break;
    const step = attempt(unpack, bytes, limit);
    if ('code' in step) return step;
    faults.push(...step.faults);
    bytes = step.body;
  }
  if (bytes.length > limit) return { code: 'too-large', fault: `more than ${limit} bytes` };
  return { body: bytes, faults };
}

type Unpack = (bytes: Buffer, limit: number, whole: boolean) => Buffer | null;

/** Unpacks; if that fails for want of an end, as far as it goes. `null` from a coding: the bytes are not packed at all. */
function attempt(unpack: Unpack, bytes: Buffer, limit: number): Payload {
  try {
    const body = unpack(bytes, limit, true);
    return { body: body ?? bytes, faults: [] };
  } catch (error) {
    if (isTooLarge(error)) return { code: 'too-large', fault: `unpacks to more than ${limit} bytes` };
  }
  try {
    const body = unpack(bytes, limit, false);
    if (body && body.length > 0) return { body, faults: ['its packed body breaks off'] };
  } catch (error) {
    if (isTooLarge(error)) return { code: 'too-large', fault: `unpacks to more than ${limit} bytes` };
  }
  return { code: 'damaged', fault: 'its packed body cannot be unpacked' };
}

function isTooLarge(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}

const zlibOptions = (maxOutputLength: number, whole: boolean) => ({
  maxOutputLength,
  chunkSize: CHUNK_BYTES,
  ...(whole ? {} : { finishFlush: constants.Z_SYNC_FLUSH }),
});

const gzip: Unpack = (bytes, limit, whole) =>
  bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, zlibOptions(limit, whole)) : null;

/** "deflate" is zlib's format by the standard and bare deflate by the habit of some servers. */
const deflate: Unpack = (bytes, limit, whole) => {
  const wrapped = ((bytes[0] ?? 0) & 0x0f) === 8 && (((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0)) % 31 === 0;
  if (wrapped) return inflateSync(bytes, zlibOptions(limit, whole));
  return looksLikeText(bytes) ? null : inflateRawSync(bytes, zlibOptions(limit, whole));
};

const brotli: Unpack = (bytes, limit, whole) =>
  looksLikeText(bytes)
    ? null
    : brotliDecompressSync(bytes, {
        maxOutputLength: limit,
        chunkSize: CHUNK_BYTES,
        ...(whole ? {} : { finishFlush: constants.BROTLI_OPERATION_FLUSH }),
      });

/** Whether bytes open like a page: an archive's writer unpacked them and left the field standing. */
function looksLikeText(bytes: Buffer): boolean {
  return /^(?:\xef\xbb\xbf)?\s*[<{[]\s*[!?/"a-z]/i.test(bytes.toString('latin1', 0, 64));
}

const CODINGS: Readonly<Record<string, Unpack>> = {
  gzip,
  'x-gzip': gzip,
  deflate,
  br: brotli,
};
