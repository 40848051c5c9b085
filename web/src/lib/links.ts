import type { Evidence } from '../../../src/doc/evidence.ts';
import type { Span } from '../../../src/doc/span.ts';

/** The address of a page in the reader, at a span where one is given. */
export function pageLink(doc: string, span?: Span): string {
  const hash = span ? `#${span.start}-${span.end}` : '';
  return `/pages/${encodeURIComponent(doc)}${hash}`;
}

/** The address of the words in the reader. */
export function evidenceLink(evidence: Evidence): string {
  return pageLink(evidence.doc, evidence);
}

export function incidentLink(id: string): string {
  return `/incidents/${encodeURIComponent(id)}`;
}

/** The span that a hash such as `#120-180` names, or `null`. */
export function spanOfHash(hash: string): Span | null {
  const match = /^#(\d{1,9})-(\d{1,9})$/.exec(hash);
  const start = Number(match?.[1]);
  const end = Number(match?.[2]);
  return match && start < end ? { start, end } : null;
}
