import type { LogEntry } from '../../src/doc/index.ts';
import type { WholeRecord, Workspace } from '../../src/store/types.ts';

/** What the server asks of a workspace, answered out of one record in memory: for tests of routes and guards only. */
export function memoryWorkspace(record: WholeRecord): Workspace {
  const decisions: LogEntry[] = [];
  const answers: Partial<Workspace> = {
    dir: '',
    whole: async () => record,
    counts: async () => ({
      pages: record.pages.length,
      articles: record.pages.flatMap((p) => p.articles).length,
      claims: record.claims.length,
      reports: record.reports.length,
      incidents: record.incidents.length,
      withdrawn: 0,
    }),
    captures: async () => record.pages.map((p) => ({ capture: p.capture, withdrawn: null, doc: p.id })),
    findIncidents: async ({ text = '', limit = 50, offset = 0 }) => {
      const found = record.incidents.filter((i) => i.title.toLowerCase().includes(text.toLowerCase()));
      return { total: found.length, incidents: found.slice(offset, offset + limit) };
    },
    incident: async (key) => {
      const incident = record.incidents.find((i) => i.id === key);
      if (!incident) return null;
      const reports = record.reports.filter((r) => incident.reports.includes(r.id));
      const ids = new Set(incident.roots.flatMap((r) => r.claims));
      return { incident, reports, claims: record.claims.filter((c) => ids.has(c.id)) };
    },
    page: async (doc) => {
      const page = record.pages.find((p) => p.id === doc);
      if (!page) return null;
      const own = <T extends { readonly article: string }>(items: readonly T[]): T[] =>
        items.filter((i) => i.article.startsWith(`${doc}#`));
      const reports = own(record.reports);
      return {
        page,
        layers: Object.fromEntries(
          Object.entries(record.layers).filter(([key]) => key.startsWith(`${doc}#`)),
        ),
        claims: own(record.claims),
        reports,
        incidents: record.incidents.filter((i) => i.reports.some((id) => reports.some((r) => r.id === id))),
      };
    },
    recordDecision: async ({ value, ...decision }) => {
      const entry = {
        seq: decisions.length + 1,
        at: '2022-01-01T00:00:00Z',
        prev: '',
        body: { type: 'decision', ...decision, value },
        hash: '0'.repeat(64),
      } satisfies LogEntry;
      decisions.push(entry);
      return entry;
    },
    decisions: async () => decisions,
  };
  return answers as Workspace;
}
