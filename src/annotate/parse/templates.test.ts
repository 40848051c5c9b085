import { expect, test } from 'vitest';
import { ACTION_SLOTS, ACTION_TEMPLATES } from './action-templates.ts';
import { LABEL_SLOTS, LABEL_TEMPLATES } from './label-templates.ts';
import { compileTemplates, hashTemplates, WIDTH } from './templates.ts';

test.each([
  ['actions', ACTION_TEMPLATES, ACTION_SLOTS],
  ['relations', LABEL_TEMPLATES, LABEL_SLOTS],
] as const)('templates of %s compile, and none stands twice', (_, lines, slots) => {
  expect(compileTemplates(lines, slots).size).toBe(lines.length);
  expect(new Set(lines).size).toBe(lines.length);
});

test.each([['S0.f S9.f'], ['S0.zz'], ['S0.f S0.f S0.f S0.f S0.f']])('refuses %j', (line) => {
  expect(() => compileTemplates([line], ['S0'])).toThrow(RangeError);
});

test('a key depends on the template and the values, not on its place in the list', () => {
  const slots = ['A', 'B'];
  const atoms = Int32Array.from({ length: 2 * WIDTH }, (_, i) => i);
  const rows = Int32Array.from([0, WIDTH]);
  const keysOf = (lines: string[]): number[] => {
    const keys = new Int32Array(lines.length);
    hashTemplates(compileTemplates(lines, slots), atoms, rows, keys);
    return [...keys];
  };
  const [one, two] = keysOf(['A.f', 'B.f']);
  expect(keysOf(['B.f', 'A.f'])).toEqual([two, one]);
  expect(one).not.toBe(two);
});
