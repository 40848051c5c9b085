import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { CapturedBytes, SetAside } from '../doc/index.ts';
import { sha256 } from '../lib/hash.ts';
import { refusedBySystem, setAsideFor } from './set-aside.ts';
import { sniff } from './sniff.ts';

/** Largest file taken, in bytes: ten times the longest page of news we have met; more would keep a reader busy for minutes. */
export const MAX_BYTES = 16 * 1024 * 1024;

/**
 * Reads one file as it lies there: bytes and their digest first, then what they seem to be. A file that is empty, not
 * text, too large, gone or closed to us comes back as a SetAside. `fetchedAt` is null: a file's clock says nothing.
 */
export async function captureFile(
  path: string,
  options: { readonly maxBytes?: number } = {},
): Promise<CapturedBytes | SetAside> {
  const read = await readBytes(path, options.maxBytes ?? MAX_BYTES);
  if ('code' in read) return read;
  return captureBytes(read.body, path, options);
}

/** The same for bytes that are at hand already; `path` names them. */
export function captureBytes(
  body: Uint8Array,
  path: string,
  { maxBytes = MAX_BYTES }: { readonly maxBytes?: number } = {},
): CapturedBytes | SetAside {
  if (body.length > maxBytes) return tooLarge(path, body.length, maxBytes);
  const digest = sha256(body);
  if (body.length === 0) return setAsideFor(path, 'empty');
  const what = sniff(body);
  if ('not' in what)
    return setAsideFor(path, what.not === 'a WARC file' ? 'unsupported' : 'not-text', what.not);
  return {
    body,
    capture: {
      kind: 'capture',
      sha256: digest,
      bytes: body.length,
      mediaType: what.mediaType,
      charset: null,
      name: basename(path),
      url: null,
      finalUrl: null,
      fetchedAt: null,
      warcRecordId: null,
    },
  };
}

/** One handle from look to last byte, so that a file replaced in between is read as one of the two, never mixed. */
async function readBytes(path: string, maxBytes: number): Promise<{ body: Uint8Array } | SetAside> {
  let handle: Awaited<ReturnType<typeof open>> | null = null;
  try {
    handle = await open(path, 'r');
    const { size } = await handle.stat();
    if (size > maxBytes) return tooLarge(path, size, maxBytes);
    const body = await handle.readFile();
    if (body.length < size)
      return setAsideFor(path, 'vanished', `shrank from ${size} to ${body.length} bytes while being read`);
    return { body };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ESTALE') return setAsideFor(path, 'vanished', 'it is no longer there');
    return refusedBySystem(path, error);
  } finally {
    await handle?.close().catch(() => undefined);
  }
}

function tooLarge(path: string, bytes: number, limit: number): SetAside {
  return setAsideFor(path, 'too-large', `${bytes} bytes, the limit is ${limit}`);
}
