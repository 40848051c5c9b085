/** Turns documents into the rows of features that the name model is trained on. */
import { nameDictionaries } from '../../../dist/annotate/entities/dictionaries.js';
import { memoryOf, usageOf } from '../../../dist/annotate/entities/document.js';
import { memoryFeatures, nameFeatures, nameSentence } from '../../../dist/annotate/entities/features.js';
import { MOST_FEATURES } from '../../../dist/annotate/entities/form-features.js';
import { labelsOf } from '../../../dist/annotate/entities/labels.js';

const buffer = new Int32Array(MOST_FEATURES);

/**
 * Features of each document's sentences by key, as the recogniser reads them before it remembers anything.
 * @param {{ forms: import('../../../dist/annotate/forms.js').Forms, lexicon: unknown, kinds: Map<string, number> }} known
 */
export function readyDocuments(documents, { forms, lexicon, kinds }) {
  const dictionaries = nameDictionaries(lexicon, lexicon.language('en'));
  return documents.map(({ sentences }) => {
    const words = sentences.map((s) => s.words.map(forms));
    const usage = usageOf(words);
    return sentences.map((s, i) => {
      const ready = nameSentence({
        forms: words[i],
        marks: dictionaries(s.words),
        kinds: words[i].map((form) => kinds.get(form.lower) ?? 0),
        usage: usage[i],
      });
      const keys = s.words.map((_, w) => buffer.slice(0, nameFeatures(ready, w, buffer)));
      return { ready, keys, gold: labelsOf(s.names, s.words.length) };
    });
  });
}

/** Features of what was found elsewhere in the document, for each word of each sentence. */
export function memoryKeys(sentences, names) {
  const memories = memoryOf(
    sentences.map((s) => s.ready.forms),
    names,
  );
  return sentences.map(({ ready, keys }, i) =>
    keys.map((_, w) => buffer.slice(0, memoryFeatures(ready, memories[i], w, buffer))),
  );
}

/** Numbers the features that occur `least` times or more. @returns {Map<number, number>} key → number */
export function featureIndex(documents, memories, least) {
  const counts = new Map();
  const count = (rows) => {
    for (const keys of rows) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  };
  documents.forEach((sentences, d) => {
    sentences.forEach((s, i) => {
      count(s.keys);
      if (memories) count(memories[d][i]);
    });
  });
  const index = new Map();
  for (const [key, n] of counts) if (n >= least) index.set(key, index.size);
  return index;
}

/** The rows of one document's sentences for `names-crf.mjs`. */
export function rowsOf(sentences, memory, index) {
  return sentences.map(({ keys, gold }, s) => {
    const features = [];
    const starts = new Int32Array(keys.length + 1);
    const kept = new Int32Array(keys.length);
    const add = (own) => {
      for (const key of own) {
        const number = index.get(key);
        if (number !== undefined) features.push(number);
      }
    };
    keys.forEach((own, i) => {
      starts[i] = features.length;
      add(own);
      kept[i] = features.length;
      if (memory) add(memory[s][i]);
    });
    starts[keys.length] = features.length;
    return { length: keys.length, starts, kept, features: Int32Array.from(features), gold };
  });
}
