import { describe, expect, it } from 'vitest';
import { articleBlocks, isWrapped, textBlocks } from './blocks.ts';

const words = (text: string) => textBlocks(text).map((b) => text.slice(b.start, b.end));

describe('blocks', () => {
  it('are the lines of a text whose lines are paragraphs', () => {
    expect(words('First paragraph.\n\nSecond one.\r\n  Third one. \n')).toEqual([
      'First paragraph.',
      'Second one.',
      'Third one.',
    ]);
  });

  it('go over line ends where wire copy was set to a width', () => {
    const wire =
      'The ministry said on Monday that two\nconvoys had left the depot and were\nmoving towards the crossing near the\nold bridge, where crews were at\nwork.\n\nA second paragraph follows.';
    expect(isWrapped(wire)).toBe(true);
    expect(words(wire)).toHaveLength(2);
  });

  it('take only content segments of their own article', () => {
    const text = 'Head\nBody one.\nMenu\n@x: reply\nOther';
    const blocks = articleBlocks(
      text,
      [
        { start: 0, end: 5, kind: 'headline', article: 'a1', reason: '' },
        { start: 5, end: 15, kind: 'article', article: 'a1', reason: '' },
        { start: 15, end: 20, kind: 'chrome', article: null, reason: '' },
        { start: 20, end: 30, kind: 'comment', article: 'a1', reason: '' },
        { start: 30, end: 35, kind: 'article', article: 'a2', reason: '' },
      ],
      {
        id: 'a1',
        start: 0,
        end: 15,
        headline: null,
        headlineSpan: null,
        byline: null,
        bylineSpan: null,
        outlet: null,
        outletSpan: null,
        language: 'en',
        published: null,
      },
    );
    expect(blocks.map((b) => [b.kind, text.slice(b.start, b.end)])).toEqual([
      ['headline', 'Head'],
      ['article', 'Body one.'],
    ]);
  });
});
