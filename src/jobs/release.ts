import type {
  ArticleLayers,
  Claim,
  Incident,
  PageRecord,
  RecencyRule,
  Report,
  SpeakerKind,
  SpeakerRecord,
} from '../doc/index.ts';
import {
  type ArticleAge,
  articleKey,
  coarsen,
  coarsenReport,
  type Dated,
  isHeld,
  isYoung,
  recencyRule,
} from '../doc/index.ts';
import type { WholeRecord } from '../store/index.ts';

export interface ReleaseOptions {
  readonly now: Date;
  readonly recency?: RecencyRule;
  readonly isMovement: (act: string) => boolean;
  /** The title of an incident with these reports; used again where reports were coarsened. */
  readonly title: (reports: readonly Report[]) => string;
  /** How a private person of this kind is spoken of: "a witness". */
  readonly role: (kind: SpeakerKind) => string;
}

/** What may leave Sayso at a moment: the one gate that map, feed, API and export go through (SECURITY.md). */
export interface Release {
  report(report: Report): Report;
  /** Private persons are shown by role; the quoted words stay as the article has them. */
  claim(claim: Claim): Claim;
  /** `reports` are the incident's own, as stored. */
  incident(incident: Incident, reports: readonly Report[]): Incident;
  /** Layers of an article; `reports` are the article's own, as stored. Nothing is changed where all are old enough. */
  layers(article: string, layers: ArticleLayers, reports: readonly Report[]): ArticleLayers;
}

/** What the gate must know of the whole record. It does not change with time, so it can be kept. */
export interface Ages {
  /** By article key. */
  readonly articles: ReadonlyMap<string, ArticleAge>;
  /** By report id: what dates each report of its incident. One held report holds them all. */
  readonly together: ReadonlyMap<string, readonly Dated[]>;
}

/** What dates every article and incident of the record. */
export function agesOf(whole: Pick<WholeRecord, 'pages' | 'reports' | 'incidents'>): Ages {
  const reports = new Map(whole.reports.map((r) => [r.id, r]));
  const together = new Map<string, readonly Dated[]>();
  for (const incident of whole.incidents) {
    const dated = incident.reports.flatMap((id) => reports.get(id) ?? []).map(datedOf);
    for (const id of incident.reports) together.set(id, dated);
  }
  return { articles: new Map(whole.pages.flatMap(articleAges)), together };
}

function articleAges({ id, articles, capture }: PageRecord): [string, ArticleAge][] {
  return articles.map((a) => [
    articleKey(id, a.id),
    { published: a.published?.value ?? null, fetchedAt: capture.fetchedAt },
  ]);
}

const datedOf = ({ article, act, date, latest }: Report): Dated => ({ article, act, date, latest });
const UNDATED: ArticleAge = { published: null, fetchedAt: null };
/** Facets whose values would give away what the rule holds back. */
const HELD_FACETS: ReadonlySet<string> = new Set(['place', 'date', 'time']);

/** Makes the gate of this moment. */
export function releaseFor(ages: Ages, options: ReleaseOptions): Release {
  const { now, isMovement, recency: rule = recencyRule() } = options;
  const groups = new Map<readonly Dated[], boolean>();
  const isOld = (d: Dated): boolean =>
    !isHeld(d, ages.articles.get(d.article) ?? UNDATED, isMovement(d.act), now, rule);
  const groupHeld = (group: readonly Dated[]): boolean => {
    const known = groups.get(group);
    if (known !== undefined) return known;
    const held = !group.every(isOld);
    groups.set(group, held);
    return held;
  };
  const held = (r: Report): boolean => !isOld(r) || groupHeld(ages.together.get(r.id) ?? []);
  const report = (r: Report): Report => coarsenReport(r, held(r));
  return {
    report,
    claim: (claim) => releaseClaim(claim, options.role),
    incident: (incident, reports) => releaseIncident(incident, reports.map(report), options.title),
    layers: (article, layers, reports) => {
      const young = isYoung(ages.articles.get(article) ?? UNDATED, rule.incidentHours, now);
      return releaseLayers(layers, young || reports.some(held));
    },
  };
}

function releaseClaim(claim: Claim, role: ReleaseOptions['role']): Claim {
  const show = (s: SpeakerRecord): SpeakerRecord => (s.privatePerson ? { ...s, text: role(s.kind) } : s);
  return { ...claim, speaker: show(claim.speaker), root: show(claim.root), via: claim.via.map(show) };
}

function releaseIncident(
  incident: Incident,
  released: readonly Report[],
  title: ReleaseOptions['title'],
): Incident {
  if (!released.some((r) => r.coarsened)) return incident;
  const quiet = { why: 'same act, area and week (details held back: see the recency rule)' };
  return {
    ...incident,
    title: title(released),
    joins: incident.joins.map((j) => ({ ...j, ...quiet })),
    contradictions: incident.contradictions.filter((c) => !HELD_FACETS.has(c.facet)),
  };
}

function releaseLayers(layers: ArticleLayers, held: boolean): ArticleLayers {
  const places = layers.places.map((p) =>
    held ? coarsen(p, 'admin-1') : p.sensitive ? coarsen(p, 'admin-2') : p,
  );
  if (!held) return { ...layers, places };
  const times = layers.times
    .filter((t) => t.type !== 'TIME')
    .map((t) => ({ ...t, value: null, earliest: null, latest: null }));
  return { ...layers, places, times };
}
