import type { Kysely } from 'kysely';
import type { Incident, Report } from '../../doc/index.ts';
import { evidences } from '../check-reading.ts';
import type { Corpus, CorpusFile } from '../derived.ts';
import { insertRows } from './apply-reading.ts';
import { folded, fromJsonb, plain, toJsonb } from './json.ts';
import { setMeta } from './meta.ts';
import type { Tables } from './schema.ts';

/** Ids asked for in one query. */
const IDS = 500;

/** Puts families and passages in place of those before; `name` is that of the derived file they stand in. */
export async function putFamilies(
  db: Kysely<Tables>,
  of: CorpusFile['families'],
  name: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('families').execute();
    await tx.deleteFrom('passages').execute();
    await insertRows(
      tx,
      'families',
      of.families.map((f, ord) => ({ id: f.id, ord, record: toJsonb(f) })),
    );
    const rows = of.passages.map((p, ord) => {
      const [a_article, b_article] = p.articles;
      return { ord, a_article, b_article, record: toJsonb(p) };
    });
    await insertRows(tx, 'passages', rows);
    await setMeta(tx, 'corpus_families', name);
  });
}

/** Puts incidents in place of those before, with the text that a search looks through. */
export async function putIncidents(
  db: Kysely<Tables>,
  incidents: readonly Incident[],
  name: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await tx.deleteFrom('incident_reports').execute();
    await tx.deleteFrom('incidents').execute();
    const reports = await byId<Report>(
      tx,
      'reports',
      incidents.flatMap((i) => i.reports),
    );
    await insertRows(
      tx,
      'incidents',
      incidents.map((i, ord) => incidentRow(i, ord, reports)),
    );
    const members = incidents.flatMap((i) =>
      i.reports.map((report, ord) => ({ incident: i.id, report, ord })),
    );
    await insertRows(tx, 'incident_reports', members);
    await setMeta(tx, 'corpus_incidents', name);
  });
}

/** Records of a table by their ids, in no order; ids it does not hold are left out. */
export async function byId<R extends { readonly id: string }>(
  db: Kysely<Tables>,
  table: 'claims' | 'reports',
  ids: readonly string[],
): Promise<ReadonlyMap<string, R>> {
  const wanted = [...new Set(ids)];
  const found = new Map<string, R>();
  for (let at = 0; at < wanted.length; at += IDS) {
    const rows = await db
      .selectFrom(table)
      .select('record')
      .where('id', 'in', wanted.slice(at, at + IDS))
      .execute();
    for (const { record } of rows) {
      const value = fromJsonb<R>(record);
      if (!found.has(value.id)) found.set(value.id, value);
    }
  }
  return found;
}

function incidentRow(
  incident: Incident,
  ord: number,
  reports: ReadonlyMap<string, Report>,
): Tables['incidents'] {
  const own = incident.reports.flatMap((id) => reports.get(id) ?? []);
  // Titles, acts, places and voices only: quoted words would make victims and minors findable by name.
  const places = own.flatMap((r) => (r.place ? [r.place.name ?? '', r.place.evidence.exact] : []));
  const days = (which: 'earliest' | 'latest') => own.flatMap((r) => r[which] ?? []).sort();
  return {
    id: incident.id,
    ord,
    title: plain(incident.title),
    earliest: days('earliest')[0] ?? null,
    latest: days('latest').at(-1) ?? null,
    search: folded([incident.title, ...places, ...incident.roots.map((r) => r.name)].join('\n')),
    record: toJsonb(incident),
  };
}

/** The corpus output without what rests on, or quotes, a withdrawn page; the corpus stages then derive the rest anew. */
export function withoutDoc(corpus: Corpus, doc: string): Corpus {
  const kept = (record: { readonly articles: readonly string[] }): boolean =>
    !record.articles.some((article) => article.startsWith(`${doc}#`)) &&
    ![...evidences(record, '')].some(({ evidence }) => evidence.doc === doc);
  return {
    families: corpus.families.filter(kept),
    passages: corpus.passages.filter(kept),
    incidents: corpus.incidents.filter(kept),
  };
}

/** The same in the index. Must run while the page's reports are still there. */
export async function removeFromCorpus(db: Kysely<Tables>, doc: string): Promise<void> {
  const all = async <T>(table: 'families' | 'incidents') =>
    (await db.selectFrom(table).select('record').execute()).map((r) => fromJsonb<T>(r.record));
  const before = { families: await all<Corpus['families'][number]>('families'), passages: [] };
  const incidents = await all<Incident>('incidents');
  const kept = withoutDoc({ ...before, incidents }, doc);
  const gone = <T extends { readonly id: string }>(was: readonly T[], is: readonly T[]) =>
    was.filter((x) => !is.includes(x)).map((x) => x.id);
  for (const id of gone(incidents, kept.incidents)) {
    await db.deleteFrom('incidents').where('id', '=', id).execute();
    await db.deleteFrom('incident_reports').where('incident', '=', id).execute();
  }
  for (const id of gone(before.families, kept.families))
    await db.deleteFrom('families').where('id', '=', id).execute();
  const like = `${doc}#%`;
  await db
    .deleteFrom('passages')
    .where((e) => e.or([e('a_article', 'like', like), e('b_article', 'like', like)]))
    .execute();
}
