import type { Candidate } from '../candidate.ts';
import type { Reading } from '../readings.ts';
import type { View } from '../view.ts';
import type { Ranker } from './ranker.ts';

/** Rules that settle a reading: nothing is left to weigh. */
const SETTLED: ReadonlySet<string> = new Set(['colon', 'relay', 'headline', 'preposition', 'aside']);

/**
 * In thousandths of a logit, as the model's weights are. A cue of speech that is left out loses a statement, one too many is
 * one click from its words: so the first is given the benefit of the doubt, and the rules over the words a start.
 */
const LEAST_SAID = -2500;
const LEAST = -1000;
const FOR_RULES = 500;

/** Rules that may be read otherwise, and never as nothing: "It rained, the daily reported". */
const SURE: ReadonlySet<string> = new Set(['parenthetical']);

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
  let high = first.candidate.priority < 3 ? LEAST_SAID : LEAST;
  for (const { candidate, standing } of readings) {
    const score =
      ranker(view, candidate, standing) +
      (candidate === first.candidate && standing.surfaceContent ? FOR_RULES : 0);
    if (score > high) [high, best] = [score, candidate];
  }
  return best ?? (SURE.has(first.candidate.by) && first.candidate.priority === 1 ? first.candidate : null);
}
