import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { Doc } from '../doc/index.ts';
import { readLexiconSource } from '../lexicon/index.ts';
import { sha256 } from '../lib/hash.ts';
import { read } from './index.ts';

const lexicon = { source: readLexiconSource() };

function readBytes(body: Uint8Array, mediaType = 'text/plain'): Doc {
  return read(
    {
      body,
      capture: {
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
      },
    },
    lexicon,
  );
}

function checkWhole({ text, segments, articles, map }: Doc, bytes: number) {
  expect(segments[0]?.start ?? 0).toBe(0);
  expect(segments.at(-1)?.end ?? 0).toBe(text.length);
  for (const [i, { start, end }] of segments.entries()) {
    expect(end).toBeGreaterThan(start);
    if (i > 0) expect(start).toBe(segments[i - 1]!.end);
  }
  for (const [i, [at, from, to]] of map.entries()) {
    expect(from).toBeLessThanOrEqual(to);
    expect(to).toBeLessThanOrEqual(bytes);
    if (i > 0) expect(at).toBeGreaterThan(map[i - 1]![0]);
    if (i > 0) expect(from).toBeGreaterThanOrEqual(map[i - 1]![1]);
  }
  for (const { headline, headlineSpan, byline, bylineSpan, published, start, end } of articles) {
    expect(headline).toBe(headlineSpan && text.slice(headlineSpan.start, headlineSpan.end));
    expect(byline).toBe(bylineSpan && text.slice(bylineSpan.start, bylineSpan.end));
    expect(text.slice(start, end).trim()).not.toBe('');
    if (published) expect(published.evidence.end).toBeGreaterThan(published.evidence.start);
  }
}

const LINES = [
  'Envoys left Orran without a date for further talks, a mediator said on Tuesday, and the lists stayed closed.',
  'Power returns to Vell',
  'A trawler lies at the quay (Reuters)',
  'By Ilse Varga',
  'I told you so, lol!!',
  '500 €',
  'Notify of',
  'أعلنت إدارة المعبر يوم 12 آذار إغلاق المعبر أمام الشاحنات بعد سقوط قذيفتين قرب البوابة الشمالية.',
  'The views expressed in this column are its writer’s own.',
  'Related',
  '',
  '  \u00a0 ',
  '\ud800 lone surrogate',
];
const someText = fc
  .array(fc.oneof(fc.constantFrom(...LINES), fc.string({ unit: 'binary', maxLength: 60 })), { maxLength: 40 })
  .chain((lines) => fc.constantFrom('\n', '\r\n', '\n\n').map((feed) => lines.join(feed)));
const TAGS = [
  '<p>',
  '</p>',
  '<div class="comments">',
  '</div>',
  '<article>',
  '</article>',
  '<h1>',
  '<script>',
  '</script>',
  '<a href=x>',
  '</a>',
  '<!--',
  '-->',
  '&#1575;',
  '&amp;',
  '<title>',
  '<time datetime="2020-02-30">',
  '<br>',
  '<nav>',
];
const somePage = fc.array(fc.oneof(fc.constantFrom(...TAGS, ...LINES), fc.string({ maxLength: 20 })), {
  maxLength: 60,
});

describe('every page', () => {
  it('of text is divided without gap or overlap, and stands as decoded', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const body = Buffer.from(text, 'utf8');
        const doc = readBytes(body);
        expect(doc.text).toBe(body.toString('utf8').replace(/^\ufeff/, ''));
        checkWhole(doc, body.length);
      }),
    );
  });

  it('of text leads back to its bytes', () => {
    const charsets = ['utf8', 'utf16le', 'windows-1256', 'windows-1251', 'shift_jis'];
    fc.assert(
      fc.property(someText, fc.constantFrom(...charsets), (text, charset) => {
        const mark = charset.startsWith('utf16') ? '\ufeff' : '';
        const body = iconv.encode(mark + text, charset);
        const { map, text: read_, capture } = readBytes(body);
        for (const [i, [at, from, to]] of map.entries())
          expect(iconv.decode(body.subarray(from, to), capture.charset!, { stripBOM: false })).toBe(
            read_.slice(at, map[i + 1]?.[0] ?? read_.length),
          );
      }),
    );
  });

  it('of HTML is divided without gap or overlap', () => {
    fc.assert(
      fc.property(somePage, (parts) => {
        const body = Buffer.from(parts.join(''));
        checkWhole(readBytes(body, 'text/html'), body.length);
      }),
    );
  });

  it('of any bytes is read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (body, html) => {
        checkWhole(readBytes(body, html ? 'text/html' : 'text/plain'), body.length);
      }),
    );
  });
});

describe('charsets', () => {
  const arabic =
    'قالت إدارة المعبر إن الطريق إلى الميناء مفتوح منذ الصباح، وقال متحدث إن القافلة خرجت من المدينة على عشر شاحنات.';
  const cases: readonly [what: string, body: Uint8Array, mediaType: string, charset: string, text: string][] =
    [
      [
        'UTF-8 with a mark',
        Buffer.from('\ufeffThe bridge — open.'),
        'text/plain',
        'UTF-8',
        'The bridge — open.',
      ],
      [
        'UTF-16 with a mark',
        Buffer.from('\ufeffThe bridge.', 'utf16le'),
        'text/plain',
        'UTF-16LE',
        'The bridge.',
      ],
      ['undeclared windows-1256', iconv.encode(arabic, 'windows-1256'), 'text/plain', 'windows-1256', arabic],
      [
        'declared windows-1251',
        iconv.encode('<meta charset="windows-1251"><p>Мост открыт.', 'windows-1251'),
        'text/html',
        'windows-1251',
        'Мост открыт.',
      ],
    ];
  it.each(cases)('%s', (_what, body, mediaType, charset, text) => {
    const doc = readBytes(body, mediaType);
    expect([doc.capture.charset, doc.text]).toEqual([charset, text]);
  });

  it('reads invalid UTF-8 with replacement characters and says so', () => {
    const { text, notes } = readBytes(
      Buffer.concat([Buffer.from('Brücke über den Fluß '), Buffer.from([0xff]), Buffer.from(' offen')]),
    );
    expect(text).toBe('Brücke über den Fluß \ufffd offen');
    expect(notes).toMatchObject([{ code: 'charset-damaged' }]);
  });
});

describe('the work grows with the page alone', () => {
  it('however deep it is nested', () => {
    const depth = 100_000;
    const body = Buffer.from(
      `${'<div>'.repeat(depth)}<p>The bridge is open again, the office said.${'</div>'.repeat(depth)}`,
    );
    const { text } = readBytes(body, 'text/html');
    expect(text).toBe('The bridge is open again, the office said.');
  });

  it('of end tags without a start', () => {
    const body = Buffer.from(`<p>The bridge is open again.</p>${'</i>'.repeat(200_000)}`);
    expect(readBytes(body, 'text/html').text).toBe('The bridge is open again.');
  });

  it('beyond the limit text is kept and set aside with a note', () => {
    const body = Buffer.from('The bridge is open again, the office said on Monday.\n'.repeat(80_000));
    const doc = readBytes(body);
    expect(doc.text.length).toBe(body.length);
    expect(doc.notes).toMatchObject([{ code: 'truncated' }]);
    expect(doc.segments.at(-1)).toMatchObject({ kind: 'other', article: null, end: body.length });
  });
});
