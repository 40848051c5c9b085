import type { ArticleInput, DayInterval, Doc, Layers, PageRecord, Published, Reading } from '../doc/index.ts';
import { type ArticleLayers, articleKey, type Claim, maskComments, type Report } from '../doc/index.ts';
import { edtfDays } from '../lib/edtf.ts';
import type { AnyStage } from '../pipeline.ts';
import { articleBlocks } from './blocks.ts';
import { articleRecords, shownLayers } from './records.ts';

/** Runs document stages in order on one article. A stage is handed all layers assigned before it. */
export function runStages(stages: readonly AnyStage[], input: ArticleInput): Layers {
  const layers = {} as Layers;
  for (const stage of stages) Object.assign(layers, stage.run(input, layers));
  return layers;
}

/** Annotates every article of a Doc and turns the layers into the record: masked, anchored, ready for the store. */
export function readingOf(doc: Doc, stages: readonly AnyStage[]): Reading {
  const text = maskComments(doc.text, doc.segments);
  const layers: Record<string, ArticleLayers> = {};
  const claims: Claim[] = [];
  const reports: Report[] = [];
  for (const article of doc.articles) {
    const key = articleKey(doc.id, article.id);
    const all = runStages(stages, {
      id: key,
      text,
      blocks: articleBlocks(text, doc.segments, article),
      language: article.language ?? doc.language,
      published: article.published && publishedDays(article.published),
      outlet: article.outlet,
      asked: [],
    });
    const records = articleRecords({ doc: doc.id, text, article: key }, all);
    layers[key] = shownLayers(all);
    claims.push(...records.claims);
    reports.push(...records.reports);
  }
  return { page: pageOf(doc, text), layers, claims, reports, stages: stageNames(doc.by, stages) };
}

/** `read@1`, `annotate@1` … : names the derived files of a reading. */
export function stageNames(reader: string, stages: readonly AnyStage[]): readonly string[] {
  return [reader, ...stages.map((s) => `${s.name}@${s.version}`)];
}

function pageOf(doc: Doc, text: string): PageRecord {
  const { id, capture, map, language, segments, articles, notes } = doc;
  return { id, capture, text, map, language, segments, articles, notes };
}

/** First and last day of a publication date; `null` ends where the year is unknown. */
export function publishedDays(published: Pick<Published, 'value'>): DayInterval {
  return edtfDays(published.value);
}
