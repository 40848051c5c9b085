/** Losses in whole numbers, so that their sums are the same on every machine: so many to a unit of −log p. */
export const LOSS_UNIT = 1000;
const STEPS = 16;
const FURTHEST = 12;
/** −log p by the logistic function, for leads from −12 to 12 in sixteenths. */
const LOSSES = Int32Array.from({ length: 2 * FURTHEST * STEPS + 1 }, (_, i) =>
  Math.round(LOSS_UNIT * Math.log1p(Math.exp(FURTHEST - i / STEPS))),
);

/**
 * What a decision loses that leads over the next best by `lead` in a model's numbers (less than 0: it is behind). A lead of
 * `scale` makes a wrong one e times less likely, roughly.
 */
export function lossOf(lead: number, scale: number): number {
  const step = Math.round((lead * STEPS) / scale) + FURTHEST * STEPS;
  return LOSSES[Math.max(0, Math.min(LOSSES.length - 1, step))]!;
}
