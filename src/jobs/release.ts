import type {
  ArticleLayers,
  Claim,
  Incident,
  PageRecord,
  Place,
  RecencyRule,
  Report,
  SpeakerKind,
  SpeakerRecord,
} from '../doc/index.ts';
import { articleKey, coarsenReport, recencyRule } from '../doc/index.ts';
import { publishedDays } from '../pipeline/index.ts';

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
  layers(layers: ArticleLayers, reports: readonly Report[]): ArticleLayers;
}

/** Facets whose values would give away what the rule holds back. */
const HELD_FACETS: ReadonlySet<string> = new Set(['place', 'date', 'time']);

/** Makes the gate for the pages given (their publication dates say how old a report can be). */
export function releaseFor(pages: readonly PageRecord[], options: ReleaseOptions): Release {
  const ages = new Map(pages.flatMap(agesOf));
  const rule = options.recency ?? recencyRule();
  const report = (r: Report): Report => {
    const age = ages.get(r.article) ?? { publishedLatest: null, fetchedAt: null };
    return coarsenReport(r, age, options.isMovement(r.act), options.now, rule);
  };
  return {
    report,
    claim: (claim) => releaseClaim(claim, options.role),
    incident: (incident, reports) => releaseIncident(incident, reports.map(report), options.title),
    layers: (layers, reports) => releaseLayers(layers, reports.map(report)),
  };
}

function agesOf(page: PageRecord): [string, { publishedLatest: string | null; fetchedAt: string | null }][] {
  return page.articles.map((a) => [
    articleKey(page.id, a.id),
    {
      publishedLatest: a.published ? publishedDays(a.published).latest : null,
      fetchedAt: page.capture.fetchedAt,
    },
  ]);
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

function releaseLayers(layers: ArticleLayers, released: readonly Report[]): ArticleLayers {
  if (!released.some((r) => r.coarsened)) return layers;
  return {
    ...layers,
    places: layers.places.map(withoutPoint),
    times: layers.times.filter((t) => t.type !== 'TIME').map((t) => ({ ...t, value: null })),
  };
}

function withoutPoint(place: Place): Place {
  return {
    ...place,
    lat: null,
    lon: null,
    shape: null,
    admin2: null,
    geonameId: null,
    radiusKm: null,
    rule: 'coarsened-to-admin-1',
    reason: 'recency rule: a report of this article is younger than the hold',
  };
}
