import type { Harm } from '../../doc/index.ts';
import { followed } from './follow.ts';
import { type Group, sizeOf } from './groups.ts';

/** How many an incident killed and hurt; `null` when the article is silent. */
export interface Toll {
  readonly killed: number | null;
  readonly injured: number | null;
}

/** The toll of each incident of an article, by its number; `incidentOf` is −1 for a harm that belongs to none. */
export function tolls(harms: readonly Harm[], incidents: number, incidentOf: (harm: Harm) => number): Toll[] {
  const groups = followed(harms, incidentOf).filter((g) => g.whole === null);
  const denied = harms.filter((h) => h.best === 0);
  return Array.from({ length: incidents }, (_, i) => {
    const own = groups.filter((g) => g.incident === i).map(tollOf);
    const none = denied.filter((h) => incidentOf(h) === i);
    return {
      killed: total(own, 'killed') ?? (none.some((h) => h.harm !== 'injured') ? 0 : null),
      injured: total(own, 'injured') ?? (none.some((h) => h.harm !== 'killed') ? 0 : null),
    };
  });
}

function total(own: readonly Toll[], what: keyof Toll): number | null {
  const given = own.flatMap((t) => t[what] ?? []);
  return given.length === 0 ? null : given.reduce((a, b) => a + b, 0);
}

/** The dead of a group are its own, or those of its parts; who was hit and did not die was hurt. */
function tollOf(g: Group): Toll {
  const dead = g.parts.reduce((sum, p) => sum + (p.harm === 'killed' ? sizeOf(p) : 0), 0);
  const hurt = g.parts.reduce((sum, p) => sum + (p.harm === 'killed' ? 0 : sizeOf(p)), 0);
  if (g.harm === 'killed') return { killed: Math.max(sizeOf(g), dead), injured: null };
  const left = Math.max(sizeOf(g) - dead, hurt);
  return { killed: dead > 0 ? dead : null, injured: left > 0 ? left : null };
}
