import type { Taken } from '../../doc/index.ts';
import { RetryError, SkipError } from '../../lib/errors.ts';
import { httpHead, httpPayload } from '../../lib/received/index.ts';
import { isFeed, type Listed, listedIn, readFeed } from '../feed/index.ts';
import { pageOfResponse } from '../http.ts';
import { setAsideFor } from '../set-aside.ts';
import { type Fetched, Fetcher, type FetchOptions } from './fetcher.ts';

export type { FetchOptions, Validators } from './fetcher.ts';

/** Pages fetched of one feed or sitemap at most, latest first as feeds have them, and how deep indexes lead on. */
const MAX_LISTED = 200;
const MAX_DEPTH = 2;

/** Whether an input is an address rather than a file. */
export function isUrl(input: string): boolean {
  return /^[a-z][a-z0-9+.-]+:\/\//i.test(input);
}

/** A reader of pages by URL: a page, or all pages that a feed or sitemap lists. Nothing is thrown for a bad page. */
export function webCapture(options: FetchOptions): (url: string) => AsyncIterable<Taken> {
  const fetcher = new Fetcher(options);
  return (url) => pagesOfUrl(fetcher, url, { seen: new Set(), left: MAX_LISTED }, 0);
}

interface Walk {
  readonly seen: Set<string>;
  left: number;
}

async function* pagesOfUrl(fetcher: Fetcher, url: string, walk: Walk, depth: number): AsyncGenerator<Taken> {
  if (!URL.canParse(url)) {
    yield setAsideFor(url, 'unsupported', 'no address that can be read');
    return;
  }
  const answer = await answerOf(fetcher, url);
  if ('code' in answer || 'what' in answer) {
    yield answer;
    return;
  }
  const listed = depth <= MAX_DEPTH ? feedIn(answer) : null;
  if (listed) yield* pagesListed(fetcher, url, listed, walk, depth);
  else yield* pageOf(url, answer);
}

async function* pagesListed(
  fetcher: Fetcher,
  url: string,
  listed: readonly Listed[],
  walk: Walk,
  depth: number,
): AsyncGenerator<Taken> {
  for (const item of listed) {
    if (walk.seen.has(item.url)) continue;
    if (walk.left === 0) {
      yield setAsideFor(url, 'too-large', `only ${MAX_LISTED} of what it lists were fetched`);
      return;
    }
    walk.seen.add(item.url);
    walk.left--;
    yield* pagesOfUrl(fetcher, item.url, walk, depth + 1);
  }
}

function pageOf(url: string, { message, request, url: final, fetchedAt, status }: Fetched): readonly Taken[] {
  const response = { message, request, url: new URL(url).href, finalUrl: final.href, fetchedAt };
  if (status >= 400) return [setAsideFor(url, 'http-status', `the server answered ${status}`)];
  const taken = pageOfResponse(response, url);
  return taken.map((t) => ('what' in t ? setAsideFor(url, 'not-text', t.what) : t));
}

async function answerOf(fetcher: Fetcher, url: string): Promise<Fetched | Exclude<Taken, { body: unknown }>> {
  try {
    const answer = await fetcher.fetch(url);
    return answer.status === 304
      ? { kind: 'passed-over', what: 'pages unchanged since they were last fetched' }
      : answer;
  } catch (error) {
    if (error instanceof SkipError || error instanceof RetryError)
      return setAsideFor(url, error.code, error.message);
    throw error;
  }
}

/** What an answer lists, where it is a feed or a sitemap; `null` for anything else. */
function feedIn({ message, status, url }: Fetched): readonly Listed[] | null {
  const head = status === 200 ? httpHead(message) : null;
  const payload = head && httpPayload(message, head);
  if (!payload || !('body' in payload) || !isFeed(payload.body.subarray(0, 4096))) return null;
  const read = readFeed(payload.body);
  return read && listedIn(read.feed, url.href);
}
