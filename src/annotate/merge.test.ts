import { describe, expect, it } from 'vitest';
import type { Mention } from '../doc/index.ts';
import { type Found, mergeMentions, type Origin } from './merge.ts';

const at = (start: number, end: number, kind: Mention['kind'], origin: Origin): Found => ({
  origin,
  mention: {
    start,
    end,
    text: '',
    kind,
    candidates: origin === 'register' ? ['x'] : [],
    publicRole: false,
    by: origin,
  },
});
const sentences = [{ start: 0, end: 90, block: 0 }];
const merge = (...found: readonly Found[]): string[] =>
  mergeMentions(found, sentences).map((m) => `${m.start}-${m.end} ${m.kind} ${m.by}`);

describe('statistical names', () => {
  it.each<[string, Found[], string[]]>([
    ['fill gaps', [at(20, 28, 'person', 'statistic')], ['20-28 person statistic']],
    [
      'say what a name in capitals is',
      [at(0, 8, 'other', 'pattern'), at(0, 8, 'organisation', 'statistic')],
      ['0-8 organisation pattern'],
    ],
    [
      'say it of a longer run that ends with them',
      [at(0, 12, 'other', 'pattern'), at(6, 12, 'person', 'statistic')],
      ['0-12 person pattern'],
    ],
    [
      'do not change the kind that a pattern shows',
      [at(0, 8, 'agency', 'pattern'), at(0, 8, 'location', 'statistic')],
      ['0-8 agency pattern'],
    ],
    [
      'yield to a place even when longer',
      [at(0, 5, 'location', 'place'), at(0, 12, 'organisation', 'statistic')],
      ['0-5 location place'],
    ],
    [
      'yield to a register entry inside them',
      [at(4, 8, 'media', 'register'), at(0, 12, 'organisation', 'statistic')],
      ['4-8 media register'],
    ],
    [
      'yield to an entry that starts before them and reaches in past a shorter one',
      [at(0, 30, 'media', 'register'), at(2, 4, 'location', 'place'), at(20, 26, 'person', 'statistic')],
      ['0-30 media register'],
    ],
    [
      'stand beside names that only touch them',
      [at(0, 5, 'location', 'place'), at(5, 9, 'person', 'statistic'), at(9, 12, 'media', 'register')],
      ['0-5 location place', '5-9 person statistic', '9-12 media register'],
    ],
    [
      'hold a pattern that knows less',
      [at(0, 6, 'other', 'pattern'), at(0, 15, 'organisation', 'statistic')],
      ['0-15 organisation statistic'],
    ],
  ])('%s', (_, found, expected) => {
    expect(merge(...found)).toEqual(expected);
  });

  it('take the public role of one who bears the same last name', () => {
    const person = (start: number, text: string, publicRole: boolean): Found => ({
      origin: 'statistic',
      mention: { ...at(start, start + text.length, 'person', 'statistic').mention, text, publicRole },
    });
    const merged = mergeMentions(
      [person(0, 'Jo Tallis', true), person(20, 'Tallis', false), person(40, 'Odeh', false)],
      sentences,
    );
    expect(merged.map((m) => m.publicRole)).toEqual([true, true, false]);
  });

  it('are merged in linear time', () => {
    const many = (n: number): Found[] =>
      Array.from({ length: n }, (_, i) => at(i, i + 2, 'person', i % 2 ? 'statistic' : 'place'));
    expect(mergeMentions(many(100_000), [{ start: 0, end: 200_002, block: 0 }]).length).toBe(50_000);
  });
});

describe('compounds', () => {
  it('give way to the name that they hold', () => {
    const words = (start: number, text: string, origin: Origin): Found => {
      const { mention } = at(start, start + text.length, 'other', origin);
      return { origin, mention: { ...mention, text } };
    };
    const kept = mergeMentions(
      [
        words(0, 'Norland', 'register'),
        words(0, 'Norland-backed', 'pattern'),
        words(20, 'Ost-Zell', 'pattern'),
      ],
      sentences,
    );
    expect(kept.map((m) => m.text)).toEqual(['Norland', 'Ost-Zell']);
  });
});
