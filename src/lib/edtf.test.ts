import { expect, it } from 'vitest';
import { edtfFromTimex, latestDay } from './edtf.ts';

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

it.each([
  ['2024-05-15', '2024-05-15'],
  ['2024-02', '2024-02-29'],
  ['2024-05-01/2024-06', '2024-06-30'],
  ['XXXX-11-21', '2025-11-21'],
  ['XXXX-11-23', '2025-11-23'],
  ['XXXX-11-24', '2024-11-24'],
  ['XXXX-06', '2025-06-30'],
  ['XXXX', null],
  ['nonsense', null],
])('%s can be as late as %s, seen from 22 November 2025', (edtf, want) => {
  expect(latestDay(edtf, new Date('2025-11-22T12:00:00Z'))).toBe(want);
});
