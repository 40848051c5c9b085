import { describe, expect, it } from 'vitest';
import { scoreCoref, scorePartition } from './index.ts';

/** The worked example of Pradhan et al. 2014. */
const key = [
  ['a', 'b', 'c'],
  ['d', 'e', 'f', 'g'],
];
const response = [
  ['a', 'b'],
  ['c', 'd'],
  ['f', 'g', 'h', 'i'],
];

describe('scorePartition', () => {
  it('gives the published figures of the worked example', () => {
    const { muc, b3, ceafe } = scorePartition(key, response).withSingletons;
    expect(muc.r).toBeCloseTo(0.4, 12);
    expect(muc.p).toBeCloseTo(0.4, 12);
    expect(b3.r).toBeCloseTo(35 / 84, 12);
    expect(b3.p).toBeCloseTo(0.5, 12);
    expect(ceafe.r).toBeCloseTo(0.65, 12);
    expect(ceafe.p).toBeCloseTo(1.3 / 3, 12);
  });
});

describe('scoreCoref', () => {
  const mention = (cluster: string) => ({ text: 'blast', cluster, kind: 'event', scored: true });
  const gold = [{ topic: 't', mentions: [mention('x'), mention('x'), { ...mention('y'), scored: false }] }];

  it('takes a scored mention that is left out for a cluster of its own', () => {
    expect(scoreCoref(gold, []).predictedClusters).toBe(2);
  });

  it('does not look at mentions that are not scored', () => {
    expect(scoreCoref(gold, [{ topic: 't', clusters: [[0, 1, 2]] }]).withSingletons.conllF1).toBe(1);
  });
});
