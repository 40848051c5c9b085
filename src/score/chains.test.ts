import { describe, expect, it } from 'vitest';
import { scoreChains } from './chains.ts';

const gold = [
  {
    id: 'a',
    chains: [
      [
        [0, 4],
        [10, 14],
        [20, 22],
      ] as [number, number][],
      [
        [30, 36],
        [40, 42],
      ] as [number, number][],
    ],
  },
];

describe('scoreChains', () => {
  it('gives gold against gold the maximum', () => {
    expect(scoreChains(gold, gold)).toMatchObject({ p: 1, r: 1, f1: 1, pred: 3, gold: 3 });
  });

  it('counts a link tied to another chain as wrong, and lets a title differ', () => {
    const given = [
      {
        id: 'a',
        chains: [
          [
            [0, 4],
            [9, 14],
            [40, 42],
          ] as [number, number][],
        ],
      },
    ];
    expect(scoreChains(gold, given)).toMatchObject({ tp: 1, pred: 2, found: 1, gold: 3 });
  });

  it('forgives a broken chain no link twice: what follows a wrong link may still be right', () => {
    const given = [
      {
        id: 'a',
        chains: [
          [
            [0, 4],
            [30, 36],
            [20, 22],
          ] as [number, number][],
        ],
      },
    ];
    expect(scoreChains(gold, given)).toMatchObject({ tp: 1, pred: 2 });
  });

  it('gives nothing for a text that was left out', () => {
    expect(scoreChains(gold, [])).toMatchObject({ p: 0, r: 0, f1: 0 });
  });
});
