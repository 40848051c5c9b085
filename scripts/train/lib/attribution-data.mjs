/**
 * Marked documents as choices to learn from: each cue that the rules find, with all its readings and how much of a mark each
 * gives back.
 * @typedef {{ keys: Int32Array[], gains: number[], doc: string }} Choice features and gain (0 … 1) of each reading
 */
import { join } from 'node:path';
import { annotate } from '../../../dist/annotate/index.js';
import { choicesIn } from '../../../dist/attribute/find.js';
import { readingFeatures } from '../../../dist/attribute/rank/features.js';
import { isSettled } from '../../../dist/attribute/rank/likeliest.js';
import { viewOf } from '../../../dist/attribute/view.js';
import { textBlocks } from '../../../dist/pipeline/blocks.js';
import { readTrees } from './conllu.mjs';

/**
 * The text of a document, its sentences joined by blanks, and where each begins.
 * @param {import('./conllu.mjs').Tree[]} trees
 */
function documentText(trees) {
  const starts = new Map();
  let text = '';
  for (const { id, text: sentence, opensParagraph } of trees) {
    if (text !== '') text += opensParagraph ? '\n\n' : ' ';
    starts.set(id, text.length);
    text += sentence;
  }
  return { text, starts };
}

/** All documents of the treebanks that are marked, by id. */
export function documentsOf(folder, labels) {
  const trees = ['ewt', 'gum'].flatMap((bank) => readTrees(join(folder, `en_${bank}-train.conllu`)));
  return new Map(
    [...new Set(labels.map(({ doc }) => doc))].map((doc) => [
      doc,
      documentText(trees.filter(({ id }) => id.startsWith(`${doc}-`))),
    ]),
  );
}

const placed = ({ starts }, spans) =>
  spans.map(([sentence, start, end]) => ({
    start: starts.get(sentence) + start,
    end: starts.get(sentence) + end,
  }));

/**
 * @param {import('../../../dist/lexicon/index.js').Lexicon} lexicon
 * @returns {Choice[]}
 */
export function choicesOf(lexicon, documents, labels) {
  const stage = annotate(lexicon);
  return labels.flatMap(({ doc, marks }) => {
    const document = documents.get(doc);
    const blocks = textBlocks(document.text);
    const given = {
      id: doc,
      text: document.text,
      blocks,
      language: 'en',
      published: null,
      outlet: null,
      asked: [],
    };
    const view = viewOf(document.text, blocks, lexicon.language('en'), stage.run(given, {}));
    const gold = marks.map((m) => ({
      source: tokensOf(view, placed(document, m.source)),
      cue: tokensOf(view, placed(document, m.cue)),
      content: tokensOf(view, placed(document, m.content)),
    }));
    return view.sentences.flatMap((_, s) =>
      choicesIn(view, s).flatMap((r) => choice(view, r, gold, doc) ?? []),
    );
  });
}

function choice(view, readings, gold, doc) {
  if (readings.length === 0 || isSettled(readings[0].candidate)) return null;
  const keys = readings.map(({ candidate, standing }) =>
    Int32Array.from(readingFeatures(view, candidate, standing)),
  );
  return { keys, gains: readings.map(({ candidate }) => gainOf(candidate, gold)), doc };
}

function tokensOf(view, spans) {
  const found = new Set();
  view.tokens.forEach(({ start, end }, i) => {
    if (spans.some((s) => s.start < end && start < s.end)) found.add(i);
  });
  return found;
}

const SHARES = { source: 0.3, cue: 0.2, content: 0.5 };

/** How much of the mark at its cue a reading gives back: the Dice overlap of each part, weighted. */
function gainOf(candidate, gold) {
  const cue = setOf([candidate.cue]);
  const mark = gold.find((m) => [...m.cue].some((i) => cue.has(i)));
  if (!mark) return 0;
  const parts = {
    source: setOf(candidate.source ? [candidate.source] : []),
    cue,
    content: setOf(candidate.content),
  };
  if (dice(parts.content, mark.content) === 0) return 0;
  return Object.entries(SHARES).reduce(
    (sum, [part, share]) => sum + share * dice(parts[part], mark[part]),
    0,
  );
}

function setOf(ranges) {
  const found = new Set();
  for (const { start, end } of ranges) for (let i = start; i < end; i++) found.add(i);
  return found;
}

function dice(a, b) {
  if (a.size === 0 && b.size === 0) return 1;
  let both = 0;
  for (const i of a) if (b.has(i)) both++;
  return (2 * both) / (a.size + b.size);
}
