/** One or many, or nothing at all. */
export type OneOrMany<T> = T | readonly T[] | null | undefined;

/** `null` and `undefined` as none, a single thing as a list of one. */
export function list<T>(value: OneOrMany<T>): readonly T[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? (value as readonly T[]) : [value as T];
}

/** Rows by their id as a string; of two with the same id the later counts. */
export function byId<T>(rows: readonly T[], id: (row: T) => unknown): Map<string, T> {
  return new Map(rows.map((row) => [String(id(row)), row]));
}

/** Items grouped by key, in order of first appearance. */
export function groupBy<T, K>(items: readonly T[], key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
