import {
  articleKey,
  type Claim,
  CONTENT_KINDS,
  type CorpusArticle,
  type Family,
  type Incident,
  type PageRecord,
  type PageView,
  type Reading,
  type Report,
} from '../doc/index.ts';
import { edtfDays } from '../lib/edtf.ts';
import { StopError } from '../lib/errors.ts';
import { readReading } from './derived.ts';
import type { IndexStore } from './index-store.ts';
import { derivedInOrder, incidentsOf, inOrder, readPages } from './sql/queries.ts';
import type { WholeRecord } from './types.ts';

/** Reads back what was recorded: texts and layers from `derived/`, everything else from the index. */
export class RecordReader {
  readonly #index: IndexStore;
  readonly #derived: string;

  constructor(index: IndexStore, derived: string) {
    this.#index = index;
    this.#derived = derived;
  }

  async whole(): Promise<WholeRecord> {
    const pages: PageRecord[] = [];
    const layers: Record<string, Reading['layers'][string]> = {};
    for await (const reading of this.readings()) {
      pages.push(reading.page);
      Object.assign(layers, reading.layers);
    }
    return this.#index.query(async (db) => ({
      pages,
      layers,
      claims: await inOrder<Claim>(db, 'claims'),
      reports: await inOrder<Report>(db, 'reports'),
      incidents: await derivedInOrder<Incident>(db, 'incidents'),
      families: await derivedInOrder<Family>(db, 'families'),
    }));
  }

  async page(doc: string): Promise<PageView | null> {
    for await (const { page, layers, claims, reports } of this.readings(doc)) {
      const incidents = await this.#index.query((db) => incidentsOf(db, doc));
      return { page, layers, claims, reports, incidents };
    }
    return null;
  }

  async articles(): Promise<readonly CorpusArticle[]> {
    const articles: CorpusArticle[] = [];
    for await (const { page } of this.readings()) articles.push(...articlesOf(page));
    return articles;
  }

  /** The readings that the index stands on, one at a time. Throws when a derived file has gone since. */
  async *readings(doc?: string): AsyncGenerator<Reading> {
    const rows = await this.#index.query((db) => readPages(db, doc));
    for (const row of rows) {
      const of = { sha256: row.sha256, stages: row.stages.split('+'), digest: row.digest };
      const reading = await readReading(this.#derived, of);
      if (!reading) throw missing(row.doc, row.sha256);
      yield reading;
    }
  }
}

function missing(doc: string, sha256: string): StopError {
  const text = `the derived file of ${doc} (derived/${sha256.slice(0, 2)}/${sha256}) is missing or damaged`;
  return new StopError('derived', `${text}: run "sayso rebuild", which reads the page anew`, 4);
}

function articlesOf(page: PageRecord): readonly CorpusArticle[] {
  return page.articles.map((article) => ({
    key: articleKey(page.id, article.id),
    doc: page.id,
    text: page.text,
    start: article.start,
    end: article.end,
    outlet: article.outlet,
    language: article.language,
    published: article.published ? edtfDays(article.published.value) : null,
    publishedEdtf: article.published?.value ?? null,
    blocks: page.segments
      .filter((s) => s.article === article.id && CONTENT_KINDS.has(s.kind))
      .map(({ start, end }) => ({ start, end })),
  }));
}
