import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type {
  Capture,
  CaptureBody,
  Claim,
  Family,
  Incident,
  IncidentKey,
  LogEntry,
  PageView,
  Report,
} from '../../doc/index.ts';
import { captureOf } from '../log/catalogue.ts';
import type { Counts, IncidentPageOfList, IncidentQuery, IncidentView } from '../types.ts';
import { byId } from './apply-corpus.ts';
import { folded, fromJsonb, plain } from './json.ts';
import type { Tables } from './schema.ts';

type Db = Kysely<Tables>;

/** How many incidents a list shows when it is not told. */
const LIST_LIMIT = 50;
/** A chain of merges longer than this is a circle. */
const MAX_REDIRECTS = 100;

/** How many of each the index holds. */
export async function counts(db: Db): Promise<Counts> {
  const count = async (table: keyof Tables): Promise<number> => {
    const found = await db
      .selectFrom(table)
      .select((e) => e.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return Number(found.n);
  };
  const withdrawn = await db
    .selectFrom('captures')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('withdrawn', 'is not', null)
    .executeTakeFirstOrThrow();
  return {
    pages: await count('pages'),
    articles: await count('articles'),
    claims: await count('claims'),
    reports: await count('reports'),
    incidents: await count('incidents'),
    withdrawn: Number(withdrawn.n),
  };
}

/** All claims, or all reports, in the order in which their pages were captured. */
export async function inOrder<R>(db: Db, table: 'claims' | 'reports', doc?: string): Promise<readonly R[]> {
  let query = db
    .selectFrom(table)
    .innerJoin('pages', 'pages.doc', `${table}.doc`)
    .select(`${table}.record as record`)
    .orderBy('pages.seq')
    .orderBy(`${table}.ord`);
  if (doc !== undefined) query = query.where(`${table}.doc`, '=', doc);
  return (await query.execute()).map((r) => fromJsonb<R>(r.record));
}

/** Families or incidents in the order in which they were put in. */
export async function derivedInOrder<R extends Family | Incident>(
  db: Db,
  table: 'families' | 'incidents',
): Promise<readonly R[]> {
  const rows = await db.selectFrom(table).select('record').orderBy('ord').execute();
  return rows.map((r) => fromJsonb<R>(r.record));
}

/** The readings that pages stand on, in the order of their captures. */
export async function readPages(db: Db, doc?: string) {
  let query = db.selectFrom('pages').select(['doc', 'sha256', 'stages', 'digest']).orderBy('seq');
  if (doc !== undefined) query = query.where('doc', '=', plain(doc));
  return await query.execute();
}

/** Incidents that hold all words asked for, latest first, undated ones last. */
export async function findIncidents(db: Db, query: IncidentQuery): Promise<IncidentPageOfList> {
  const words = folded(query.text ?? '')
    .split(/\s+/)
    .filter(Boolean);
  const matches = (e: ExpressionBuilder<Tables, 'incidents'>) =>
    e.and(words.map((word) => e('search', 'like', `%${word.replace(/[\\%_]/g, '\\$&')}%`)));
  const { n } = await db
    .selectFrom('incidents')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where(matches)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('incidents')
    .select('record')
    .where(matches)
    .orderBy(sql`latest desc nulls last`)
    .orderBy('ord')
    .limit(query.limit ?? LIST_LIMIT)
    .offset(query.offset ?? 0)
    .execute();
  return { total: Number(n), incidents: rows.map((r) => fromJsonb<Incident>(r.record)) };
}

/** One incident with its reports and claims; follows redirects of merged keys. `null` when there is none. */
export async function incidentView(db: Db, key: string): Promise<IncidentView | null> {
  const row = await db
    .selectFrom('incidents')
    .select('record')
    .where('id', '=', await redirected(db, key))
    .executeTakeFirst();
  if (!row) return null;
  const incident = fromJsonb<Incident>(row.record);
  const reports = await byId<Report>(db, 'reports', incident.reports);
  const own = incident.reports.flatMap((id) => reports.get(id) ?? []);
  const ids = [...own.flatMap((r) => r.claim ?? []), ...incident.roots.flatMap((r) => r.claims)];
  const claims = await byId<Claim>(db, 'claims', ids);
  return { incident, reports: own, claims: [...new Set(ids)].flatMap((id) => claims.get(id) ?? []) };
}

async function redirected(db: Db, key: string): Promise<string> {
  let at = plain(key); // a key as someone typed it may hold what no column can
  for (let i = 0; i < MAX_REDIRECTS; i++) {
    const row = await db
      .selectFrom('incident_keys')
      .select('redirect')
      .where('key', '=', at)
      .executeTakeFirst();
    if (!row?.redirect) return at;
    at = row.redirect;
  }
  return at;
}

/** Incidents that hold a report of the page. */
export async function incidentsOf(db: Db, doc: string): Promise<PageView['incidents']> {
  const rows = await db
    .selectFrom('incidents')
    .select('record')
    .where('id', 'in', (e) =>
      e
        .selectFrom('incident_reports')
        .innerJoin('reports', 'reports.id', 'incident_reports.report')
        .select('incident_reports.incident')
        .where('reports.doc', '=', doc),
    )
    .orderBy('ord')
    .execute();
  return rows.map((r) => {
    const { id, title, reports } = fromJsonb<Incident>(r.record);
    return { id, title, reports };
  });
}

/** Decisions in log order; those on a withdrawn page without its words. */
export async function decisions(db: Db): Promise<readonly LogEntry[]> {
  const rows = await db.selectFrom('decisions').select('record').orderBy('seq').execute();
  return rows.map((r) => fromJsonb<LogEntry>(r.record));
}

/** Captures with their state, oldest first. */
export async function captures(
  db: Db,
): Promise<
  readonly { readonly capture: Capture; readonly withdrawn: string | null; readonly doc: string | null }[]
> {
  const rows = await db
    .selectFrom('captures')
    .leftJoin('pages', 'pages.doc', 'captures.doc')
    .select(['captures.record', 'captures.withdrawn', 'pages.doc'])
    .orderBy('captures.seq')
    .execute();
  return rows.map((r) => ({
    capture: captureOf(fromJsonb<CaptureBody>(r.record)),
    withdrawn: r.withdrawn,
    doc: r.doc,
  }));
}

/** Every key that was minted. */
export async function incidentKeys(db: Db): Promise<readonly IncidentKey[]> {
  const rows = await db.selectFrom('incident_keys').selectAll().orderBy('seq').orderBy('key').execute();
  return rows.map((r) => ({ key: r.key, reports: fromJsonb<string[]>(r.reports), redirect: r.redirect }));
}
