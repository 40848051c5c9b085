import { type Clusters, clusterOf, type Rates, rates, ratio, size } from './clusters.ts';

/** B-cubed (Bagga & Baldwin 1998): each mention's share of right company, averaged. */
export function bcubed(key: Clusters, response: Clusters): Rates {
  return rates(half(response, key), half(key, response));
}

function half(clusters: Clusters, others: Clusters): number {
  const other = clusterOf(others);
  let sum = 0;
  for (const cluster of clusters) {
    const counts = new Map<number, number>();
    for (const mention of cluster) {
      const at = other.get(mention);
      if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    for (const n of counts.values()) sum += (n * n) / cluster.length;
  }
  return ratio(sum, size(clusters));
}
