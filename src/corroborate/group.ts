import type { Join } from '../doc/index.ts';
import type { Pairs } from './candidates.ts';
import { conflict, linkOf, type Setting } from './compare.ts';
import type { Facts } from './facts.ts';

/** Reports that seem to speak of one thing, by index, and why each was joined. */
export interface Group {
  readonly members: readonly number[];
  readonly joins: readonly Join[];
}

interface Link {
  readonly a: number;
  readonly b: number;
  readonly why: string;
}

/**
 * Groups reports. Two groups become one along a link only when no report of the one excludes a report of the other
 * (complete linkage), so that a chain of neighbours cannot fuse. Facts come in content order, and so do links: the
 * outcome does not depend on the order of the input.
 */
export function groupReports(facts: readonly Facts[], pairs: Pairs, setting: Setting): readonly Group[] {
  const home = facts.map((_, i) => [i]);
  const joins = facts.map(() => [] as Join[]);
  const where = facts.map((_, i) => i);
  for (const { a, b, why } of linksOf(facts, pairs, setting)) {
    const [x, y] = [Math.min(where[a]!, where[b]!), Math.max(where[a]!, where[b]!)];
    const fits =
      x === y || home[x]!.every((m) => home[y]!.every((n) => !conflict(facts[m]!, facts[n]!, setting)));
    if (!fits) continue;
    joins[x]!.push({ a: facts[a]!.report.id, b: facts[b]!.report.id, why });
    if (x === y) continue;
    for (const m of home[y]!) where[m] = x;
    home[x]!.push(...home[y]!.splice(0));
    joins[x]!.push(...joins[y]!.splice(0));
  }
  return home.flatMap((members, i) =>
    members.length > 0 ? [{ members: members.sort((p, q) => p - q), joins: joins[i]! }] : [],
  );
}

/** Links with the most telling first: more facets, then content order. */
function linksOf(facts: readonly Facts[], pairs: Pairs, setting: Setting): readonly Link[] {
  const links = pairs.flatMap(([a, b]) => {
    const why = linkOf(facts[a]!, facts[b]!, setting);
    return why === null ? [] : [{ a, b, why }];
  });
  return links.sort((p, q) => strength(q) - strength(p) || p.a - q.a || p.b - q.b);
}

const strength = ({ why }: Link): number => why.split(', ').length;
