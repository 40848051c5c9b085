import type { KindShare, PageHead } from '../contract/index.ts';
import type { Capture, ExportArticle, Family, PageRecord, SegmentKind } from '../doc/index.ts';
import { articleKey, SEGMENT_KINDS } from '../doc/index.ts';
import { type Ages, agesOf } from '../jobs/index.ts';
import type { WholeRecord, Workspace } from '../store/types.ts';

/** What lists and the release gate need to know of every page, without its text. */
export interface Heads {
  /** Pages by Doc id; text, map and segments are left out. */
  readonly pages: ReadonlyMap<string, PageRecord>;
  /** Articles by key. */
  readonly articles: ReadonlyMap<string, ExportArticle>;
  /** Families by article key. */
  readonly families: ReadonlyMap<string, Family>;
  readonly kinds: ReadonlyMap<string, readonly KindShare[]>;
  readonly lengths: ReadonlyMap<string, number>;
  /** How many claims and reports a Doc holds. */
  readonly claims: ReadonlyMap<string, number>;
  readonly reports: ReadonlyMap<string, number>;
  /** What dates every article and incident, for the release gate. */
  readonly ages: Ages;
}

/** Heads are read once and kept until something is written, or a page is asked for that they lack. */
export interface HeadsCache {
  /** Heads that hold at least these Docs: an age that is not known would let a fresh report through the gate. */
  get(docs?: Iterable<string>): Promise<Heads>;
  forget(): void;
}

export function headsCache(workspace: Workspace): HeadsCache {
  let kept: Promise<Heads> | null = null;
  const forget = (): void => {
    kept = null;
  };
  const load = (): Promise<Heads> => {
    const loading = workspace.whole().then(headsFrom);
    loading.catch(forget);
    kept = loading;
    return loading;
  };
  const get: HeadsCache['get'] = async (docs = []) => {
    const heads = await (kept ?? load());
    return [...docs].every((d) => heads.pages.has(d)) ? heads : load();
  };
  return { get, forget };
}

function headsFrom(whole: WholeRecord): Heads {
  return {
    pages: new Map(whole.pages.map((p) => [p.id, { ...p, text: '', map: [], segments: [] }])),
    articles: new Map(whole.pages.flatMap(articlesOf).map((a) => [a.id, a])),
    families: new Map(whole.families.flatMap((f) => f.articles.map((a) => [a, f] as const))),
    kinds: new Map(whole.pages.map((p) => [p.id, kindsOf(p)])),
    lengths: new Map(whole.pages.map((p) => [p.id, p.text.length])),
    claims: countByDoc(whole.claims),
    reports: countByDoc(whole.reports),
    ages: agesOf(whole),
  };
}

function articlesOf(page: PageRecord): ExportArticle[] {
  return page.articles.map(({ start, end, headline, byline, outlet, language, published, id }) => ({
    id: articleKey(page.id, id),
    doc: page.id,
    start,
    end,
    headline,
    byline,
    outlet,
    language,
    published,
  }));
}

function countByDoc(items: readonly { readonly article: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { article } of items) {
    const doc = article.split('#', 1)[0] ?? article;
    counts.set(doc, (counts.get(doc) ?? 0) + 1);
  }
  return counts;
}

function kindsOf(page: PageRecord): readonly KindShare[] {
  const shares = new Map<SegmentKind, { segments: number; length: number }>();
  for (const { kind, start, end } of page.segments) {
    const share = shares.get(kind) ?? { segments: 0, length: 0 };
    shares.set(kind, { segments: share.segments + 1, length: share.length + end - start });
  }
  return SEGMENT_KINDS.flatMap((kind) => {
    const share = shares.get(kind);
    return share ? [{ kind, ...share }] : [];
  });
}

/** A capture with its read report, for the list of pages. */
export function pageHead(
  state: { readonly capture: Capture; readonly withdrawn: string | null; readonly doc: string | null },
  heads: Heads,
): PageHead {
  const { capture, withdrawn, doc } = state;
  const page = doc === null || withdrawn !== null ? undefined : heads.pages.get(doc);
  const id = page?.id ?? null;
  return {
    doc: id,
    sha256: capture.sha256,
    name: capture.name,
    url: capture.url,
    fetchedAt: capture.fetchedAt,
    mediaType: capture.mediaType,
    bytes: capture.bytes,
    language: page?.language ?? null,
    withdrawn,
    length: heads.lengths.get(id ?? '') ?? 0,
    kinds: heads.kinds.get(id ?? '') ?? [],
    articles: (page?.articles ?? []).map(
      ({ id: article, headline, outlet, language, start, end, published }) => ({
        id: article,
        headline,
        outlet,
        language,
        start,
        end,
        published,
      }),
    ),
    claims: heads.claims.get(id ?? '') ?? 0,
    reports: heads.reports.get(id ?? '') ?? 0,
    notes: (page?.notes ?? []).map((n) => n.message),
  };
}
