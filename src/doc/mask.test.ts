import { describe, expect, it } from 'vitest';
import { FILLER, maskComments, type Segment } from './index.ts';

const segment = (start: number, end: number, kind: Segment['kind']): Segment => ({
  start,
  end,
  kind,
  article: null,
  reason: 'test',
});

describe('maskComments', () => {
  const text = 'Article.\n@ann: I was there \u{1F600}\r\nbob: me too\nFooter';
  const segments = [segment(0, 9, 'article'), segment(9, 44, 'comment'), segment(44, text.length, 'chrome')];

  it('keeps the length and every offset outside comments', () => {
    const masked = maskComments(text, segments);
    expect(masked.length).toBe(text.length);
    expect(masked.slice(0, 9)).toBe('Article.\n');
    expect(masked.slice(44)).toBe(text.slice(44));
  });

  it('leaves nothing of a comment but its line ends', () => {
    expect(maskComments(text, segments).slice(9, 44).replaceAll(FILLER, '')).toBe('\r\n\n');
  });

  it('changes nothing where there are no comments', () => {
    expect(maskComments(text, [segment(0, text.length, 'article')])).toBe(text);
  });
});
