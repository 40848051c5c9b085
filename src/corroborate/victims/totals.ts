import type { Harm } from '../../doc/index.ts';
import { followed } from './follow.ts';
import { type Group, sizeOf } from './groups.ts';

/** How many an incident killed and hurt; `null` when the article is silent. */
export interface Toll {
  readonly killed: number | null;
  readonly injured: number | null;
}

/** Incidents of an article: the number of the first that befell the same people, and its toll. */
export interface Tolls {
  readonly firstOf: (incident: number) => number;
  readonly tollOf: (incident: number) => Toll;
}

/** Follows the people of an article; `incidentOf` is −1 for a harm that belongs to no incident. */
export function tolls(harms: readonly Harm[], incidents: number, incidentOf: (harm: Harm) => number): Tolls {
  const first = Array.from({ length: incidents }, (_, i) => i);
  const firstOf = (i: number): number => (first[i] === i ? i : firstOf(first[i]!));
  const join = (a: number, b: number): void => {
    const [x, y] = [firstOf(a), firstOf(b)];
    first[Math.max(x, y)] = Math.min(x, y);
  };
  const groups = followed(harms, (h) => withFirst(incidentOf(h), firstOf), join).filter(
    (g) => g.whole === null,
  );
  const denied = harms.filter((h) => h.best === 0);
  const tollOf = (i: number): Toll => {
    const own = stated(groups.filter((g) => firstOf(g.incident) === i)).map(groupToll);
    const none = denied.filter((h) => withFirst(incidentOf(h), firstOf) === i);
    return {
      killed: total(own, 'killed') ?? (none.some((h) => h.harm !== 'injured') ? 0 : null),
      injured: total(own, 'injured') ?? (none.some((h) => h.harm !== 'killed') ? 0 : null),
    };
  };
  return { firstOf, tollOf };
}

/** Groups whose number is told; only where there are none, those of unknown number. */
function stated(groups: readonly Group[]): readonly Group[] {
  const told = groups.filter((g) => g.best !== null || (g.low ?? 0) > LEAST_PLURAL);
  return told.length > 0 ? told : groups;
}
/** What a plural without a number says. */
const LEAST_PLURAL = 2;

const withFirst = (incident: number, firstOf: (i: number) => number): number =>
  incident < 0 ? incident : firstOf(incident);

function total(own: readonly Toll[], what: keyof Toll): number | null {
  const given = own.flatMap((t) => t[what] ?? []);
  return given.length === 0 ? null : given.reduce((a, b) => a + b, 0);
}

/** The dead of a group are its own, or those of its parts; who was hit and did not die was hurt. */
function groupToll(g: Group): Toll {
  const dead = g.parts.reduce((sum, p) => sum + (p.harm === 'killed' ? sizeOf(p) : 0), 0);
  const hurt = g.parts.reduce((sum, p) => sum + (p.harm === 'killed' ? 0 : sizeOf(p)), 0);
  if (g.harm === 'killed') return { killed: Math.max(sizeOf(g), dead), injured: null };
  const left = Math.max(sizeOf(g) - dead, hurt);
  return { killed: dead > 0 ? dead : null, injured: left > 0 ? left : null };
}
