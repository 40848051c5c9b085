/** Disjoint sets of the numbers below a size, each named by its smallest member. */
export interface Unions {
  /** The smallest member of the set that holds an item. */
  of(item: number): number;
  /** Makes one set of two; `false` when they are one already. */
  join(a: number, b: number): boolean;
}

/** Every number below `size` in a set of its own. */
export function unions(size: number): Unions {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const of = (item: number): number => {
    let at = item;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  return {
    of,
    join: (a, b) => {
      const [x, y] = [of(a), of(b)];
      parent[Math.max(x, y)] = Math.min(x, y);
      return x !== y;
    },
  };
}

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

/** Groups that an item is tried on besides those of its neighbours: the first ones. */
const TRIED = 12;
/** Members at each end of a group that a newcomer is compared with: a group of thousands costs no more an item. */
const COMPARED = 6;

/**
 * Splits items into groups whose members fit together: complete linkage, taken in the order given, each item into the
 * first group that takes it. A newcomer must fit the first and the last members of a group, all of them in a small one,
 * so that a chain of neighbours cannot fuse and the work grows with the items. The same items in the same order give
 * the same groups.
 * @param neighbours items whose groups an item is tried on, besides the first groups
 */
export function completeGroups<T>(
  items: readonly T[],
  agree: (a: T, b: T) => boolean,
  neighbours: (item: T) => readonly T[] = () => [],
): T[][] {
  const groups: T[][] = [];
  const where = new Map<T, number>();
  for (const item of items) {
    const near = neighbours(item).flatMap((n) => where.get(n) ?? []);
    const first = Array.from({ length: Math.min(TRIED, groups.length) }, (_, i) => i);
    const tried = [...new Set([...first, ...near])].sort((a, b) => a - b);
    const home = tried.find((g) => ends(groups[g]!).every((member) => agree(member, item)));
    where.set(item, home ?? groups.length);
    if (home === undefined) groups.push([item]);
    else groups[home]!.push(item);
  }
  return groups;
}

function ends<T>(group: readonly T[]): readonly T[] {
  return group.length <= 2 * COMPARED ? group : [...group.slice(0, COMPARED), ...group.slice(-COMPARED)];
}
