import type { Claim, ExportActor, Report } from '../doc/index.ts';
import { type Release, releaseFor } from '../jobs/index.ts';
import type { ServerDeps } from './deps.ts';
import { type HeadsCache, headsCache } from './heads.ts';

/** What the routes share. */
export interface RouteContext {
  readonly deps: ServerDeps;
  readonly heads: HeadsCache['get'];
  /** The release gate of this moment, for reports of the Docs named. */
  readonly releaseOf: (docs: Iterable<string>) => Promise<Release>;
  /** Runs one piece of writing after the other, and forgets what was cached before. */
  readonly write: <T>(work: () => Promise<T>) => Promise<T>;
}

export function routeContext(deps: ServerDeps): RouteContext {
  const cache = headsCache(deps.workspace);
  let last: Promise<unknown> = Promise.resolve();
  return {
    deps,
    heads: cache.get,
    releaseOf: async (docs) => {
      const { ages } = await cache.get(new Set(docs));
      return releaseFor(ages, { ...deps.release, now: deps.now(), recency: deps.recency });
    },
    write: (work) => {
      const done = last.then(work).finally(cache.forget);
      last = done.catch(() => undefined); // the caller is told; the next in line must still run
      return done;
    },
  };
}

/** The Doc an article lies in. */
export function docOfArticle(article: string): string {
  return article.split('#', 1)[0] ?? article;
}

/** Register entries for every id that claims and reports name, in order of id. */
export function actorsIn(
  claims: readonly Claim[],
  reports: readonly Report[],
  actor: (id: string) => ExportActor | null,
): readonly ExportActor[] {
  const ids = new Set<string | null>();
  for (const c of claims) for (const s of [c.speaker, c.root, ...c.via]) ids.add(s.actor);
  for (const r of reports)
    for (const p of [...r.actor, ...r.recipient, ...r.target, ...r.victim, ...r.weapon]) ids.add(p.actor);
  return [...ids]
    .filter((id) => id !== null)
    .sort()
    .map(actor)
    .filter((a) => a !== null);
}
