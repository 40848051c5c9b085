import type { Role } from '../lexicon/event-patterns.ts';
import type { Range } from './party.ts';

export type RoleName = Exclude<Role, 'none'>;
export type Roles = Readonly<Record<RoleName, readonly Range[]>>;

/** An event as one trigger tells it, before triggers of one event are joined. */
export interface Candidate {
  readonly act: string;
  /** "en/verbs/attack:hit", the rule that found it. */
  readonly rule: string;
  readonly pos: 'verb' | 'noun' | 'count';
  readonly lemma: string;
  /** Words of the triggers. */
  readonly trigger: readonly Range[];
  /** Where subject, object and prepositional phrases stand, for joining. */
  readonly args: {
    readonly subject: readonly Range[];
    readonly object: readonly Range[];
    readonly preps: readonly Range[];
  };
  readonly roles: Roles;
  readonly casualty: 'killed' | 'injured' | 'mixed' | null;
  readonly soft: boolean;
  readonly absorbs: boolean;
  /** The verb it governs and gives way to, or −1. */
  readonly complement: number;
}

export const NO_ROLES: Roles = { actor: [], target: [], recipient: [], victim: [], weapon: [] };

/** Roles with more ranges in one of them; "none" adds nothing. */
export function withRole(roles: Roles, role: Role, ranges: readonly Range[]): Roles {
  if (role === 'none' || ranges.length === 0) return roles;
  const fresh = ranges.filter((r) => !roles[role].some((o) => o.from < r.to && r.from < o.to));
  return { ...roles, [role]: [...roles[role], ...fresh] };
}

/** Roles of `a`, with what only `b` fills. */
export function joinRoles(a: Roles, b: Roles): Roles {
  let roles = a;
  for (const role of Object.keys(b) as RoleName[])
    if (roles[role].length === 0) roles = withRole(roles, role, b[role]);
  return roles;
}

/** Whether the candidate's main trigger stands in one of the ranges. */
export function standsIn(c: Candidate, ranges: readonly Range[]): boolean {
  const t = c.trigger[0]!;
  return ranges.some((r) => t.from >= r.from && t.to <= r.to);
}
