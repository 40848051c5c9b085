/**
 * Reads hand-marked attributions (`scripts/train/attributions/labels.jsonl`): a document a line, its marks as sentence id and
 * offsets into the sentence's text, without the text itself.
 * @typedef {[sentence: string, start: number, end: number]} LabelSpan offsets in UTF-16 code units of `# text`
 * @typedef {{ source: LabelSpan[], cue: LabelSpan[], content: LabelSpan[] }} Mark
 * @typedef {{ doc: string, treebank: 'ewt' | 'gum', reader: string, first: boolean, marks: Mark[] }} Labelled
 */
import { readFileSync } from 'node:fs';

/** @returns {Labelled[]} */
export const readLabels = (file) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Ids of the documents that a file of labels marks, each once. */
export const labelledDocuments = (file) => [...new Set(readLabels(file).map(({ doc }) => doc))];
