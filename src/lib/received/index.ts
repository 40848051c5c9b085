import { pageOfEntry } from './feed.ts';
import { httpPayload, MAX_PAGE_BYTES, type Payload } from './http-body.ts';
import { httpHead } from './http-head.ts';
import { mhtmlPage } from './mhtml.ts';

export { entryPage, type Feed, type FeedItem, feedKind, parseFeed } from './feed.ts';
export { httpPayload, MAX_PAGE_BYTES, type Payload } from './http-body.ts';
export { contentType, type HttpHead, httpHead } from './http-head.ts';
export { isMhtml, type MhtmlPage, mhtmlPage } from './mhtml.ts';

/** What a page arrived wrapped in. */
export type Wrapping = 'http' | 'mhtml' | 'feed-entry';

/** The page inside bytes as they were received. Evidence is read through this: equal bytes must always give equal pages. */
export function unwrap(received: Uint8Array, wrapping: Wrapping): Payload {
  if (wrapping === 'mhtml') return capped(mhtmlPage(received)?.body ?? null);
  if (wrapping === 'feed-entry') return capped(pageOfEntry(received));
  const head = httpHead(received);
  return head ? httpPayload(received, head) : { code: 'damaged', fault: 'no HTTP message' };
}

function capped(body: Buffer | null): Payload {
  if (!body) return { code: 'damaged', fault: 'it holds no page' };
  return body.length > MAX_PAGE_BYTES
    ? { code: 'too-large', fault: `more than ${MAX_PAGE_BYTES} bytes` }
    : { body, faults: [] };
}
