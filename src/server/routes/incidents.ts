import type { FastifyInstance } from 'fastify';
import {
  API,
  type IncidentDetail,
  type IncidentList,
  IncidentQuerySchema,
  type IncidentSummary,
} from '../../contract/index.ts';
import type { Claim, Incident, Report } from '../../doc/index.ts';
import type { IncidentView } from '../../store/types.ts';
import { actorsIn, docOfArticle, type RouteContext } from '../context.ts';
import { HttpFault, parsed } from '../faults.ts';
import type { Heads } from '../heads.ts';

/** `GET /incidents` and `GET /incidents/:key` */
export function incidentRoutes(server: FastifyInstance, context: RouteContext): void {
  const { workspace } = context.deps;

  server.get(`${API}/incidents`, async (request): Promise<IncidentList> => {
    const { text, limit, offset } = parsed(IncidentQuerySchema, request.query, 'query');
    const found = await workspace.findIncidents({
      ...(text?.trim() ? { text: text.trim() } : {}),
      limit,
      offset,
    });
    const views = await Promise.all(found.incidents.map((i) => workspace.incident(i.id)));
    const all = await Promise.all(views.filter((v) => v !== null).map((v) => summaryOf(context, v)));
    const incidents = all.filter((i) => !i.coarsened || showsWords(i, text ?? ''));
    return { total: found.total - (all.length - incidents.length), limit, offset, incidents };
  });

  server.get<{ Params: { key: string } }>(
    `${API}/incidents/:key`,
    async (request): Promise<IncidentDetail> => {
      const view = await workspace.incident(request.params.key);
      if (!view)
        throw new HttpFault(
          404,
          'no-incident',
          'there is no incident with this key: look for it in the list',
        );
      return detail(context, view);
    },
  );
}

/** Whether what is shown of a held incident holds the words looked for: a search must not tell what the rule holds back. */
function showsWords(incident: IncidentSummary, text: string): boolean {
  const shown = [incident.title, ...incident.places, ...incident.outlets].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => shown.includes(word));
}

async function detail(context: RouteContext, view: IncidentView): Promise<IncidentDetail> {
  const { incident, reports, claims } = await released(context, view);
  const heads = await context.heads();
  const articles = incident.articles.map((a) => heads.articles.get(a)).filter((a) => a !== undefined);
  const families = new Set(
    incident.articles.map((a) => heads.families.get(a)).filter((f) => f !== undefined),
  );
  return {
    incident,
    reports,
    claims,
    articles,
    families: [...families],
    actors: actorsIn(claims, reports, context.deps.release.actor),
  };
}

async function summaryOf(context: RouteContext, view: IncidentView): Promise<IncidentSummary> {
  const { incident, reports } = await released(context, view);
  return summary(incident, reports, await context.heads());
}

/** The incident and its reports as they may leave: the recency rule has been applied to both. */
async function released(
  context: RouteContext,
  view: IncidentView,
): Promise<{ incident: Incident; reports: readonly Report[]; claims: readonly Claim[] }> {
  const release = await context.releaseOf(view.reports.map((r) => docOfArticle(r.article)));
  return {
    incident: release.incident(view.incident, view.reports),
    reports: view.reports.map(release.report),
    claims: view.claims.map(release.claim),
  };
}

function summary(incident: Incident, reports: readonly Report[], heads: Heads): IncidentSummary {
  const days = (pick: (r: Report) => string | null): string[] =>
    reports
      .map(pick)
      .filter((d) => d !== null)
      .sort();
  const coarsened = reports.some((r) => r.coarsened);
  return {
    id: incident.id,
    title: incident.title,
    by: incident.by,
    earliest: days((r) => r.earliest)[0] ?? null,
    latest: days((r) => r.latest).at(-1) ?? null,
    places: byFrequency(reports.map((r) => r.place?.name ?? null)),
    outlets: byFrequency(incident.articles.map((a) => heads.articles.get(a)?.outlet ?? null)),
    reports: incident.reports.length,
    articles: incident.articles.length,
    rootCount: incident.rootCount,
    contradictions: incident.contradictions.map((c) => c.facet),
    coarsened,
    quote: coarsened ? null : (reports[0]?.sentence ?? null),
  };
}

function byFrequency(words: readonly (string | null)[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const word of words) if (word) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([word]) => word);
}
