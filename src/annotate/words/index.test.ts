import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Block } from '../../doc/index.ts';
import { loadLexicon } from '../../lexicon/index.ts';
import { WordRulesFile, wordRulesFrom } from '../../lexicon/word-rules.ts';
import { splitSentences } from '../sentences.ts';
import { tokenize } from '../tokens.ts';
import { splitWords, type WordSpan, wordSplitter } from './index.ts';

const lexicon = loadLexicon();
const file = readFileSync(new URL('../../../data/en/words.yaml', import.meta.url), 'utf8');
const rules = wordRulesFrom(WordRulesFile.parse(parse(file)));

function words(text: string, language = 'en'): WordSpan[] {
  const { abbreviations } = lexicon.language(language)!;
  const blocks: Block[] = [{ start: 0, end: text.length, kind: 'article' }];
  const tokens = tokenize(text, splitSentences(text, blocks, abbreviations), abbreviations);
  const found = splitWords(text, tokens, language === 'en' ? rules : null);
  for (const { start, end, form, token } of found) {
    expect(text.slice(start, end)).toBe(form);
    expect(start >= tokens[token]!.start && end <= tokens[token]!.end).toBe(true);
  }
  return found;
}
const forms = (text: string, language?: string): string =>
  words(text, language)
    .map((w) => w.form)
    .join('|');

describe('splitWords', () => {
  it.each([
    ['hyphens', 'a well-known US-led man-of-war', 'a|well|-|known|US|-|led|man|-|of|-|war'],
    [
      'bound parts',
      'pre-war anti-Odeh e-mails re-elected mid-May',
      'pre-war|anti-Odeh|e-mails|re-elected|mid-May',
    ],
    ['bound parts with more', 'a non-profit-making firm', 'a|non-profit|-|making|firm'],
    ['a prefix that is a word', 'over-the-counter', 'over|-|the|-|counter'],
    ['Arabic articles', 'al-Tanf', 'al|-|Tanf'],
    ['weapons', 'an AK-47', 'an|AK|-|47'],
    ['ranges', '9-11 men, 10:30-11:30', '9|-|11|men|,|10:30|-|11:30'],
    ['telephones and dates', '555-0143 on 2031-05-06', '555-0143|on|2031-05-06'],
    ['strokes', 'and/or', 'and|/|or'],
    ['negation', "don't dont cannot can’t", "do|n't|do|nt|can|not|ca|n’t"],
    ['contractions', "gonna wanna Gotta I'm", "gon|na|wan|na|Got|ta|I|'m"],
    ['possessives', "the soldiers' and Tallis's", "the|soldiers|'|and|Tallis|'s"],
    ['money', '$5 US$6m USD7 8%', '$|5|US$|6|m|USD|7|8|%'],
    ['units', '10am 5.5bn 120km 7th 1990s', '10|am|5.5|bn|120|km|7th|1990s'],
    [
      'addresses',
      'http://wadi-mill.example/a-b @wadi-mill #wadi',
      'http://wadi-mill.example/a-b|@wadi-mill|#wadi',
    ],
    ['numbers behind a hash', '#12', '#|12'],
    ['hyphens at the ends', 'the pre- and post-', 'the|pre|-|and|post|-'],
  ])('%s', (_, text, expected) => expect(forms(text)).toBe(expected));

  it('leaves the tokens of a language without rules', () => {
    expect(forms('وصل محمد-علي.', 'ar')).toBe('وصل|محمد-علي|.');
  });

  it('keeps token and sentence', () => {
    expect(words('It is well-known. Go.').map((w) => [w.token, w.sentence])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [3, 0],
      [4, 1],
      [5, 1],
    ]);
  });

  it('makes a splitter that a language can replace', () => {
    const tokens = [{ start: 0, end: 6, kind: 'word' as const, sentence: 0 }];
    expect(wordSplitter(rules)('cannot', tokens)).toHaveLength(2);
    expect(wordSplitter(null)('cannot', tokens)).toHaveLength(1);
  });
});
