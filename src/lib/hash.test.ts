import { expect, it } from 'vitest';
import { contentId, sha256 } from './hash.ts';
import { canonicalJson } from './json.ts';

it('hashes as the standard says (FIPS 180-4, "abc")', () => {
  expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
it('makes ids that keep their parts apart', () => {
  expect(contentId('r', 'ab', 'c')).not.toBe(contentId('r', 'a', 'bc'));
  expect(contentId('r', 'a', null)).toMatch(/^r-[0-9a-f]{16}$/);
});
it('writes equal objects as equal bytes, whatever the order of their keys', () => {
  expect(canonicalJson({ b: [{ z: 1, a: 2 }], a: null })).toBe('{"a":null,"b":[{"a":2,"z":1}]}');
});
