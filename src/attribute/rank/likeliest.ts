import type { Candidate } from '../candidate.ts';
import type { Reading } from '../readings.ts';
import type { View } from '../view.ts';
import type { Ranker } from './ranker.ts';

/** Rules that settle a reading: nothing is left to weigh. */
const SETTLED: ReadonlySet<string> = new Set(['colon', 'relay', 'headline', 'preposition', 'aside']);

/** A reading that no choice is made over: its rule leaves none, or who reports the whole is known. */
export const isSettled = (c: Candidate): boolean => SETTLED.has(c.by) || c.outer !== undefined;

/**
 * The likeliest of a cue's readings, or `null` when none at all is likelier. Without a ranker the rules over the words
 * decide, and where they find nothing the tree does for cues of speech.
 */
export function likeliest(view: View, readings: readonly Reading[], ranker: Ranker | null): Candidate | null {
  const [first] = readings;
  if (!first) return null;
  if (!ranker)
    return first.standing.surfaceContent || first.candidate.priority === 1 ? first.candidate : null;
  if (isSettled(first.candidate)) return first.candidate;
  let best: Candidate | null = null;
  let high = 0;
  for (const { candidate, standing } of readings) {
    const score = ranker(view, candidate, standing);
    if (score > high) [high, best] = [score, candidate];
  }
  return best;
}
