import { describe, expect, it } from 'vitest';
import { unwrap } from '../../lib/received/index.ts';
import { pagesOfBytes } from '../index.ts';
import { sorted } from '../testing/warc-maker.mts';
import { listedIn, readFeed } from './index.ts';

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Marl Post</title><link>https://news.example/</link>
<item><title>Bridge &amp; ferry open</title><link>https://news.example/a</link><pubDate>Tue, 06 May 2031 07:08:09 GMT</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>The mayor said the <b>bridge</b> is open.</p>]]></content:encoded></item>
<item><title>Second</title><guid>https://news.example/b</guid><description>Only a teaser.</description></item>
</channel></rss>`;
const RDF = `<rdf:RDF xmlns="http://purl.org/rss/1.0/"><channel/><item rdf:about="x"><title>One</title>
<link>https://news.example/a</link><dc:date>2031-05-06</dc:date></item></rdf:RDF>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Marl Post</title><link href="/"/>
<entry><title>One</title><link rel="replies" href="/c"/><link href="/a"/><id>tag:x</id><updated>2031-05-07T00:00:00Z</updated>
<published>2031-05-06T00:00:00Z</published>
<content type="xhtml"><div><p>The <i>bridge</i> is open.</p></div></content></entry></feed>`;
const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  items: [
    {
      id: '1',
      url: 'https://news.example/a',
      title: 'One',
      date_published: '2031-05-06',
      content_text: 'A < B.\n\nThe bridge is open.',
    },
  ],
});
const SITEMAP = `<urlset xmlns:news="n"><url><loc> https://news.example/a </loc><lastmod>2031-05-07</lastmod>
<news:news><news:publication_date>2031-05-06</news:publication_date><news:title>One</news:title></news:news></url></urlset>`;
const INDEX = `<!-- made by hand --><sitemapindex><sitemap><loc>https://news.example/s1.xml</loc></sitemap></sitemapindex>`;

const list = (source: string) => {
  const read = readFeed(Buffer.from(source));
  return read && listedIn(read.feed, 'https://news.example/feed');
};
const a = { url: 'https://news.example/a', title: 'One', date: '2031-05-06' };

describe('what a feed lists', () => {
  const feeds: readonly [what: string, source: string, listed: readonly unknown[]][] = [
    [
      'RSS 2.0',
      RSS,
      [
        {
          url: 'https://news.example/a',
          title: 'Bridge & ferry open',
          date: 'Tue, 06 May 2031 07:08:09 GMT',
        },
        { url: 'https://news.example/b', title: 'Second', date: null },
      ],
    ],
    ['RSS 1.0', RDF, [a]],
    ['Atom', ATOM, [{ ...a, date: '2031-05-06T00:00:00Z' }]],
    ['JSON Feed', JSON_FEED, [a]],
    ['a sitemap', SITEMAP, [a]],
    ['a sitemap index', INDEX, [{ url: 'https://news.example/s1.xml', title: null, date: null }]],
    [
      'RSS that breaks off',
      RSS.slice(0, RSS.indexOf('Only a')),
      [expect.anything(), { url: 'https://news.example/b', title: 'Second', date: null }],
    ],
    [
      'RSS with bare ampersands',
      RSS.replace('&amp;', '&'),
      [expect.objectContaining({ title: 'Bridge & ferry open' }), expect.anything()],
    ],
    [
      'addresses that are not of the web',
      RSS.replace('https://news.example/a', 'javascript:alert(1)'),
      [expect.objectContaining({ title: 'Second' })],
    ],
  ];
  it.each(feeds)('%s', (_what, source, listed) => {
    expect(list(source)).toEqual(listed);
  });
  it.each(['<html><p>rss', 'plain words', '{"items":[]}', '<?xml version="1.0"?><html/>'])(
    '%s is none',
    (source) => {
      expect(readFeed(Buffer.from(source))).toBeNull();
    },
  );
});

describe('an entry with a text of its own is a page', () => {
  const feeds: readonly [what: string, source: string, has: string][] = [
    ['RSS', RSS, '<p>The mayor said the <b>bridge</b> is open.</p>'],
    ['Atom', ATOM, '<div><p>The <i>bridge</i> is open.</p></div>'],
    ['JSON Feed', JSON_FEED, '<p>A &lt; B.</p>\n<p>The bridge is open.</p>'],
    ['windows-1251', RSS.replace('?>', ' encoding="windows-1251"?>'), 'bridge'],
  ];
  it.each(feeds)('%s', async (_what, source, has) => {
    const { pages, aside } = await sorted(pagesOfBytes(Buffer.from(source), 'feed.xml'));
    expect(aside).toEqual([]);
    expect(pages).toHaveLength(1);
    const [page] = pages;
    expect(Buffer.from(page?.body ?? '').toString()).toContain(has);
    expect(Buffer.from(page?.body ?? '').toString()).toContain('content="2031-05-06T');
    const again = unwrap(page?.received ?? Buffer.alloc(0), 'feed-entry');
    expect('body' in again && again.body.equals(page?.body as Uint8Array)).toBe(true);
  });
});

describe('hostile feeds', () => {
  const laughs = Array.from({ length: 12 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join(
    '',
  );
  const bombs: readonly [what: string, source: string][] = [
    [
      'a billion laughs',
      `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]><rss><item><title>&l12;</title><link>https://news.example/a</link></item></rss>`,
    ],
    [
      'an entity of a file',
      '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss><item><title>&f;</title><link>https://news.example/a</link></item></rss>',
    ],
    [
      'an entity of the network',
      '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]><rss><item><title>t</title><link>https://news.example/a</link></item></rss>',
    ],
    [
      'a hundred thousand elements deep',
      `<rss><item><title>${'<b>'.repeat(100_000)}</title><link>https://news.example/a</link></item></rss>`,
    ],
    [
      'a line of 5 MB',
      `<rss><item><title>${'x'.repeat(5_000_000)}</title><link>https://news.example/a</link></item></rss>`,
    ],
    ['entries without end', `<rss>${'<item>'.repeat(200_000)}`],
  ];
  it.each(bombs)('%s', (_what, source) => {
    const start = performance.now();
    const listed = list(source) ?? [];
    expect(performance.now() - start).toBeLessThan(2000);
    expect(JSON.stringify(listed).length).toBeLessThan(source.length + 1000);
    expect(JSON.stringify(listed)).not.toMatch(/root:|haha/);
  });
});
