/** Precision, recall and F1, 0…1, with the counts they come from. */
export interface Prf {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly tp: number;
  readonly pred: number;
  readonly gold: number;
}

/** A share `k` of `n`; `share` is `null` when `n` is 0. */
export interface Share {
  readonly share: number | null;
  readonly k: number;
  readonly n: number;
}

/** Harmonic mean of precision and recall; 0 when both are 0. */
export function harmonic(p: number, r: number): number {
  return p + r ? (2 * p * r) / (p + r) : 0;
}

/** P/R/F1 of `tp` right ones among `pred` given and `gold` wanted. Nothing wanted and nothing given counts as 1. */
export function prf(tp: number, pred: number, gold: number): Prf {
  const p = pred ? tp / pred : gold ? 0 : 1;
  const r = gold ? tp / gold : pred ? 0 : 1;
  return { p, r, f1: harmonic(p, r), tp, pred, gold };
}

/** `k` of `n`. */
export function share(k: number, n: number): Share {
  return { share: n ? k / n : null, k, n };
}

/** The share of `rows` for which `right` holds. */
export function shareOf<T>(rows: readonly T[], right: (row: T) => boolean): Share {
  return share(rows.filter(right).length, rows.length);
}

/** Arithmetic mean; `null` of nothing. */
export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** A gold label with the predicted one; `null` where nothing was predicted. */
export type LabelPair = readonly [gold: string, predicted: string | null];

export interface Classes {
  /** Mean F1 over the classes; `null` when there are none. */
  readonly macroF1: number | null;
  readonly accuracy: Share;
  readonly per: Readonly<Record<string, Prf>>;
}

/** P/R/F1 per class and their unweighted mean, over the classes that occur in the gold or over those given. */
export function macroF1(pairs: readonly LabelPair[], classes = labelsOf(pairs)): Classes {
  const per: Record<string, Prf> = {};
  for (const name of classes) {
    const right = pairs.filter(([gold, pred]) => gold === name && pred === name).length;
    const given = pairs.filter(([, pred]) => pred === name).length;
    per[name] = prf(right, given, pairs.filter(([gold]) => gold === name).length);
  }
  const accuracy = shareOf(pairs, ([gold, pred]) => gold === pred);
  return { macroF1: mean(classes.map((name) => per[name]?.f1 ?? 0)), accuracy, per };
}

function labelsOf(pairs: readonly LabelPair[]): string[] {
  return [...new Set(pairs.map(([gold]) => gold))].sort();
}
