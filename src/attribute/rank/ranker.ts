import type { Model } from '../../lib/model-file.ts';
import type { Candidate } from '../candidate.ts';
import type { View } from '../view.ts';
import { readingFeatures, type Standing } from './features.ts';

/** Scores a reading of a cue: the sum of its features' weights; none at all scores 0. */
export type Ranker = (view: View, c: Candidate, standing: Standing) => number;

/** A linear model over hashed features, or `null` where the language has none. */
export function rankerFrom(model: Model | null): Ranker | null {
  const table = model?.rows.weights;
  if (!table) return null;
  const score = new Int32Array(1);
  return (view, c, standing) => {
    const keys = readingFeatures(view, c, standing);
    score[0] = 0;
    table.add(keys, keys.length, score);
    return score[0]!;
  };
}
