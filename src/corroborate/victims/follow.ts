import type { Harm } from '../../doc/index.ts';
import { compatible, type Group, groupOf, isSingle, learn, partOf, sizeOf } from './groups.ts';

/** Groups looked back at; a story speaks of few people at a time, and the cost stays linear. */
const MOST_RECENT = 24;

/**
 * Follows people through an article: "a man was shot … the victim died" is one man, killed. Harms in text order, with the
 * incident of each; those denied ("no one was hurt") bring in nobody. `join` is told of two incidents that befell one person.
 */
export function followed(
  harms: readonly Harm[],
  incidentOf: (harm: Harm) => number,
  join: (a: number, b: number) => void,
): Group[] {
  const all: Group[] = [];
  for (const harm of harms) {
    if (harm.best === 0) continue;
    const incident = incidentOf(harm);
    if (incident < 0) continue;
    const recent = all.slice(-MOST_RECENT);
    const known = findSame(harm, recent, incident);
    if (known) {
      learn(known, harm);
      if (known.incident !== incident) join(known.incident, incident);
    } else if (harm.who.form !== 'pronoun' || isSingleHarm(harm))
      all.push(placed(groupOf(harm, incident), recent));
  }
  return all;
}

const isSingleHarm = (h: Harm): boolean => h.best === 1 && !h.who.plural;

/** The people of before whom a phrase names again, or `null`. */
function findSame(harm: Harm, recent: readonly Group[], incident: number): Group | null {
  const { who } = harm;
  const last = [...recent].reverse();
  const chained =
    who.chain === null ? undefined : last.find((g) => g.who.chain === who.chain && sameNumber(g, harm));
  if (chained) return chained;
  if (who.more || who.form === 'part') return null;
  const named =
    who.name.length > 0 ? last.find((g) => g.who.name.some((w) => who.name.includes(w))) : undefined;
  if (named) return named;
  const fits = last.filter(
    (g) => g.trigger !== harm.trigger && sameNumber(g, harm) && compatible(g.who, who),
  );
  const here = fits.filter((g) => g.incident === incident);
  if (who.form === 'pronoun' || who.form === 'definite') return here[0] ?? fits[0] ?? null;
  const told = (g: Group): boolean =>
    g.sentence < harm.sentence || who.form === 'name' || g.who.noun === who.noun;
  return here.find((g) => told(g) && !g.who.more) ?? null;
}

/** A number that is not told fits any other. */
function sameNumber(g: Group, harm: Harm): boolean {
  if (isSingle(g) !== isSingleHarm(harm)) return false;
  return g.best === null || harm.best === null || g.best === harm.best;
}

/** A new group takes its place: as a part of a greater one, or as the whole of smaller ones. */
function placed(g: Group, recent: readonly Group[]): Group {
  const wholes = recent.filter((w) => w.whole === null && w.incident === g.incident);
  if (!g.who.more || isSingle(g) || g.who.form !== 'indefinite') {
    const whole = [...wholes].reverse().find((w) => holds(w, g));
    if (whole) {
      partOf(g, whole);
      return g;
    }
  }
  if (g.best !== null && g.best > 1 && !g.who.more) {
    const parts = wholes.filter((p) => mayHold(g, p));
    if (parts.reduce((sum, p) => sum + sizeOf(p), 0) <= g.best) for (const p of parts) partOf(p, g);
  }
  return g;
}

/** Whether the whole has room left for more of whom is told. */
function holds(whole: Group, g: Group): boolean {
  if (whole.best === null || whole.best < 2 || !mayHold(whole, g)) return false;
  return whole.parts.reduce((sum, p) => sum + sizeOf(p), sizeOf(g)) <= whole.best;
}

/** People of whom only the worse is told are no part of those who came off better. */
function mayHold(whole: Group, g: Group): boolean {
  if (whole.harm === 'killed') return g.harm !== 'injured';
  return whole.harm === 'hit' || g.harm !== 'killed';
}
