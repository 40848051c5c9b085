import { ceafRee } from './ceaf-ree.ts';
import { ceafTf } from './ceaf-tf.ts';
import { headMatch } from './head-match.ts';
import type { MucGold, MucOptions, MucPrediction } from './template.ts';

export type { MucGold, MucOptions, MucPrediction, Template } from './template.ts';

/** MUC-4 role fillers under the three measures in use. Predictions are templates by `docid`. */
export function scoreMuc4(
  gold: readonly MucGold[],
  predicted: readonly MucPrediction[],
  options: MucOptions = {},
) {
  const predictions = new Map(predicted.map((row) => [row.docid, row]));
  return {
    headNoun: headMatch(gold, predictions, options),
    ceafRee: ceafRee(gold, predictions),
    ceafTf: ceafTf(gold, predictions, options),
  };
}
