/** Connected components of pairs, each sorted, in order of their smallest member. */
export function components(pairs: Iterable<readonly [number, number]>): readonly (readonly number[])[] {
  const parent = new Map<number, number>();
  for (const [a, b] of pairs) {
    const [x, y] = [rootOf(parent, a), rootOf(parent, b)];
    if (x !== y) parent.set(Math.max(x, y), Math.min(x, y));
  }
  const members = new Map<number, number[]>();
  for (const item of [...parent.keys()].sort((a, b) => a - b)) {
    const root = rootOf(parent, item);
    const group = members.get(root);
    if (group) group.push(item);
    else members.set(root, [item]);
  }
  return [...members.values()];
}

function rootOf(parent: Map<number, number>, item: number): number {
  let at = item;
  if (!parent.has(at)) parent.set(at, at);
  while (parent.get(at) !== at) {
    const up = parent.get(at)!;
    parent.set(at, parent.get(up)!);
    at = up;
  }
  return at;
}

/**
 * Splits items into groups of which every two members fit together: complete linkage, taken in the order given, each
 * item into the first group that takes it. The same items in the same order give the same groups.
 */
export function completeGroups<T>(items: readonly T[], agree: (a: T, b: T) => boolean): T[][] {
  const groups: T[][] = [];
  for (const item of items) {
    const home = groups.find((g) => g.every((member) => agree(member, item)));
    if (home) home.push(item);
    else groups.push([item]);
  }
  return groups;
}
