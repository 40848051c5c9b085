/**
 * Trains the parser: actions along its own path (dynamic oracle with exploration, Goldberg and Nivre 2013), relations on
 * finished trees. A first run finds the features that ship, the next learn with those alone; their weights are summed.
 */
import { ActionFeatures, kindOf } from '../../../dist/annotate/parse/features.js';
import { LabelFeatures, Tree } from '../../../dist/annotate/parse/labels.js';
import { MOST_WORDS, SentenceTable } from '../../../dist/annotate/parse/sentence-table.js';
import { ACTIONS, bestAction, State } from '../../../dist/annotate/parse/transitions.js';
import { MOST_PAIR_VALUE } from '../../../dist/lib/model-pairs.js';
import { rowList } from './model.mjs';
import { bareTree } from './parser-data.mjs';
import { costsOf, rightAction } from './parser-oracle.mjs';
import { DenseWeights, furthestKeys, greatestEntries, SparseWeights } from './parser-weights.mjs';
import { randomFrom, shuffle } from './perceptron.mjs';

/** Chosen on EWT dev. */
export const PARSER_OPTIONS = {
  /** Rounds that find the features, rounds that learn, and how often these are done in another order and summed. */
  findRounds: 4,
  rounds: 6,
  runs: 3,
  labelFindRounds: 3,
  labelRounds: 5,
  labelRuns: 2,
  /** A feature counts from this correction on while features are being found. */
  gate: 2,
  /** In thousandths: how often a wrong action is followed, from the second round on. */
  explore: 900,
  actionRows: 700_000,
  labelEntries: 450_000,
  /** Whole numbers that a weight of 1 becomes. */
  scale: 12,
  /** So many of these make one in the pairs that ship for actions. */
  pairStep: 5,
  /** Rows ship whose greatest weight is so much in these numbers: the others cost time and change little. */
  leastAction: 30,
  leastLabel: 12,
  say: () => {},
};

/** Sentences in another order each round. */
function* rounds(sentences, random, count) {
  const order = Int32Array.from(sentences.keys());
  for (let round = 0; round < count; round++) {
    shuffle(order, random);
    for (const i of order) yield { round, s: sentences[i] };
  }
}

/** A run over actions. After `run`, `weights` are to be averaged over `time` steps. */
class ActionRun {
  wrong = 0;
  time = 0;
  state = new State(MOST_WORDS);
  scores = new Float64Array(ACTIONS);
  costs = new Float64Array(ACTIONS);

  constructor(forms, { seed, explore, only = null, gate = 1 }) {
    this.random = randomFrom(seed);
    this.explore = explore;
    this.table = new SentenceTable(forms);
    this.features = new ActionFeatures(this.table);
    this.weights = new DenseWeights(ACTIONS, { gate, only });
  }

  run(sentences, count) {
    for (const { round, s } of rounds(sentences, this.random, count)) this.sentence(s, round);
    return this;
  }

  sentence(s, round) {
    const { table, state } = this;
    table.read(s.words, s.upos, s.xpos);
    if (table.size === 0) return;
    const { heads } = bareTree(table, s);
    state.start(table.size);
    while (!state.done) {
      const word = state.take(this.step(heads, round));
      if (word >= 0) table.attach(word, state.heads[word], kindOf(table, state, word));
    }
  }

  /** Learns from a state; returns the action to take. */
  step(heads, round) {
    const { state, features, weights, scores, costs } = this;
    const n = features.of(state);
    weights.score(features.keys, n, scores);
    const best = bestAction(state, scores);
    const right = rightAction(scores, costs, costsOf(state, heads, costs));
    this.time++;
    if (best === right) return best;
    this.wrong++;
    weights.correct(features.keys, n, right, best, this.time);
    return round > 0 && this.random(1000) < this.explore ? best : right;
  }
}

/** A run over relations. */
class LabelRun {
  wrong = 0;
  time = 0;
  tree = new Tree();

  constructor(forms, relations, { seed, only = null, gate = 1 }) {
    this.random = randomFrom(seed);
    this.table = new SentenceTable(forms);
    this.features = new LabelFeatures(this.table);
    this.weights = new SparseWeights({ gate, only });
    this.scores = new Float64Array(relations);
  }

  run(sentences, count) {
    for (const { s } of rounds(sentences, this.random, count)) this.sentence(s);
    return this;
  }

  sentence(s) {
    const { table, tree } = this;
    table.read(s.words, s.upos, s.xpos);
    if (table.size === 0) return;
    const gold = bareTree(table, s);
    tree.read(gold.heads, table.size);
    for (let i = 1; i < tree.size; i++) {
      const word = tree.order[i];
      table.attach(word, tree.heads[word], this.step(word, gold.relations[word]));
    }
  }

  /** Learns from an arc; returns the relation that scored best. */
  step(word, right) {
    const { features, weights, scores } = this;
    const n = features.of(this.tree, word);
    weights.score(features.keys, n, scores);
    let best = 0;
    for (let r = 1; r < scores.length; r++) if (scores[r] > scores[best]) best = r;
    this.time++;
    if (best === right) return best;
    this.wrong++;
    weights.correct(features.keys, n, right, best, this.time);
    return best;
  }
}

/** Rows in whole numbers, without those that never reach `least`. */
const scaled = (rows, scale, least) =>
  rows
    .map(([key, entries]) => [key, entries.map(([c, value]) => [c, Math.round(value * scale)])])
    .filter(([, entries]) => entries.some(([, value]) => Math.abs(value) >= least));

/** Rows in coarser numbers that fit a pair; the few that still reach further are cut. */
const fitting = (rows, step) => {
  const paired = (value) => Math.max(-MOST_PAIR_VALUE, Math.min(MOST_PAIR_VALUE, Math.round(value / step)));
  return rows.map(([key, entries]) => [key, entries.map(([c, value]) => [c, paired(value)])]);
};

/** Sums averaged weights of runs over the same keys. */
function summed(runs) {
  const rows = new Map();
  for (const { weights, time } of runs)
    for (const [key, entries] of weights.averages(time)) {
      const there = rows.get(key);
      if (!there) rows.set(key, entries);
      else for (const [i, [, value]] of entries.entries()) there[i][1] += value;
    }
  return [...rows];
}

const report = (say, what, { wrong, time, weights }) =>
  say(`${what}: ${wrong} of ${time} wrong, ${weights.keys.size} features`);

function actionRows(sentences, forms, o) {
  const { explore, gate, say } = o;
  const found = new ActionRun(forms, { seed: 11, explore, gate }).run(sentences, o.findRounds);
  report(say, 'actions, finding', found);
  const only = furthestKeys(found.weights, found.time, o.actionRows);
  const runs = Array.from({ length: o.runs }, (_, k) => {
    const run = new ActionRun(forms, { seed: 12 + k, explore, only }).run(sentences, o.rounds);
    report(say, 'actions', run);
    return run;
  });
  return rowList(fitting(scaled(summed(runs), o.scale / o.runs, o.leastAction), o.pairStep));
}

function labelRows(sentences, forms, relations, o) {
  const { gate, say } = o;
  const found = new LabelRun(forms, relations, { seed: 21, gate }).run(sentences, o.labelFindRounds);
  report(say, 'relations, finding', found);
  const only = greatestEntries(found.weights, found.time, o.labelEntries);
  const runs = Array.from({ length: o.labelRuns }, (_, k) => {
    const run = new LabelRun(forms, relations, { seed: 22 + k, only }).run(sentences, o.labelRounds);
    report(say, 'relations', run);
    return run;
  });
  return rowList(scaled(summed(runs), o.scale / o.labelRuns, o.leastLabel));
}

/**
 * Trains a parser and gives what its model file holds.
 * @param {import('./parser-data.mjs').Sample[]} sentences
 * @returns {import('../../../dist/lib/model-file.js').ModelSections}
 */
export function trainParser(sentences, forms, relations, options = {}) {
  const o = { ...PARSER_OPTIONS, ...options };
  const short = sentences.filter((s) => s.words.length <= MOST_WORDS);
  const labels = labelRows(short, forms, relations.length, o);
  const actions = actionRows(short, forms, o);
  return { info: { relations }, rows: { labels }, pairs: { actions }, bytes: {} };
}
