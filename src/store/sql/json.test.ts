import { expect, it } from 'vitest';
import { folded, fromJsonb, plain, toJsonb } from './json.ts';

it.each([
  ['plain words', 'a "quoted" \\ back\\u0000slash'],
  ['a zero', 'a\0b'],
  ['half a surrogate pair', 'a\ud83d b\udc00'],
  ['a whole surrogate pair', 'a\u{1f600}b'],
  ['the escape character itself', '\uf8f00000 \uf8f0'],
  ['a backslash before what looks like an escape', '\\\\u0000 \\\0 \\\\\ud800'],
])('gives back %s', (_name, text) => {
  const json = toJsonb({ [text]: [text] });
  expect(fromJsonb(json)).toEqual({ [text]: [text] });
  expect(json).not.toMatch(/(^|[^\\])(\\\\)*\\u(0000|d[89a-f])/);
});

it('makes text fit for a text column', () => {
  expect(plain('a\0b\ud800c\u{1f600}')).toBe('a\ufffdb\ufffdc\u{1f600}');
  expect(plain(null)).toBeNull();
});

it('folds case and compatibility forms for search', () => {
  expect(folded('ÉCOLE ﬁre')).toBe('école fire');
});
