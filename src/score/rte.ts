import { type LabelPair, macroF1 } from './core/figures.ts';

export type RteLabel = 'entailment' | 'contradiction' | 'neutral';

export interface RteGold {
  readonly id: string | number;
  readonly text?: string;
  readonly hypothesis: string;
  readonly label: RteLabel;
}

export interface RtePrediction {
  readonly id: string | number;
  readonly label?: string;
}

const LABELS: readonly RteLabel[] = ['entailment', 'contradiction', 'neutral'];

/** Three-way entailment; a missing row is neutral. `contradictionWithNumber` = only hypotheses with a digit. */
export function scoreRte(gold: readonly RteGold[], predicted: readonly RtePrediction[]) {
  const predictions = new Map(predicted.map((row) => [String(row.id), row]));
  const pairs = (rows: readonly RteGold[]) =>
    rows.map((row): LabelPair => [row.label, predictions.get(String(row.id))?.label ?? 'neutral']);
  const all = macroF1(pairs(gold), [...LABELS]);
  const withNumber = gold.filter((row) => /\p{N}/u.test(row.hypothesis));
  return {
    n: gold.length,
    missing: gold.filter((row) => !predictions.has(String(row.id))).length,
    accuracy: all.accuracy,
    macroF1: all.macroF1,
    ...all.per,
    contradictionWithNumber: macroF1(pairs(withNumber), ['contradiction']).per.contradiction,
  };
}
