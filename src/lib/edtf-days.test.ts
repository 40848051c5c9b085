import { expect, it } from 'vitest';
import { edtfDays } from './edtf.ts';

it.each([
  ['2022-06-15', '2022-06-15', '2022-06-15'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2023', '2023-01-01', '2023-12-31'],
  ['2020-05-24/2020-06', '2020-05-24', '2020-06-30'],
  ['../2020-06-30', null, '2020-06-30'],
  ['XXXX-06-08', null, null],
])('%s runs from %s to %s', (edtf, earliest, latest) => {
  expect(edtfDays(edtf)).toEqual({ earliest, latest });
});
