import { assign } from '../core/assign.ts';
import { type Clusters, clusterOf, type Rates, rates, ratio } from './clusters.ts';

/** CEAF with the entity-based similarity φ4 (Luo 2005): the best one-to-one alignment of clusters. */
export function ceafe(key: Clusters, response: Clusters): Rates {
  const likeness = similarities(key, response);
  let sum = 0;
  for (const [rows, columns] of components(likeness)) {
    const weights = rows.map((row) => columns.map((column) => likeness[row]?.get(column) ?? 0));
    assign(weights).forEach((column, row) => {
      if (column >= 0) sum += weights[row]?.[column] ?? 0;
    });
  }
  return rates(ratio(sum, response.length), ratio(sum, key.length));
}

type Sparse = readonly ReadonlyMap<number, number>[];

/** φ4 of each pair of clusters that share a mention. */
function similarities(key: Clusters, response: Clusters): Sparse {
  const at = clusterOf(response);
  return key.map((cluster) => {
    const shared = new Map<number, number>();
    for (const mention of cluster) {
      const column = at.get(mention);
      if (column !== undefined) shared.set(column, (shared.get(column) ?? 0) + 1);
    }
    const phi = ([column, n]: [number, number]) =>
      [column, (2 * n) / (cluster.length + (response[column]?.length ?? 0))] as const;
    return new Map([...shared].sort(([a], [b]) => a - b).map(phi));
  });
}

/** Connected parts of the overlap graph as [rows, columns], so that each assignment stays small. */
function components(likeness: Sparse): [number[], number[]][] {
  const rowsOf = new Map<number, number[]>();
  likeness.forEach((row, i) => {
    for (const column of row.keys()) rowsOf.set(column, [...(rowsOf.get(column) ?? []), i]);
  });
  const seen = new Set<number>();
  return [...likeness.keys()].flatMap((start) => {
    if (seen.has(start)) return [];
    const part = component(start, likeness, rowsOf, seen);
    return part[1].length > 0 ? [part] : [];
  });
}

function component(
  start: number,
  likeness: Sparse,
  rowsOf: ReadonlyMap<number, readonly number[]>,
  seen: Set<number>,
): [number[], number[]] {
  const rows = [start];
  const columns = new Set<number>();
  seen.add(start);
  for (const row of rows) {
    for (const column of likeness[row]?.keys() ?? []) {
      if (columns.has(column)) continue;
      columns.add(column);
      const fresh = (rowsOf.get(column) ?? []).filter((other) => !seen.has(other));
      for (const other of fresh) seen.add(other);
      rows.push(...fresh);
    }
  }
  return [rows, [...columns]];
}
