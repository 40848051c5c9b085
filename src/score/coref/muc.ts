import { type Clusters, clusterOf, type Rates, rates, ratio } from './clusters.ts';

/** MUC (Vilain et al. 1995): links that must be added to turn one partition into the other. */
export function muc(key: Clusters, response: Clusters): Rates {
  return rates(half(response, key), half(key, response));
}

function half(clusters: Clusters, others: Clusters): number {
  const other = clusterOf(others);
  let kept = 0;
  let links = 0;
  for (const cluster of clusters) {
    const pieces = new Set(cluster.map((mention) => other.get(mention) ?? `alone ${mention}`));
    kept += cluster.length - pieces.size;
    links += cluster.length - 1;
  }
  return ratio(kept, links);
}
