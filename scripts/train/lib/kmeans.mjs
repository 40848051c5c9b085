/** Spherical k-means over rows of a flat Float32Array (Dhillon and Modha 2001): rows and centres have length 1. */
import { randomFrom } from './perceptron.mjs';

/** Divides every row by its length, in place; rows of nothing stay. */
export function normaliseRows(data, width) {
  for (let from = 0; from < data.length; from += width) {
    let sum = 0;
    for (let d = 0; d < width; d++) sum += data[from + d] * data[from + d];
    if (sum === 0) continue;
    const scale = 1 / Math.sqrt(sum);
    for (let d = 0; d < width; d++) data[from + d] *= scale;
  }
  return data;
}

/**
 * Clusters the first `learn` rows, then gives every row its nearest centre. Only sums, products and roots: the same bytes
 * on every machine.
 * @param {Float32Array} data rows of `width` numbers
 * @param {{ width: number, clusters: number, learn: number, rounds: number, seed: number, say?: (line: string) => void }} options
 * @returns {Int32Array} cluster of each row
 */
export function kmeans(data, { width, clusters, learn, rounds, seed, say = () => {} }) {
  const rows = data.length / width;
  const seen = Math.min(learn, rows);
  const centres = firstCentres(data, width, clusters, seen, randomFrom(seed));
  const near = new Int32Array(rows);
  for (let round = 0; round < rounds; round++) {
    const moved = assign(data, width, centres, near, seen);
    moveCentres(data, width, centres, near, seen);
    say(`k-means ${clusters}, round ${round + 1} of ${rounds}: ${moved} words moved`);
  }
  assign(data, width, centres, near, rows);
  return near;
}

/** Different rows, by chance. */
function firstCentres(data, width, clusters, seen, random) {
  const picked = new Set();
  while (picked.size < clusters) picked.add(random(seen));
  const centres = new Float32Array(clusters * width);
  [...picked].forEach((row, c) => {
    centres.set(data.subarray(row * width, (row + 1) * width), c * width);
  });
  return centres;
}

function assign(data, width, centres, near, rows) {
  let moved = 0;
  for (let row = 0; row < rows; row++) {
    const best = nearest(data, row * width, width, centres);
    if (best !== near[row]) moved++;
    near[row] = best;
  }
  return moved;
}

function nearest(data, from, width, centres) {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0, c = 0; at < centres.length; at += width, c++) {
    let dot = 0;
    for (let d = 0; d < width; d++) dot += data[from + d] * centres[at + d];
    if (dot > most) {
      most = dot;
      best = c;
    }
  }
  return best;
}

/** Each centre becomes the mean of its rows; a centre without rows stays where it was. */
function moveCentres(data, width, centres, near, rows) {
  const sums = new Float64Array(centres.length);
  const counts = new Int32Array(centres.length / width);
  for (let row = 0; row < rows; row++) {
    counts[near[row]]++;
    for (let d = 0; d < width; d++) sums[near[row] * width + d] += data[row * width + d];
  }
  for (let i = 0; i < sums.length; i++) if (counts[Math.floor(i / width)] > 0) centres[i] = sums[i];
  normaliseRows(centres, width);
}
