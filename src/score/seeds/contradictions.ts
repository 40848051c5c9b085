import { share, shareOf } from '../core/figures.ts';
import type { FileSpan, GoldContradiction, SeedsGold } from './gold.ts';
import type { System } from './locate.ts';
import { liesOn } from './pair.ts';

/** Two entries of one system contradiction lie on two gold values that differ, whatever the facet is called. */
export function hits(gold: GoldContradiction, system: { readonly values: readonly FileSpan[] }): boolean {
  return system.values.some((a, i) =>
    system.values.some(
      (b, j) => i !== j && gold.values.some((x) => liesOn(a, x) && otherValue(gold, x.value, b)),
    ),
  );
}

function otherValue(gold: GoldContradiction, value: string | number, evidence: FileSpan): boolean {
  return gold.values.some((other) => String(other.value) !== String(value) && liesOn(evidence, other));
}

const differs = (contradiction: GoldContradiction) =>
  new Set(contradiction.values.map((v) => String(v.value))).size > 1;

/** Contradictions of the gold that the system shows. The gold is not complete: no precision. */
export function scoreContradictions(gold: SeedsGold, system: System) {
  const wanted = gold.incidents.flatMap((incident) =>
    incident.contradictions.filter(differs).map((c) => ({ ...c, id: `${incident.id} ${c.topic}` })),
  );
  const given = system.incidents.flatMap((incident) => incident.contradictions);
  const missed = wanted.filter((contradiction) => !given.some((one) => hits(contradiction, one)));
  return {
    recall: share(wanted.length - missed.length, wanted.length),
    system: given.length,
    matchingSystem: shareOf(given, (one) => wanted.some((contradiction) => hits(contradiction, one))).k,
    missed: missed.map((contradiction) => contradiction.id),
  };
}
