import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import iconv from 'iconv-lite';
import type { Capture, CapturedBytes, Taken } from '../../doc/index.ts';
import { sha256 } from '../../lib/hash.ts';
import { entryPage, type Feed, type FeedItem, feedKind, parseFeed } from '../../lib/received/index.ts';
import { setAsideFor } from '../set-aside.ts';

/** Where a feed came from. */
export interface FeedOrigin {
  /** The file or URL as it is told of. */
  readonly name: string;
  /** The URL that its relative links are read against; `null` for a file. */
  readonly url: string | null;
  readonly fetchedAt: string | null;
}

/** An entry as a list of what to fetch has it. */
export interface Listed {
  /** Absolute. */
  readonly url: string;
  readonly title: string | null;
  readonly date: string | null;
}

/** Whether bytes open like a feed or a sitemap. */
export function isFeed(opening: Buffer): boolean {
  return feedKind(decoded(opening)) !== null;
}

/** A feed's text: by its mark, as UTF-8 where it is that, else by what its XML declaration says. */
function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return iconv.decode(bytes, 'UTF-16LE');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return iconv.decode(bytes, 'UTF-16BE');
  const said =
    /^<\?xml[^>]{0,200}encoding=["']([\w-]+)/.exec(bytes.toString('latin1', 0, 256))?.[1] ?? 'utf-8';
  return isUtf8(bytes) || !iconv.encodingExists(said) ? bytes.toString('utf8') : iconv.decode(bytes, said);
}

/** A feed, read; `null` when the bytes are none. */
export function readFeed(bytes: Buffer): { readonly feed: Feed; readonly source: string } | null {
  const source = decoded(bytes);
  const feed = parseFeed(source);
  return feed && { feed, source };
}

/** What a feed lists, each address once, with links made absolute; what has no address of the web is left out. */
export function listedIn(feed: Feed, base: string | null): readonly Listed[] {
  const listed = new Map<string, Listed>();
  for (const { url, title, date } of feed.items) {
    const address = absolute(url, base);
    if (address !== null && !listed.has(address)) listed.set(address, { url: address, title, date });
  }
  return [...listed.values()];
}

function absolute(url: string | null, base: string | null): string | null {
  if (url === null || !URL.canParse(url, base ?? undefined)) return null;
  const { href, protocol } = new URL(url, base ?? undefined);
  return /^https?:$/.test(protocol) ? href : null;
}

/** The entries of a feed that bring a text of their own, each a page; the others are counted. */
export function* entryPages(bytes: Buffer, origin: FeedOrigin): Generator<Taken> {
  const read = readFeed(bytes);
  if (!read) {
    yield setAsideFor(origin.name, 'damaged', 'a feed that cannot be read');
    return;
  }
  const { feed, source } = read;
  const raw = feed.kind === 'json' ? rawJson(source) : [];
  for (const [i, item] of feed.items.entries()) {
    const body = entryPage(item);
    if (body) yield pageOf(item, i, body, raw[i] ?? source.slice(item.start, item.end), origin);
    else yield { kind: 'passed-over', what: 'feed entries without a text of their own' };
  }
  if (feed.cut)
    yield setAsideFor(origin.name, 'too-large', `only its first ${feed.items.length} entries were read`);
}

function rawJson(source: string): readonly string[] {
  const { items } = JSON.parse(source.replace(/^\ufeff/, '')) as { items: readonly unknown[] };
  return items.filter((i) => i !== null && typeof i === 'object').map((i) => JSON.stringify(i));
}

function pageOf(item: FeedItem, index: number, body: Buffer, raw: string, origin: FeedOrigin): CapturedBytes {
  const received = Buffer.from(raw);
  const url = absolute(item.url, origin.url);
  const capture: Capture = {
    kind: 'capture',
    sha256: sha256(body),
    bytes: body.length,
    mediaType: 'text/html',
    charset: null,
    name: url ?? `${basename(origin.name)}#${index + 1}`,
    url,
    finalUrl: url,
    fetchedAt: origin.fetchedAt,
    warcRecordId: null,
    statedCharset: 'utf-8',
    received: { wrapping: 'feed-entry', sha256: sha256(received), bytes: received.length },
  };
  return { capture, body, received };
}
