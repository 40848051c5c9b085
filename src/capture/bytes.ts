import { basename } from 'node:path';
import type { Capture, CapturedBytes, SetAside } from '../doc/index.ts';
import { sha256 } from '../lib/hash.ts';
import { MAX_PAGE_BYTES, type MhtmlPage, mhtmlPage } from '../lib/received/index.ts';
import { setAsideFor } from './set-aside.ts';
import { sniff } from './sniff.ts';

/** Largest page taken, in bytes. More would keep a reader busy for minutes. */
export const MAX_BYTES = MAX_PAGE_BYTES;

/**
 * Takes bytes as one page: their digest first, then what they seem to be. What is empty, not text or too large comes back
 * as a SetAside. `fetchedAt` is null, as a file's clock says nothing, but for MHTML, which tells when it was saved.
 */
export function captureBytes(
  body: Uint8Array,
  path: string,
  { maxBytes = MAX_BYTES }: { readonly maxBytes?: number } = {},
): CapturedBytes | SetAside {
  if (body.length > maxBytes) return tooLarge(path, body.length, maxBytes);
  const digest = sha256(body);
  if (body.length === 0) return setAsideFor(path, 'empty');
  const what = sniff(body);
  if ('archive' in what) {
    if (what.archive !== 'mhtml') return setAsideFor(path, 'unsupported', what.archive);
    const page = mhtmlPage(body);
    return page
      ? ofMhtml(page, body, digest, path)
      : setAsideFor(path, 'damaged', 'an MHTML archive without a page');
  }
  if ('not' in what) return setAsideFor(path, 'not-text', what.not);
  return { body, capture: plainCapture(digest, body.length, what.mediaType, path) };
}

function plainCapture(digest: string, bytes: number, mediaType: string, path: string): Capture {
  return {
    kind: 'capture',
    sha256: digest,
    bytes,
    mediaType,
    charset: null,
    name: basename(path),
    url: null,
    finalUrl: null,
    fetchedAt: null,
    warcRecordId: null,
  };
}

function ofMhtml(
  page: MhtmlPage,
  received: Uint8Array,
  digest: string,
  path: string,
): CapturedBytes | SetAside {
  const { body, mediaType, charset, url, savedAt } = page;
  if (body.length === 0) return setAsideFor(path, 'empty', 'the page in the archive');
  const address = url !== null && /^https?:/i.test(url) ? url : null;
  return {
    body,
    received,
    capture: {
      ...plainCapture(sha256(body), body.length, mediaType, path),
      url: address,
      finalUrl: address,
      fetchedAt: savedAt,
      ...(charset ? { statedCharset: charset } : {}),
      received: { wrapping: 'mhtml', sha256: digest, bytes: received.length },
    },
  };
}

/** The SetAside for what is over the cap. */
export function tooLarge(path: string, bytes: number, limit: number): SetAside {
  return setAsideFor(path, 'too-large', `${bytes} bytes, the limit is ${limit}`);
}
