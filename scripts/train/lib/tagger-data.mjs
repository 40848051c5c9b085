/** Lays treebanks out for the tagger: joint classes, the classes of tags that a form bears, examples in typed arrays. */

import { MOST_FEATURES, sentenceForms } from '../../../dist/annotate/tag/features.js';
import { hashString } from '../../../dist/lib/feature-hash.js';
import { KeyIndex } from './perceptron.mjs';

/** Folds in which a form's tags are counted without the fold itself, so that training sees what a new text shows. */
export const FOLDS = 10;
/** Share of a form's tokens from which on a tag belongs to its class, and most tags of a class. */
const LEAST_SHARE = 0.04;
const MOST_TAGS = 4;

/** @typedef {{ words: import('./conllu.mjs').TreeWord[], fold: number, weight: number, cased: boolean }} Sentence */

const classOf = (word) => `${word.upos}|${word.xpos}`;
const documentOf = (id) => id.replace(/-\d+$/, '');

/**
 * Sentences with the fold of their document; copies in other letter case after them.
 * @param {import('./conllu.mjs').Tree[]} trees
 * @returns {Sentence[]}
 */
export function foldedSentences(trees) {
  const documents = new Map();
  return trees.map(({ id, words, weight = 1 }) => {
    const document = documentOf(id);
    if (!documents.has(document)) documents.set(document, documents.size);
    return { words, fold: documents.get(document) % FOLDS, weight };
  });
}

const title = (form) => form.charAt(0).toUpperCase() + form.slice(1);
/** Every n-th sentence once more in capitals, with a capital to each word, in small letters. */
const CASES = [
  { every: 12, at: 0, write: (form) => form.toUpperCase() },
  { every: 24, at: 5, write: title },
  { every: 24, at: 17, write: (form) => form.toLowerCase() },
];

/** Copies in other letter case, so that headlines and agency capitals are nothing new. */
export const casedCopies = (sentences, weight) =>
  CASES.flatMap(({ every, at, write }) =>
    sentences
      .filter((_, i) => i % every === at)
      .map((s) => ({ ...s, weight, words: s.words.map((w) => ({ ...w, form: write(w.form) })) })),
  );

/** Joint classes "UPOS|XPOS" of the sentences, sorted. */
export const classNames = (sentences) => [...new Set(sentences.flatMap((s) => s.words.map(classOf)))].sort();

/** How often each lower-case form bears each class, in all and by fold. */
export class FormClasses {
  #counts = new Map();
  #ids = new Map();

  /** @param {Sentence[]} sentences @param {readonly string[]} classes */
  constructor(sentences, classes) {
    const number = new Map(classes.map((name, i) => [name, i]));
    for (const { words, fold } of sentences)
      for (const word of words) {
        const key = word.form.toLowerCase();
        let counts = this.#counts.get(key);
        if (!counts) {
          counts = new Map();
          this.#counts.set(key, counts);
        }
        const c = number.get(classOf(word));
        if (!counts.has(c)) counts.set(c, new Int32Array(FOLDS + 1));
        counts.get(c)[fold]++;
        counts.get(c)[FOLDS]++;
      }
  }

  /** Number of the set of classes that a form bears outside a fold (`FOLDS`: anywhere); 0 when it bears none there. */
  of(lower, fold) {
    const counts = this.#counts.get(lower);
    if (!counts) return 0;
    const left = [...counts]
      .map(([c, n]) => [n[FOLDS] - (fold < FOLDS ? n[fold] : 0), c])
      .filter(([n]) => n > 0)
      .sort(([a, c], [b, d]) => b - a || c - d);
    const total = left.reduce((sum, [n]) => sum + n, 0);
    if (total === 0) return 0;
    const set = left.filter(([n]) => n >= total * LEAST_SHARE).slice(0, MOST_TAGS);
    const name = `${set.map(([, c]) => c).join()}${total > 1 ? '+' : ''}`;
    if (!this.#ids.has(name)) this.#ids.set(name, this.#ids.size + 1);
    return this.#ids.get(name);
  }

  /** Rows of the model's table "classes". */
  *rows() {
    for (const lower of this.#counts.keys()) yield [hashString(lower), [[0, this.of(lower, FOLDS)]]];
  }
}

/** Sentences laid out for their features. */
export const layOut = (sentences, formOf, formClasses, held) =>
  sentences.map((s) =>
    sentenceForms(
      s.words.map((w) => w.form),
      formOf,
      (form) => formClasses.of(form.lower, held ? s.fold : FOLDS),
    ),
  );

/** An Int32Array that grows. */
class Numbers {
  data = new Int32Array(1 << 20);
  size = 0;
  push(value) {
    if (this.size === this.data.length) {
      const wider = new Int32Array(this.size * 2);
      wider.set(this.data);
      this.data = wider;
    }
    this.data[this.size++] = value;
  }
}

/**
 * Examples of all words. `fill(sentence, word, keys)` writes the keys and gives their number, several times by its list.
 * Features that come fewer than `least` times are left out.
 * @returns {import('./softmax.mjs').Examples & { keys: Int32Array, owners: Uint8Array }}
 */
export function examplesOf(sentences, classes, fills, least) {
  const index = new KeyIndex(20);
  const raw = new Numbers();
  const starts = new Numbers();
  const buffer = new Int32Array(MOST_FEATURES);
  starts.push(0);
  sentences.forEach(({ words }, s) => {
    for (let i = 0; i < words.length; i++) {
      for (const fill of fills) {
        const n = fill(s, i, buffer);
        for (let k = 0; k < n; k++) raw.push(index.add(buffer[k]));
      }
      starts.push(raw.size);
    }
  });
  return { ...trimmed(raw, starts, index, least), ...labels(sentences, classes), classes: classes.length };
}

function labels(sentences, classes) {
  const number = new Map(classes.map((name, i) => [name, i]));
  const all = sentences.flatMap((s) => s.words.map((w) => [number.get(classOf(w)) ?? 0, s.weight, s.fold]));
  return {
    gold: Uint8Array.from(all, ([c]) => c),
    weights: Float32Array.from(all, ([, w]) => w),
    folds: Uint8Array.from(all, ([, , f]) => f),
  };
}

function trimmed(raw, starts, index, least) {
  const renumbered = new Int32Array(index.size).fill(-1);
  const all = index.keys();
  const keys = [];
  const counts = [];
  for (let id = 0; id < index.size; id++)
    if (index.counts[id] >= least) {
      renumbered[id] = keys.length;
      keys.push(all[id]);
      counts.push(index.counts[id]);
    }
  const ids = new Int32Array(raw.size);
  const from = new Int32Array(starts.size);
  let at = 0;
  for (let i = 0; i + 1 < starts.size; i++) {
    from[i] = at;
    for (let e = starts.data[i]; e < starts.data[i + 1]; e++) {
      const id = renumbered[raw.data[e]];
      if (id >= 0) ids[at++] = id;
    }
  }
  from[starts.size - 1] = at;
  return {
    ids: ids.slice(0, at),
    starts: from,
    keys: Int32Array.from(keys),
    counts: Int32Array.from(counts),
    features: keys.length,
  };
}
