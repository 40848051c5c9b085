/**
 * Learns to choose one reading of a cue, or none: a log-linear model over the readings and "none", which scores 0 (Berger,
 * Della Pietra and Della Pietra 1996), by AdaGrad (Duchi et al. 2011) with weights pulled to 0.
 */
import { KeyIndex, randomFrom, shuffle } from './perceptron.mjs';

const SEED = 20261201;
const EPOCHS = 8;
const RATE = 0.15;
/** Pull of each weight towards 0 at each step that touches it, times the rate. */
const PULL = 0.01;
/** Rarer features are left out. */
const MIN_COUNT = 3;
/** A reading that gives back less of a mark than this is wrong. */
const LEAST_GAIN = 0.45;
/** Readings this close to the best count as good as it. */
const NEAR = 0.02;

/** @param {import('./attribution-data.mjs').Choice[]} choices @returns {Map<number, number>} weight by key */
export function trainChoices(choices, { epochs = EPOCHS, pull = PULL, minCount = MIN_COUNT } = {}) {
  const index = new KeyIndex(18);
  for (const { keys } of choices) for (const row of keys) for (const key of row) index.add(key);
  const counts = Int32Array.from({ length: index.size });
  const weights = new Float64Array(index.size);
  const squares = new Float64Array(index.size);
  for (const { keys } of choices) for (const row of keys) for (const key of row) counts[index.get(key)]++;
  const rows = choices.map(({ keys }) =>
    keys.map((row) => Array.from(row, (key) => index.get(key)).filter((id) => counts[id] >= minCount)),
  );
  const targets = choices.map(({ gains }) => targetOf(gains));
  const random = randomFrom(SEED);
  const order = choices.map((_, i) => i);
  for (let epoch = 0; epoch < epochs; epoch++)
    for (const i of shuffle(order, random)) learn({ weights, squares }, rows[i], targets[i], pull);
  return new Map([...index.keys()].map((key, id) => [key, counts[id] >= minCount ? weights[id] : 0]));
}

/** Share of the target that each reading gets; what is left of 1 is "none". */
function targetOf(gains) {
  const best = Math.max(...gains);
  if (best < LEAST_GAIN) return gains.map(() => 0);
  const good = gains.map((g) => g >= best - NEAR);
  const n = good.filter(Boolean).length;
  return good.map((g) => (g ? 1 / n : 0));
}

function learn({ weights, squares }, rows, target, pull) {
  const shares = sharesOf(rows.map((ids) => ids.reduce((sum, id) => sum + weights[id], 0)));
  rows.forEach((ids, r) => {
    const error = shares[r] - target[r];
    for (const id of ids) {
      const gradient = error + pull * weights[id];
      squares[id] += gradient * gradient;
      weights[id] -= (RATE * gradient) / Math.sqrt(squares[id] + 1e-8);
    }
  });
}

function sharesOf(scores) {
  const top = Math.max(0, ...scores);
  const powers = scores.map((s) => Math.exp(s - top));
  const sum = powers.reduce((a, b) => a + b, Math.exp(-top));
  return powers.map((p) => p / sum);
}
