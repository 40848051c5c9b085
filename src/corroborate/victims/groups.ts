import type { Harm, HarmKind, Who } from '../../doc/index.ts';

/** People of one article who came to harm together, as far as it has told. */
export interface Group {
  /** Incident whose report brought them in. */
  readonly incident: number;
  harm: HarmKind;
  low: number | null;
  best: number | null;
  high: number | null;
  who: Who;
  /** Where they were last spoken of. */
  sentence: number;
  /** Word of harm under which they were last spoken of. */
  trigger: number;
  /** Those of them of whom more is told. */
  readonly parts: Group[];
  whole: Group | null;
}

const STRENGTH: Readonly<Record<HarmKind, number>> = { hit: 0, injured: 1, killed: 2 };

export const worse = (a: HarmKind, b: HarmKind): HarmKind => (STRENGTH[b] > STRENGTH[a] ? b : a);

export function groupOf(harm: Harm, incident: number): Group {
  const { low, best, high, who, sentence, trigger } = harm;
  return { incident, harm: harm.harm, low, best, high, who, sentence, trigger, parts: [], whole: null };
}

/** The number a group surely has. */
export const sizeOf = (g: Pick<Group, 'best' | 'low'>): number => g.best ?? g.low ?? 1;

export const isSingle = (g: Pick<Group, 'best' | 'who'>): boolean => g.best === 1 && !g.who.plural;

/** Puts a group among those of another. */
export function partOf(g: Group, whole: Group): void {
  g.whole = whole;
  whole.parts.push(g);
}

/** What a later phrase adds to what is known of the same people. */
export function learn(g: Group, harm: Harm): void {
  const { who } = harm;
  g.harm = worse(g.harm, harm.harm);
  g.sentence = harm.sentence;
  g.trigger = harm.trigger;
  g.who = {
    ...g.who,
    noun: g.who.anybody ? (who.noun ?? g.who.noun) : g.who.noun,
    anybody: g.who.anybody && (who.noun === null || who.anybody),
    sex: g.who.sex ?? who.sex,
    age: g.who.age ?? who.age,
    name: g.who.name.length >= who.name.length ? g.who.name : who.name,
    chain: g.who.chain ?? who.chain,
    part: g.who.part ?? who.part,
  };
  if (harm.best !== null && g.best === null) [g.low, g.best, g.high] = [harm.low, harm.best, harm.high];
}

/** Whether nothing said of two people shows that they are different. */
export function compatible(a: Who, b: Who): boolean {
  if (a.sex && b.sex && a.sex !== b.sex) return false;
  if (a.age !== null && b.age !== null && a.age !== b.age) return false;
  if (a.name.length > 0 && b.name.length > 0) return a.name.some((w) => b.name.includes(w));
  if (a.part && b.part && a.part !== b.part) return false;
  if (a.noun === null || b.noun === null || a.noun === b.noun) return true;
  if (a.anybody && b.anybody) return true;
  return a.anybody ? b.part !== 'force' : b.anybody && a.part !== 'force';
}
