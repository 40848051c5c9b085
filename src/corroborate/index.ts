import type { Claim, CorpusArticle, Family, Incident, IncidentKey, Passage, Report } from '../doc/index.ts';
import { type CorroborateRules, corroborateRules, type GroupingRule } from '../lexicon/corroborate-rules.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { candidatePairs, type Pairs } from './candidates.ts';
import type { Setting } from './compare.ts';
import { contradictionsOf } from './contradictions.ts';
import { type Facts, factsOf } from './facts.ts';
import { type Group, groupReports } from './group.ts';
import { keyGroups } from './keys.ts';
import { pressOf, publishedClose } from './press.ts';
import { rootsOf, type Sources } from './roots.ts';
import { copiedPairs, pairId } from './same-words.ts';
import { incidentTitle } from './title.ts';

export { articleIncidents } from './article-incidents.ts';
export { incidentTitle } from './title.ts';

/** All that is known across articles. */
export interface CorroborateInput {
  readonly articles: readonly CorpusArticle[];
  readonly claims: readonly Claim[];
  readonly reports: readonly Report[];
  readonly families: readonly Family[];
  readonly passages: readonly Passage[];
  /** Keys minted before. */
  readonly keys: readonly IncidentKey[];
}

/**
 * Groups reports into incidents by the default rule, counts the voices behind each, and sets side by side what
 * excludes each other. An incident never has an agreed value. The order of the input does not matter. Reports of words
 * alone ("condemned") are in none.
 * @returns the incidents, and the keys to be logged: new ones, changed ones, and those that lead elsewhere now
 */
export function corroborate(
  input: CorroborateInput,
  lexicon: Lexicon,
): { readonly incidents: readonly Incident[]; readonly minted: readonly IncidentKey[] } {
  const rules = corroborateRules(lexicon.source);
  const rule = rules.rules.find((r) => r.name === rules.default)!;
  const articles = new Map(input.articles.map((a) => [a.key, a]));
  const facts = inContentOrder(input.reports)
    .map((r) => factsOf(r, lexicon, rules, articles.get(r.article) ?? null))
    .filter((f) => isEvent(f, rules));
  const groups = grouped(facts, input, { rule, rules, lexicon });
  const members = groups.map((g) => g.members.map((m) => facts[m]!));
  const { ids, minted } = keyGroups(
    members.map((m) => m.map((f) => f.report.id)),
    input.keys,
  );
  const sources: Sources = {
    claims: new Map(input.claims.map((c) => [c.id, c])),
    press: pressOf(input, lexicon.actors, rules),
    rules,
  };
  const by = `${rule.name}@${rule.version}`;
  return {
    incidents: groups.map((g, i) =>
      incidentOf({ id: ids[i]!, group: g, facts: members[i]!, by }, sources, lexicon),
    ),
    minted,
  };
}

function inContentOrder(reports: readonly Report[]): readonly Report[] {
  return [...reports].sort(
    (a, b) =>
      order(a.sentence.doc, b.sentence.doc) || a.sentence.start - b.sentence.start || order(a.id, b.id),
  );
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether more is reported than words. */
function isEvent({ act, family }: Facts, rules: CorroborateRules): boolean {
  const words = rules['words-only'];
  return family !== words.family || words.except.includes(act);
}

interface Ruled {
  readonly rule: GroupingRule;
  readonly rules: CorroborateRules;
  readonly lexicon: Lexicon;
}

function grouped(
  facts: readonly Facts[],
  input: CorroborateInput,
  { rule, rules, lexicon }: Ruled,
): readonly Group[] {
  const copied = copiedPairs(
    facts.map((f) => f.report),
    input.passages,
  );
  const setting: Setting = {
    rule,
    rules,
    register: lexicon.actors,
    publishedClose: publishedClose(input.articles),
    sameWords: (a, b) => copied.has(pairId(a, b)),
  };
  const at = new Map(facts.map((f, i) => [f.report.id, i]));
  const pairs = [...copied.values()].map(([a, b]) => sorted(at.get(a.id)!, at.get(b.id)!));
  return groupReports(facts, unique([...pairs, ...candidatePairs(facts)], facts.length), setting);
}

const sorted = (a: number, b: number): readonly [number, number] => [Math.min(a, b), Math.max(a, b)];

function unique(pairs: Pairs, size: number): Pairs {
  return [...new Map(pairs.map((p) => [p[0] * size + p[1], p])).values()];
}

interface Draft {
  readonly id: string;
  readonly group: Group;
  readonly facts: readonly Facts[];
  readonly by: string;
}

function incidentOf({ id, group, facts, by }: Draft, sources: Sources, lexicon: Lexicon): Incident {
  const reports = facts.map((f) => f.report);
  const { roots, rootCount, rootJoins, rootOf } = rootsOf(reports, sources);
  return {
    id,
    title: incidentTitle(reports, lexicon),
    reports: reports.map((r) => r.id),
    articles: [...new Set(reports.map((r) => r.article))],
    roots,
    rootCount,
    joins: group.joins,
    rootJoins,
    contradictions: contradictionsOf(facts, rootOf, lexicon),
    by,
  };
}
