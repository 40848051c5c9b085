/** Training of the clitic splitter: sites with their right cuts out of a treebank, a lexicon, a ranking perceptron. */

import { analysesOf } from '../../../dist/annotate/clitics/analyses.js';
import { featuresOf, MOST_FEATURES, viewOf } from '../../../dist/annotate/clitics/features.js';
import { splitWith } from '../../../dist/annotate/clitics/index.js';
import { lettersOf, stemKey } from '../../../dist/annotate/clitics/letters.js';
import { piecesOf, siteOf } from '../../../dist/annotate/clitics/pieces.js';
import { COLUMNS, classOf, columnOf } from '../../../dist/annotate/clitics/words.js';
import { tokenize } from '../../../dist/annotate/tokens.js';
import { randomFrom, shuffle } from './perceptron.mjs';

/**
 * A sentence as it is written, with the spans of its words.
 * @param {import('./conllu.mjs').Tree} tree
 */
export function layOut(tree, abbreviations) {
  let text = '';
  const words = tree.words.map((word, i) => {
    const start = text.length;
    text += word.form;
    const end = text.length;
    if (word.spaceAfter) text += ' ';
    return {
      ...word,
      start,
      end,
      joined: i > 0 && !tree.words[i - 1].spaceAfter ? tree.words[i - 1].form : '',
    };
  });
  const tokens = tokenize(text, [{ start: 0, end: text.length, block: 0 }], abbreviations);
  return { text, words, tokens };
}

/** Sites of a laid-out sentence that can be cut, each with the index of the right analysis (−1: none is right). */
export function sitesOf({ text, words, tokens }, clitics) {
  const pieces = piecesOf(text, tokens, clitics);
  const ends = new Set(words.map((w) => w.end));
  return pieces.flatMap((piece, i) => {
    if (!piece.letters) return [];
    const { at, key } = piece.letters;
    const right = at
      .flatMap((a, k) => (k > 0 && k < key.length && ends.has(piece.start + a) ? [k] : []))
      .join();
    const site = siteOf(text, pieces, i);
    const analyses = analysesOf(site.word, clitics);
    return [{ site, analyses, right: analyses.findIndex((a) => cutsOf(a, key).join() === right) }];
  });
}

/** Where an analysis cuts a word, in letters. */
function cutsOf({ proclitics, to, enclitic }, key) {
  const cuts = new Set();
  let at = 0;
  for (const { form } of proclitics) {
    at += form.length;
    cuts.add(at);
  }
  if (enclitic !== '') cuts.add(to);
  return [...cuts].filter((c) => c > 0 && c < key.length).sort((a, b) => a - b);
}

/** Counts of word forms by column: treebank words, and the lists of the project. */
export class Lexicon {
  counts = new Map();
  constructor(clitics, lists) {
    this.clitics = clitics;
    for (const word of lists.words) this.add(word, COLUMNS.list, 1);
    for (const word of lists.places) this.add(word, COLUMNS.place, 1);
  }
  key(form) {
    return lettersOf(form, this.clitics.alike).key;
  }
  add(form, column, by) {
    const key = this.key(form);
    this.count(key, column, by);
    const stem = stemKey(key, this.clitics.article?.form ?? '', this.clitics.inflections);
    if (stem !== '' && column !== COLUMNS.place) this.count(stem, column, by);
  }
  count(key, column, by) {
    const row = this.counts.get(key) ?? new Int32Array(6);
    row[column] += by;
    this.counts.set(key, row);
  }
  /** A word after the proclitic that swallows the article is counted with its article. */
  addWords(words, by) {
    const { article } = this.clitics;
    for (const { form, upos, joined, feats } of words) {
      if (!/\p{L}/u.test(form)) continue;
      const swallowed =
        article && joined === article.after && form.startsWith(article.written) && /Definite=Def/.test(feats);
      this.add(swallowed ? article.form + form.slice(article.written.length) : form, columnOf(upos), by);
    }
  }
  known = (key) => {
    const row = this.counts.get(key);
    return row ? classOf(row) : 0;
  };
}

const SCALE = 64;

/**
 * Averaged ranking perceptron over the ways to cut each word. The lexicon lacks the words of the sentence at hand while
 * it is learnt from, so that unknown words are met as they will be.
 */
export function trainClitics(sentences, clitics, lexicon, { rounds = 8, seed = 7 } = {}) {
  const random = randomFrom(seed);
  const weights = new Map();
  const keys = new Int32Array(MOST_FEATURES);
  const data = sentences.map((s) => ({
    words: s.words,
    sites: sitesOf(s, clitics).filter((x) => x.analyses.length > 1),
  }));
  let now = 1;
  const update = (key, by) => {
    const row = weights.get(key) ?? { value: 0, total: 0, since: 0 };
    row.total += row.value * (now - row.since);
    row.value += by;
    row.since = now;
    weights.set(key, row);
  };
  const scoreOf = (view, analysis) => {
    const n = featuresOf(view, analysis, clitics, lexicon.known, keys);
    let sum = 0;
    for (let i = 0; i < n; i++) sum += weights.get(keys[i])?.value ?? 0;
    return sum;
  };
  const learn = (view, analysis, by) => {
    const n = featuresOf(view, analysis, clitics, lexicon.known, keys);
    for (let i = 0; i < n; i++) update(keys[i], by);
  };
  for (let round = 0; round < rounds; round++)
    for (const { words, sites } of shuffle([...data], random)) {
      lexicon.addWords(words, -1);
      for (const { site, analyses, right } of sites) {
        if (right < 0) continue;
        const view = viewOf(site, clitics, lexicon.known);
        const best = argmax(analyses, (a) => scoreOf(view, a));
        if (best !== right) {
          learn(view, analyses[right], 1);
          learn(view, analyses[best], -1);
        }
        now++;
      }
      lexicon.addWords(words, 1);
    }
  const averaged = new Map();
  for (const [key, row] of weights) {
    const value = Math.round(((row.total + row.value * (now - row.since)) / now) * SCALE);
    if (value !== 0) averaged.set(key, value);
  }
  return averaged;
}

function argmax(list, scoreOf) {
  let best = 0;
  let high = -Infinity;
  list.forEach((item, i) => {
    const score = scoreOf(item);
    if (score > high) [best, high] = [i, score];
  });
  return best;
}

/** Chooses by averaged weights. */
export function chooser(weights, clitics, lexicon) {
  const keys = new Int32Array(MOST_FEATURES);
  return (site) => {
    const analyses = analysesOf(site.word, clitics);
    if (analyses.length === 1) return analyses[0];
    const view = viewOf(site, clitics, lexicon.known);
    return analyses[
      argmax(analyses, (a) => {
        const n = featuresOf(view, a, clitics, lexicon.known, keys);
        let sum = 0;
        for (let i = 0; i < n; i++) sum += weights.get(keys[i]) ?? 0;
        return sum;
      })
    ];
  };
}

/** Words of a laid-out sentence as the chooser cuts them. */
export const cutWith = (sentence, clitics, lexicon, choose) =>
  splitWith(sentence.text, sentence.tokens, clitics, lexicon.known, choose);
