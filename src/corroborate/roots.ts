import type { Claim, Join, Report, Root, RootCount } from '../doc/index.ts';
import type { CorroborateRules, RuleName, VoiceJoin } from '../lexicon/corroborate-rules.ts';
import { contentId } from '../lib/hash.ts';
import { joinVoices, outletKey, type Press, type Voice } from './voices.ts';

/** The voices behind one incident. */
export interface Roots {
  readonly roots: readonly Root[];
  readonly rootCount: RootCount;
  readonly rootJoins: readonly Join[];
  /** Id of the root that a report, or the claim that gives one of its numbers, goes back to. */
  readonly rootOf: (report: Report, claim: string | null) => string;
}

/** What roots are made from. */
export interface Sources {
  readonly claims: ReadonlyMap<string, Claim>;
  readonly press: Press;
  readonly rules: CorroborateRules;
}

/**
 * At most so many voices: each report goes back to the root of its claim, or to the outlet's own voice. Roots are
 * listed under the default rule; an outlet that names its sources keeps its own root in the list and is not counted.
 */
export function rootsOf(reports: readonly Report[], sources: Sources): Roots {
  const voices = voicesOf(reports, sources);
  const { rules, press } = sources;
  const joins = allowedBy(rules, rules.default);
  const { groups, joins: listed } = joinVoices(
    voices,
    new Set([...joins].filter((j) => !SIDE.has(j))),
    press,
  );
  const roots = groups.map((g) => rootFrom(g, sources));
  const rootByVoice = new Map(groups.flatMap((g, i) => g.map((v) => [v.id, roots[i]!.id] as const)));
  const count = (name: RuleName): number => countVoices(voices, allowedBy(rules, name), press);
  return {
    roots: [...roots].sort((a, b) => standing(a) - standing(b)),
    rootCount: { strict: count('strict'), standard: count('standard'), broad: count('broad') },
    rootJoins: [...listed, ...sideJoins(groups, joins)],
    rootOf: (report, claim) =>
      rootByVoice.get(claim ?? '') ?? rootByVoice.get(report.claim ?? '') ?? rootByVoice.get(report.id) ?? '',
  };
}

function allowedBy(rules: CorroborateRules, name: RuleName): ReadonlySet<VoiceJoin> {
  return new Set(rules.voices.find((v) => v.name === name)?.joins ?? []);
}

function countVoices(voices: readonly Voice[], allowed: ReadonlySet<VoiceJoin>, press: Press): number {
  const { groups } = joinVoices(voices, allowed, press);
  return groups.length - sideJoins(groups, allowed).length;
}

/** Reasons to count a voice with others that stay apart in the list. */
const SIDE: ReadonlySet<VoiceJoin> = new Set(['sources-given', 'comment']);

/** Voices that are listed and not counted, each with one that it is counted with. */
function sideJoins(groups: readonly (readonly Voice[])[], allowed: ReadonlySet<VoiceJoin>): readonly Join[] {
  return [
    ...(allowed.has('sources-given') ? ownVoiceJoins(groups) : []),
    ...(allowed.has('comment') ? commentJoins(groups) : []),
  ];
}

const isAnalyst = (v: Voice): boolean => v.root?.kind === 'analyst';

/** Analysts, where others tell of the thing: they judge what is reported and report nothing themselves. */
function commentJoins(groups: readonly (readonly Voice[])[]): readonly Join[] {
  const teller = groups.flat().find((v) => v.root && !isAnalyst(v));
  if (!teller) return [];
  return groups
    .filter((g) => g.every(isAnalyst))
    .map((g) => ({ a: teller.id, b: g[0]!.id, why: 'an analyst judges what others report' }));
}

/** The outlet's own voices that are counted with the sources which all of their articles name. */
function ownVoiceJoins(groups: readonly (readonly Voice[])[]): readonly Join[] {
  const sourced = new Map<string, Voice>();
  for (const v of groups.flat()) if (v.root && !sourced.has(v.article)) sourced.set(v.article, v);
  return groups.flatMap((g) => {
    const own = g[0]!;
    const source = sourced.get(own.article);
    if (!source || g.some((v) => v.root || !sourced.has(v.article))) return [];
    return [{ a: source.id, b: own.id, why: "the outlet's own words, in an article that names its sources" }];
  });
}

/** Every claim and every report in an outlet's own voice, in content order. */
function voicesOf(reports: readonly Report[], { claims, press }: Sources): readonly Voice[] {
  const voices = new Map<string, { claim: Claim | null; reports: Report[]; article: string }>();
  for (const report of reports)
    for (const id of new Set([report.claim, ...report.counts.map((c) => c.claim ?? report.claim)])) {
      const claim = id === null ? null : (claims.get(id) ?? null);
      const key = claim?.id ?? report.id;
      const voice = voices.get(key) ?? { claim, reports: [], article: report.article };
      voice.reports.push(report);
      voices.set(key, voice);
    }
  return [...voices].map(([id, v]) => ({ id, ...v, root: speaks(v.claim, press) }));
}

/** The root of a claim, or `null` when it is the outlet itself. */
function speaks(claim: Claim | null, press: Press): Claim['root'] | null {
  return claim && claim.root.kind !== 'narrator' && !press.isNobody(claim.root) ? claim.root : null;
}

/** Registered voices first, then described ones, the outlets' own voices last; else in content order. */
function standing(root: Root): number {
  if (root.kind === 'narrator') return 3;
  if (root.actor) return 0;
  return root.kind === 'unstated' ? 2 : 1;
}

function rootFrom(voices: readonly Voice[], { press, rules }: Sources): Root {
  const body = (v: Voice): string | null => v.root && press.bodyOf(v.root);
  const known = voices.find(body) ?? voices.find((v) => v.root) ?? voices[0]!;
  const actor = body(known);
  const name = nameOf(known, actor, press, rules);
  return {
    id: contentId('v', actor, actor ? null : identity(known, press)),
    name,
    kind: known.root?.kind ?? 'narrator',
    actor,
    claims: voices.flatMap((v) => v.claim?.id ?? []),
    reports: [...new Set(voices.flatMap((v) => v.reports.map((r) => r.id)))],
  };
}

/** What tells an unregistered voice from others, over all incidents. */
function identity(voice: Voice, press: Press): string {
  return `${outletKey(voice.article, press)} ${voice.root ? `${voice.root.kind} ${press.wordsOf(voice.root)}` : ''}`;
}

/** Kinds of speakers whose names are those of bodies or offices; any other named person is shown by role. */
const PUBLIC_KINDS: ReadonlySet<string> = new Set([
  'official',
  'military',
  'belligerent',
  'monitor',
  'media',
]);

function nameOf(
  { root, article }: Voice,
  actor: string | null,
  press: Press,
  rules: CorroborateRules,
): string {
  if (!root) return press.articles.get(article)?.outlet ?? rules.titles['unknown-outlet'] ?? '';
  if (actor) return press.register.name(actor) ?? root.text;
  if (root.privatePerson || (root.named && !root.actor && !PUBLIC_KINDS.has(root.kind)))
    return rules.roles[root.kind] ?? rules.roles.unstated ?? '';
  return root.text || (rules.titles['unknown-source'] ?? '');
}
