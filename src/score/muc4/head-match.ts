import { harmonic } from '../core/figures.ts';
import { headNoun } from './head.ts';
import {
  addSums,
  type Entity,
  figures,
  type MucGold,
  type MucOptions,
  type Predictions,
  SLOTS,
  type Slot,
  type Sums,
  strings,
  type Template,
} from './template.ts';

interface Wanted {
  readonly heads: ReadonlySet<string>;
  readonly optional: boolean;
}

/**
 * Head-noun match (Patwardhan & Riloff 2009): fillers of a document pooled per slot; a predicted entity is right when
 * the head of any of its strings is the head of any alternative.
 */
export function headMatch(gold: readonly MucGold[], predictions: Predictions, options: MucOptions) {
  const sums = new Map<Slot, Sums>();
  for (const row of gold)
    for (const slot of SLOTS) addSums(sums, slot, scoreSlot(row, slot, predictions, options));
  const each = figures(SLOTS, sums);
  const average = (field: 'p' | 'r') =>
    SLOTS.reduce((sum, slot) => sum + each[slot][field], 0) / SLOTS.length;
  const [p, r] = [average('p'), average('r')];
  return { ...each, macro: { p, r, f1: harmonic(p, r) } };
}

function scoreSlot(row: MucGold, slot: Slot, predictions: Predictions, options: MucOptions): Sums {
  const wanted = wantedEntities(row, slot, options);
  const given = givenEntities(predictions.get(row.docid)?.templates ?? [], slot);
  const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((head) => b.has(head));
  const found = wanted.filter((entity) => given.some((heads) => meets(heads, entity.heads)));
  const owed = wanted.filter((entity) => !entity.optional || found.includes(entity));
  const right = given.filter((heads) => wanted.some((entity) => meets(heads, entity.heads)));
  return [right.length, given.length, found.length, owed.length];
}

/** Entities of all templates; two with the same heads are one, optional only when both are. */
function wantedEntities(row: MucGold, slot: Slot, options: MucOptions): Wanted[] {
  const field = slot === 'Victim' && options.victim === 'names' ? 'VictimNames' : slot;
  const pooled = new Map<string, Wanted>();
  for (const template of row[options.goldField ?? 'templates'] ?? []) {
    (template[field] ?? []).forEach((entity, i) => {
      const heads = new Set(headsOf(entity));
      if (heads.size === 0) return;
      const key = [...heads].sort().join('|');
      const optional = options.optional !== 'required' && isOptional(template, slot, i);
      pooled.set(key, { heads, optional: optional && (pooled.get(key)?.optional ?? true) });
    });
  }
  return [...pooled.values()];
}

function isOptional(template: Template, slot: Slot, i: number): boolean {
  return Boolean(template.optional) || (template.optional_fillers?.[slot] ?? []).includes(i);
}

/** Predicted entities; one whose heads were all seen before is not counted again. */
function givenEntities(templates: readonly Template[], slot: Slot): Set<string>[] {
  const seen = new Set<string>();
  return templates
    .flatMap((template) => template[slot] ?? [])
    .flatMap((entity) => {
      const heads = headsOf(entity);
      if (heads.every((head) => seen.has(head))) return [];
      for (const head of heads) seen.add(head);
      return [new Set(heads)];
    });
}

function headsOf(entity: Entity): string[] {
  return strings(entity).map(headNoun).filter(Boolean);
}
