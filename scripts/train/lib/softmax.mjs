/**
 * Multinomial logistic regression over sparse 0/1 features by stochastic gradient steps, each feature with its own
 * falling rate (AdaGrad, Duchi et al. 2011), features left out by chance (Wang and Manning 2013).
 */
import { randomFrom, shuffle } from './perceptron.mjs';

/**
 * Examples as typed arrays: features of example i are `ids[starts[i] … starts[i + 1])`, numbers below `features`.
 * @typedef {{ ids: Int32Array, starts: Int32Array, gold: Uint8Array, weights: Float32Array, features: number, classes: number }} Examples
 */

/** e^x for x ≤ 0 from sums and products alone, so that every machine gives the same bits. */
export function exp(x) {
  if (x < -40) return 0;
  const y = x / 1024;
  let e = 1 + y * (1 + y * (0.5 + y * (1 / 6 + y / 24)));
  for (let i = 0; i < 10; i++) e *= e;
  return e;
}

/** Gradients below this change nothing. */
const LEAST_GRADIENT = 0.004;
/** Examples whose gradient stays below this are seen every third round only. */
const EASY = 0.01;
const EASY_ROUNDS = 3;
const MOST_KEPT = 512;

/** One run of training: weights and working memory. */
class Run {
  constructor(examples, { rate, dropout, seed, mask }) {
    const { features, classes } = examples;
    Object.assign(this, examples, { rate, mask: mask ?? null, random: randomFrom(seed) });
    this.threshold = Math.floor(dropout * 65536);
    this.w = new Float32Array(features * classes);
    this.squares = new Float32Array(features).fill(1e-3);
    this.scores = new Float64Array(classes);
    this.kept = new Int32Array(MOST_KEPT);
    this.easy = new Uint8Array(examples.gold.length);
  }

  /** Steps over one example at a speed; whether its class was right. */
  step(i, speed) {
    const n = this.keep(i);
    const best = this.score(n);
    const norm = this.gradient(i, best);
    if (norm > 0) this.move(n, norm, speed);
    return best === this.gold[i];
  }

  /** Features of an example that are not left out this time, as offsets into the weights. */
  keep(i) {
    const { ids, starts, kept, classes, threshold, random } = this;
    let n = 0;
    for (let e = starts[i]; e < starts[i + 1]; e++)
      if (random(65536) >= threshold) kept[n++] = ids[e] * classes;
    return n;
  }

  score(n) {
    const { w, kept, scores, classes } = this;
    scores.fill(0);
    for (let k = 0; k < n; k++) {
      const row = kept[k];
      for (let c = 0; c < classes; c++) scores[c] += w[row + c];
    }
    let best = 0;
    for (let c = 1; c < classes; c++) if (scores[c] > scores[best]) best = c;
    return best;
  }

  /** Turns scores into gradients; the sum of their squares. */
  gradient(i, best) {
    const { scores, classes, gold } = this;
    const most = scores[best];
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += scores[c] = exp(scores[c] - most);
    this.easy[i] = scores[gold[i]] > sum * (1 - EASY) ? 1 : 0;
    let norm = 0;
    for (let c = 0; c < classes; c++) {
      const g = (scores[c] / sum - (c === gold[i] ? 1 : 0)) * this.weights[i];
      scores[c] = Math.abs(g) > LEAST_GRADIENT ? g : 0;
      norm += scores[c] * scores[c];
    }
    return norm;
  }

  move(n, norm, speed) {
    const { w, kept, scores, classes, squares, mask } = this;
    for (let k = 0; k < n; k++) squares[kept[k] / classes] += norm;
    for (let c = 0; c < classes; c++) {
      if (scores[c] === 0) continue;
      const g = scores[c] * speed;
      for (let k = 0; k < n; k++) {
        const row = kept[k];
        if (mask === null || mask[row + c] === 1) w[row + c] -= g / Math.sqrt(squares[row / classes]);
      }
    }
  }
}

/**
 * Trains on all examples, or on those numbered in `subset`.
 * @param {Examples} examples
 * @param {{ epochs: number, rate: number, dropout: number, seed: number, mask?: Uint8Array, subset?: Int32Array, say?: (line: string) => void }} options
 * `mask` (features × classes) holds 1 where a weight may be other than 0
 * @returns {Float32Array} weights, features × classes
 */
export function trainSoftmax(examples, options) {
  const { epochs, rate, say = () => {} } = options;
  const run = new Run(examples, options);
  const order = options.subset?.slice() ?? Int32Array.from(examples.gold, (_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, run.random);
    let wrong = 0;
    let seen = 0;
    for (let k = 0; k < order.length; k++) {
      if (run.easy[order[k]] === 1 && run.random(EASY_ROUNDS) > 0) continue;
      seen++;
      if (!run.step(order[k], rate * (1 - (epoch + k / order.length) / epochs))) wrong++;
    }
    const share = ((100 * wrong) / order.length).toFixed(2);
    say(`round ${epoch + 1} of ${epochs}: ${share} % wrong of ${order.length}, ${seen} looked at`);
  }
  return run.w;
}

/** The likeliest class of example i. `scores` is working memory, one for each class. */
export function classify({ ids, starts, classes }, w, i, scores) {
  scores.fill(0);
  for (let e = starts[i]; e < starts[i + 1]; e++) {
    const row = ids[e] * classes;
    for (let c = 0; c < classes; c++) scores[c] += w[row + c];
  }
  let best = 0;
  for (let c = 1; c < classes; c++) if (scores[c] > scores[best]) best = c;
  return best;
}
