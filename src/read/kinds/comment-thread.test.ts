import { describe, expect, it } from 'vitest';
import { readLexiconSource } from '../../lexicon/index.ts';
import { sha256 } from '../../lib/hash.ts';
import { read } from '../index.ts';

const lexicon = { source: readLexiconSource() };

/** The text of the comments of a page, and of its articles. */
function divided(page: string, mediaType: string): { comments: string; articles: string } {
  const body = Buffer.from(page);
  const capture = {
    kind: 'capture',
    sha256: sha256(body),
    bytes: body.length,
    mediaType,
    charset: null,
    name: 'page',
    url: null,
    finalUrl: null,
    fetchedAt: null,
    warcRecordId: null,
  } as const;
  const { text, segments } = read({ body, capture }, lexicon);
  const of = (wanted: (s: (typeof segments)[number]) => boolean) =>
    segments
      .filter(wanted)
      .map(({ start, end }) => text.slice(start, end))
      .join('\n');
  return { comments: of(({ kind }) => kind === 'comment'), articles: of(({ article }) => article !== null) };
}

const ARTICLE = [
  'Shells hit the ferry landing at Sarn',
  'By Ilse Varga',
  'May 4, 2021',
  'Two shells hit the ferry landing at Sarn on Tuesday and wounded a porter, the harbour office said.',
];

describe('threads in text', () => {
  const threads: readonly [what: string, lines: readonly string[]][] = [
    [
      'a name, a time, a reply',
      ['gullwing9', '5 May 2021 at 3:14 pm', 'The office said that ten died.', 'Reply'],
    ],
    [
      'name and time in one line',
      ['gullwing9 · 2 hours ago', 'The office said that ten died.', 'Like 3 Reply'],
    ],
    [
      'a speaker and a date',
      ['gullwing9 says:', '5 May 2021', 'The office said that ten died.', 'Upvote', 'Report', 'Reply'],
    ],
    [
      'two posts, the second without controls',
      ['a_crane', '1h ago', 'Is it so?', 'Reply', 'gullwing9', '5 min ago', 'The office said that ten died.'],
    ],
    ['Arabic', ['سامر', 'منذ 3 ساعات', 'قال المكتب إن عشرة قتلوا، gullwing9 ten died.', 'رد']],
  ];
  it.each(threads)('%s', (_what, lines) => {
    const { comments, articles } = divided([...ARTICLE, ...lines].join('\n\n'), 'text/plain');
    expect([comments.includes('ten died'), comments.includes('gullwing9')]).toEqual([true, true]);
    expect(articles.split(/\n+/).filter(Boolean)).toEqual(ARTICLE);
  });

  it('end with the last controls: an article below is read', () => {
    const second = [
      'Flour reaches Vell',
      'By Jonas Feld',
      'Lorries brought flour to Vell on Monday, a miller said.',
    ];
    const thread = ['gullwing9', '2 hours ago', 'The office said that ten died.', 'Reply'];
    const { articles } = divided([...ARTICLE, ...thread, ...second].join('\n'), 'text/plain');
    expect([articles.includes('ten died'), articles.includes('Lorries brought flour')]).toEqual([
      false,
      true,
    ]);
  });
});

describe('no thread', () => {
  const pages: readonly [what: string, lines: readonly string[]][] = [
    ['an article with its byline and its buttons', [...ARTICLE, 'Like', 'Report']],
    ['a forum, whose posts are its content', ['gullwing9', '2 hours ago', 'Ten died at Sarn.', 'Reply']],
    ['a name and a date alone', [...ARTICLE, 'Sarn ferry landing', '4 May 2021', 'The ferry runs again.']],
  ];
  it.each(pages)('%s', (_what, lines) => {
    expect(divided(lines.join('\n'), 'text/plain').comments).toBe('');
  });
});

describe('threads in HTML', () => {
  const page = (posts: string) =>
    `<title>${ARTICLE[0]}</title><article><h1>${ARTICLE[0]}</h1><p>${ARTICLE[3]}</p></article>${posts}`;
  const posts: readonly [what: string, markup: string][] = [
    [
      'whose classes say nothing',
      '<h3>1 response</h3><div><a>gullwing9</a><span>2 days ago</span><p>The office said that ten died.</p><a>Reply</a></div>',
    ],
    [
      'whose controls only markup tells',
      '<ul><li><b>gullwing9</b><div>5.5.2021, 13:29</div><p>The office said that ten died.</p><ul><li class="reply"><a>antworten</a></li></ul></li></ul>',
    ],
    [
      'by a name in camel case',
      '<div class="userComment"><b>gullwing9</b><p>The office said that ten died.</p></div>',
    ],
  ];
  it.each(posts)('%s', (_what, markup) => {
    const { comments, articles } = divided(page(markup), 'text/html');
    expect([comments.includes('ten died'), comments.includes('gullwing9')]).toEqual([true, true]);
    expect(articles).toContain('wounded a porter');
  });
});

it('of many heads without an end takes no longer than its length', () => {
  const lines = 'gullwing9\n2 hours ago\nTen died.\n'.repeat(40_000);
  const began = performance.now();
  divided(`${ARTICLE.join('\n')}\n${lines}`, 'text/plain');
  expect(performance.now() - began).toBeLessThan(20_000);
}, 60_000);
