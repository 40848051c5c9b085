import { describe, expect, it } from 'vitest';
import type { Block } from '../doc/index.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { splitSentences } from './sentences.ts';
import { tokenize } from './tokens.ts';

const lexicon = loadLexicon();

function tokens(text: string, language = 'en') {
  const { abbreviations } = lexicon.language(language)!;
  const blocks: Block[] = [{ start: 0, end: text.length, kind: 'article' }];
  return tokenize(text, splitSentences(text, blocks, abbreviations), abbreviations);
}

describe('tokenize', () => {
  it.each([
    ['hyphens inside words', 'The US-led force', 'The|US-led|force'],
    ['genitives', "Tallis's and the crews’ lorries", "Tallis|'s|and|the|crews|’|lorries"],
    ['negations', "They didn't and won’t", "They|did|n't|and|wo|n’t"],
    ['names with apostrophes', "O'Hara in Sana'a", "O'Hara|in|Sana'a"],
    ['numbers', '1,200 men, 3.5% at 10:30', '1,200|men|,|3.5|%|at|10:30'],
    ['models', 'a T-72 and an S-300', 'a|T-72|and|an|S-300'],
    ['abbreviations and acronyms', 'Gen. Tallis of the U.S. Navy', 'Gen.|Tallis|of|the|U.S.|Navy'],
    ['the closing stop', 'He fled.', 'He|fled|.'],
    ['marks', '“Stop!” (he said) …', '“|Stop|!|”|(|he|said|)|…'],
    ['double marks', "``Stop,'' he said --", "``|Stop|,|''|he|said|--"],
    ['addresses', 'at https://wadi.example/a?b=1, he', 'at|https://wadi.example/a?b=1|,|he'],
    ['e-mail addresses', 'to r.odeh@wadi.example, he', 'to|r.odeh@wadi.example|,|he'],
    ['dates by number', 'on 11/28/2030 and 9/11, not 1/2', 'on|11/28/2030|and|9/11|,|not|1|/|2'],
    ['runs of marks', 'What?! No!!! **** <<', 'What|?!|No|!!!|****|<<'],
    ['faces', 'fine :) (see: a)', 'fine|:)|(|see|:|a|)'],
    ['decimals without a nought', 'a .50 gun.', 'a|.50|gun|.'],
    ['acronyms without a last stop', 'the U.S and L.L.C men', 'the|U.S|and|L.L.C|men'],
    ['degrees', 'a Ph.D. thesis', 'a|Ph.D.|thesis'],
    ['capitals', 'GEN. TALLIS LEFT.', 'GEN.|TALLIS|LEFT|.'],
    ['decades', "the 1980's man's", "the|1980's|man|'s"],
    ['dollars', 'US$5 and $6', 'US$|5|and|$|6'],
    ['zero-width marks', 'a\u200eb \u200fgo\u200b now', 'a\u200eb|go|now'],
    ['surrogate pairs', 'go 🚛 now', 'go|🚛|now'],
  ])('%s', (_, text, expected) =>
    expect(
      tokens(text)
        .map((t) => text.slice(t.start, t.end))
        .join('|'),
    ).toBe(expected),
  );

  it('keeps Arabic words and parts their marks', () => {
    const text = 'وأضاف «لا نعلم»، ثم غادر.';
    expect(tokens(text, 'ar').map((t) => text.slice(t.start, t.end))).toEqual([
      'وأضاف',
      '«',
      'لا',
      'نعلم',
      '»',
      '،',
      'ثم',
      'غادر',
      '.',
    ]);
  });

  it('tells words, numbers and punctuation apart', () => {
    expect(tokens('Two of 12.').map((t) => t.kind)).toEqual(['word', 'word', 'number', 'punctuation']);
  });

  it('gives each token its sentence', () => {
    expect(tokens('One. Two.').map((t) => t.sentence)).toEqual([0, 0, 1, 1]);
  });
});
