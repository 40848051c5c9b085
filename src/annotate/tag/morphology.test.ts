import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { MorphologyFile } from '../../lexicon/morphology.ts';
import { featsFrom } from './morphology.ts';

const file = MorphologyFile.parse(
  parse(readFileSync(new URL('../../../data/en/morphology.yaml', import.meta.url), 'utf8')),
);
const featsOf = featsFrom(file);

describe('features of English words', () => {
  test.each([
    ['NOUN', 'NNS', 'shells', 'Number=Plur'],
    ['NOUN', 'NNS', 'troops', 'Number=Ptan'],
    ['VERB', 'VBZ', 'denies', 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin'],
    ['VERB', 'VBD', 'denied', 'Mood=Ind|Tense=Past|VerbForm=Fin'],
    ['AUX', 'VBD', 'Was', 'Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin'],
    ['PRON', 'PRP', 'THEM', 'Case=Acc|Number=Plur|Person=3|PronType=Prs'],
    ['PRON', 'PRP$', 'her', 'Case=Gen|Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs'],
    ['PART', 'RB', "n't", 'Polarity=Neg'],
    ['ADV', 'RB', 'quietly', ''],
    ['NUM', 'CD', '1,200', 'NumForm=Digit|NumType=Card'],
    ['NUM', 'CD', 'twelve', 'NumForm=Word|NumType=Card'],
    ['PUNCT', '.', '.', ''],
  ])('%s %s %s → %s', (upos, xpos, form, feats) => {
    expect(featsOf(upos, xpos, form)).toBe(feats);
  });

  test('a word of a megabyte is read in constant time', () => {
    expect(featsOf('NOUN', 'NN', 'a'.repeat(1 << 20))).toBe('Number=Sing');
  });

  test('no tag and form stand twice', () => {
    const all = file.words.flatMap(({ tag, forms }) => forms.map((form) => `${tag} ${form}`));
    expect(new Set(all).size).toBe(all.length);
  });
});
