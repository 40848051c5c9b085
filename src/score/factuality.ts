import type { Offsets, Span } from '../doc/index.ts';
import { mean, prf } from './core/figures.ts';
import { byId } from './core/list.ts';
import { iou } from './core/overlap.ts';

export interface FactualityGold {
  readonly id: string;
  readonly text: string;
  readonly span: Offsets;
  /** −3 … 3 */
  readonly factuality: number;
}

export interface FactualityPrediction {
  readonly id: string;
  readonly factualities?: readonly { readonly span: Offsets | Span; readonly value: number | null }[];
}

/** What silence counts as: as if nothing had been said against it. */
const CERTAIN = 3;

const spanOf = (span: Offsets | Span): Span => ('start' in span ? span : { start: span[0], end: span[1] });

/** Pearson's correlation; `null` where one side does not vary. */
export function pearson(x: readonly number[], y: readonly number[]): number | null {
  const [meanX, meanY] = [mean(x) ?? 0, mean(y) ?? 0];
  let [both, onlyX, onlyY] = [0, 0, 0];
  x.forEach((value, i) => {
    const other = y[i] ?? 0;
    both += (value - meanX) * (other - meanY);
    onlyX += (value - meanX) ** 2;
    onlyY += (other - meanY) ** 2;
  });
  return onlyX && onlyY ? both / Math.sqrt(onlyX * onlyY) : null;
}

function predictedValue(gold: FactualityGold, prediction: FactualityPrediction | undefined): number | null {
  const wanted = spanOf(gold.span);
  const touching = (prediction?.factualities ?? [])
    .filter((given) => given.value !== null && given.value !== undefined)
    .map((given) => ({ likeness: iou(spanOf(given.span), wanted), value: given.value }))
    .filter(({ likeness }) => likeness > 0)
    .sort((a, b) => b.likeness - a.likeness);
  return touching[0]?.value ?? null;
}

/** Factuality of given spans: mean absolute error, correlation, and P/R/F1 of what is not stated as fact (≤ 0). */
export function scoreFactuality(gold: readonly FactualityGold[], predicted: readonly FactualityPrediction[]) {
  const predictions = byId(predicted, (row) => row.id);
  const found = gold.map((row) => predictedValue(row, predictions.get(String(row.id))));
  const rows = gold.map((row, i) => ({ wanted: row.factuality, given: found[i] ?? CERTAIN }));
  const low = rows.filter((row) => row.wanted <= 0);
  const error = (some: typeof rows) => mean(some.map((row) => Math.abs(row.wanted - row.given)));
  const silence = (some: typeof rows) => mean(some.map((row) => Math.abs(row.wanted - CERTAIN)));
  return {
    n: gold.length,
    missing: found.filter((value) => value === null).length,
    mae: error(rows),
    pearson: pearson(
      rows.map((row) => row.wanted),
      rows.map((row) => row.given),
    ),
    maeWhereNotFactual: error(low),
    notFactual: prf(
      low.filter((row) => row.given <= 0).length,
      rows.filter((row) => row.given <= 0).length,
      low.length,
    ),
    baseline3: { mae: silence(rows), maeWhereNotFactual: silence(low) },
  };
}
