/** A half-open stretch `[start, end)` of a text, in UTF-16 code units of that text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span as it is written in JSON at the edges: `[start, end]`, half-open, UTF-16 code units. */
export type Offsets = readonly [start: number, end: number];

/** The smallest span that holds all of `spans`, or `null` when there are none. */
export function hull(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null;
  return {
    start: Math.min(...spans.map((s) => s.start)),
    end: Math.max(...spans.map((s) => s.end)),
  };
}

/** Whether two spans share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Whether `inner` lies wholly inside `outer`. */
export function within(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** The span without the white space at its two ends; never longer, and empty at `start` when all is white space. */
export function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/u.test(text[start] ?? '')) start++;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end--;
  return { start, end };
}

/** A span as `[start, end]`. */
export function offsets(span: Span): Offsets {
  return [span.start, span.end];
}
