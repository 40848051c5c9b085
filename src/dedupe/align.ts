import type { Chain } from './chain.ts';

/** A stretch of two streams that says the same, in words `[a, aEnd)` and `[b, bEnd)`. */
export interface Alignment {
  readonly a: number;
  readonly aEnd: number;
  readonly b: number;
  readonly bEnd: number;
  /** Words equal in both, in order. */
  readonly equal: number;
}

/** Words at each end of a chain that are searched for more of the same. */
const REACH = 14;
/** A stretch is taken in when at least this share of its words is equal; below, the texts have parted. */
const MIN_SHARE = 0.5;

/**
 * Fills the gaps of a chain and lengthens it at both ends.
 * @param limit words that each side may not go past (`[aMin, aMax, bMin, bMax]`)
 */
export function alignChain(
  a: Int32Array,
  b: Int32Array,
  chain: Chain,
  limit: readonly [number, number, number, number] = [0, a.length, 0, b.length],
): Alignment {
  const first = chain[0]!;
  const last = chain.at(-1)!;
  let equal = chain.reduce((n, run) => n + run.length, 0);
  for (let i = 1; i < chain.length; i++) equal += gapEqual(a, b, chain[i - 1]!, chain[i]!);
  const aEnd = last.a + last.length;
  const bEnd = last.b + last.length;
  const [aMin, aMax, bMin, bMax] = limit;
  const after = lengthen(
    a.subarray(aEnd, Math.min(aMax, aEnd + REACH)),
    b.subarray(bEnd, Math.min(bMax, bEnd + REACH)),
  );
  const before = lengthen(
    a.slice(Math.max(aMin, first.a - REACH), first.a).reverse(),
    b.slice(Math.max(bMin, first.b - REACH), first.b).reverse(),
  );
  return {
    a: first.a - before.a,
    aEnd: aEnd + after.a,
    b: first.b - before.b,
    bEnd: bEnd + after.b,
    equal: equal + before.equal + after.equal,
  };
}

type Gap = { readonly a: number; readonly b: number; readonly length: number };

function gapEqual(a: Int32Array, b: Int32Array, left: Gap, right: Gap): number {
  const x = a.subarray(left.a + left.length, right.a);
  const y = b.subarray(left.b + left.length, right.b);
  return x.length === 0 || y.length === 0 ? 0 : lcsTable(x, y)[x.length]![y.length]!;
}

/** Lengths of longest common subsequences of all beginnings of two short rows of words. */
function lcsTable(x: Int32Array, y: Int32Array): number[][] {
  const table = [new Array<number>(y.length + 1).fill(0)];
  for (let i = 1; i <= x.length; i++) {
    const above = table[i - 1]!;
    const row = [0];
    for (let j = 1; j <= y.length; j++)
      row.push(x[i - 1] === y[j - 1] ? above[j - 1]! + 1 : Math.max(above[j]!, row[j - 1]!));
    table.push(row);
  }
  return table;
}

/** The longest beginning of both rows, ending in an equal word, of which enough is equal. */
function lengthen(
  x: Int32Array,
  y: Int32Array,
): { readonly a: number; readonly b: number; readonly equal: number } {
  const table = lcsTable(x, y);
  let best = { a: 0, b: 0, equal: 0 };
  for (let i = 1; i <= x.length; i++)
    for (let j = 1; j <= y.length; j++) {
      const equal = table[i]![j]!;
      if (x[i - 1] !== y[j - 1] || equal <= best.equal) continue;
      if (equal / Math.max(i, j) >= MIN_SHARE) best = { a: i, b: j, equal };
    }
  return best;
}
