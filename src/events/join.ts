import type { Acts } from '../lexicon/acts.ts';
import { type Candidate, joinRoles, NO_ROLES, standsIn, withRole } from './candidate.ts';
import type { Sentence } from './sentence.ts';

/** Families of acts whose effects ("killed three") are told beside them. */
const VIOLENT: ReadonlySet<string> = new Set(['attack', 'combat', 'abuse']);
/** Families beside which casualties are told. */
const HARMING: ReadonlySet<string> = new Set([...VIOLENT, 'interception']);

/** One candidate for each event: verb and noun of one event, and effects beside their cause, are joined. */
export function joinCandidates(
  s: Sentence,
  verbs: readonly Candidate[],
  nouns: readonly Candidate[],
  acts: Acts,
): Candidate[] {
  let pool = withoutGovernors([...verbs, ...nouns].filter(distinctTriggers()));
  pool = absorbArguments(pool, acts);
  pool = joinStructural(s, pool, acts);
  pool = joinEffects(pool, acts);
  return joinAlike(pool, acts);
}

/** Drops a candidate whose trigger words another one holds already. */
function distinctTriggers(): (c: Candidate) => boolean {
  const taken = new Set<number>();
  return (c) => {
    const range = c.trigger[0]!;
    for (let i = range.from; i < range.to; i++) if (taken.has(i)) return false;
    for (let i = range.from; i < range.to; i++) taken.add(i);
    return true;
  };
}

/** Families of acts that are done to another act ("repelled an attack of X"). */
const ANSWERING: ReadonlySet<string> = new Set(['combat', 'interception']);

/**
 * An event noun in the object or phrase of a verb that takes it for its argument is no event of its own: "repelled an
 * attack of X" has X for its target, "lifted sanctions on X" the target of the sanctions.
 */
function absorbArguments(pool: readonly Candidate[], acts: Acts): Candidate[] {
  const gone = new Set<Candidate>();
  const out = pool.map((v) => {
    if (!v.absorbs) return v;
    const inner = pool.filter(
      (n) => n.pos === 'noun' && !gone.has(n) && standsIn(n, [...v.args.object, ...v.args.preps]),
    );
    for (const n of inner) gone.add(n);
    return inner.reduce((a, n) => absorbed(a, n, acts), v);
  });
  return out.filter((_, i) => !gone.has(pool[i]!));
}

function absorbed(v: Candidate, n: Candidate, acts: Acts): Candidate {
  if (ANSWERING.has(acts.get(v.act).family)) {
    const target = n.roles.actor.length > 0 ? n.roles.actor : v.roles.target;
    return { ...v, roles: withRole({ ...v.roles, target }, 'weapon', n.roles.weapon) };
  }
  if (v.roles.target.length > 0 || v.roles.recipient.length > 0) return v;
  const { target, recipient, victim } = n.roles;
  return {
    ...v,
    roles: joinRoles(v.roles, { ...NO_ROLES, target: target.length > 0 ? target : victim, recipient }),
  };
}

/** "agreed to withdraw": the withdrawal, whose telling says that it is a promise. */
function withoutGovernors(pool: readonly Candidate[]): Candidate[] {
  const told = (at: number): boolean => pool.some((c) => c.trigger.some((t) => t.from <= at && at < t.to));
  return pool.filter((c) => c.complement < 0 || !told(c.complement));
}

/** Joins a verb with the event noun that is its subject ("the strike hit X") or its means ("hit in a strike"). */
function joinStructural(s: Sentence, pool: readonly Candidate[], acts: Acts): Candidate[] {
  const gone = new Set<Candidate>();
  const swapped = new Map<Candidate, Candidate>();
  for (const v of pool) {
    if (v.pos !== 'verb' || !VIOLENT.has(acts.get(v.act).family)) continue;
    const noun = pool.find((n) => n.pos === 'noun' && !gone.has(n) && linked(s, v, n, acts));
    if (!noun) continue;
    gone.add(v);
    swapped.set(noun, joined(swapped.get(noun) ?? noun, v, standsIn(noun, v.args.subject)));
  }
  return pool.filter((c) => !gone.has(c)).map((c) => swapped.get(c) ?? c);
}

function linked(s: Sentence, v: Candidate, n: Candidate, acts: Acts): boolean {
  if (!VIOLENT.has(acts.get(n.act).family) || n.casualty) return false;
  if (standsIn(n, v.args.subject))
    return s.patterns.mergers.has(v.lemma) || v.casualty !== null || v.soft || n.act === v.act;
  return standsIn(n, v.args.preps) && (v.casualty !== null || acts.get(v.act).generic || v.soft);
}

/** The noun's event with what its verb adds; a subject that is the event itself is no actor. */
function joined(n: Candidate, v: Candidate, asSubject: boolean): Candidate {
  const inside = (r: { from: number; to: number }): boolean =>
    n.trigger.some((t) => t.from >= r.from && t.to <= r.to);
  const actor = asSubject ? [] : v.roles.actor.filter((r) => !inside(r));
  const roles = joinRoles(n.roles, { ...v.roles, actor, target: v.roles.target.filter((r) => !inside(r)) });
  return { ...n, trigger: [...n.trigger, ...v.trigger], roles };
}

/** Casualties and destruction told in the sentence of an attack belong to it. */
function joinEffects(pool: readonly Candidate[], acts: Acts): Candidate[] {
  const causes = pool.filter((c) => !c.casualty && !c.soft && HARMING.has(acts.get(c.act).family));
  if (causes.length === 0) return [...pool];
  const added = new Map<Candidate, Candidate>();
  const rest = pool.filter((c) => {
    if (!c.casualty && !c.soft) return true;
    const cause = nearest(causes, c);
    const known = added.get(cause) ?? cause;
    added.set(cause, {
      ...known,
      roles: withRole(known.roles, 'victim', c.roles.victim),
      trigger: [...known.trigger, ...c.trigger],
    });
    return false;
  });
  return rest.map((c) => added.get(c) ?? c);
}

function nearest(causes: readonly Candidate[], c: Candidate): Candidate {
  const at = c.trigger[0]!.from;
  return causes.reduce((a, b) =>
    Math.abs(b.trigger[0]!.from - at) < Math.abs(a.trigger[0]!.from - at) ? b : a,
  );
}

/** Candidates of one family that name no different target are one event. */
function joinAlike(pool: readonly Candidate[], acts: Acts): Candidate[] {
  const out: Candidate[] = [];
  for (const c of pool) {
    const i = out.findIndex((o) => alike(o, c, acts));
    if (i < 0) out.push(c);
    else out[i] = merged(out[i]!, c, acts);
  }
  return out;
}

function merged(a: Candidate, b: Candidate, acts: Acts): Candidate {
  const main = acts.get(a.act).generic && !acts.get(b.act).generic ? b : a;
  const other = main === a ? b : a;
  return { ...main, trigger: [...main.trigger, ...other.trigger], roles: joinRoles(main.roles, other.roles) };
}

function alike(a: Candidate, b: Candidate, acts: Acts): boolean {
  const x = acts.get(a.act);
  const y = acts.get(b.act);
  if (x.family !== y.family && x.acled?.eventType !== y.acled?.eventType) return false;
  if (x.family === 'statement' && a.act !== b.act) return false;
  return a.pos !== b.pos || a.roles.target.length === 0 || b.roles.target.length === 0;
}
