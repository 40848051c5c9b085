/**
 * A linear-chain conditional random field (Lafferty et al. 2001) trained by AdaGrad (Duchi et al. 2011) sentence by
 * sentence, with features left out at random (Wager et al. 2013).
 * @typedef {{ length: number, starts: Int32Array, kept: Int32Array, features: Int32Array, gold: Uint8Array }} Row
 * `features[starts[i] … starts[i + 1])` are those of word i; those from `kept[i]` are what the document's other names gave
 * @typedef {{ epochs: number, rate: number, decay: number, dropout: number, memory: number, seed: number }} Settings
 * `dropout` is the share of features left out; `memory` the share of rounds that see what the document's other names gave
 */
import { bestLabels, movesOf } from '../../../dist/annotate/entities/decode.js';
import { BEFORE, LABELS, mayBegin, mayEnd } from '../../../dist/annotate/entities/labels.js';
import { randomFrom, shuffle } from './perceptron.mjs';

const BEGINS = Array.from({ length: LABELS }, (_, l) => mayBegin(l));
const ENDS = Array.from({ length: LABELS }, (_, l) => mayEnd(l));
const AFTER = BEFORE.map((_, l) => BEFORE.flatMap((before, next) => (before.includes(l) ? [next] : [])));
/** Gradients smaller than this change nothing worth the time. */
const SMALL = 1e-3;
/** What the sums of squares start from. */
const START = 1e-8;
/** Random numbers are drawn below this. */
const CHANCE = 65536;

/**
 * Trains; gives the mean of the later rounds' `weights` (feature × label) and `moves` (label before × label).
 * @param {readonly Row[]} rows @param {number} size number of features @param {Settings} settings
 */
export function trainCrf(rows, size, settings) {
  const random = randomFrom(settings.seed);
  const weights = parameters(size * LABELS);
  const moves = parameters(LABELS * LABELS);
  const order = rows.map((_, i) => i);
  const work = workspace(rows);
  let averaged = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (const i of shuffle(order, random)) learn(rows[i], { weights, moves }, work, settings, random);
    if (epoch < settings.epochs / 2) continue;
    averaged++;
    for (const { now, total } of [weights, moves]) for (let i = 0; i < now.length; i++) total[i] += now[i];
  }
  return { weights: weights.total.map((w) => w / averaged), moves: moves.total.map((w) => w / averaged) };
}

const parameters = (n) => ({
  now: new Float64Array(n),
  squares: new Float64Array(n).fill(START),
  total: new Float64Array(n),
});

/** Room for the longest of some rows. */
export function workspace(rows) {
  const longest = rows.reduce((most, r) => Math.max(most, r.length), 0);
  const cells = () => new Float64Array(longest * LABELS);
  return {
    active: new Int32Array(rows.reduce((most, r) => Math.max(most, r.features.length), 0)),
    ends: new Int32Array(longest),
    scores: cells(),
    alpha: cells(),
    beta: cells(),
    norms: new Float64Array(longest),
    jumps: new Float64Array(LABELS * LABELS),
    out: new Float64Array(LABELS),
  };
}

function learn(row, { weights, moves }, work, { rate, decay, dropout, memory }, random) {
  const remembers = random(CHANCE) < memory * CHANCE;
  choose(row, work, remembers, dropout, random);
  const scale = 1 / (1 - dropout);
  emissions(row.length, work, weights.now, scale);
  forward(row.length, work, moves.now);
  backward(row.length, work);
  learnMoves(row, work, moves, rate);
  let from = 0;
  for (let i = 0; i < row.length; i++) {
    for (let l = 0; l < LABELS; l++) {
      const slope = (work.alpha[i * LABELS + l] - (row.gold[i] === l ? 1 : 0)) * scale;
      if (slope >= SMALL || slope <= -SMALL)
        for (let k = from; k < work.ends[i]; k++)
          descend(weights, work.active[k] * LABELS + l, slope, rate, decay);
    }
    from = work.ends[i];
  }
}

function descend({ now, squares }, at, slope, rate, decay) {
  const g = slope + decay * now[at];
  squares[at] += g * g;
  now[at] -= (rate * g) / Math.sqrt(squares[at]);
}

/** Picks the features that this round sees. */
function choose(row, work, remembers, dropout, random) {
  const limit = Math.round(dropout * CHANCE);
  let n = 0;
  for (let i = 0; i < row.length; i++) {
    const end = remembers ? row.starts[i + 1] : row.kept[i];
    for (let k = row.starts[i]; k < end; k++)
      if (limit === 0 || random(CHANCE) >= limit) work.active[n++] = row.features[k];
    work.ends[i] = n;
  }
}

function emissions(length, { active, ends, scores }, weights, scale) {
  scores.fill(0, 0, length * LABELS);
  let k = 0;
  for (let i = 0; i < length; i++) {
    const at = i * LABELS;
    for (; k < ends[i]; k++) {
      const w = active[k] * LABELS;
      for (let l = 0; l < LABELS; l++) scores[at + l] += weights[w + l];
    }
    for (let l = 0; l < LABELS; l++) scores[at + l] *= scale;
  }
}

/** Forward sums in `alpha`, each word's brought to 1; exponentials of the scores in `beta`. */
function forward(length, { scores, alpha, beta, norms, jumps }, moves) {
  for (let i = 0; i < jumps.length; i++) jumps[i] = Math.exp(moves[i]);
  for (let i = 0; i < length; i++) {
    const at = i * LABELS;
    let top = -Infinity;
    for (let l = 0; l < LABELS; l++) top = Math.max(top, scores[at + l]);
    norms[i] = 0;
    for (let l = 0; l < LABELS; l++) {
      let sum = i === 0 && BEGINS[l] ? 1 : 0;
      if (i > 0) for (const b of BEFORE[l]) sum += alpha[at - LABELS + b] * jumps[b * LABELS + l];
      beta[at + l] = Math.exp(scores[at + l] - top);
      alpha[at + l] = i === length - 1 && !ENDS[l] ? 0 : sum * beta[at + l];
      norms[i] += alpha[at + l];
    }
    for (let l = 0; l < LABELS; l++) alpha[at + l] /= norms[i];
  }
}

/** Turns `alpha` into the probability of each label, `beta` into what a move into each label is worth. */
function backward(length, { alpha, beta, norms, jumps, out }) {
  for (let i = length - 1; i >= 0; i--) {
    const at = i * LABELS;
    for (let l = 0; l < LABELS; l++) {
      out[l] = i === length - 1 && ENDS[l] ? 1 : 0;
      if (i < length - 1)
        for (const to of AFTER[l]) out[l] += jumps[l * LABELS + to] * beta[at + LABELS + to];
    }
    for (let l = 0; l < LABELS; l++) {
      beta[at + l] *= out[l] / norms[i];
      alpha[at + l] *= out[l];
    }
  }
}

/** Given a label, the next one's probability goes by the move into it and its worth. */
function learnMoves(row, { alpha, beta, jumps }, moves, rate) {
  for (let i = 1; i < row.length; i++)
    for (let b = 0; b < LABELS; b++) {
      const mass = alpha[(i - 1) * LABELS + b];
      const right = row.gold[i - 1] === b;
      if (mass < SMALL && !right) continue;
      const worth = (l) => jumps[b * LABELS + l] * beta[i * LABELS + l];
      const all = AFTER[b].reduce((sum, l) => sum + worth(l), 0);
      for (const l of AFTER[b]) {
        const slope = (all > 0 ? (mass * worth(l)) / all : 0) - (right && row.gold[i] === l ? 1 : 0);
        if (slope >= SMALL || slope <= -SMALL) descend(moves, b * LABELS + l, slope, rate, 0);
      }
    }
}

/** The best labels of a row, without what its document's other names gave. */
export function decode(row, { weights, moves }, work) {
  choose(row, work, false, 0, null);
  emissions(row.length, work, weights, 1);
  return bestLabels(work.scores, row.length, movesOf([...moves], 1));
}
