import { expect, it } from 'vitest';
import { errorText } from './error-text.ts';

it.each([
  ['an error', new Error('the page is torn'), 'the page is torn'],
  ['an error without words', Object.assign(new Error(''), { code: 'EIO' }), 'Error EIO'],
  ['what the file system of PGlite throws', { name: 'ErrnoError', errno: 44 }, 'ErrnoError 44'],
  ['a message that is no text', { message: { deep: true }, name: 'Odd' }, 'Odd'],
  ['a bare object', {}, 'no reason given'],
  ['a string', 'gone', 'gone'],
  ['nothing', undefined, 'undefined'],
])('says what %s says', (_what, error, text) => {
  expect(errorText(error)).toBe(text);
});
