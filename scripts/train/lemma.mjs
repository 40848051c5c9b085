#!/usr/bin/env node
// Learns English lemmas → models/en/lemma.model. Usage: node scripts/train/lemma.mjs [--data DIR]
// DIR holds the treebanks (default: SAYSO_SETS/train). Needs models/en/tagger.model for its score only. The same data gives the same bytes.
import { join } from 'node:path';
import {
  CASES,
  caseClass,
  decisionKey,
  editClass,
  knownFrom,
  LISTS,
  LONGEST,
  lemmatiserFrom,
} from '../../dist/annotate/tag/lemma.js';
import { taggerFrom } from '../../dist/annotate/tag/tagger.js';
import { readTrees } from './lib/conllu.mjs';
import { learnDecisions } from './lib/decisions.mjs';
import { rowList, writeModel } from './lib/model.mjs';
import { dataFolder, ROOT } from './lib/sets.mjs';
import { modelOf, shippedForms, shippedModel } from './lib/tagger-forms.mjs';

const FILES = ['en_ewt-train.conllu', 'en_gum-train.conllu', 'en_ewt-dev.conllu', 'en_gum-dev.conllu'];
/** An ending decides from this many words on; of letter case also a whole word only from so many tokens on (chosen on EWT dev). */
const EDITS = { least: 2 };
const LETTER_CASES = { least: 8, leastWhole: 2 };
/** Ways to make a form in -s that a verb's lemma is tried with. */
const PROOFS = 3;
/** How much a token of EWT counts; GUM writes some lemmas otherwise ("--"). */
const EWT_WEIGHT = 3;

const folder = dataFolder(process.argv.slice(2), FILES);
const [ewt, gum, ewtDev, gumDev] = FILES.map((name) => readTrees(join(folder, name)));
const wordsOf = (trees, weight) =>
  trees.flatMap((s) => s.words.filter(usable).map((word) => ({ ...word, weight })));
const words = [...wordsOf(ewt, EWT_WEIGHT), ...wordsOf(gum, 1)];

function usable({ form, lemma }) {
  return lemma !== '_' && form.length <= LONGEST && form.toLowerCase().length === form.length;
}

/** Letters to cut from the end and letters to put there. */
function editOf(lower, lemma) {
  let same = 0;
  while (same < lower.length && same < lemma.length && lower[same] === lemma[same]) same++;
  return [lower.length - same, lemma.slice(same)];
}

const title = (text) => text.charAt(0).toUpperCase() + text.slice(1);
/** How the lemma is written, given its letters; `null` when in none of the ways known. */
function caseDecision({ form, lemma }, [cut, add]) {
  const small = lemma.toLowerCase();
  if (lemma === small) return CASES.lower;
  if (lemma === form.slice(0, form.length - cut) + add) return CASES.keep;
  return lemma === title(small) ? CASES.title : null;
}

/** One case for each word class, form and decision, with how often it comes. */
function counted(rows) {
  const cases = new Map();
  for (const [wordClass, lower, decision, weight] of rows) {
    const name = `${wordClass} ${lower} ${decision}`;
    const seen = cases.get(name);
    if (seen) seen.count += weight;
    else cases.set(name, { wordClass, lower, decision, count: weight });
  }
  return [...cases.values()];
}

const editNames = new Map([['0 ', 0]]);
const edits = [[0, '']];
function editNumber([cut, add]) {
  const name = `${cut} ${add}`;
  if (!editNames.has(name)) editNames.set(name, edits.push([cut, add]) - 1);
  return editNames.get(name);
}

const editRows = [];
const caseRows = [];
for (const word of words) {
  const lower = word.form.toLowerCase();
  const edit = editOf(lower, word.lemma.toLowerCase());
  editRows.push([editClass(word.upos, word.xpos), lower, editNumber(edit), word.weight]);
  const how = caseDecision(word, edit);
  if (how !== null) caseRows.push([caseClass(word.upos, word.xpos, word.form), lower, how, word.weight]);
}
const decisions = new Map([
  ...learnDecisions(LISTS.edit, counted(editRows), EDITS),
  ...learnDecisions(LISTS.letterCase, counted(caseRows), LETTER_CASES),
]);
const isKnown = knownFrom(shippedModel('clusters'));

/** The usual ways from a verb's lemma to its form in -s, most frequent first. */
function usualForms() {
  const counts = new Map();
  const forms = new Map(
    words.filter(({ xpos }) => xpos === 'VBZ').map((w) => [w.form.toLowerCase(), w.lemma]),
  );
  for (const [form, lemma] of forms) {
    const name = JSON.stringify(editOf(lemma, form));
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return sorted.slice(0, PROOFS).map(([name]) => JSON.parse(name));
}
const usual = usualForms();
const sectionsNow = () => ({
  info: { edits, proofs: { VBD: usual, VBG: usual, VBN: usual } },
  rows: { decisions: rowList([...decisions].map(([key, decision]) => [key, [[0, decision + 1]]])) },
  bytes: {},
});

/** Words of training that the endings, known words considered, would get wrong are written down whole. */
function addExceptions() {
  const lemmatiser = lemmatiserFrom(modelOf(sectionsNow()), isKnown);
  const most = new Map();
  for (const { upos, xpos, form, lemma, weight } of words) {
    const name = `${upos}\t${xpos}\t${form.toLowerCase()}`;
    const counts = most.get(name) ?? new Map();
    most.set(name, counts.set(lemma.toLowerCase(), (counts.get(lemma.toLowerCase()) ?? 0) + weight));
  }
  for (const [name, counts] of most) {
    const [upos, xpos, lower] = name.split('\t');
    const best = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0][0];
    if (lemmatiser.lemma(lower, upos, xpos).toLowerCase() !== best)
      decisions.set(
        decisionKey(LISTS.edit, editClass(upos, xpos), lower, -1),
        editNumber(editOf(lower, best)),
      );
  }
}
addExceptions();
const sections = sectionsNow();

/** Share of lemmas that are right, with the tags of the treebank and with our own. */
function score(lemmatiser, tagger, trees) {
  let gold = 0;
  let own = 0;
  let all = 0;
  for (const tree of trees) {
    const tags = tagger.tag(tree.words.map((w) => w.form));
    tree.words.forEach((w, i) => {
      if (w.lemma === '_') return;
      all++;
      if (lemmatiser.lemma(w.form, w.upos, w.xpos) === w.lemma) gold++;
      if (lemmatiser.lemma(w.form, tags.upos[i], tags.xpos[i]) === w.lemma) own++;
    });
  }
  const round = (x) => Math.round(x * 1e4) / 1e4;
  return { own_tags: round(own / all), gold_tags: round(gold / all), words: all };
}

const lemmatiser = lemmatiserFrom(modelOf(sections), isKnown);
const tagger = taggerFrom(shippedModel('tagger'), shippedForms());
const scores = {
  'EWT dev': score(lemmatiser, tagger, ewtDev),
  'GUM dev, six genres': score(lemmatiser, tagger, gumDev),
};
const written = writeModel({
  root: ROOT,
  language: 'en',
  task: 'lemma',
  sections,
  card: {
    what: 'English lemmas: edits of a word’s end and of its letter case, by part of speech and the longest known ending',
    trained_on: [
      'UD English-EWT, train (CC BY-SA 4.0; Silveira et al. 2014)',
      'UD English-GUM, train, genres academic, bio, court, news, interview, voyage (annotations CC BY 4.0; texts CC BY or CC BY-SA; Zeldes 2017)',
    ],
    licence: 'CC BY-SA 4.0',
    decisions: decisions.size,
    scores,
    regenerate: 'node scripts/train/lemma.mjs --data DIR',
  },
});
console.error(`lemma: ${JSON.stringify(scores)}`);
console.error(`lemma: wrote ${written.file}, ${written.bytes} bytes, ${decisions.size} decisions`);
