/**
 * Reads treebanks (CoNLL-U) and name files (IOB2) for training.
 * @typedef {{ form: string, lemma: string, upos: string, xpos: string, feats: string, head: number, deprel: string, spaceAfter: boolean }} TreeWord
 * `head` counts from 0 within the sentence; −1 is the root.
 * @typedef {{ id: string, text: string, opensParagraph: boolean, words: TreeWord[] }} Tree
 */
import { readFileSync } from 'node:fs';

const ROW = /^\d+\t/;

/** @returns {Tree[]} sentences in file order; multiword ranges and empty nodes are left out */
export function readTrees(file) {
  return blocksOf(file).map((lines) => ({
    id: comment(lines, 'sent_id'),
    text: comment(lines, 'text'),
    opensParagraph: lines.some((line) => line.startsWith('# newpar') || line.startsWith('# newdoc')),
    words: lines.filter((line) => ROW.test(line)).map(wordOf),
  }));
}

function wordOf(line) {
  const [, form, lemma, upos, xpos, feats, head, deprel, , misc = ''] = line.split('\t');
  const spaceAfter = !/SpaceAfter=No/.test(misc);
  return {
    form,
    lemma,
    upos,
    xpos,
    feats: feats === '_' ? '' : feats,
    head: Number(head) - 1,
    deprel,
    spaceAfter,
  };
}

/** @returns {{ words: string[], tags: string[] }[]} sentences of an IOB2 file whose rows are index, word, tag */
export function readNames(file) {
  return blocksOf(file)
    .map((lines) => lines.filter((line) => ROW.test(line)).map((line) => line.split('\t')))
    .map((rows) => ({ words: rows.map((r) => r[1]), tags: rows.map((r) => r[2]) }))
    .filter((s) => s.words.length > 0);
}

function blocksOf(file) {
  return readFileSync(file, 'utf8')
    .replaceAll('\r', '')
    .split(/\n\s*\n/)
    .map((block) => block.split('\n'))
    .filter((lines) => lines.some((line) => ROW.test(line)));
}

const comment = (lines, key) =>
  lines
    .find((line) => line.startsWith(`# ${key} =`))
    ?.slice(key.length + 4)
    .trim() ?? '';
