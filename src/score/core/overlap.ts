import type { Span } from '../../doc/index.ts';

/** Shared code units of two spans. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** Shared code units over the shorter span: 1 when one lies inside the other. */
export function cover(a: Span, b: Span): number {
  return overlap(a, b) / Math.max(1, Math.min(a.end - a.start, b.end - b.start));
}

/** Shared code units over the hull of both. */
export function iou(a: Span, b: Span): number {
  return overlap(a, b) / Math.max(1, Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
