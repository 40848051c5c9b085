import { describe, expect, it } from 'vitest';
import type { Token } from '../../doc/index.ts';
import { buildDictionary, type DictionaryEntry } from '../dictionary.ts';
import { TableBuilder } from './build.ts';
import { matcherOf } from './match.ts';
import { PrefixTable } from './table.ts';
import { matchPlainly } from './testing.ts';

/** Numbers in [0, 1), the same each run (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const WORDS =
  'Red river RIVER Guard al ash el of U S É́tat 𝐊 𐐀b 7 ١٢ َ ـ وبالمدينة المدينة للجيش الجيش الجَيْش ولد لد فوجد وجد ﻣﺪﻳﻨﺔ 가나'.split(
    ' ',
  );
WORDS.push(
  'ri\u00adver',
  '\u200fالجيش',
  'الجيش\u200f',
  'Re\u200d\u{e0001}d',
  '\u{e0001}Red',
  '\ud835',
  'river\udc00',
);
const GLUE = [
  ' ',
  ' ',
  ' ',
  ' ',
  '-',
  '.',
  '. ',
  ', ',
  '’',
  '\n',
  '‏',
  '   ',
  '     ',
  '',
  ' — ',
  ' @',
  'www.',
];
const CLITICS = [
  ['و', 'ف'],
  ['لل', 'ب', 'ل', 'ك'],
];
const SAME = new Map([
  ['ash', 'al'],
  ['el', 'al'],
  ['ولد', 'فوجد'],
]);

function words(random: () => number, most: number): string {
  const count = 1 + Math.floor(random() * most);
  return Array.from(
    { length: count },
    () => WORDS[Math.floor(random() * WORDS.length)]! + GLUE[Math.floor(random() * GLUE.length)]!,
  ).join('');
}

function tokensOf(text: string, random: () => number): Token[] {
  let sentence = 0;
  return [...text.matchAll(/\S+/g)].map((m) => {
    if (random() < 0.1) sentence++;
    const kind = random() < 0.05 ? 'punctuation' : 'word';
    return { start: m.index, end: m.index + m[0].length, kind, sentence };
  });
}

describe('the prefix table', () => {
  it.each([1, 2, 3, 4])('finds what a tree of maps finds (dice %i)', (seed) => {
    const random = dice(seed);
    for (let round = 0; round < 150; round++) {
      const entries: DictionaryEntry<number>[] = Array.from(
        { length: 1 + Math.floor(random() * 40) },
        () => ({
          words: words(random, 4),
          value: Math.floor(random() * 20),
        }),
      );
      const options = {
        ...(random() < 0.5 && { same: SAME }),
        ...(random() < 0.7 && { clitics: CLITICS }),
        ...(random() < 0.5 && { accepts: (v: number, w: string) => (v + w.length) % 3 !== 0 }),
      };
      const text = words(random, 60);
      const tokens = tokensOf(text, random);
      expect(buildDictionary(entries, options).match(text, tokens), JSON.stringify(text)).toEqual(
        matchPlainly(entries, options, text, tokens),
      );
    }
  });

  it('reads in place from a shared buffer', () => {
    const builder = new TableBuilder();
    builder.add('Red River', 7);
    builder.add('Red River Guard', 8);
    builder.add('Red River Guard', 3);
    const data = builder.finish();
    const shared = new Int32Array(new SharedArrayBuffer(data.byteLength));
    shared.set(data);
    const text = 'the red river guard';
    const found = matcherOf(new PrefixTable(shared))(
      text,
      tokensOf(text, () => 1),
    );
    expect(found).toEqual([{ start: 4, end: 19, ids: [8, 3] }]);
  });

  it('refuses data that is none', () => {
    expect(() => new PrefixTable(new Int32Array(8))).toThrow(/damaged/);
  });

  it('keeps apart ten thousand names and finds each', () => {
    const builder = new TableBuilder();
    const names = Array.from({ length: 10_000 }, (_, i) => `Vora${i} Tel${i % 100} Mak${i % 7}`);
    for (const [i, name] of names.entries()) builder.add(name, i);
    const match = matcherOf(new PrefixTable(builder.finish()));
    const text = names.join('\n');
    expect(
      match(
        text,
        tokensOf(text, () => 1),
      ).map((h) => h.ids),
    ).toEqual(names.map((_, i) => [i]));
  });

  it('refuses a name of a hundred words', () => {
    expect(() => new TableBuilder().add('a '.repeat(100), 0)).toThrow(/100 words: at most 64/);
  });
});

describe('bad input', () => {
  const time = (names: readonly string[], text: string): number => {
    const dictionary = buildDictionary(
      names.map((w) => ({ words: w, value: w })),
      { clitics: CLITICS },
    );
    const tokens: Token[] = [...text.matchAll(/\S+/g)].map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
      kind: 'word',
      sentence: 0,
    }));
    const start = process.cpuUsage().user;
    dictionary.match(text, tokens);
    return (process.cpuUsage().user - start) / 1e3;
  };

  /** Far above what linear growth needs, far below what quadratic growth would take (minutes). */
  const BOUND_MS = 3000;
  it.each([
    ['a word of a megabyte', ['Red River'], 'x'.repeat(1e6)],
    ['an Arabic word of a megabyte', ['المدينة'], `و${'ب'.repeat(1e6)}`],
    ['an astral word of a megabyte', ['Red River'], '𐐀'.repeat(5e5)],
    ['marks alone', ['Red River'], 'َ'.repeat(1e6)],
    ['a token of 10^5 pieces', ['x x y'], 'x-'.repeat(1e5)],
    ['a name that nearly fits everywhere', [`${'x '.repeat(60)}y`], 'x '.repeat(1e5)],
    ['a word of joiners', ['Red River'], `x${'\u200d'.repeat(1e6)}`],
    ['letters and joiners by turns', ['Red River'], 'x\u200d'.repeat(5e5)],
    ['controls of direction', ['Red River'], '\u202eRed\u202c '.repeat(1e5)],
    ['one name a hundred thousand times', Array(1e5).fill('Red River'), 'Red River '.repeat(1e4)],
  ])('takes time in proportion for %s', (_, names, text) => {
    expect(time(names, text)).toBeLessThan(BOUND_MS);
  });
});
