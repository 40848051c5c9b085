import { normalFiller } from './head.ts';
import {
  addSums,
  figures,
  isSubset,
  type MucGold,
  type MucOptions,
  mucFigure,
  type Predictions,
  SLOTS,
  type Slot,
  type Sums,
  strings,
  type Template,
} from './template.ts';

const KEYS = ['incident_type', ...SLOTS] as const;
type Key = (typeof KEYS)[number];

type Normal = { readonly incident_type: string } & { readonly [S in Slot]: readonly (readonly string[])[] };

/** Right fillers on the predicted and on the gold side, of one pair of templates. */
type PairCounts = ReadonlyMap<Key, readonly [given: number, wanted: number]>;

/** Steps of the search for the best mapping of one document; beyond them the best so far counts. */
const MOST_STEPS = 2e5;

/** CEAF-TF (Du et al. 2021): best mapping of templates whose incident types agree; F1 over types and fillers. */
export function ceafTf(gold: readonly MucGold[], predictions: Predictions, options: MucOptions) {
  const sums = new Map<Key, Sums>();
  let approximate = false;
  for (const row of gold) {
    const wanted = unique((row.gtt_templates ?? row.templates ?? []).map(normal));
    const all = (predictions.get(row.docid)?.templates ?? []).map(normal);
    const given = options.dedupe ? unique(all) : all;
    const best = bestMapping(given, wanted);
    approximate ||= best.cut;
    for (const key of KEYS) {
      const [right, found] = total(best.pairs, key);
      addSums(sums, key, [right, size(given, key), found, size(wanted, key)]);
    }
  }
  return { ...figures(KEYS, sums), ...(approximate ? { approximate } : {}) };
}

function normal(template: Template): Normal {
  const type = template.incident_type ?? 'attack';
  const name = (typeof type === 'string' ? type : type.join(' / ')).toLowerCase();
  const slots = SLOTS.map(
    (slot) => [slot, (template[slot] ?? []).map((e) => strings(e).map(normalFiller))] as const,
  );
  return { incident_type: name, ...(Object.fromEntries(slots) as { [S in Slot]: string[][] }) };
}

/** Identical templates of one document count once. */
function unique(templates: readonly Normal[]): Normal[] {
  const seen = new Set<string>();
  return templates.filter((template) => {
    const key = JSON.stringify(template);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function size(templates: readonly Normal[], key: Key): number {
  if (key === 'incident_type') return templates.length;
  return templates.reduce((sum, template) => sum + template[key].length, 0);
}

function total(pairs: readonly PairCounts[], key: Key): [number, number] {
  return pairs.reduce<[number, number]>(
    ([given, wanted], pair) => [given + (pair.get(key)?.[0] ?? 0), wanted + (pair.get(key)?.[1] ?? 0)],
    [0, 0],
  );
}

function pairCounts(given: Normal, wanted: Normal): PairCounts | null {
  if (!wanted.incident_type.includes(given.incident_type)) return null;
  const counts = new Map<Key, readonly [number, number]>([['incident_type', [1, 1]]]);
  for (const slot of SLOTS) {
    const right = given[slot].filter((one) => wanted[slot].some((entity) => isSubset(one, entity))).length;
    const found = wanted[slot].filter((entity) => given[slot].some((one) => isSubset(one, entity))).length;
    counts.set(slot, [right, found]);
  }
  return counts;
}

/** The mapping with the highest F1, found by trying all; each template may stay alone. */
function bestMapping(
  given: readonly Normal[],
  wanted: readonly Normal[],
): { pairs: PairCounts[]; cut: boolean } {
  const table = given.map((one) => wanted.map((other) => pairCounts(one, other)));
  const [offered, owed] = [given, wanted].map((all) => KEYS.reduce((sum, key) => sum + size(all, key), 0));
  const used = new Set<number>();
  const current: PairCounts[] = [];
  let best = { f1: -1, pairs: [] as PairCounts[] };
  let steps = 0;
  const value = () => {
    const sums = KEYS.map((key) => total(current, key));
    const side = (i: 0 | 1) => sums.reduce((sum, pair) => sum + pair[i], 0);
    return mucFigure([side(0), offered ?? 0, side(1), owed ?? 0]).f1;
  };
  const visit = (row: number): void => {
    if (++steps > MOST_STEPS) return;
    if (row === given.length) {
      const f1 = value();
      if (f1 > best.f1) best = { f1, pairs: [...current] };
      return;
    }
    table[row]?.forEach((pair, column) => {
      if (!pair || used.has(column)) return;
      used.add(column);
      current.push(pair);
      visit(row + 1);
      current.pop();
      used.delete(column);
    });
    visit(row + 1);
  };
  visit(0);
  return { pairs: best.pairs, cut: steps > MOST_STEPS };
}
