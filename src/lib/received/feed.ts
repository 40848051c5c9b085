import { Parser } from 'htmlparser2';

/** What a feed lists. */
export interface FeedItem {
  /** As the feed has it: it may be relative. `null` when it has none. */
  readonly url: string | null;
  readonly title: string | null;
  /** As the feed has it. */
  readonly date: string | null;
  /** The entry's own text as HTML; `null` where it brings a summary alone, or nothing. */
  readonly content: string | null;
  /** The stretch of the source that the entry is. */
  readonly start: number;
  readonly end: number;
}

export type FeedKind = 'rss' | 'atom' | 'json' | 'sitemap' | 'sitemap-index';

export interface Feed {
  readonly kind: FeedKind;
  readonly items: readonly FeedItem[];
  /** Whether there were more than are listed. */
  readonly cut: boolean;
}

/** Entries listed at most: what the sitemap protocol allows a file. */
export const MAX_ITEMS = 50_000;
/** Elements inside each other that no feed needs: beyond, it is read no further, as the parser slows down with depth. */
const MAX_DEPTH = 1000;
/** Characters handed to the parser between two looks at the depth. */
const STEP = 16_384;
const ROOTS: Readonly<Record<string, FeedKind>> = {
  rss: 'rss',
  rdf: 'rss',
  feed: 'atom',
  urlset: 'sitemap',
  sitemapindex: 'sitemap-index',
};
const ENTRIES: ReadonlySet<string> = new Set(['item', 'entry', 'url', 'sitemap']);
/** Elements of an entry by local name, and the field that each fills; earlier ones win over later ones of a field. */
const FIELDS: Readonly<Record<string, keyof Draft>> = {
  link: 'url',
  loc: 'url',
  guid: 'guid',
  id: 'guid',
  title: 'title',
  pubdate: 'date',
  published: 'date',
  issued: 'date',
  publication_date: 'date',
  date: 'date',
  updated: 'updated',
  modified: 'updated',
  lastmod: 'updated',
  encoded: 'content',
  content: 'content',
};

interface Draft {
  start: number;
  url?: string;
  guid?: string;
  title?: string;
  date?: string;
  updated?: string;
  content?: string;
}

/** What kind of feed a source opens as; `null` for anything else. Looks at its beginning alone. */
export function feedKind(opening: string): FeedKind | null {
  const source = opening.replace(/^\ufeff/, '').trimStart();
  if (source.startsWith('{'))
    return /"version"\s*:\s*"https?:\\?\/\\?\/jsonfeed\.org/.test(source) ? 'json' : null;
  if (!source.startsWith('<')) return null;
  const root = /<(?![?!])(?:[\w.-]+:)?([\w.-]+)/.exec(source.replace(/<!--[\s\S]*?(?:-->|$)/g, ''))?.[1];
  return ROOTS[root?.toLowerCase() ?? ''] ?? null;
}

/**
 * Reads RSS 0.9 to 2.0, Atom, JSON Feed, sitemaps and their indexes; `null` for anything else. Broken markup gives what can
 * be read; entities that a document defines for itself are never expanded, and nothing outside it is ever asked for.
 */
export function parseFeed(source: string): Feed | null {
  const kind = feedKind(source.slice(0, 65_536));
  if (kind === null) return null;
  return kind === 'json' ? jsonFeed(source) : xmlFeed(source, kind);
}

function xmlFeed(source: string, kind: FeedKind): Feed {
  const reader = new XmlReader(source);
  const parser = new Parser(reader, { xmlMode: true, decodeEntities: true });
  reader.attach(parser);
  for (let at = 0; at < source.length && !reader.tooDeep; at += STEP)
    parser.write(source.slice(at, at + STEP));
  parser.end();
  return { kind, items: reader.items, cut: reader.cut || reader.tooDeep };
}

/** Gathers the entries while the parser goes through the source. */
class XmlReader {
  readonly items: FeedItem[] = [];
  cut = false;
  #open = 0;
  readonly #source: string;
  #parser: Parser | null = null;
  #draft: Draft | null = null;
  /** Depth inside the entry; 0 outside of any. */
  #depth = 0;
  #field: keyof Draft | null = null;
  #text: string[] = [];
  /** Where markup that stands as content begins. */
  #markupFrom: number | null = null;

  constructor(source: string) {
    this.#source = source;
  }

  attach(parser: Parser): void {
    this.#parser = parser;
  }

  get tooDeep(): boolean {
    return this.#open > MAX_DEPTH;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    this.#open++;
    const local = localName(name);
    if (!this.#draft) {
      if (ENTRIES.has(local)) this.#begin();
      return;
    }
    this.#depth++;
    if (this.#depth !== 1 && local !== 'publication_date' && local !== 'title') return;
    if (this.#field !== null) return;
    this.#field = FIELDS[local] ?? null;
    this.#text = [];
    if (local === 'link' && attributes.href !== undefined) this.#link(attributes);
    if (this.#field === 'content' && /xhtml|\/xml/.test(attributes.type ?? ''))
      this.#markupFrom = (this.#parser?.endIndex ?? 0) + 1;
  }

  ontext(text: string): void {
    if (this.#field !== null && this.#markupFrom === null) this.#text.push(text);
  }

  onclosetag(): void {
    this.#open--;
    if (!this.#draft) return;
    if (this.#depth === 0) {
      this.#end();
      return;
    }
    if (this.#field !== null && (this.#depth === 1 || this.#field === 'date' || this.#field === 'title'))
      this.#keep();
    this.#depth--;
  }

  /** Markup that breaks off closes its entry all the same. */
  onend(): void {
    if (this.#draft) this.#end();
  }

  #begin(): void {
    if (this.items.length >= MAX_ITEMS) {
      this.cut = true;
      return;
    }
    this.#draft = { start: this.#parser?.startIndex ?? 0 };
    this.#depth = 0;
    this.#field = null;
  }

  /** Atom's link to the page itself; others lead to comments, sound or the feed. */
  #link({ href = '', rel = 'alternate' }: Record<string, string>): void {
    if (this.#draft && rel === 'alternate') this.#draft.url ??= href.trim();
    this.#field = null;
  }

  #keep(): void {
    const field = this.#field as Exclude<keyof Draft, 'start'>;
    const value =
      this.#markupFrom === null
        ? this.#text.join('')
        : this.#source.slice(this.#markupFrom, this.#parser?.startIndex ?? undefined);
    if (this.#draft && value.trim() !== '') this.#draft[field] ??= field === 'content' ? value : value.trim();
    this.#field = null;
    this.#markupFrom = null;
  }

  #end(): void {
    const draft = this.#draft as Draft;
    const end = Math.min(this.#source.length, (this.#parser?.endIndex ?? this.#source.length) + 1);
    const guid = /^https?:/i.test(draft.guid ?? '') ? draft.guid : undefined;
    this.items.push({
      url: draft.url ?? guid ?? null,
      title: draft.title ?? null,
      date: draft.date ?? draft.updated ?? null,
      content: draft.content ?? null,
      start: draft.start,
      end,
    });
    this.#draft = null;
    this.#field = null;
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function jsonFeed(source: string): Feed | null {
  try {
    const { items } = JSON.parse(source.replace(/^\ufeff/, '')) as { items?: unknown };
    const all = Array.isArray(items) ? items.filter((i) => i !== null && typeof i === 'object') : [];
    return { kind: 'json', items: all.slice(0, MAX_ITEMS).map(jsonItem), cut: all.length > MAX_ITEMS };
  } catch {
    return null;
  }
}

/** An entry of a JSON feed. Its place in the source is not known: `start` and `end` are 0. */
export function jsonItem(item: Record<string, unknown>): FeedItem {
  const text = (name: string): string | null =>
    typeof item[name] === 'string' ? (item[name] as string) : null;
  const plain = text('content_text');
  return {
    url: text('url') ?? (/^https?:/i.test(text('id') ?? '') ? text('id') : null),
    title: text('title'),
    date: text('date_published') ?? text('date_modified'),
    content: text('content_html') ?? (plain === null ? null : paragraphs(plain)),
    start: 0,
    end: 0,
  };
}

function paragraphs(plain: string): string {
  return plain
    .split(/\n\s*\n/)
    .map((p) => `<p>${escaped(p)}</p>`)
    .join('\n');
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}

/** The page that an entry with a text of its own is: its title, its date, its text. `null` without a text. */
export function entryPage({ title, date, content }: FeedItem): Buffer | null {
  if (content === null) return null;
  const time = Date.parse(date ?? '');
  const day = Number.isNaN(time)
    ? ''
    : `<meta property="article:published_time" content="${new Date(time).toISOString()}">\n`;
  const name = title === null ? '' : escaped(title);
  const heading = name === '' ? '' : `<h1>${name}</h1>\n`;
  return Buffer.from(
    `<!doctype html>\n<html><head><meta charset="utf-8">\n<title>${name}</title>\n${day}</head><body><article>\n${heading}${content}\n</article></body></html>\n`,
  );
}

/** The page inside an entry that was cut out of a feed: its stretch of the source, or its JSON. `null` when there is none. */
export function pageOfEntry(entry: Uint8Array): Buffer | null {
  const source = Buffer.from(entry).toString('utf8');
  if (!source.startsWith('{')) return entryPage(xmlFeed(source, 'rss').items[0] ?? NO_ITEM);
  try {
    return entryPage(jsonItem(JSON.parse(source) as Record<string, unknown>));
  } catch {
    return null;
  }
}
const NO_ITEM: FeedItem = { url: null, title: null, date: null, content: null, start: 0, end: 0 };
