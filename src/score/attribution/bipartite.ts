/** An edge weight; 0 is no edge. Weights order the search and do not change how many pairs are found. */
export type Edge = (left: number, right: number) => number;

/**
 * Maximum bipartite matching by augmenting paths (Kuhn's algorithm). Returns the right partner of each left node, −1
 * where it stays alone.
 */
export function matchMost(left: number, right: number, edge: Edge): number[] {
  const neighbours = Array.from({ length: left }, (_, i) => neighboursOf(i, right, edge));
  const partnerOfRight = new Array<number>(right).fill(-1);
  const partnerOfLeft = new Array<number>(left).fill(-1);
  const augment = (i: number, seen: Uint8Array): boolean => {
    for (const [j] of neighbours[i] ?? []) {
      if (seen[j]) continue;
      seen[j] = 1;
      const holder = partnerOfRight[j] ?? -1;
      if (holder < 0 || augment(holder, seen)) {
        partnerOfRight[j] = i;
        partnerOfLeft[i] = j;
        return true;
      }
    }
    return false;
  };
  const heaviest = (i: number) => neighbours[i]?.[0]?.[1] ?? 0;
  const order = [...neighbours.keys()].sort((a, b) => heaviest(b) - heaviest(a));
  for (const i of order) augment(i, new Uint8Array(right));
  return partnerOfLeft;
}

function neighboursOf(i: number, right: number, edge: Edge): [number, number][] {
  const found: [number, number][] = [];
  for (let j = 0; j < right; j++) {
    const weight = edge(i, j);
    if (weight) found.push([j, weight]);
  }
  return found.sort((a, b) => b[1] - a[1]);
}

/** How many pairs a matching has. */
export function pairCount(matching: readonly number[]): number {
  return matching.filter((j) => j >= 0).length;
}
