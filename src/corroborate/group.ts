import type { Join } from '../doc/index.ts';
import { type Unions, unions } from '../lib/groups.ts';
import type { Pairs } from './candidates.ts';
import { conflict, kindOf, linkOf, type Setting } from './compare.ts';
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
  readonly strength: number;
}

/** Members of different kinds that a group is compared by: the first and the last; a story has fewer. */
const COMPARED = 60;

/**
 * Groups reports. Two groups become one along a link only when no report of the one excludes a report of the other
 * (complete linkage), so that a chain of neighbours cannot fuse. Facts come in content order, and so do links: the
 * outcome does not depend on the order of the input. Joins are the links along which groups became one, the most telling
 * first: one fewer than members. Reports that the test cannot tell apart are compared once.
 */
export function groupReports(facts: readonly Facts[], pairs: Pairs, setting: Setting): readonly Group[] {
  const homes = unions(facts.length);
  const kinds: Kinds[] = facts.map((f, i) => new Map([[kindOf(f), i]]));
  const excluded = new Set<number>();
  const made: Link[] = [];
  for (const link of linksOf(facts, pairs, setting)) {
    const [p, q] = [homes.of(link.a), homes.of(link.b)];
    const [x, y] = [Math.min(p, q), Math.max(p, q)];
    const pair = x * facts.length + y;
    if (x === y || excluded.has(pair)) continue;
    if (!compatible(kinds[x]!, kinds[y]!, facts, setting)) {
      excluded.add(pair);
      continue;
    }
    homes.join(x, y);
    kinds[x] = both(kinds[x]!, kinds[y]!);
    made.push(link);
  }
  return groupsOf(facts, homes, made);
}

function groupsOf(facts: readonly Facts[], homes: Unions, made: readonly Link[]): readonly Group[] {
  const groups = new Map<number, { members: number[]; joins: Join[] }>();
  for (const i of facts.keys()) {
    const group = groups.get(homes.of(i));
    if (group) group.members.push(i);
    else groups.set(homes.of(i), { members: [i], joins: [] });
  }
  for (const { a, b, why } of made)
    groups.get(homes.of(a))!.joins.push({ a: facts[a]!.report.id, b: facts[b]!.report.id, why });
  return [...groups.values()];
}

/** Members by kind: one index for all that the test of exclusion cannot tell apart. */
type Kinds = ReadonlyMap<string, number>;

function both(a: Kinds, b: Kinds): Kinds {
  const all = [...new Map([...b, ...a])].sort(([, p], [, q]) => p - q);
  const few = all.length <= COMPARED ? all : [...all.slice(0, COMPARED / 2), ...all.slice(-COMPARED / 2)];
  return new Map(few);
}

function compatible(x: Kinds, y: Kinds, facts: readonly Facts[], setting: Setting): boolean {
  for (const m of x.values())
    for (const n of y.values()) if (conflict(facts[m]!, facts[n]!, setting)) return false;
  return true;
}

/** Links with the most telling first: more facets, then content order. */
function linksOf(facts: readonly Facts[], pairs: Pairs, setting: Setting): readonly Link[] {
  const reasons = new Map<string, { why: string; strength: number }>();
  const links = pairs.flatMap(([a, b]) => {
    const why = linkOf(facts[a]!, facts[b]!, setting);
    if (why === null) return [];
    const reason = reasons.get(why) ?? { why, strength: why.split(', ').length };
    reasons.set(why, reason);
    return [{ a, b, ...reason }];
  });
  return links.sort((p, q) => q.strength - p.strength || p.a - q.a || p.b - q.b);
}
