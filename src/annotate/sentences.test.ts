import { describe, expect, it } from 'vitest';
import type { Block } from '../doc/index.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { splitSentences } from './sentences.ts';

const lexicon = loadLexicon();

function split(text: string, language = 'en', blocks?: readonly Block[]): string[] {
  const all = blocks ?? [{ start: 0, end: text.length, kind: 'article' as const }];
  const sentences = splitSentences(text, all, lexicon.language(language)!.abbreviations);
  return sentences.map((s) => text.slice(s.start, s.end));
}

describe('splitSentences', () => {
  it.each([
    [
      'a full stop before a capital',
      'The road was shut. Two lorries burned.',
      ['The road was shut.', 'Two lorries burned.'],
    ],
    [
      'titles',
      'Gen. Omar Tallis met Dr. Rana Odeh. Both left.',
      ['Gen. Omar Tallis met Dr. Rana Odeh.', 'Both left.'],
    ],
    ['initials', 'John F. Doe spoke. He left.', ['John F. Doe spoke.', 'He left.']],
    ['an acronym inside', 'The U.S. Navy sailed on.', ['The U.S. Navy sailed on.']],
    [
      'an acronym at the end',
      'They flew to the U.S. The trip was short.',
      ['They flew to the U.S.', 'The trip was short.'],
    ],
    ['decimals', 'It rose 1.5 m. Then it fell.', ['It rose 1.5 m.', 'Then it fell.']],
    ['a closing quote', 'He said “it is over.” She disagreed.', ['He said “it is over.”', 'She disagreed.']],
    [
      'a question inside quotes',
      '"Who fired?" he asked. No one knew.',
      ['"Who fired?" he asked.', 'No one knew.'],
    ],
    ['dots of omission', 'They waited ... and waited.', ['They waited ... and waited.']],
    [
      'a missing space before an opener',
      'It hit the mill.The crew fled.',
      ['It hit the mill.', 'The crew fled.'],
    ],
    [
      'addresses',
      'See wadi-news.example for more. Or call.',
      ['See wadi-news.example for more.', 'Or call.'],
    ],
    [
      'blank lines',
      'A headline without a stop\n\nThe first line.',
      ['A headline without a stop', 'The first line.'],
    ],
    ['white space alone', ' \n ', []],
  ])('%s', (_, text, expected) => expect(split(text)).toEqual(expected));

  it.each([
    [
      'Arabic stops',
      'انسحبت القوات. ماذا حدث؟ لا أحد يعلم!',
      ['انسحبت القوات.', 'ماذا حدث؟', 'لا أحد يعلم!'],
    ],
    ['Arabic commas', 'وصلت القافلة، ثم عادت؛ وبقي السائق.', ['وصلت القافلة، ثم عادت؛ وبقي السائق.']],
    ['Arabic abbreviations', 'حضر د. سامر عودة. وغادر.', ['حضر د. سامر عودة.', 'وغادر.']],
  ])('%s', (_, text, expected) => expect(split(text, 'ar')).toEqual(expected));

  it('never crosses a block', () => {
    const text = 'Mill burns down Fire crews came late.';
    const blocks: Block[] = [
      { start: 0, end: 15, kind: 'headline' },
      { start: 16, end: text.length, kind: 'article' },
    ];
    expect(split(text, 'en', blocks)).toEqual(['Mill burns down', 'Fire crews came late.']);
  });
});
