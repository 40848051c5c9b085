import { expect, test } from 'vitest';
import { attachPunctuation, WAITING } from './punctuation.ts';

const W = WAITING;
const table: [string, string, number[], number[]][] = [
  ['a stop hangs on the root', 'Crews left .', [1, -1, W], [1, -1, 1]],
  ['a comma on the clause it closes', 'When dark , they left', [1, 4, W, 4, -1], [1, 4, 1, 4, -1]],
  [
    'a comma on the apposition it opens, on the whole where it closes',
    'Orlo , mayor of Vell , left',
    [6, W, 0, 4, 2, W, -1],
    [6, 2, 0, 4, 2, 0, -1],
  ],
  [
    'quotes on the head of what they enclose',
    '" It fell " , she said',
    [W, 2, 6, W, W, 6, -1],
    [2, 2, 6, 2, 2, 6, -1],
  ],
  [
    'brackets on what they enclose, though it hangs outside',
    'Vell ( north ) burned',
    [4, W, 0, W, -1],
    [4, 2, 0, 2, -1],
  ],
  ['a hyphen on the lower part', 'a well - known town', [4, 3, W, 4, -1], [4, 3, 1, 4, -1]],
  ['marks alone: the first is the root', '! ! !', [W, W, W], [-1, 0, 0]],
  ['an unpaired bracket is like any mark', 'Vell ( burned', [2, W, -1], [2, 0, -1]],
];

test.each(table)('%s', (_, text, heads, expected) => {
  const filled = [...heads];
  attachPunctuation(text.split(' '), filled);
  expect(filled).toEqual(expected);
});
