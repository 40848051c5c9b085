import { describe, expect, it } from 'vitest';
import type { Word } from '../../doc/index.ts';
import { loadLexicon } from '../../lexicon/index.ts';
import { statisticalMentions } from './mentions.ts';
import type { EntityRecogniser } from './recogniser.ts';

const text = 'It rained. JO TALLIS met nobody.';
const word = (start: number, end: number, sentence: number, form = text.slice(start, end)): Word => ({
  start,
  end,
  form,
  token: 0,
  sentence,
  upos: null,
  xpos: null,
  lemma: null,
  feats: '',
});
const words = [
  word(0, 2, 0),
  word(3, 9, 0),
  word(9, 10, 0),
  word(11, 13, 1, 'Jo'),
  word(14, 20, 1, 'Tallis'),
  word(21, 24, 1),
  word(25, 31, 1),
  word(31, 32, 1),
];
const sentences = [
  { start: 0, end: 10, block: 0 },
  { start: 11, end: 32, block: 0 },
];
/** Takes every word "Jo" and the next for a person. */
const recogniser: EntityRecogniser = {
  find: (given) =>
    given.flatMap((forms, sentence) =>
      forms.flatMap((form, first) =>
        form === 'Jo' ? [{ sentence, first, last: first + 2, type: 'PER' as const, score: 0.9 }] : [],
      ),
    ),
};

describe('statisticalMentions', () => {
  it('reads the forms and points to the characters', () => {
    const [found, ...more] = statisticalMentions(text, words, sentences, recogniser);
    expect(more).toEqual([]);
    expect(found).toEqual({
      start: 11,
      end: 20,
      text: 'JO TALLIS',
      kind: 'person',
      candidates: [],
      publicRole: false,
      by: 'statistic',
    });
  });
  it.each([
    ['Ambassador to Doma Jo Tallis', true],
    ['Ambassador slept, then Jo Tallis', false],
    ['There Jo Tallis', false],
  ])('reads the title before a person: %s', (line, publicRole) => {
    const row = [...line.matchAll(/\w+|,/g)].map((m) => ({
      ...word(m.index, m.index + m[0].length, 0, m[0]),
    }));
    const all = [{ start: 0, end: line.length, block: 0 }];
    const english = loadLexicon().language('en');
    expect(statisticalMentions(line, row, all, recogniser, english)[0]).toMatchObject({ publicRole });
    expect(statisticalMentions(line, row, all, recogniser)[0]).toMatchObject({ publicRole: false });
  });
  it('gives nothing for sentences without words', () => {
    expect(statisticalMentions(text, [], sentences, recogniser)).toEqual([]);
    expect(statisticalMentions(text, words, [], recogniser)).toEqual([]);
  });
});
