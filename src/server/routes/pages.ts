import type { FastifyInstance } from 'fastify';
import { API, type PageDetail, type PageList } from '../../contract/index.ts';
import { articleKey, type PageView } from '../../doc/index.ts';
import { groupBy } from '../../lib/group.ts';
import { actorsIn, docOfArticle, type RouteContext } from '../context.ts';
import { HttpFault } from '../faults.ts';
import { pageHead } from '../heads.ts';

/** `GET /pages` and `GET /pages/:doc` */
export function pageRoutes(server: FastifyInstance, context: RouteContext): void {
  const { workspace } = context.deps;

  server.get(`${API}/pages`, async (): Promise<PageList> => {
    const [states, heads] = await Promise.all([workspace.captures(), context.heads()]);
    return { pages: states.map((s) => pageHead(s, heads)) };
  });

  server.get<{ Params: { doc: string } }>(`${API}/pages/:doc`, async (request): Promise<PageDetail> => {
    const view = await workspace.page(request.params.doc);
    if (!view)
      throw new HttpFault(
        404,
        'no-page',
        'there is no such page, or it was withdrawn: see the list of pages',
      );
    return released(context, view);
  });
}

/** The page as it may leave: recency rule on reports, layers and the titles of incidents. */
async function released(context: RouteContext, view: PageView): Promise<PageDetail> {
  const release = await context.releaseOf([view.page.id]);
  const byArticle = groupBy(view.reports, (r) => r.article);
  const layers = view.page.articles.map(({ id }) => {
    const key = articleKey(view.page.id, id);
    const own = view.layers[key];
    return own ? [[key, release.layers(key, own, byArticle.get(key) ?? [])] as const] : [];
  });
  const reports = view.reports.map(release.report);
  return {
    page: view.page,
    layers: Object.fromEntries(layers.flat()),
    claims: view.claims.map(release.claim),
    reports,
    incidents: await titles(context, view),
    actors: actorsIn(view.claims, reports, context.deps.release.actor),
  };
}

/** An incident's title names place and day, so it passes the gate with all reports of the incident. */
async function titles(context: RouteContext, view: PageView): Promise<PageView['incidents']> {
  const found = await Promise.all(view.incidents.map((i) => context.deps.workspace.incident(i.id)));
  return Promise.all(
    found
      .filter((v) => v !== null)
      .map(async (v) => {
        const release = await context.releaseOf(v.reports.map((r) => docOfArticle(r.article)));
        const { id, title, reports } = release.incident(v.incident, v.reports);
        return { id, title, reports };
      }),
  );
}
