import {
  type Role,
  type Sequence,
  sequencesAt,
  type Trigger,
  type VerbRule,
} from '../lexicon/event-patterns.ts';
import { type Candidate, NO_ROLES, type Roles, withRole } from './candidate.ts';
import type { Frame } from './frame.ts';
import { frameAt } from './frame-at.ts';
import { canBeParty, classesOf, hasName, type Range, rangesOf, weaponsIn } from './party.ts';
import type { Sentence } from './sentence.ts';
import { reduced } from './subject.ts';
import { kidsBy, type Tree } from './tree.ts';

/** Events that the verbs of a sentence tell. */
export function verbEvents(s: Sentence): Candidate[] {
  const heads = s.tree ? verbsOfTree(s, s.tree) : verbsOfElements(s);
  return heads.flatMap((i) => {
    if (s.idiomatic.has(i)) return [];
    for (const found of triggersAt(s, i)) {
      const candidate = found.value.pos === 'verb' ? verbEvent(s, i, found, found.value) : null;
      if (candidate) return [candidate];
    }
    return [];
  });
}

function verbsOfElements(s: Sentence): number[] {
  return s.els.flatMap((e) => (e.kind === 'verb' && !e.verb!.copula ? [e.head] : []));
}

/** Words tagged as verbs, those that only describe a noun left out ("the damaged car"). */
function verbsOfTree(s: Sentence, tree: Tree): number[] {
  const inner = (i: number): boolean => tree.relations[i] === 'amod' || tree.relations[i] === 'compound';
  const seen = new Set(verbsOfElements(s));
  const isVerb = (i: number): boolean =>
    seen.has(i) ||
    (tree.upos[i] === 'ADJ' && kidsBy(tree, i, 'xcomp').length > 0) ||
    (tree.upos[i] === 'VERB' && !inner(i) && i > 0 && s.words[i - 1]!.cls !== 'determiner');
  return s.words.flatMap((w, i) => (isVerb(i) && !inName(s, w.mention) ? [i] : []));
}

function inName(s: Sentence, mention: number): boolean {
  return mention >= 0 && s.mentions[mention]!.kind !== 'weapon' && s.mentions[mention]!.kind !== 'other';
}

/** Triggers that open at a word; a particle that stands apart counts ("shot the drone down"). */
function triggersAt(s: Sentence, i: number): readonly Sequence<Trigger>[] {
  const here = sequencesAt(s.patterns.triggers, s.keys, i).filter((t) => t.value.pos === 'verb');
  const particle = s.tree ? kidsBy(s.tree, i, 'compound:prt').find((k) => k > i + 1) : undefined;
  if (particle === undefined) return here;
  const apart = sequencesAt(s.patterns.triggers, [s.keys[i]!, s.keys[particle]!], 0);
  return [...apart.filter((t) => t.value.pos === 'verb' && t.words.length === 2), ...here];
}

function verbEvent(
  s: Sentence,
  i: number,
  found: Sequence<Trigger>,
  { rule, lemma }: Extract<Trigger, { pos: 'verb' }>,
): Candidate | null {
  const here = found.words.every((w, k) => s.keys[i + k] === w);
  const last = here ? i + found.words.length - 1 : i;
  const frame = frameAt(s, i, last);
  if (rule.passive && !frame.passive) return null;
  if (rule.finite && !isTensed(s, i)) return null;
  if (!conditionsHold(s, rule, frame) || !isBeside(s, rule, last)) return null;
  const complement = rule.control ? complementOf(s, i, last) : -1;
  return {
    act: rule.act,
    rule: `${s.patterns.language}/verbs/${rule.act}:${lemma}`,
    pos: 'verb',
    lemma,
    trigger: [{ from: i, to: last + 1 }],
    args: { subject: frame.subject, object: frame.object, preps: frame.preps.flatMap((p) => p.ranges) },
    roles: withInstrument(s, i, withComplement(s, rolesOf(s, rule, frame), complement)),
    casualty: rule.casualty ?? null,
    soft: rule.soft ?? false,
    absorbs: rule.absorbs ?? false,
    complement,
  };
}

/** Words after a verb in which a word that its rule asks for is looked for. */
const BESIDE = 14;

function isBeside(s: Sentence, rule: VerbRule, last: number): boolean {
  return !rule.beside || s.keys.slice(last + 1, last + BESIDE).some((k) => rule.beside!.includes(k));
}

/** The verb that the verb at `i` governs ("agreed to withdraw"), or −1. */
function complementOf(s: Sentence, i: number, last: number): number {
  const { tree } = s;
  if (tree) return kidsBy(tree, i, 'xcomp', 'advcl').find((k) => k > last) ?? -1;
  const next = s.els.find((e) => e.from > last && e.kind === 'verb');
  return next?.verb?.to ? next.head : -1;
}

/** Whom the verb that it governs is about, where it names none itself. */
function withComplement(s: Sentence, roles: Roles, complement: number): Roles {
  if (complement < 0 || roles.recipient.length > 0) return roles;
  const { object, preps } = frameAt(s, complement);
  const named = [...object, ...preps.flatMap((p) => p.ranges)].filter((r) => hasName(s, r));
  return withRole({ ...roles, target: [] }, 'recipient', named);
}

function isTensed(s: Sentence, i: number): boolean {
  const tree = s.tree;
  if (tree) return /^VB[DPZ]$/.test(tree.xpos[i]!) || kidsBy(tree, i, 'aux').length > 0;
  const e = s.els[s.elementAt[i]!]!;
  return !reduced(e) && !e.verb!.to;
}

function rolesOf(s: Sentence, rule: VerbRule, frame: Frame): Roles {
  let roles = withRole(NO_ROLES, rule.obj ?? 'target', frame.object);
  roles = withSubject(s, roles, rule.subject ?? 'actor', frame.subject);
  for (const { key, ranges } of frame.preps) {
    const own = rule.preps?.[key];
    const role = own ?? s.patterns.prepositions.get(key) ?? 'none';
    if (own === undefined && role !== 'weapon') {
      if (role === 'actor' || roles.target.length > 0) continue;
      if (role === 'target' && (rule.obj ?? 'target') !== 'target') continue;
    }
    roles = withRole(roles, role, fitting(s, role, key, ranges));
  }
  return roles;
}

/** Weapons in the role of weapons, and only parties behind a preposition of place ("in Norland", not "in response"). */
function fitting(s: Sentence, role: Role, key: string, ranges: readonly Range[]): readonly Range[] {
  if (role === 'weapon') return ranges.filter((r) => weaponsIn(s, r).length > 0);
  return s.patterns.placing.has(key) ? ranges.filter((r) => canBeParty(s, r)) : ranges;
}

/** "rockets struck": the weapon, and no actor unless one is named beside it ("Norland's rockets"). */
function withSubject(
  s: Sentence,
  roles: Roles,
  role: 'actor' | Exclude<VerbRule['subject'], undefined>,
  ranges: readonly Range[],
): Roles {
  if (role !== 'actor') return withRole(roles, role, ranges);
  let out = roles;
  for (const r of ranges) {
    const armed = weaponsIn(s, r).some((w) => w.range.to === r.to);
    if (armed) out = withRole(out, 'weapon', [r]);
    if (!armed || hasName(s, r)) out = withRole(out, 'actor', [r]);
  }
  return out;
}

/** Elements looked at after a verb for "using …". */
const INSTRUMENT_REACH = 8;

function withInstrument(s: Sentence, at: number, roles: Roles): Roles {
  const j = s.elementAt[at]!;
  if (j < 0) return roles;
  for (let i = j + 1; i < s.els.length && i - j < INSTRUMENT_REACH; i++) {
    const e = s.els[i]!;
    const next = s.els[i + 1];
    if (!s.patterns.instruments.has(s.words[e.head]!.key) || next?.kind !== 'np') continue;
    const armed: Range[] = rangesOf(s, i + 1).filter((r) => weaponsIn(s, r).length > 0);
    if (armed.length > 0) return withRole(roles, 'weapon', armed);
  }
  return roles;
}

function conditionsHold(s: Sentence, rule: VerbRule, frame: Frame): boolean {
  const wanted = rule.with;
  if (!wanted) return true;
  const of = (ranges: readonly Range[]): ReadonlySet<string> =>
    new Set(ranges.flatMap((r) => [...classesOf(s, r)]));
  const subject = of(frame.subject);
  const object = of(frame.object);
  const preps = of(frame.preps.flatMap((p) => p.ranges));
  const any = (wish: readonly string[] | undefined, ...sets: ReadonlySet<string>[]): boolean =>
    !wish || wish.some((w) => sets.some((set) => set.has(w)));
  return (
    any(wanted.subject, subject) &&
    any(wanted.object, object) &&
    any(wanted.prep, preps) &&
    any(wanted.either, subject, object, preps)
  );
}
