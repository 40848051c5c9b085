#!/usr/bin/env node
// Trains the ranker of attributions → models/en/attribution.model, from hand-marked documents of the treebanks
// (scripts/train/attributions). Usage: node scripts/train/attribution.mjs --parser FILE [--data DIR]. FILE is a parser that has not
// seen these documents: node scripts/train/parser.mjs --without scripts/train/attributions/labels.jsonl --to FILE. Build first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLexicon } from '../../dist/lexicon/index.js';
import { expandModel, modelFrom } from '../../dist/lib/model-file.js';
import { choicesOf, documentsOf } from './lib/attribution-data.mjs';
import { readLabels } from './lib/attribution-labels.mjs';
import { trainChoices } from './lib/choices.mjs';
import { rowList, writeModel } from './lib/model.mjs';
import { dataFolder, ROOT, stop } from './lib/sets.mjs';

/** Weights are kept as whole thousandths; smaller ones than `LEAST` are dropped. */
const SCALE = 1000;
const LEAST = 15;
const FOLDS = 5;

const args = process.argv.slice(2);
const at = args.indexOf('--parser');
if (at < 0)
  stop('name a parser that has not seen the marked documents: --parser FILE (see the head of this script)');
const held = modelFrom(Uint8Array.from(expandModel(readFileSync(args[at + 1]))).buffer);
const folder = dataFolder(args, ['en_ewt-train.conllu', 'en_gum-train.conllu']);
const labels = readLabels(join(ROOT, 'scripts', 'train', 'attributions', 'labels.jsonl')).filter(
  (l) => l.first,
);
const shipped = loadLexicon();
const lexicon = {
  ...shipped,
  models: (language, task) =>
    task === 'parser' && language === 'en'
      ? held
      : task === 'attribution'
        ? null
        : shipped.models(language, task),
};
const choices = choicesOf(lexicon, documentsOf(folder, labels), labels);
const docs = [...new Set(choices.map(({ doc }) => doc))].sort();
const scores = score(docs.map((_, f) => f % FOLDS));
const weights = trainChoices(choices);
const rows = rowList(
  [...weights].map(([key, w]) => [key, [[0, Math.abs(w * SCALE) < LEAST ? 0 : Math.round(w * SCALE)]]]),
);
const { file, bytes } = writeModel({
  root: ROOT,
  language: 'en',
  task: 'attribution',
  sections: { info: { scale: SCALE }, rows: { weights: rows }, bytes: {} },
  card: {
    what: 'Chooses among the readings of an English cue of attribution (source and content by the words, by the tree, or of both), or none',
    method: 'log-linear model over hashed features of the readings (Berger et al. 1996), AdaGrad',
    trained_on: [
      `attributions marked by hand in ${docs.length} documents of UD English-EWT and -GUM, train (scripts/train/attributions; CC BY-SA 4.0)`,
      'their trees as a parser gives them that was trained without these documents',
    ],
    licence: 'CC BY-SA 4.0',
    scores: { note: `readings chosen, documents held out in ${FOLDS} parts`, ...scores },
    regenerate: 'node scripts/train/attribution.mjs --parser FILE --data DIR',
  },
});
console.error(`attribution: ${file}, ${bytes} bytes, ${JSON.stringify(scores)}`);

/** What the choices of held-out documents give: mean gain over kept ones, share of marks kept. */
function score(folds) {
  let kept = 0;
  let gained = 0;
  let possible = 0;
  for (let f = 0; f < FOLDS; f++) {
    const out = new Set(docs.filter((_, i) => folds[i] === f));
    const learned = trainChoices(choices.filter((c) => !out.has(c.doc)));
    for (const { keys, gains } of choices.filter((c) => out.has(c.doc))) {
      const sums = keys.map((row) => row.reduce((sum, key) => sum + (learned.get(key) ?? 0), 0));
      const best = sums.indexOf(Math.max(...sums));
      possible += Math.max(...gains);
      if (sums[best] <= 0) continue;
      kept++;
      gained += gains[best];
    }
  }
  const round = (x) => Number(x.toFixed(4));
  return { choices: choices.length, precision: round(gained / kept), recall: round(gained / possible) };
}
