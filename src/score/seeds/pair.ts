import { assign } from '../core/assign.ts';
import { cover, iou, overlap } from '../core/overlap.ts';
import type { FileSpan } from './gold.ts';

/** Half of the shorter of two spans. */
const HALF = 0.5;
/** Least share of the hull that keeps a sentence from matching a whole page. */
const LEAST_OF_HULL = 0.2;
/** Evidence for one value is at most a long sentence, in characters. */
const LONGEST_EVIDENCE = 600;

export function inFile<T extends FileSpan>(items: readonly T[], file: string): T[] {
  return items.filter((item) => item.file === file);
}

/** Best one-to-one pairs of gold and given inside each file; a weight of 0 is no pair. */
export function pairUp<G extends FileSpan, P extends FileSpan>(
  gold: readonly G[],
  given: readonly P[],
  weight: (gold: G, given: P) => number,
): [G, P][] {
  const files = [...new Set(gold.map((item) => item.file))];
  return files.flatMap((file) => {
    const wanted = inFile(gold, file);
    const offered = inFile(given, file);
    const columns = assign(wanted.map((g) => offered.map((p) => weight(g, p))));
    return columns.flatMap((column, row): [G, P][] => {
      const [g, p] = [wanted[row], offered[column]];
      return g && p ? [[g, p]] : [];
    });
  });
}

/** Pairs of mentions that overlap, the most alike first. */
export function pairMentions<G extends FileSpan, P extends FileSpan>(
  gold: readonly G[],
  given: readonly P[],
): [G, P][] {
  return pairUp(gold, given, (g, p) => (overlap(g, p) ? iou(g, p) : 0));
}

/** The same sentence: half of the shorter is shared, and neither is a whole page. */
export function sameSentence(a: FileSpan, b: FileSpan): boolean {
  return cover(a, b) >= HALF && iou(a, b) >= LEAST_OF_HULL;
}

/** Whether evidence lies on a gold passage: half of the shorter is shared, and it is no longer than a long sentence. */
export function liesOn(evidence: FileSpan, gold: FileSpan): boolean {
  if (evidence.file !== gold.file || evidence.end - evidence.start > LONGEST_EVIDENCE) return false;
  return cover(evidence, gold) >= HALF;
}
