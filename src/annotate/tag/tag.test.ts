import { describe, expect, test } from 'vitest';
import { loadLexicon } from '../../lexicon/index.ts';
import { formsOf } from '../forms.ts';
import { knownFrom, lemmatiserFrom } from './lemma.ts';
import { taggerFrom } from './tagger.ts';

const { models } = loadLexicon();
const formOf = formsOf(models('en', 'clusters'));
const tagger = taggerFrom(models('en', 'tagger')!, formOf);
const lemmatiser = lemmatiserFrom(models('en', 'lemma')!, knownFrom(models('en', 'clusters')!));

describe('English tags', () => {
  test.each([
    [
      'The militia denied that it had shelled the town of Tazmar on Tuesday .',
      'DET NOUN VERB SCONJ PRON AUX VERB DET NOUN ADP PROPN ADP PROPN PUNCT',
      'DT NN VBD IN PRP VBD VBN DT NN IN NNP IN NNP .',
    ],
    [
      'Two soldiers were killed when rebels attacked a checkpoint near Oradesh .',
      'NUM NOUN AUX VERB ADV NOUN VERB DET NOUN ADP PROPN PUNCT',
      'CD NNS VBD VBN WRB NNS VBD DT NN IN NNP .',
    ],
    [
      'She did n’t say whether the talks would resume .',
      'PRON AUX PART VERB SCONJ DET NOUN AUX VERB PUNCT',
      'PRP VBD RB VB IN DT NNS MD VB .',
    ],
  ])('%s', (text, upos, xpos) => {
    const tags = tagger.tag(text.split(' '));
    expect(tags.upos.join(' ')).toBe(upos);
    expect(tags.xpos.join(' ')).toBe(xpos);
  });

  test('capitals throughout change little', () => {
    const text = 'THE SOLDIERS DENIED THAT THEY HAD SHELLED THE TOWN';
    expect(tagger.tag(text.split(' ')).upos.join(' ')).toBe('DET NOUN VERB SCONJ PRON AUX VERB DET NOUN');
  });

  test('no words, no tags', () => {
    expect(tagger.tag([])).toEqual({ upos: [], xpos: [] });
  });

  test('a sentence of 10⁵ words, words of a megabyte and signs that do not show get one tag each', () => {
    const words = Array.from({ length: 100_000 }, (_, i) => (i % 3 ? '“' : '𝔘\u202E\u200B'));
    expect(tagger.tag(words).upos).toHaveLength(words.length);
    expect(tagger.tag(['x'.repeat(1 << 20), '']).xpos).toHaveLength(2);
  });

  test('what was tagged before changes nothing', () => {
    const words = 'Rebels shell the town'.split(' ');
    const fresh = tagger.tag(words);
    tagger.tag('Something else , quite long , stood in between .'.split(' '));
    expect(tagger.tag(words)).toEqual(fresh);
  });
});

describe('English lemmas', () => {
  test.each([
    ['shelled', 'VERB', 'VBD', 'shell'],
    ['provoked', 'VERB', 'VBD', 'provoke'],
    ['planned', 'VERB', 'VBN', 'plan'],
    ['denies', 'VERB', 'VBZ', 'deny'],
    ['were', 'AUX', 'VBD', 'be'],
    ['Was', 'AUX', 'VBD', 'be'],
    ["n't", 'PART', 'RB', 'not'],
    ['militiamen', 'NOUN', 'NNS', 'militiaman'],
    ['children', 'NOUN', 'NNS', 'child'],
    ['Casualties', 'NOUN', 'NNS', 'casualty'],
    ['THEY', 'PRON', 'PRP', 'they'],
    ['them', 'PRON', 'PRP', 'they'],
    ['I', 'PRON', 'PRP', 'I'],
    ['Oradesh', 'PROPN', 'NNP', 'Oradesh'],
    ['TLF', 'PROPN', 'NNP', 'TLF'],
    ['Oradeshis', 'PROPN', 'NNPS', 'Oradeshi'],
    ['worse', 'ADJ', 'JJR', 'bad'],
    ['1,200', 'NUM', 'CD', '1200'],
  ])('%s %s %s → %s', (form, upos, xpos, lemma) => {
    expect(lemmatiser.lemma(form, upos, xpos)).toBe(lemma);
  });

  test('a word of a megabyte stays as it is', () => {
    const word = 'a'.repeat(1 << 20);
    expect(lemmatiser.lemma(word, 'NOUN', 'NNS')).toBe(word);
  });
});
