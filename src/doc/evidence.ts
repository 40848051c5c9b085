import type { Span } from './span.ts';

/** Words of a page that a field rests on. The store refuses evidence whose slice of the text is not `exact`. */
export interface Evidence extends Span {
  /** Id of the Doc. */
  readonly doc: string;
  /** `text.slice(start, end)` of that Doc's text, comments masked. */
  readonly exact: string;
}

/** The evidence for a span of a Doc's text. */
export function evidence(doc: string, text: string, span: Span): Evidence {
  return { doc, start: span.start, end: span.end, exact: text.slice(span.start, span.end) };
}
