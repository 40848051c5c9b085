import type {
  ArticleLayers,
  ExportActor,
  ExportRecord,
  Loaded,
  PageRecord,
  Place,
  Report,
  Time,
} from '../doc/index.ts';
import { articleKey } from '../doc/index.ts';
import { groupBy } from '../lib/group.ts';
import type { WholeRecord } from '../store/index.ts';
import { agesOf, type Release, type ReleaseOptions, releaseFor } from './release.ts';

export interface ExportOptions extends ReleaseOptions {
  readonly version: string;
  /** The register's entry, or `null` when it holds none with a public role. */
  readonly actor: (id: string) => ExportActor | null;
}

/** The whole record as it may leave Sayso: recency rule applied, comments masked, private names kept out. */
export function exportRecord(whole: WholeRecord, options: ExportOptions): ExportRecord {
  const release = releaseFor(agesOf(whole), options);
  const reports = new Map(whole.reports.map((r) => [r.id, r]));
  const own = (ids: readonly string[]): Report[] =>
    ids.map((id) => reports.get(id)).filter((r) => r !== undefined);
  return {
    sayso: { version: options.version, exportedAt: options.now.toISOString() },
    docs: whole.pages.map(docOf),
    articles: whole.pages.flatMap(articlesOf),
    claims: whole.claims.map(release.claim),
    reports: whole.reports.map(release.report),
    incidents: whole.incidents.map((i) => release.incident(i, own(i.reports))),
    families: whole.families,
    actors: actorsOf(whole, options.actor),
    ...layersOf(whole, release),
  };
}

function docOf(page: PageRecord): ExportRecord['docs'][number] {
  const { id, capture, language, text, segments } = page;
  const { name, sha256, url, fetchedAt } = capture;
  return { id, name, sha256, url, fetchedAt, language, text, segments };
}

function articlesOf(page: PageRecord): ExportRecord['articles'] {
  return page.articles.map((a) => ({
    id: articleKey(page.id, a.id),
    doc: page.id,
    start: a.start,
    end: a.end,
    headline: a.headline,
    byline: a.byline,
    outlet: a.outlet,
    language: a.language,
    published: a.published,
  }));
}

function actorsOf(whole: WholeRecord, actor: ExportOptions['actor']): readonly ExportActor[] {
  const ids = new Set<string>();
  const add = (id: string | null): void => void (id !== null && ids.add(id));
  for (const claim of whole.claims) for (const s of [claim.speaker, claim.root, ...claim.via]) add(s.actor);
  for (const r of whole.reports)
    for (const p of [...r.actor, ...r.recipient, ...r.target, ...r.victim]) add(p.actor);
  return [...ids]
    .sort()
    .map(actor)
    .filter((a) => a !== null);
}

type Located<T> = T & { readonly doc: string; readonly article: string };

function layersOf(
  whole: WholeRecord,
  release: Release,
): { places: Located<Place>[]; times: Located<Time>[]; loaded: Located<Loaded>[] } {
  const byArticle = groupBy(whole.reports, (r) => r.article);
  const rows = Object.entries(whole.layers).map(([article, layers]) => ({
    doc: article.split('#')[0] ?? article,
    article,
    layers: release.layers(article, layers, byArticle.get(article) ?? []),
  }));
  const spread = <T>(pick: (layers: ArticleLayers) => readonly T[]): Located<T>[] =>
    rows.flatMap(({ doc, article, layers }) => pick(layers).map((item) => ({ ...item, doc, article })));
  return { places: spread((l) => l.places), times: spread((l) => l.times), loaded: spread((l) => l.loaded) };
}
