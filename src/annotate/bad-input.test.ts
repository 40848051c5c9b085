import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Sentence, Span, Token } from '../doc/index.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { loadWordRules } from '../lexicon/word-rules.ts';
import { annotate } from './index.ts';
import { splitSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';
import { splitWords, type WordSpan } from './words/index.ts';

const lexicon = loadLexicon();
const rules = loadWordRules(lexicon.source, 'en');
const stage = annotate(lexicon);

interface Layers {
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly words: readonly WordSpan[];
}

const whole = (text: string): Block[] => [{ start: 0, end: text.length, kind: 'article' }];

function layersOf(text: string, blocks: readonly Block[] = whole(text), language = 'en'): Layers {
  const { abbreviations } = lexicon.language(language)!;
  const sentences = splitSentences(text, blocks, abbreviations);
  const tokens = tokenize(text, sentences, abbreviations);
  return { sentences, tokens, words: splitWords(text, tokens, rules) };
}

/** What no layer may break: order, no overlap, no empty span, each span inside its outer one. */
function check(text: string, blocks: readonly Block[], { sentences, tokens, words }: Layers): void {
  for (const layer of [sentences, tokens, words]) expect(firstFault(layer)).toBe(-1);
  expect(sentences.every((s) => inside(s, blocks[s.block]!))).toBe(true);
  expect(tokens.every((t) => inside(t, sentences[t.sentence]!))).toBe(true);
  expect(words.every((w) => inside(w, tokens[w.token]!))).toBe(true);
  expect(words.every((w) => w.form === text.slice(w.start, w.end))).toBe(true);
  for (const layer of [tokens, words]) expect(left(text, blocks, layer)).toBe('');
}

/** Index of the first span that is empty or begins before the one before it has ended; −1 for none. */
function firstFault(spans: readonly Span[]): number {
  return spans.findIndex(({ start, end }, i) => end <= start || start < (spans[i - 1]?.end ?? 0));
}

const inside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** Visible characters of the blocks outside all spans: everything but space, controls, zero-width and direction marks. */
function left(text: string, blocks: readonly Block[], spans: readonly Span[]): string {
  const bare: string[] = [];
  for (const { start, end } of blocks) {
    let from = start;
    for (const span of spans) {
      if (span.start < start || span.end > end) continue;
      bare.push(text.slice(from, span.start));
      from = span.end;
    }
    bare.push(text.slice(from, end));
  }
  return bare.join('').replace(/[\s\p{Cc}\p{Cf}]/gu, '');
}

const CASES: readonly (readonly [name: string, text: string])[] = [
  ['astral letters and signs', '𝐀𝐫𝐦𝐲 said 🚛🚛 𓀀. 𐌰𐌱 left.'],
  ['joined emoji', 'A 👩‍👩‍👧 and 🏳️‍🌈 came. Then 👍🏽.'],
  ['combining marks', 'A\u0301le\u0301p\u0323 \u0301\u0302 fell. e\u0301\u0301\u0301.'],
  ['zero-width marks', 'The\u200b army\u200d said\ufeff. \u200bIt\u200c\u200d left\u2060.'],
  ['marks of direction', '\u202bقال \u2067Tallis\u2069 إن\u200f\u202c. \u061cوغادر.'],
  ['mixed scripts', 'аrmy-جيش-军队2x said Ελλάδαarmy.'],
  ['lone surrogates', 'a\ud83d b \udc00c. \ud800\ud800\udfff d'],
  ['controls', 'a\u0000b\u0007 c\u001f. d\u0085e'],
  ['nothing', ''],
  ['white space', ' \n\t\u00a0\u2028 '],
  ['stops alone', '. .. ... . !? …'],
  ['a long row of hyphens', `a${'-b'.repeat(500)} and ${'-'.repeat(500)}`],
  ['letters whose case has another length', 'İZMİR-BASED ŒUVRE ẞ ﬁx İm.'],
];

describe('sentences, tokens and words of bad input', () => {
  it.each(CASES)('%s', (_, text) => {
    check(text, whole(text), layersOf(text));
    check(text, whole(text), layersOf(text, whole(text), 'ar'));
  });

  it('stays inside blocks that cut words, pairs and stops', () => {
    const text = 'The ar🚛my... left. “No.” [1] Photo: R. Odeh Friday, May 6, 2016';
    for (let at = 0; at <= text.length; at++) {
      const blocks: Block[] = [
        { start: 0, end: at, kind: 'headline' },
        { start: at, end: text.length, kind: 'article' },
      ];
      check(text, blocks, layersOf(text, blocks));
    }
  });

  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ unit: 'grapheme-composite', maxLength: 6 }),
    fc.constantFrom(
      '\ud800',
      '\udc00',
      '\u200d',
      '\u202e',
      '.',
      '. ',
      '\n',
      '\n\n',
      '-',
      '’s',
      "n't",
      '@',
      '/',
    ),
    fc.constantFrom(
      'U.S.',
      'Gen.',
      'cannot',
      '9/11',
      '$5',
      'Photo: ',
      'http://',
      'Odeh: ',
      '[1]',
      'pre-',
      ',',
    ),
  );
  it('covers every visible character once, in order', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        check(text, whole(text), layersOf(text));
      }),
      { seed: 4, numRuns: 400 },
    );
  });
});

/** Units that a hostile text repeats. */
const UNITS: readonly (readonly [name: string, unit: string])[] = [
  ['one word', 'a'],
  ['one word of capitals', 'A'],
  ['one number', '1'],
  ['one mark', '́'],
  ['quotation marks', '"'],
  ['curly marks that open', '“'],
  ['apostrophes', "'"],
  ['stops', '.'],
  ['stops set apart', '. '],
  ['initials', 'A.'],
  ['hyphens', 'a-'],
  ['zero-width marks', 'a\u200b\u200b'],
  ['marks of direction', '\u202e\u2066'],
  ['surrogate pairs', '🚛'],
  ['lone surrogates', '\ud800'],
  ['addresses', 'a@'],
  ['addresses with stops', 'a.b@c.'],
  ['half addresses', 'http://'],
  ['strokes', '1/2'],
  ['colons', 'Photo: '],
  ['commas', 'Friday, '],
  ['notes', '[1]'],
  ['lines', 'Odeh:\n'],
  ['white space', ' '],
  ['stops and white space', '.     \t'],
  ['mixed scripts', 'aжج军'],
];

/** The least time of three runs on the processor, in milliseconds: other work on the machine does not count. */
function cost(text: string): number {
  const times = [0, 0, 0].map(() => {
    const start = process.cpuUsage();
    layersOf(text);
    return process.cpuUsage(start).user / 1000;
  });
  return Math.min(...times);
}
/** Eight times the text may cost this much more: 8 when linear, 64 when quadratic; collecting garbage doubles some runs. */
const MAX_RATIO = 32;
/** Shorter runs than this measure the clock, in milliseconds. */
const FLOOR = 4;

describe('time grows with the text, not with its square', () => {
  it.each(UNITS)('%s', (_, unit) => {
    const of = (size: number): string => unit.repeat(Math.ceil(size / unit.length));
    layersOf(of(1_000));
    expect(cost(of(80_000))).toBeLessThan(Math.max(FLOOR, cost(of(10_000))) * MAX_RATIO);
  });

  it('reads a word of a megabyte and 100,000 marks', () => {
    for (const text of ['x'.repeat(1 << 20), '"'.repeat(100_000), '. '.repeat(100_000)])
      check(text, whole(text), layersOf(text));
  });
});

describe('the annotate stage on bad input', () => {
  const run = (text: string, language: string | null = 'en') =>
    stage.run(
      { id: 'bad', text, blocks: whole(text), language, published: null, outlet: null, asked: [] },
      {},
    );

  it.each(CASES)('%s', (_, text) => {
    for (const language of ['en', 'ar', 'xx', null]) {
      const { mentions, timexes, tokens } = run(text, language);
      for (const span of [...mentions, ...timexes]) expect(text.slice(span.start, span.end)).toBe(span.text);
      expect(firstFault(tokens)).toBe(-1);
    }
  });

  it.each([
    ['one word', 'x'.repeat(1 << 20)],
    ['quotation marks', '"'.repeat(100_000)],
    ['stops', '.'.repeat(100_000)],
    ['stops set apart', '. '.repeat(50_000)],
    ['hyphens', 'Al-'.repeat(30_000)],
    ['names', 'Al Tallis '.repeat(10_000)],
  ])('ends on %s', (_, text) => {
    expect(run(text).sentences.length).toBeGreaterThan(0);
  });
});
