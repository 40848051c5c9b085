import { assign } from '../core/assign.ts';
import { normalFiller } from './head.ts';
import {
  addSums,
  type Fillers,
  figures,
  isSubset,
  type MucGold,
  type Predictions,
  SLOTS,
  type Slot,
  type Sums,
  strings,
  type Template,
} from './template.ts';

/** CEAF-REE (Du et al. 2021): best one-to-one alignment of entities; right when all predicted mentions are the gold's. */
export function ceafRee(gold: readonly MucGold[], predictions: Predictions) {
  const sums = new Map<Slot, Sums>();
  for (const row of gold) {
    const wanted = row.grit_extracts ?? pool(row.gtt_templates ?? row.templates ?? []);
    const given = pool(predictions.get(row.docid)?.templates ?? []);
    for (const slot of SLOTS) addSums(sums, slot, align(normal(wanted, slot), normal(given, slot)));
  }
  return figures(SLOTS, sums);
}

function normal(fillers: Fillers, slot: Slot): string[][] {
  return (fillers[slot] ?? []).map((entity) => strings(entity).map(normalFiller));
}

function align(wanted: readonly string[][], given: readonly string[][]): Sums {
  const matched = assign(wanted.map((entity) => given.map((one) => Number(isSubset(one, entity)))));
  const right = matched.filter((column) => column >= 0).length;
  return [right, given.length, right, wanted.length];
}

/** Entities of all templates; one whose mentions are a part of another's, or hold it, is not counted again. */
function pool(templates: readonly Template[]): Fillers {
  const pooled = (slot: Slot) => {
    const kept: string[][] = [];
    for (const entity of templates.flatMap((template) => template[slot] ?? [])) {
      const mentions = strings(entity).map((text) => text.toLowerCase());
      const known = kept.some((other) => isSubset(mentions, other) || isSubset(other, mentions));
      if (mentions.length > 0 && !known) kept.push(mentions);
    }
    return kept;
  };
  return Object.fromEntries(SLOTS.map((slot) => [slot, pooled(slot)])) as Fillers;
}
