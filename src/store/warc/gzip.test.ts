import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { storedLength, storedMember } from './gzip.ts';

it.each([0, 1, 300, 65_535, 65_536, 200_000])('stores %i bytes at their shortest', (n) => {
  const data = Buffer.alloc(n, 'word ');
  const member = storedMember(data);
  expect(member.length).toBe(storedLength(n));
  expect(gunzipSync(member)).toEqual(data);
});

it.each([0, 1, 2, 3, 4, 5, 6, 999, 100_003])('fills a place that is %i bytes longer', (spare) => {
  const data = Buffer.from('withdrawn');
  const member = storedMember(data, storedLength(data.length) + spare);
  expect(member.length).toBe(storedLength(data.length) + spare);
  expect(gunzipSync(member)).toEqual(data);
});

it('does not squeeze into less', () => {
  expect(() => storedMember(Buffer.from('words'), storedLength(5) - 1)).toThrow(RangeError);
});
