#!/usr/bin/env node
// Trains the English dependency parser → models/en/parser.model. Usage: node scripts/train/parser.mjs [--data DIR] [--tags DIR]
// It is trained on tags as the tagger gives them to sentences that it has not seen (jackknifing). That takes minutes; `--tags DIR`
// keeps them there (<set>.tsv: upos TAB xpos, a blank line between sentences) and reads them when they lie there.
// `--without LABELS --to FILE` leaves out the documents of a file of labels (one JSON object a line, with `doc`) and writes
// the model alone to FILE: for what is trained on trees of those documents as they look to a parser that has not seen them.
// Run Node with --max-old-space-size=6000; first the clusters and the tagger, and node scripts/build.mjs --only=ts,models.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formsOf } from '../../dist/annotate/forms.js';
import { parserFrom } from '../../dist/annotate/parse/parser.js';
import { taggerFrom } from '../../dist/annotate/tag/tagger.js';
import { expandModel, modelFrom, packModel } from '../../dist/lib/model-file.js';
import { labelledDocuments } from './lib/attribution-labels.mjs';
import { readTrees } from './lib/conllu.mjs';
import { writeModel } from './lib/model.mjs';
import { samplesOf } from './lib/parser-data.mjs';
import { scoreTrees } from './lib/parser-score.mjs';
import { trainParser } from './lib/parser-train.mjs';
import { dataFolder, ROOT, stop } from './lib/sets.mjs';
import { jackknife } from './lib/tagger-train.mjs';

const TRAIN = ['ewt-train', 'gum-train'];
const DEV = ['ewt-dev', 'gum-dev'];
const fileOf = (set) => `en_${set}.conllu`;
const say = (line) => console.error(`parser: ${line}`);

const args = process.argv.slice(2);
const folder = dataFolder(args, [...TRAIN, ...DEV].map(fileOf));
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : null);
const kept = option('--tags');
const without = option('--without');
const to = option('--to');
if (Boolean(without) !== Boolean(to)) stop('--without LABELS and --to FILE go together');
const leftOut = without ? labelledDocuments(without) : [];

const shipped = (task) =>
  modelFrom(exact(expandModel(readFileSync(join(ROOT, 'models', 'en', `${task}.model`)))));
/** Bytes as a buffer of their own, which starts on a boundary. */
const exact = (bytes) => Uint8Array.from(bytes).buffer;

/** Tags of the sets' trees, from the folder of kept tags or made by `make`. */
function tagsOf(sets, trees, make) {
  const files = sets.map((set) => kept && join(kept, `${set}.tsv`));
  if (files.every((file) => file && existsSync(file))) return files.map(readTags);
  const made = make();
  let at = 0;
  return sets.map((_, i) => {
    const tags = made.slice(at, at + trees[i].length);
    at += trees[i].length;
    if (files[i]) writeTags(files[i], tags);
    return tags;
  });
}

function readTags(file) {
  const sentences = readFileSync(file, 'utf8').trimEnd().split('\n\n');
  return sentences.map((s) =>
    s.split('\n').map((line) => ({ upos: line.split('\t')[0], xpos: line.split('\t')[1] })),
  );
}

function writeTags(file, tags) {
  mkdirSync(kept, { recursive: true });
  writeFileSync(file, tags.map((s) => `${s.map((t) => `${t.upos}\t${t.xpos}`).join('\n')}\n\n`).join(''));
}

const forms = formsOf(shipped('clusters'));
const treesOf = (sets) => sets.map((set) => readTrees(join(folder, fileOf(set))));
const trainTrees = treesOf(TRAIN);
const devTrees = treesOf(DEV);
say('tags of the training sentences');
const trainTags = tagsOf(TRAIN, trainTrees, () => jackknife(trainTrees.flat(), forms, { say }));
const devTags = tagsOf(DEV, devTrees, () => {
  const tagger = taggerFrom(shipped('tagger'), forms);
  return devTrees.flat().map(({ words }) => pairs(tagger.tag(words.map((w) => w.form))));
});

function pairs({ upos, xpos }) {
  return upos.map((u, i) => ({ upos: u, xpos: xpos[i] }));
}

const relations = [...new Set(trainTrees.flat().flatMap((t) => t.words.map((w) => w.deprel)))].sort();
const isSeen = ({ id }) => !leftOut.some((doc) => id.startsWith(`${doc}-`));
const samples = trainTrees.flatMap((trees, i) =>
  samplesOf(trees, trainTags[i], relations).filter((_, k) => isSeen(trees[k])),
);
const sections = trainParser(samples, forms, relations, { say });

if (to) {
  writeFileSync(to, packModel(sections));
  say(`${to}: without ${leftOut.length} documents`);
  process.exit(0);
}
const parser = parserFrom(modelFrom(exact(expandModel(packModel(sections)))), forms);
const scores = Object.fromEntries(
  DEV.map((set, i) => [set, scoreTrees(parser, devTrees[i], samplesOf(devTrees[i], devTags[i], relations))]),
);
const card = {
  what: 'English dependency parser (UD relations with subtypes): arc-hybrid by averaged perceptron with selective branching, relations on the finished trees, of which the surest is taken',
  trained_on: [
    'UD English-EWT, train (CC BY-SA 4.0)',
    'UD English-GUM, train, six genres (annotations CC BY 4.0; texts CC BY or CC BY-SA)',
    'clusters.model and tags as the tagger gives them (see their cards)',
  ],
  licence: 'CC BY-SA 4.0',
  scores: {
    note: 'gold words, predicted tags, all words with punctuation, full labels; dev sets, on which it was tuned',
    ...scores,
  },
  regenerate: 'node --max-old-space-size=6000 scripts/train/parser.mjs --data DIR',
};
const { file, bytes } = writeModel({ root: ROOT, language: 'en', task: 'parser', sections, card });
say(`${file}: ${bytes} bytes; ${JSON.stringify(scores)}`);
