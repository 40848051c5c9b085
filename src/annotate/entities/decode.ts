import { BEFORE, LABELS, mayBegin, mayEnd } from './labels.ts';

/** Moves from label to label as a model holds them, with what `decode` and `marginals` need of them. */
export interface Moves {
  /** `moves[before · LABELS + label]`, in units of `scale`. */
  readonly moves: Float64Array;
  /** Their exponentials. */
  readonly jumps: Float64Array;
  /** Units of score to one natural logarithm. */
  readonly scale: number;
}

const BEGINS = Array.from({ length: LABELS }, (_, label) => mayBegin(label));
const ENDS = Array.from({ length: LABELS }, (_, label) => mayEnd(label));
const AFTER = BEFORE.map((_, label) =>
  BEFORE.flatMap((before, next) => (before.includes(label) ? [next] : [])),
);

/** Makes the moves of a model ready. */
export function movesOf(moves: readonly number[], scale: number): Moves {
  return {
    moves: Float64Array.from(moves),
    jumps: Float64Array.from(moves, (m) => Math.exp(m / scale)),
    scale,
  };
}

/** The best well-formed labels for scores of words × labels (Viterbi 1967). */
export function bestLabels(scores: ArrayLike<number>, length: number, { moves }: Moves): Uint8Array {
  const best = new Float64Array(length * LABELS);
  const back = new Uint8Array(length * LABELS);
  for (let i = 0; i < length; i++)
    for (let label = 0; label < LABELS; label++) {
      const at = i * LABELS + label;
      best[at] = i > 0 ? bestInto(best, back, moves, i, label) : BEGINS[label] ? 0 : Number.NEGATIVE_INFINITY;
      best[at]! += scores[at]!;
      if (i === length - 1 && !ENDS[label]) best[at] = Number.NEGATIVE_INFINITY;
    }
  return traced(best, back, length);
}

function bestInto(
  best: Float64Array,
  back: Uint8Array,
  moves: Float64Array,
  i: number,
  label: number,
): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const before of BEFORE[label]!) {
    const sum = best[(i - 1) * LABELS + before]! + moves[before * LABELS + label]!;
    if (sum <= top) continue;
    top = sum;
    back[i * LABELS + label] = before;
  }
  return top;
}

function traced(best: Float64Array, back: Uint8Array, length: number): Uint8Array {
  const labels = new Uint8Array(length);
  if (length === 0) return labels;
  const row = best.subarray((length - 1) * LABELS);
  let label = 0;
  for (let l = 1; l < LABELS; l++) if (row[l]! > row[label]!) label = l;
  for (let i = length - 1; i >= 0; i--) {
    labels[i] = label;
    label = back[i * LABELS + label]!;
  }
  return labels;
}

/** Probabilities of words × labels over all well-formed labellings (forward and backward sums, Rabiner 1989). */
export function marginals(scores: ArrayLike<number>, length: number, { jumps, scale }: Moves): Float64Array {
  const powers = powersOf(scores, length, scale);
  const forward = new Float64Array(length * LABELS);
  const norms = new Float64Array(length);
  for (let i = 0; i < length; i++) {
    for (let label = 0; label < LABELS; label++) {
      let sum = i === 0 && BEGINS[label] ? 1 : 0;
      if (i > 0)
        for (const b of BEFORE[label]!) sum += forward[(i - 1) * LABELS + b]! * jumps[b * LABELS + label]!;
      const cell = i === length - 1 && !ENDS[label] ? 0 : sum * powers[i * LABELS + label]!;
      forward[i * LABELS + label] = cell;
      norms[i]! += cell;
    }
    for (let label = 0; label < LABELS; label++) forward[i * LABELS + label]! /= norms[i]!;
  }
  return withBackward(forward, powers, norms, jumps);
}

function powersOf(scores: ArrayLike<number>, length: number, scale: number): Float64Array {
  const powers = new Float64Array(length * LABELS);
  for (let i = 0; i < length; i++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let label = 0; label < LABELS; label++) top = Math.max(top, scores[i * LABELS + label]!);
    for (let label = 0; label < LABELS; label++)
      powers[i * LABELS + label] = Math.exp((scores[i * LABELS + label]! - top) / scale);
  }
  return powers;
}

function withBackward(
  forward: Float64Array,
  powers: Float64Array,
  norms: Float64Array,
  jumps: Float64Array,
): Float64Array {
  const length = norms.length;
  let next = new Float64Array(LABELS);
  for (let i = length - 1; i >= 0; i--) {
    const own = new Float64Array(LABELS);
    for (let label = 0; label < LABELS; label++) {
      let sum = i === length - 1 && ENDS[label] ? 1 : 0;
      if (i < length - 1) for (const to of AFTER[label]!) sum += jumps[label * LABELS + to]! * next[to]!;
      forward[i * LABELS + label]! *= sum;
      own[label] = (sum * powers[i * LABELS + label]!) / norms[i]!;
    }
    next = own;
  }
  return forward;
}
