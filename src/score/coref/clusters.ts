import { harmonic } from '../core/figures.ts';

/** A partition of mentions, each named by a string. */
export type Clusters = readonly (readonly string[])[];

/** Precision, recall, F1, 0…1. */
export interface Rates {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

export function rates(p: number, r: number): Rates {
  return { p, r, f1: harmonic(p, r) };
}

/** `n / d`, 0 where there is nothing to divide by. */
export function ratio(n: number, d: number): number {
  return d ? n / d : 0;
}

/** How many mentions the clusters hold. */
export function size(clusters: Clusters): number {
  return clusters.reduce((sum, cluster) => sum + cluster.length, 0);
}

/** The index of each mention's cluster. */
export function clusterOf(clusters: Clusters): Map<string, number> {
  return new Map(clusters.flatMap((cluster, i) => cluster.map((mention) => [mention, i] as const)));
}
