import type { Span } from '../../doc/index.ts';

/**
 * One-to-one pairs of indices [gold, given], best share of the hull first, earlier ones first on a tie (the custom of
 * TempEval-3).
 */
export function pairGreedily<G extends Span, P extends Span>(
  gold: readonly G[],
  given: readonly P[],
  allowed: (gold: G, given: P) => boolean,
): [number, number][] {
  const candidates: { readonly likeness: number; readonly i: number; readonly j: number }[] = [];
  gold.forEach((g, i) => {
    given.forEach((p, j) => {
      if (allowed(g, p)) candidates.push({ likeness: likeness(g, p), i, j });
    });
  });
  candidates.sort((a, b) => b.likeness - a.likeness || a.i - b.i || a.j - b.j);
  const takenGold = new Set<number>();
  const takenGiven = new Set<number>();
  return candidates.flatMap(({ i, j }): [number, number][] => {
    if (takenGold.has(i) || takenGiven.has(j)) return [];
    takenGold.add(i);
    takenGiven.add(j);
    return [[i, j]];
  });
}

function likeness(a: Span, b: Span): number {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
