import type { Span } from '../doc/index.ts';

/**
 * Characters to either side of a trigger in which a thing is looked for: longer than the longest clause, so that only a
 * page without stops is cut, and its cost grows with its length and not with the square of it.
 */
const REACH = 1_000;

/** Of indices into `things`, in order of their starts, those that start within reach of the trigger. */
export function inReach(indices: readonly number[], things: readonly Span[], trigger: Span): number[] {
  const from = lowerBound(indices, things, trigger.start - REACH);
  const to = lowerBound(indices, things, trigger.end + REACH);
  return indices.slice(from, to);
}

/** The first place in `indices` whose thing starts at or after `offset`. */
function lowerBound(indices: readonly number[], things: readonly Span[], offset: number): number {
  let low = 0;
  let high = indices.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (things[indices[mid]!]!.start < offset) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Characters between two spans; 0 when they touch or overlap. */
export function gapOf(a: Span, b: Span): number {
  return Math.max(0, b.start - a.end, a.start - b.end);
}

/**
 * The thing of least cost, the first of equal ones, or `null` when there is none. No cost is less than the gap, so that
 * things further off than the best cost are never looked at.
 */
export function nearest(
  indices: readonly number[],
  things: readonly Span[],
  trigger: Span,
  cost: (i: number) => number,
): number | null {
  const outwards = indices
    .map((i) => ({ i, gap: gapOf(things[i]!, trigger) }))
    .sort((a, b) => a.gap - b.gap || a.i - b.i);
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const { i, gap } of outwards) {
    if (gap > least) break;
    const c = cost(i);
    if (c > least || (c === least && best !== null && best < i)) continue;
    best = i;
    least = c;
  }
  return best;
}
