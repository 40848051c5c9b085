import { BIT } from '../lexicon/grammar.ts';
import type { Candidate } from './candidate.ts';
import { is, isVerbish, type Range, type View } from './view.ts';

/**
 * Of candidates that overlap, one stays: nothing nests, the one that begins first wins, and at one place the likelier
 * cue. Contents are cut short where another's cue or content begins. Sources may be shared. One that is dropped because
 * it fills the content of another goes into that as `inner`, so that the chain still knows who was cited.
 */
export function select(view: View, candidates: readonly Candidate[]): Candidate[] {
  const owner = new Int32Array(view.tokens.length).fill(-1);
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort(order)) {
    const holder = owner[candidate.cue.start]!;
    if (isTaken(owner, candidate.cue)) {
      if (holder >= 0 && fills(view, kept[holder]!, candidate))
        kept[holder] = { ...kept[holder]!, inner: candidate };
      continue;
    }
    const content = candidate.content.flatMap((piece) => free(owner, piece) ?? []);
    if (
      content.length < candidate.content.length ||
      (candidate.content.length === 0 && candidate.by !== 'colon')
    )
      continue;
    for (const range of [candidate.cue, ...content]) owner.fill(kept.length, range.start, range.end);
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

/** Words that may lie around a statement that fills another's content: "that", a stop. */
const MAX_AROUND = 2;

/** Whether one statement is all that another says: "The daily reported that residents said it rained". */
function fills(view: View, outer: Candidate, inner: Candidate): boolean {
  const piece = outer.content.find((r) => r.start <= inner.cue.start && inner.cue.end <= r.end);
  if (!piece || !inner.source || inner.priority > 1 || outer.inner || !hasVerb(view, inner.content))
    return false;
  if (inner.source.end - inner.source.start === 1 && is(view, inner.source.start, BIT.pronouns)) return false;
  const ranges = [inner.source, inner.cue, ...inner.content];
  const start = Math.min(...ranges.map((r) => r.start));
  const end = Math.max(...ranges.map((r) => r.end));
  return start >= piece.start && start - piece.start <= MAX_AROUND && piece.end - end <= MAX_AROUND;
}

/** Words of a content looked at for its verb. */
const MAX_CLAUSE = 60;

/** "said little about the raids" tells nothing that could be told on. */
const hasVerb = (view: View, pieces: readonly Range[]): boolean =>
  pieces.some((r) => {
    for (let i = r.start; i < r.end && i - r.start < MAX_CLAUSE; i++)
      if (isVerbish(view, i) || view.trees.upos[i] === 'VERB' || view.quote[i]! >= 0) return true;
    return false;
  });

function isTaken(owner: Int32Array, range: Range): boolean {
  for (let i = range.start; i < range.end; i++) if (owner[i]! >= 0) return true;
  return false;
}

/** The piece up to the first token that another holds; `null` when its first token is held. */
function free(owner: Int32Array, piece: Range): Range | null {
  let end = piece.start;
  while (end < piece.end && owner[end]! < 0) end++;
  return end > piece.start ? { start: piece.start, end } : null;
}
