import type { Read } from '../lines/features.ts';

/** Lines between the words that open and the words that close a transcript; without closing words there is none. */
export function transcriptLines(lines: readonly Read[]): ReadonlySet<number> {
  const inside = new Set<number>();
  let opened: number | null = null;
  for (const [i, { f }] of lines.entries()) {
    if (f.cues.has('transcript-start')) opened = i;
    if (!f.cues.has('transcript-end') || opened === null) continue;
    for (let k = opened + 1; k <= i; k++) inside.add(k);
    opened = null;
  }
  return inside;
}
