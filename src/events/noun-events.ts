import { type NounRule, type Sequence, sequencesAt, type Trigger } from '../lexicon/event-patterns.ts';
import { type Candidate, NO_ROLES, type Roles, withRole } from './candidate.ts';
import { parseNumber } from './counts/numbers.ts';
import { type NounSite, siteOf } from './noun-site.ts';
import { classesOf, type Range, weaponsIn } from './party.ts';
import type { Sentence } from './sentence.ts';

/** Events that the nouns of a sentence tell. */
export function nounEvents(s: Sentence): Candidate[] {
  const out: Candidate[] = [];
  for (let i = 0; i < s.words.length; i++) {
    if (s.idiomatic.has(i)) continue;
    const found = sequencesAt(s.patterns.triggers, s.keys, i).filter((t) => t.value.pos === 'noun');
    if (found.length === 0) continue;
    const to = i + found[0]!.words.length;
    const site = siteOf(s, i, to);
    for (const f of site ? found : []) {
      const candidate = f.value.pos === 'noun' ? nounEvent(s, site!, i, f, f.value) : null;
      if (!candidate) continue;
      out.push(candidate);
      break;
    }
    i = to - 1;
  }
  return out;
}

function nounEvent(
  s: Sentence,
  site: NounSite,
  i: number,
  found: Sequence<Trigger>,
  { rule, lemma }: Extract<Trigger, { pos: 'noun' }>,
): Candidate | null {
  if (rule.need && !site.preps.some((p) => rule.need!.includes(p.key))) return null;
  if (rule.casualty === 'mixed' && !counted(s, site)) return null;
  let roles = withModifiers(s, NO_ROLES, { from: site.phrase.from, to: i }, rule);
  roles = withPhrases(s, roles, site, rule);
  if (!rule.casualty) roles = withLight(s, roles, site);
  roles = withRole(
    roles,
    'weapon',
    weaponsIn(s, site.phrase).map((w) => w.range),
  );
  if (rule.light && !carried(s, site, roles)) return null;
  if (rule.moving && !site.light && !site.argument) return null;
  if (!conditionsHold(s, rule, roles)) return null;
  return {
    act: rule.act,
    rule: `${s.patterns.language}/nouns/${rule.act}:${lemma}`,
    pos: 'noun',
    lemma,
    trigger: [{ from: i, to: i + found.words.length }],
    args: { subject: [], object: [], preps: [] },
    roles,
    casualty: rule.casualty ?? null,
    soft: rule.soft ?? false,
    absorbs: false,
    complement: -1,
  };
}

/** Whether a noun that may only point at an event is here the news itself: a light verb carries it, or its actor stands by. */
function carried(s: Sentence, site: NounSite, roles: Roles): boolean {
  if (s.patterns.order === 'vso') return site.light !== null;
  return (site.light !== null && site.light.role !== 'occur') || roles.actor.length > 0;
}

/** "two injuries", "the death of …": with a number, or of someone. */
function counted(s: Sentence, site: NounSite): boolean {
  if (site.preps.some((p) => p.adjacent && s.patterns.of.has(p.key))) return true;
  for (let i = site.phrase.from; i < site.phrase.to; i++) if (parseNumber(s, i)) return true;
  return false;
}

/** "Norland's drone attack", "Norland airstrikes": the names before the noun act. */
function withModifiers(s: Sentence, roles: Roles, r: Range, rule: NounRule): Roles {
  let last = -1;
  for (let i = r.from; i < r.to; i++)
    if (isName(s, i) && weaponsIn(s, { from: i, to: i + 1 }).length === 0) last = i;
  if (last < 0 || rule.act === 'casualties') return roles;
  const mention = s.words[last]!.mention;
  let from = last;
  while (from > r.from && mention >= 0 && s.words[from - 1]!.mention === mention) from--;
  let to = last + 1;
  const isForce = (i: number): boolean => classesOf(s, { from: i, to: i + 1 }).has('force');
  while (to < r.to && !s.patterns.possessives.has(s.words[to]!.key) && isForce(to)) to++;
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

/** What stands in the prepositional phrases after the noun. */
function withPhrases(s: Sentence, roles: Roles, site: NounSite, rule: NounRule): Roles {
  let out = roles;
  for (const { key, ranges, adjacent } of site.preps) {
    if (s.patterns.between.has(key)) {
      out = withRole(withRole(out, 'actor', ranges.slice(0, 1)), 'target', ranges.slice(1));
      continue;
    }
    const of = s.patterns.of.has(key) ? (adjacent ? rule.of : 'none') : s.patterns.prepositions.get(key);
    const role = rule.preps?.[key] ?? of;
    if (!role || role === 'none') continue;
    const fit = role === 'weapon' ? ranges.filter((r) => weaponsIn(s, r).length > 0) : ranges;
    if (role === 'weapon' || out[role].length === 0) out = withRole(out, role, fit);
  }
  return out;
}

/** What the verb beside the noun adds: who, and whom ("X launched an attack on Y"). */
function withLight(s: Sentence, roles: Roles, { light }: NounSite): Roles {
  if (!light) return roles;
  const who = light.frame.subject;
  let out = roles;
  if (light.role === 'actor' && out.actor.length === 0) out = withRole(out, 'actor', who);
  if (light.role === 'target' && out.target.length === 0) out = withRole(out, 'target', who);
  for (const p of light.frame.preps)
    if (s.patterns.prepositions.get(p.key) === 'target' && out.target.length === 0)
      out = withRole(out, 'target', p.ranges);
  return out;
}

function conditionsHold(s: Sentence, rule: NounRule, roles: Roles): boolean {
  const any = (wish: readonly string[] | undefined, ranges: readonly Range[]): boolean =>
    !wish || ranges.some((r) => wish.some((w) => classesOf(s, r).has(w)));
  return any(rule.with?.either, Object.values(roles).flat()) && any(rule.with?.target, roles.target);
}
