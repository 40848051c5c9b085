/** Trains the tagger: a first pass over words, a second over words and the first's tags, pruned to what ships. */
import { wordFeatures } from '../../../dist/annotate/tag/features.js';
import { nearVerbs, tagFeatures } from '../../../dist/annotate/tag/tag-features.js';
import { verbClasses } from '../../../dist/annotate/tag/tagger.js';
import { rowList } from './model.mjs';
import { classify, trainSoftmax } from './softmax.mjs';
import { casedCopies, classNames, examplesOf, FormClasses, foldedSentences, layOut } from './tagger-data.mjs';

/** Chosen on EWT dev. */
export const TAGGER_OPTIONS = {
  /** Weight of copies in other letter case; 0 leaves them out. */
  cased: 0.5,
  /** Features seen less often are left out. */
  least: 2,
  rate: 0.3,
  dropout: 0.4,
  firstEpochs: 4,
  secondEpochs: 5,
  /** Groups of folds: each is tagged by a first pass that has not seen it. */
  groups: 5,
  /** Weights of each pass that ship. */
  firstEntries: 220_000,
  secondEntries: 730_000,
  /** How much more a weight of a frequent feature is worth keeping: its count to this power. */
  power: 0.35,
  /** Whole numbers that a weight of 1 becomes. */
  scale: 12,
  say: () => {},
};

/** Numbers of the templates in the order in which `wordFeatures` writes their keys; 0 is the bias. */
const run = (first, last = first) => Array.from({ length: last - first + 1 }, (_, i) => first + i);
const WRITTEN = [
  ...[run(0, 20), run(56), run(68, 69)],
  ...[run(23), run(38, 39), run(59)],
  ...[run(21), run(30, 33), run(48), run(57)],
  ...[run(22), run(34, 37), run(49, 50), run(58)],
  ...[run(24), run(40, 41), run(60)],
  ...[run(25, 29), run(70), run(42, 47), run(51, 55), run(61, 67), run(71, 72)],
].flat();
const written = new Int32Array(WRITTEN.length);

/** Puts the keys of a word in the order of their templates: chance falls on features in order, so it decides the weights. */
function inOrder(keys, n) {
  written.set(keys.subarray(0, n));
  for (let k = 0; k < n; k++) keys[WRITTEN[k]] = written[k];
  return n;
}

/**
 * Everything that does not hang on which folds are held out.
 * @param {import('./conllu.mjs').Tree[]} trees training sentences; `weight` 1 unless given
 * @param {(word: string) => object} formOf as `formsOf` makes it
 */
export function prepare(trees, formOf, options = {}) {
  const o = { ...TAGGER_OPTIONS, ...options };
  const plain = foldedSentences(trees);
  const sentences = o.cased > 0 ? [...plain, ...casedCopies(plain, o.cased)] : plain;
  const classes = classNames(plain);
  const formClasses = new FormClasses(plain, classes);
  const laid = layOut(sentences, formOf, formClasses, true);
  const words = (s, i, keys) => inOrder(keys, wordFeatures(laid[s], i, keys));
  const first = examplesOf(sentences, classes, [words], o.least);
  o.say(`${first.gold.length} words, ${first.features} features in the first pass`);
  return { o, plain, sentences, classes, formClasses, laid, words, first };
}

export const p = (o, epochs, seed) => ({ epochs, rate: o.rate, dropout: o.dropout, seed, say: o.say });
const seenBy = ({ folds }, group, groups) =>
  Int32Array.from([...folds.keys()].filter((i) => folds[i] % groups !== group));

/** Tags each example by a model that has seen nothing of its group of folds. `train(subset)` gives weights. */
function heldOut(examples, groups, train, say) {
  const tags = new Uint8Array(examples.gold.length);
  const scores = new Float64Array(examples.classes);
  for (let group = 0; group < groups; group++) {
    say(`held-out group ${group + 1} of ${groups}`);
    const w = train(seenBy(examples, group, groups));
    for (let i = 0; i < tags.length; i++)
      if (examples.folds[i] % groups === group) tags[i] = classify(examples, w, i, scores);
  }
  return tags;
}

/** Tags of the first pass for all training words, each by a pass that has not seen its document. */
export function firstTags({ o, first }) {
  const train = (subset) => trainSoftmax(first, { ...p(o, o.firstEpochs - 1, 5), subset, say: () => {} });
  return heldOut(first, o.groups, train, o.say);
}

/** Examples of the second pass, given the first's tags of all words in a row. */
export function secondExamples({ o, sentences, classes, laid, words }, tags) {
  const isVerb = verbClasses(classes);
  let from = 0;
  const views = sentences.map((s, k) => {
    const own = tags.subarray(from, from + s.words.length);
    from += s.words.length;
    return { own, near: nearVerbs(laid[k], own, isVerb, own.length) };
  });
  const fill = (s, i, keys) => tagFeatures(laid[s], i, views[s].own, views[s].near, keys);
  const second = examplesOf(sentences, classes, [words, fill], o.least);
  o.say(`${second.features} features in the second pass`);
  return second;
}

/** Weights of a pass, all of them, then only the `entries` greatest, learnt again without the others. */
export function trainPass(examples, options, entries, power) {
  const w = trainSoftmax(examples, options);
  const mask = greatest(w, examples, entries, power);
  options.say(`once more with the ${entries} greatest weights`);
  return trainSoftmax(examples, { ...options, mask });
}

const STEPS = 1 << 16;
/**
 * Marks the weights that matter most: size times a power of how often the feature comes (by a histogram, so a few fewer
 * than `entries`).
 */
export function greatest(w, { counts, classes }, entries, power) {
  const often = Float64Array.from(counts, (n) => n ** power);
  let top = 0;
  eachWeight(w, classes, (_, value, id) => {
    top = Math.max(top, value * often[id]);
  });
  // The square root spreads the many small ones over more steps.
  const stepOf = (value, id) => Math.floor(Math.sqrt((value * often[id]) / top) * STEPS);
  const histogram = new Float64Array(STEPS + 1);
  eachWeight(w, classes, (_, value, id) => {
    histogram[stepOf(value, id)]++;
  });
  let step = STEPS;
  for (let left = entries; step > 0 && left > histogram[step]; step--) left -= histogram[step];
  const mask = new Uint8Array(w.length);
  eachWeight(w, classes, (i, value, id) => {
    if (stepOf(value, id) > step) mask[i] = 1;
  });
  return mask;
}

/** Calls `each(place, size, feature)` with every weight other than 0. */
function eachWeight(w, classes, each) {
  for (let id = 0, i = 0; i < w.length; id++)
    for (const end = i + classes; i < end; i++) if (w[i] !== 0) each(i, Math.abs(w[i]), id);
}

/** A pass's weights as whole numbers, rows by key. */
function passRows({ keys, classes }, w, scale) {
  const rows = new Map();
  eachWeight(w, classes, (i, _, id) => {
    const value = Math.round(w[i] * scale);
    if (value === 0) return;
    if (!rows.has(keys[id])) rows.set(keys[id], []);
    rows.get(keys[id]).push([i - id * classes, value]);
  });
  return rowList(rows);
}

/**
 * Trains a tagger and gives what its model file holds.
 * @returns {import('../../../dist/lib/model-file.js').ModelSections}
 */
export function trainTagger(trees, formOf, options = {}) {
  const all = prepare(trees, formOf, options);
  const { o, first, classes, formClasses } = all;
  const second = secondExamples(all, firstTags(all));
  o.say('first pass');
  const w1 = trainPass(first, p(o, o.firstEpochs, 5), o.firstEntries, o.power);
  o.say('second pass');
  const w2 = trainPass(second, p(o, o.secondEpochs, 6), o.secondEntries, o.power);
  return {
    info: { classes },
    rows: {
      first: passRows(first, w1, o.scale),
      second: passRows(second, w2, o.scale),
      classes: rowList(formClasses.rows()),
    },
    bytes: {},
  };
}

/** Rounds that find the weights to keep while tags are made for the parser. */
const MASK_EPOCHS = 3;

/**
 * Tags of the training sentences, each document by passes that have not seen it and are pruned as those that ship: what a
 * parser should be trained on.
 * @returns {{ upos: string, xpos: string }[][]} by sentence
 */
export function jackknife(trees, formOf, options = {}) {
  const all = prepare(trees, formOf, { ...options, cased: 0 });
  const { o } = all;
  const second = secondExamples(all, firstTags(all));
  const train = (subset) => {
    const w = trainSoftmax(second, { ...p(o, MASK_EPOCHS, 6), subset, say: () => {} });
    const mask = greatest(w, second, o.secondEntries, o.power);
    return trainSoftmax(second, { ...p(o, o.secondEpochs - 1, 6), subset, mask, say: () => {} });
  };
  const tags = heldOut(second, o.groups, train, o.say);
  let at = 0;
  return all.plain.map((s) =>
    s.words.map(() => {
      const [upos, xpos] = all.classes[tags[at++]].split('|');
      return { upos, xpos };
    }),
  );
}
