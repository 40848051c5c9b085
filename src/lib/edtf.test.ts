import { expect, it } from 'vitest';
import { edtfFromTimex } from './edtf.ts';

it.each([
  ['2022-06-15', '2022-06-15', '2022-06-15', '2022-06-15'],
  ['2022-06', null, null, '2022-06'],
  ['XXXX-06-08', null, null, 'XXXX-06-08'],
  ['2022-06-15TNI', '2022-06-15', '2022-06-15', '2022-06-15'],
  ['2022-W24', '2022-06-13', '2022-06-19', '2022-06-13/2022-06-19'],
  ['2022-05-24/2022-06-30', null, null, '2022-05-24/2022-06-30'],
  ['PAST_REF', null, null, null],
  ['XXXX', null, null, null],
  [null, '2022-06-13', '2022-06-13', '2022-06-13'],
  [null, '2022-06-13', null, null],
])('%s (%s … %s) is %s', (value, earliest, latest, want) => {
  expect(edtfFromTimex(value, earliest, latest)).toBe(want);
});
