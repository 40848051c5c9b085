import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { expandModel, type Model, modelFrom, packModel } from '../../lib/model-file.ts';
import type { RowList } from '../../lib/model-rows.ts';
import { formsOf } from '../forms.ts';
import { parserFrom } from './parser.ts';

const NO_ROWS: RowList = {
  keys: new Int32Array(0),
  counts: new Uint8Array(0),
  columns: new Uint8Array(0),
  values: new Int32Array(0),
};
const expanded = (shipped: Uint8Array): Model => modelFrom(Uint8Array.from(expandModel(shipped)).buffer);
const blank = expanded(
  packModel({
    info: { relations: ['dep'] },
    rows: { labels: NO_ROWS },
    pairs: { actions: NO_ROWS },
    bytes: {},
  }),
);
const repeated = (text: string, times: number): string[] => new Array<string>(times).fill(text);

test.each([0, 401, 5000])('%i words are not parsed', (size) => {
  const x = repeated('x', size);
  expect(parserFrom(blank, formsOf(null)).parse(x, x, x)).toBeNull();
});

test.each([
  ['one word', ['NOUN']],
  ['one mark', ['PUNCT']],
  ['marks alone', repeated('PUNCT', 5)],
  ['tags that nobody knows', repeated('?', 7)],
  ['the longest sentence', repeated('NOUN', 400)],
  ['marks around', ['PUNCT', 'NOUN', 'VERB', 'PUNCT', 'PUNCT']],
])('a model that knows nothing still gives a tree: %s', (_, upos) => {
  const words = upos.map((_tag, i) => `w${i}`);
  const tree = parserFrom(blank, formsOf(null)).parse(words, upos, upos);
  expect(tree?.heads.filter((h) => h === -1)).toHaveLength(1);
  expect(tree?.relations[tree.heads.indexOf(-1)]).toBe('root');
  expect(tree?.heads.every((_h, w) => reachesRoot(tree.heads, w))).toBe(true);
});

function reachesRoot(heads: readonly number[], word: number): boolean {
  let w = word;
  for (let i = 0; i <= heads.length && w >= 0; i++) w = heads[w] ?? -1;
  return w === -1;
}

test('refuses a model of another kind', () => {
  const other = expanded(packModel({ info: {}, rows: { weights: NO_ROWS }, bytes: {} }));
  expect(() => parserFrom(other, formsOf(null))).toThrow(TypeError);
});

const shipped = (task: string): Model =>
  expanded(readFileSync(new URL(`../../../models/en/${task}.model`, import.meta.url)));

/** Rows "form upos xpos head relation", heads counted from 1; 0 is the root. */
const known: [string, string[]][] = [
  [
    'an active clause',
    [
      'Orlan PROPN NNP 2 compound',
      'rebels NOUN NNS 3 nsubj',
      'shelled VERB VBD 0 root',
      'the DET DT 5 det',
      'town NOUN NN 3 obj',
      '. PUNCT . 3 punct',
    ],
  ],
  [
    'a passive',
    [
      'Two NUM CD 2 nummod',
      'bridges NOUN NNS 4 nsubj:pass',
      'were AUX VBD 4 aux:pass',
      'destroyed VERB VBN 0 root',
      'by ADP IN 6 case',
      'militants NOUN NNS 4 obl:agent',
      '. PUNCT . 4 punct',
    ],
  ],
  [
    'a reported clause',
    [
      'The DET DT 2 det',
      'ministry NOUN NN 3 nsubj',
      'said VERB VBD 0 root',
      'the DET DT 5 det',
      'army NOUN NN 6 nsubj',
      'left VERB VBD 3 ccomp',
      'the DET DT 8 det',
      'city NOUN NN 6 obj',
      '. PUNCT . 3 punct',
    ],
  ],
];

test.each(known)('the shipped model knows %s', (_, rows) => {
  const cells = rows.map((row) => row.split(' '));
  const column = (k: number): string[] => cells.map((c) => c[k] ?? '');
  const tree = parserFrom(shipped('parser'), formsOf(shipped('clusters'))).parse(
    column(0),
    column(1),
    column(2),
  );
  expect(tree?.heads.map((h, i) => `${h + 1} ${tree.relations[i]}`)).toEqual(
    cells.map((c) => `${c[3]} ${c[4]}`),
  );
});
