import type { Kysely, Transaction } from 'kysely';
import { articleKey, type Claim, type Reading, type Report } from '../../doc/index.ts';
import { edtfDays } from '../../lib/edtf.ts';
import { stagesKey } from '../derived.ts';
import { plain, toJsonb } from './json.ts';
import type { Tables } from './schema.ts';

/** Rows of one insert: far below the 65,535 parameters that a statement can have. */
const ROWS = 100;

/** Puts a reading's rows into the index; those of an earlier reading must be gone. */
export async function insertReading(
  tx: Transaction<Tables>,
  reading: Reading,
  seq: number,
  digest: string,
): Promise<void> {
  const { page } = reading;
  await tx
    .insertInto('pages')
    .values({
      doc: page.id,
      sha256: page.capture.sha256,
      seq,
      language: page.language,
      stages: stagesKey(reading.stages),
      digest,
    })
    .execute();
  await insertRows(tx, 'articles', articleRows(reading));
  await insertRows(
    tx,
    'claims',
    reading.claims.map((claim, ord) => claimRow(page.id, claim, ord)),
  );
  const claims = new Map(reading.claims.map((claim) => [claim.id, claim]));
  const reports = reading.reports.map((report, ord) => reportRow(page.id, report, ord, claims));
  await insertRows(tx, 'reports', reports);
}

/** Removes what the index holds of a page. */
export async function removeDoc(db: Kysely<Tables>, doc: string): Promise<void> {
  for (const table of ['pages', 'articles', 'claims', 'reports'] as const)
    await db.deleteFrom(table).where('doc', '=', doc).execute();
}

/** Inserts rows a hundred at a time. */
export async function insertRows<T extends keyof Tables>(
  tx: Kysely<Tables>,
  table: T,
  rows: readonly Tables[T][],
): Promise<void> {
  for (let at = 0; at < rows.length; at += ROWS)
    await tx
      .insertInto(table)
      .values(rows.slice(at, at + ROWS) as never)
      .execute();
}

function articleRows({ page }: Reading): Tables['articles'][] {
  return page.articles.map((article, ord) => ({
    key: articleKey(page.id, article.id),
    doc: page.id,
    ord,
    headline: plain(article.headline),
    outlet: plain(article.outlet),
    language: article.language,
    ...(article.published ? edtfDays(article.published.value) : { earliest: null, latest: null }),
    record: toJsonb(article),
  }));
}

function claimRow(doc: string, claim: Claim, ord: number): Tables['claims'] {
  return {
    doc,
    ord,
    id: claim.id,
    article: claim.article,
    stance: claim.stance,
    status: claim.status,
    root_kind: claim.root.kind,
    root_actor: claim.root.actor,
    record: toJsonb(claim),
  };
}

function reportRow(
  doc: string,
  report: Report,
  ord: number,
  claims: ReadonlyMap<string, Claim>,
): Tables['reports'] {
  const { place } = report;
  return {
    doc,
    ord,
    id: report.id,
    article: report.article,
    kind: report.type,
    act: report.act,
    status: report.status,
    earliest: report.earliest,
    latest: report.latest,
    country: place?.country ?? null,
    admin1: plain(place?.admin1 ?? null),
    lat: place?.lat ?? null,
    lon: place?.lon ?? null,
    root_actor: (report.claim && claims.get(report.claim)?.root.actor) || null,
    claim: report.claim,
    record: toJsonb(report),
  };
}
