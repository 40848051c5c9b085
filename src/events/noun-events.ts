import {
  type LightRole,
  type NounRule,
  type Sequence,
  sequencesAt,
  type Trigger,
} from '../lexicon/event-patterns.ts';
import { type Candidate, NO_ROLES, type Roles, withRole } from './candidate.ts';
import { parseNumber } from './counts/numbers.ts';
import { classesOf, type Range, rangesOf, weaponsIn } from './party.ts';
import type { Sentence } from './sentence.ts';
import { objectOf, prepsAfter, subjectOf } from './subject.ts';
import { frameOf } from './verb-events.ts';

/** Events that the nouns of a sentence tell. */
export function nounEvents(s: Sentence): Candidate[] {
  return s.els.flatMap((e, at) => {
    if (e.kind !== 'np') return [];
    const out: Candidate[] = [];
    for (let i = e.from; i < e.to; i++) {
      if (s.idiomatic.has(i)) continue;
      const found = sequencesAt(s.patterns.triggers, s.keys, i).filter((t) => t.value.pos === 'noun');
      for (const f of found) {
        const candidate = f.value.pos === 'noun' ? nounEvent(s, at, i, f, f.value) : null;
        if (!candidate) continue;
        out.push(candidate);
        break;
      }
      i += Math.max(0, (found[0]?.words.length ?? 1) - 1);
    }
    return out;
  });
}

function nounEvent(
  s: Sentence,
  at: number,
  i: number,
  found: Sequence<Trigger>,
  { rule, lemma }: Extract<Trigger, { pos: 'noun' }>,
): Candidate | null {
  const to = i + found.words.length;
  if (!endsPhrase(s, at, to) || !needed(s, at, rule)) return null;
  if (rule.casualty === 'mixed' && !counted(s, at)) return null;
  const modifiers = { from: s.els[at]!.from, to: i };
  let roles = withModifiers(s, NO_ROLES, modifiers, rule);
  roles = withPhrases(s, roles, at, rule);
  const light = lightVerb(s, at);
  if (light) roles = withLight(s, roles, light);
  roles = withWeaponsOf(s, roles, s.els[at]!);
  if (rule.light && !carried(s, light, roles)) return null;
  if (rule.moving && !light && !isArgument(s, at)) return null;
  if (!conditionsHold(s, rule, roles)) return null;
  return {
    act: rule.act,
    rule: `${s.patterns.language}/nouns/${rule.act}:${lemma}`,
    pos: 'noun',
    lemma,
    trigger: [{ from: i, to }],
    el: at,
    subjectEl: -1,
    objectEl: -1,
    prepEls: [],
    roles,
    casualty: rule.casualty ?? null,
    soft: rule.soft ?? false,
    absorbs: false,
  };
}

/** The noun is the head of its phrase, or only a name, a number or a possessor follows it. */
function endsPhrase(s: Sentence, at: number, to: number): boolean {
  const e = s.els[at]!;
  if (to >= e.to || s.patterns.order === 'vso') return true;
  const next = s.words[to]!;
  return next.mention >= 0 || next.kind !== 'word' || s.patterns.possessives.has(next.key);
}

/** Whether a noun that may only point at an event is here the news itself: a light verb carries it, or its actor stands by. */
function carried(s: Sentence, light: Light | null, roles: Roles): boolean {
  if (s.patterns.order === 'vso') return light !== null;
  return (light !== null && light.role !== 'occur') || roles.actor.length > 0;
}

/** "two injuries", "the death of …": with a number, or of someone. */
function counted(s: Sentence, at: number): boolean {
  const e = s.els[at]!;
  if (s.patterns.of.has(s.words[s.els[at + 1]?.head ?? -1]?.key ?? '')) return true;
  for (let i = e.from; i < e.to; i++) if (parseNumber(s, i)) return true;
  return false;
}

function needed(s: Sentence, at: number, rule: NounRule): boolean {
  if (!rule.need) return true;
  return prepsAfter(s.els, at).some((p) => rule.need!.includes(s.words[s.els[p.prep]!.head]!.key));
}

/** "Norland's drone attack", "Norland airstrikes": the names before the noun act. */
function withModifiers(s: Sentence, roles: Roles, r: Range, rule: NounRule): Roles {
  let last = -1;
  for (let i = r.from; i < r.to; i++)
    if (isName(s, i) && weaponsIn(s, { from: i, to: i + 1 }).length === 0) last = i;
  if (last < 0 || rule.act === 'casualties') return roles;
  let from = last;
  while (
    from > r.from &&
    s.words[last]!.mention >= 0 &&
    s.words[from - 1]!.mention === s.words[last]!.mention
  )
    from--;
  let to = last + 1;
  while (
    to < r.to &&
    !s.patterns.possessives.has(s.words[to]!.key) &&
    classesOf(s, { from: to, to: to + 1 }).has('force')
  )
    to++;
  return withRole(roles, 'actor', [{ from, to }]);
}

/** A name found before, or a capital inside the sentence ("Norlandic airstrikes"). */
function isName(s: Sentence, i: number): boolean {
  const w = s.words[i]!;
  return (
    w.mention >= 0 ||
    (i > 0 && w.cls === null && w.kind === 'word' && /^\p{Lu}/u.test(s.read.slice(w.start, w.end)))
  );
}

function withWeaponsOf(s: Sentence, roles: Roles, e: Range): Roles {
  return withRole(
    roles,
    'weapon',
    weaponsIn(s, e).map((w) => w.range),
  );
}

/** What stands in the prepositional phrases after the noun. */
function withPhrases(s: Sentence, roles: Roles, at: number, rule: NounRule): Roles {
  let out = roles;
  for (const p of prepsAfter(s.els, at)) {
    const key = s.words[s.els[p.prep]!.head]!.key;
    const ranges = rangesOf(s, p.np);
    if (s.patterns.between.has(key)) {
      out = withRole(withRole(out, 'actor', ranges.slice(0, 1)), 'target', ranges.slice(1));
      continue;
    }
    const adjacent = p.prep === at + 1;
    const role =
      rule.preps?.[key] ??
      (s.patterns.of.has(key) ? (adjacent ? rule.of : 'none') : s.patterns.prepositions.get(key));
    if (!role || role === 'none') continue;
    if (role === 'weapon')
      out = withRole(
        out,
        'weapon',
        ranges.filter((r) => weaponsIn(s, r).length > 0),
      );
    else if (out[role].length === 0) out = withRole(out, role, ranges);
  }
  return out;
}

interface Light {
  readonly role: LightRole;
  readonly verb: number;
  /** Whether the noun is the object by sense ("X launched the attack", "the attack was launched by X"). */
  readonly object: boolean;
}

/** Elements to either side in which a noun's light verb is looked for. */
const LIGHT_REACH = 10;

/** The verb beside an event noun that adds nothing to it but who and whom. */
function lightVerb(s: Sentence, at: number): Light | null {
  return lightBefore(s, at) ?? lightAfter(s, at);
}

function lightBefore(s: Sentence, at: number): Light | null {
  for (let k = at - 1; k >= 0 && at - k <= 4; k--) {
    const e = s.els[k]!;
    if (e.kind !== 'verb') {
      if (e.kind === 'np' || e.kind === 'prep' || e.kind === 'conj') continue;
      return null;
    }
    const found = sequencesAt(s.patterns.light, s.keys, e.head);
    const role = found.find((f) => f.value !== 'occur' || s.patterns.order === 'vso')?.value;
    const end = e.head + (found[0]?.words.length ?? 1);
    const frame = frameOf(s, k, k);
    const direct =
      frame.object?.at === at ||
      frame.subject?.at === at ||
      objectOf(s.els, k)?.at === at ||
      (s.elementAt[end] ?? -1) === at ||
      (s.elementAt[end - 1] ?? -1) === at - 1;
    return role && direct ? { role, verb: k, object: true } : null;
  }
  return null;
}

function lightAfter(s: Sentence, at: number): Light | null {
  for (let k = at + 1; k < s.els.length && k - at <= LIGHT_REACH; k++) {
    const e = s.els[k]!;
    if (e.kind !== 'verb' || subjectOf(s.els, k)?.at !== at) continue;
    const role = sequencesAt(s.patterns.light, s.keys, e.head)[0]?.value;
    if (role && (role !== 'actor' || e.verb!.passive)) {
      if (role !== 'occur') return { role, verb: k, object: e.verb!.passive };
    }
  }
  return null;
}

function withLight(s: Sentence, roles: Roles, light: Light): Roles {
  const frame = frameOf(s, light.verb, light.verb);
  const who = frame.subject ? rangesOf(s, frame.subject.at) : [];
  let out = roles;
  if (light.role === 'actor' && who.length > 0)
    out = withRole({ ...out, actor: out.actor }, 'actor', out.actor.length ? [] : who);
  if (light.role === 'target') out = withRole(out, 'target', out.target.length ? [] : who);
  for (const p of frame.preps) {
    const role = s.patterns.prepositions.get(s.words[s.els[p.prep]!.head]!.key);
    if (role === 'target' && out.target.length === 0) out = withRole(out, 'target', rangesOf(s, p.np));
  }
  return out;
}

/** Whether the noun phrase is the subject or object of a verb. */
function isArgument(s: Sentence, at: number): boolean {
  if (s.els[at - 1]?.kind === 'prep') return false;
  for (let k = at + 1; k < s.els.length && k - at <= LIGHT_REACH; k++)
    if (s.els[k]!.kind === 'verb') return subjectOf(s.els, k)?.at === at;
  return false;
}

function conditionsHold(s: Sentence, rule: NounRule, roles: Roles): boolean {
  const any = (wish: readonly string[] | undefined, ranges: readonly Range[]): boolean =>
    !wish || ranges.some((r) => wish.some((w) => classesOf(s, r).has(w)));
  return any(rule.with?.either, Object.values(roles).flat()) && any(rule.with?.target, roles.target);
}
