import { expect, test } from 'vitest';
import type { Parse, Word } from '../../doc/annotation.ts';
import { clausesOf } from './clauses.ts';

/** Rows "form upos head relation", heads counted from 1 as in CoNLL-U; 0 is the root. */
function sentence(
  rows: readonly string[],
  at = 0,
  first = 0,
  number = 0,
): { words: Word[]; parse: Parse; text: string } {
  const cells = rows.map((row) => row.split(' '));
  let start = at;
  const words = cells.map(([form = '', upos = ''], i): Word => {
    const word = { start, end: start + form.length, form, token: first + i, sentence: number, upos };
    start += form.length + 1;
    return { ...word, xpos: null, lemma: null, feats: '' };
  });
  const heads = cells.map(([, , head]) => Number(head) - 1);
  const relations = cells.map(([, , , relation = '']) => relation);
  const text = cells.map(([form]) => form).join(' ');
  return { words, parse: { sentence: number, first, heads, relations }, text };
}

const said = [
  'Officials NOUN 2 nsubj',
  'said VERB 0 root',
  'that SCONJ 5 mark',
  'rebels NOUN 5 nsubj',
  'shelled VERB 2 ccomp',
  'Tarn PROPN 5 obj',
  'and CCONJ 8 cc',
  'left VERB 5 conj',
  '. PUNCT 2 punct',
];
const passive = [
  'The DET 2 det',
  'bridge NOUN 6 nsubj:pass',
  ', PUNCT 2 punct',
  'was AUX 6 aux:pass',
  'never ADV 6 advmod',
  'hit VERB 0 root',
  'because SCONJ 9 mark',
  'crews NOUN 9 nsubj',
  'fled VERB 6 advcl',
];
const nominal = [
  'Tarn PROPN 2 nsubj',
  'quiet ADJ 0 root',
  ', PUNCT 6 punct',
  'Vell PROPN 6 nsubj',
  'is AUX 6 cop',
  'empty ADJ 2 conj',
];
const nouns = ['Tanks NOUN 4 nsubj', 'and CCONJ 3 cc', 'trucks NOUN 1 conj', 'burned VERB 0 root'];

const show = (rows: readonly string[]) => {
  const { words, parse, text } = sentence(rows);
  return clausesOf(words, [parse]).map((c) => [
    text.slice(c.start, c.end),
    words[c.predicate]?.form,
    c.subject === null ? null : words[c.subject]?.form,
    c.relation,
    c.parent,
  ]);
};

test.each([
  [
    'a reported clause, a shared subject',
    said,
    [
      ['Officials said', 'said', 'Officials', 'root', null],
      ['that rebels shelled Tarn', 'shelled', 'rebels', 'ccomp', 0],
      ['and left', 'left', 'rebels', 'conj', 1],
    ],
  ],
  [
    'a passive with an adverbial clause',
    passive,
    [
      ['The bridge , was never hit', 'hit', 'bridge', 'root', null],
      ['because crews fled', 'fled', 'crews', 'advcl', 0],
    ],
  ],
  [
    'predicates that are no verbs',
    nominal,
    [
      ['Tarn quiet', 'quiet', 'Tarn', 'root', null],
      ['Vell is empty', 'empty', 'Vell', 'conj', 0],
    ],
  ],
  ['joined nouns make no clause', nouns, [['Tanks and trucks burned', 'burned', 'Tanks', 'root', null]]],
])('%s', (_, rows, expected) => {
  expect(show(rows)).toEqual(expected);
});

test('words and parents count through all sentences', () => {
  const one = sentence(nouns);
  const two = sentence(said, one.text.length + 1, one.words.length, 1);
  const clauses = clausesOf([...one.words, ...two.words], [one.parse, two.parse]);
  expect(clauses.map((c) => [c.sentence, c.predicate, c.parent])).toEqual([
    [0, 3, null],
    [1, 5, null],
    [1, 8, 1],
    [1, 11, 2],
  ]);
});

test('no parses, no clauses', () => {
  expect(clausesOf([], [])).toEqual([]);
});
