import type { Acts } from '../lexicon/acts.ts';
import type { Candidate } from './candidate.ts';
import { classesOf, type Range, weaponsIn } from './party.ts';
import type { Sentence } from './sentence.ts';

/** Sentences back from which an attack of unstated kind takes its kind. */
const CARRY = 6;

/** The last attack of known kind in the text. */
export interface LastAttack {
  readonly act: string;
  readonly sentence: number;
}

/** A candidate with the most exact act that weapons, sides and the text before it give. */
export function refine(
  s: Sentence,
  c: Candidate,
  peers: readonly Candidate[],
  last: LastAttack | null,
  acts: Acts,
): Candidate {
  const byWeapon = weaponAct(s, c, acts);
  if (byWeapon) return { ...c, act: byWeapon };
  const entry = acts.get(c.act);
  const side = sideAct(s, c, acts);
  if (side) return { ...c, act: side };
  if (!entry.generic) return c;
  const peer = peers.find((p) => p !== c && isKind(p.act, acts));
  if (peer) return { ...c, act: peer.act };
  if (last && s.index - last.sentence <= CARRY) return { ...c, act: last.act };
  return c;
}

/** Whether the act is an attack of known kind. */
export function isKind(act: string, acts: Acts): boolean {
  const entry = acts.get(act);
  return (
    entry.family === 'attack' && !entry.generic && entry.acled?.eventType === 'Explosions/Remote violence'
  );
}

/** Attacks of no kind of their own, and destruction, are of their weapon's or carrier's kind. */
function weaponAct(s: Sentence, c: Candidate, acts: Acts): string | null {
  const entry = acts.get(c.act);
  if (!entry.generic && !c.soft && c.act !== 'explosion') return null;
  const own: Range = { from: c.trigger[0]!.from, to: c.trigger[0]!.to };
  const ranges = [...c.roles.weapon, own, ...(c.act === 'explosion' ? [] : c.roles.actor)];
  for (const r of ranges)
    for (const w of weaponsIn(s, r).reverse()) {
      const act = s.patterns.refine.get(w.cls);
      if (act) return act;
    }
  return null;
}

function sideAct(s: Sentence, c: Candidate, acts: Acts): string | null {
  const entry = acts.get(c.act);
  const harmed = [...c.roles.victim, ...c.roles.target];
  if (entry.onCivilians && harmed.some((r) => classesOf(s, r).has('civilian'))) return entry.onCivilians;
  if (!entry.byState && !entry.byGroup) return null;
  for (const r of c.roles.actor)
    for (let i = r.from; i < r.to; i++) {
      const kind = s.words[i]!.mention >= 0 ? s.mentions[s.words[i]!.mention]!.kind : null;
      if (kind === 'state-military' || kind === 'government') return entry.byState;
      if (kind === 'armed-group') return entry.byGroup;
    }
  return null;
}
