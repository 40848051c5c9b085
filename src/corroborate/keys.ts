import type { IncidentKey } from '../doc/index.ts';
import { contentId } from '../lib/hash.ts';

/** Keys of groups, and what is to be logged: keys that are new, hold other reports than before, or lead elsewhere now. */
export interface Keyed {
  /** In the order of the groups. */
  readonly ids: readonly string[];
  readonly minted: readonly IncidentKey[];
}

/**
 * Gives each group the key that held most of its reports before, or a new one made from its first report. A key whose
 * reports went into another group leads there from now on. Groups come in content order.
 */
export function keyGroups(groups: readonly (readonly string[])[], known: readonly IncidentKey[]): Keyed {
  const active = known.filter((k) => k.redirect === null);
  const kept = assign(groups, active);
  const taken = new Set(known.map((k) => k.key));
  const ids = groups.map((reports, g) => kept.get(g) ?? mint(reports, taken));
  const before = new Map(active.map((k) => [k.key, k]));
  const minted = groups.flatMap((reports, g) => {
    const old = before.get(ids[g]!);
    const now = new Set(reports);
    const same = old && old.reports.length === reports.length && old.reports.every((r) => now.has(r));
    return same ? [] : [{ key: ids[g]!, reports, redirect: null }];
  });
  return { ids, minted: [...minted, ...redirects(groups, ids, active)] };
}

/** Keys by group: largest share of reports first, then key. */
function assign(
  groups: readonly (readonly string[])[],
  active: readonly IncidentKey[],
): ReadonlyMap<number, string> {
  const claims = [...shares(groups, active)].sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  const kept = new Map<number, string>();
  const used = new Set<string>();
  for (const { group, key } of claims) {
    if (kept.has(group) || used.has(key)) continue;
    kept.set(group, key);
    used.add(key);
  }
  return kept;
}

interface Share {
  readonly group: number;
  readonly key: string;
  readonly count: number;
}

/** How many reports of each key stand in each group. */
function shares(groups: readonly (readonly string[])[], active: readonly IncidentKey[]): readonly Share[] {
  const where = new Map(groups.flatMap((reports, g) => reports.map((r) => [r, g] as const)));
  return active.flatMap(({ key, reports }) => {
    const counts = new Map<number, number>();
    for (const r of reports) {
      const group = where.get(r);
      if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return [...counts].map(([group, count]) => ({ group, key, count }));
  });
}

function mint(reports: readonly string[], taken: Set<string>): string {
  let key = contentId('i', reports[0] ?? '');
  for (let n = 1; taken.has(key); n++) key = contentId('i', reports[0] ?? '', n);
  taken.add(key);
  return key;
}

/** Keys without a group of their own whose reports stand in one now: they lead to the one that holds most. */
function redirects(
  groups: readonly (readonly string[])[],
  ids: readonly string[],
  active: readonly IncidentKey[],
): readonly IncidentKey[] {
  const living = new Set(ids);
  const lost = active.filter((k) => !living.has(k.key));
  const best = new Map<string, Share>();
  for (const s of shares(groups, lost)) {
    const known = best.get(s.key);
    if (!known || s.count > known.count) best.set(s.key, s);
  }
  return lost.flatMap((k) => {
    const to = best.get(k.key);
    return to ? [{ key: k.key, reports: k.reports, redirect: ids[to.group]! }] : [];
  });
}
