import { type Kysely, type Migration, sql } from 'kysely';

/** All tables of the first version. SQL of PostgreSQL 15, which PGlite speaks too. */
const STATEMENTS = [
  'create table meta (key text primary key, value text not null)',
  `create table captures (sha256 text primary key, seq bigint not null unique, doc text not null, name text not null,
    url text, fetched_at text, withdrawn text, record jsonb not null)`,
  `create table pages (doc text primary key, sha256 text not null, seq bigint not null, language text,
    stages text not null, digest text not null)`,
  `create table articles (key text primary key, doc text not null, ord integer not null, headline text, outlet text,
    language text, earliest text, latest text, record jsonb not null)`,
  'create index articles_doc on articles (doc, ord)',
  `create table claims (doc text not null, ord integer not null, id text not null, article text not null,
    stance text not null, status text, root_kind text not null, root_actor text, record jsonb not null,
    primary key (doc, ord))`,
  'create index claims_id on claims (id)',
  'create index claims_article on claims (article)',
  'create index claims_root on claims (root_actor)',
  `create table reports (doc text not null, ord integer not null, id text not null, article text not null, kind text,
    act text not null, status text not null, earliest text, latest text, country text, admin1 text,
    lat double precision, lon double precision, root_actor text, claim text, record jsonb not null,
    primary key (doc, ord))`,
  'create index reports_id on reports (id)',
  'create index reports_article on reports (article)',
  'create index reports_when on reports (earliest, latest)',
  'create index reports_where on reports (lat, lon)',
  'create index reports_act on reports (act)',
  `create table incidents (id text primary key, ord integer not null, title text not null, earliest text, latest text,
    search text not null, record jsonb not null)`,
  `create table incident_reports (incident text not null, report text not null, ord integer not null,
    primary key (incident, ord))`,
  'create index incident_reports_report on incident_reports (report)',
  'create table families (id text not null, ord integer primary key, record jsonb not null)',
  `create table passages (ord integer primary key, a_article text not null, b_article text not null,
    record jsonb not null)`,
  `create table decisions (seq bigint primary key, capture text not null, facet text not null, action text not null,
    coder text not null, record jsonb not null)`,
  'create index decisions_capture on decisions (capture)',
  'create table incident_keys (key text primary key, seq bigint not null, redirect text, reports jsonb not null)',
];

export const first: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
