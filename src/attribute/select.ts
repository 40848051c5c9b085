import type { Candidate } from './candidate.ts';
import type { Range, View } from './view.ts';

/**
 * Of candidates that overlap, one stays: nothing nests, the one that begins first wins, and at one place the likelier
 * cue. Contents are cut short where another's cue or content begins. Sources may be shared.
 */
export function select(view: View, candidates: readonly Candidate[]): Candidate[] {
  const taken = new Uint8Array(view.tokens.length);
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort(order)) {
    if (isTaken(taken, candidate.cue)) continue;
    const content = candidate.content.flatMap((piece) => free(taken, piece) ?? []);
    if (
      content.length < candidate.content.length ||
      (candidate.content.length === 0 && candidate.by !== 'colon')
    )
      continue;
    for (const range of [candidate.cue, ...content]) taken.fill(1, range.start, range.end);
    kept.push({ ...candidate, content });
  }
  return kept.sort((a, b) => a.cue.start - b.cue.start);
}

const outset = (c: Candidate): number => Math.min(c.cue.start, c.content[0]?.start ?? c.cue.start);
const isBelief = (c: Candidate): number => (c.priority > 2 ? 1 : 0);

function order(a: Candidate, b: Candidate): number {
  return (
    a.sentence - b.sentence || isBelief(a) - isBelief(b) || outset(a) - outset(b) || a.priority - b.priority
  );
}

function isTaken(taken: Uint8Array, range: Range): boolean {
  for (let i = range.start; i < range.end; i++) if (taken[i]) return true;
  return false;
}

/** The piece up to the first token that another holds; `null` when its first token is held. */
function free(taken: Uint8Array, piece: Range): Range | null {
  let end = piece.start;
  while (end < piece.end && !taken[end]) end++;
  return end > piece.start ? { start: piece.start, end } : null;
}
