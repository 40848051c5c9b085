/** Columns named `record` hold a whole record as jsonb text, written by `toJsonb` and read by `fromJsonb`. */
export interface Tables {
  meta: { key: string; value: string };
  captures: {
    sha256: string;
    seq: number;
    doc: string;
    name: string;
    url: string | null;
    fetched_at: string | null;
    withdrawn: string | null;
    record: string;
  };
  pages: {
    doc: string;
    sha256: string;
    seq: number;
    language: string | null;
    stages: string;
    digest: string;
  };
  articles: {
    key: string;
    doc: string;
    ord: number;
    headline: string | null;
    outlet: string | null;
    language: string | null;
    earliest: string | null;
    latest: string | null;
    record: string;
  };
  claims: {
    doc: string;
    ord: number;
    id: string;
    article: string;
    stance: string;
    status: string | null;
    root_kind: string;
    root_actor: string | null;
    record: string;
  };
  reports: {
    doc: string;
    ord: number;
    id: string;
    article: string;
    kind: string | null;
    act: string;
    status: string;
    earliest: string | null;
    latest: string | null;
    country: string | null;
    admin1: string | null;
    lat: number | null;
    lon: number | null;
    root_actor: string | null;
    claim: string | null;
    record: string;
  };
  incidents: {
    id: string;
    ord: number;
    title: string;
    earliest: string | null;
    latest: string | null;
    search: string;
    record: string;
  };
  incident_reports: { incident: string; report: string; ord: number };
  families: { id: string; ord: number; record: string };
  passages: { ord: number; a_article: string; b_article: string; record: string };
  decisions: { seq: number; capture: string; facet: string; action: string; coder: string; record: string };
  incident_keys: { key: string; seq: number; redirect: string | null; reports: string };
}

/** Tables that a rebuild fills anew. */
export const CONTENT_TABLES = [
  'captures',
  'pages',
  'articles',
  'claims',
  'reports',
  'incidents',
  'incident_reports',
  'families',
  'passages',
  'decisions',
  'incident_keys',
] as const;
