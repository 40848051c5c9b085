import { describe, expect, it } from 'vitest';
import type { ArticleInput, Mention } from '../doc/index.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { annotate } from './index.ts';
import { type Found, mergeMentions } from './merge.ts';

const stage = annotate(loadLexicon());
const input = (text: string): ArticleInput => ({
  id: 't',
  text,
  blocks: [{ start: 0, end: text.length, kind: 'article' }],
  language: 'en',
  published: null,
  outlet: null,
  asked: [],
});
const mentions = (text: string): readonly Mention[] => stage.run(input(text), {}).mentions;
const find = (text: string, words: string): Mention | undefined =>
  mentions(text).find((m) => m.text === words);

describe('mentions', () => {
  it.each([
    [
      'a title makes a person with a public role',
      'Police met General Omar Tallis there.',
      'General Omar Tallis',
      'person',
      true,
    ],
    ['a courtesy shows no role', 'Police met Mrs. Rana Odeh there.', 'Mrs. Rana Odeh', 'person', false],
    [
      'the last word heads a body',
      'He joined the Harbour Guard there.',
      'Harbour Guard',
      'state-military',
      false,
    ],
    [
      'the word before "of" heads a body',
      'He left the Ministry of Canals there.',
      'Ministry of Canals',
      'government',
      false,
    ],
    ['an acronym alone', 'He left the QXZV there.', 'QXZV', 'organisation', false],
  ])('%s', (_, text, words, kind, publicRole) => {
    expect(find(text, words)).toMatchObject({ kind, publicRole });
  });

  it('carries kind and role over to a short form', () => {
    const text = 'Police met General Omar Tallis there. Later Tallis left.';
    expect(find(text, 'Tallis')).toMatchObject({ kind: 'person', publicRole: true, by: 'short-form' });
  });

  it('knows an acronym by the brackets after the full name', () => {
    const text = 'He joined the Harbour Guard (HGX) there. Then the HGX left.';
    expect(
      mentions(text)
        .filter((m) => m.text === 'HGX')
        .at(-1),
    ).toMatchObject({ kind: 'state-military' });
  });

  it('takes no names from a headline in capitals', () => {
    expect(find('Crews Fight Great Mill Blaze Near Canal', 'Great Mill Blaze')).toBeUndefined();
  });

  it('gives register names their candidates', () => {
    const text = 'It was the United Nations that came.';
    const found = mentions(text).find((m) => m.by === 'register');
    expect(found?.candidates.length).toBeGreaterThan(0);
    expect(text.slice(found!.start, found!.end)).toBe(found!.text);
  });
});

describe('mergeMentions', () => {
  const at = (start: number, end: number, kind: Mention['kind'], by: string): Mention => ({
    start,
    end,
    text: '',
    kind,
    candidates: by === 'register' ? ['x'] : [],
    publicRole: false,
    by,
  });
  const sentences = [
    { start: 0, end: 50, block: 0 },
    { start: 51, end: 99, block: 0 },
  ];
  const merge = (...found: Found[]): string[] =>
    mergeMentions(found, sentences).map((m) => `${m.start}-${m.end} ${m.by}`);

  it('prefers the longest', () => {
    expect(
      merge(
        { origin: 'register', mention: at(0, 5, 'media', 'register') },
        { origin: 'pattern', mention: at(0, 9, 'media', 'capitals') },
      ),
    ).toEqual(['0-9 capitals']);
  });
  it('prefers register, then place, then pattern at equal length', () => {
    expect(
      merge(
        { origin: 'pattern', mention: at(0, 5, 'other', 'capitals') },
        { origin: 'place', mention: at(0, 5, 'location', 'place') },
        { origin: 'register', mention: at(0, 5, 'media', 'register') },
      ),
    ).toEqual(['0-5 register']);
  });
  it('hands the candidates of a name to the longer one that ends with it', () => {
    const [kept] = mergeMentions(
      [
        { origin: 'register', mention: at(8, 12, 'person', 'register') },
        { origin: 'pattern', mention: at(0, 12, 'person', 'title') },
      ],
      sentences,
    );
    expect(kept).toMatchObject({ start: 0, end: 12, candidates: ['x'] });
  });
  it('drops what crosses a sentence', () => {
    expect(merge({ origin: 'pattern', mention: at(45, 60, 'other', 'capitals') })).toEqual([]);
  });
});
