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
    [
      'numbers of notes',
      'He was born in Wadi Nil. [3] [14] She was not. [5]',
      ['He was born in Wadi Nil. [3] [14]', 'She was not. [5]'],
    ],
    [
      'abbreviations in capitals',
      'GEN. TALLIS MET SEN. ODEH. BOTH LEFT.',
      ['GEN. TALLIS MET SEN. ODEH.', 'BOTH LEFT.'],
    ],
    ['datelines', 'WADI, W.Va. — The mill burned. It fell.', ['WADI, W.Va. — The mill burned.', 'It fell.']],
    ['a source behind a dash', '“It is over.” — Rana Odeh', ['“It is over.” — Rana Odeh']],
    [
      'an abbreviation that opens',
      'Approx. Five men left. Vols. He did.',
      ['Approx. Five men left.', 'Vols. He did.'],
    ],
    ['joined titles', 'Det.-Sgt. Omar Tallis left.', ['Det.-Sgt. Omar Tallis left.']],
    ['numbers in capitals', 'POST NO. 4 FELL, ETC. WE LEFT.', ['POST NO. 4 FELL, ETC.', 'WE LEFT.']],
    ['numbers of headings', '2.1. Losses at the mill', ['2.1. Losses at the mill']],
    ['a number that ends a sentence', 'They lost 12. Two fled.', ['They lost 12.', 'Two fled.']],
    [
      'capitals after a small abbreviation',
      'Mills, farms, etc. Police came.',
      ['Mills, farms, etc.', 'Police came.'],
    ],
    ['pages and circa', 'See p. 12 of it (c. March 2009).', ['See p. 12 of it (c. March 2009).']],
    [
      'dots set apart',
      'They left . . . and came back. Then . . . Nothing.',
      ['They left . . . and came back.', 'Then . . .', 'Nothing.'],
    ],
    ['small names', 'The camp burned. al-Nadim blamed them.', ['The camp burned.', 'al-Nadim blamed them.']],
    [
      'unedited writing',
      'is it safe? we left the town. nobody saw us.',
      ['is it safe?', 'we left the town.', 'nobody saw us.'],
    ],
    ['a bracket after a space', 'He left (at noon. ) She stayed.', ['He left (at noon. )', 'She stayed.']],
    [
      'a picture’s credit without a stop before it',
      'Smoke over the old mill Photo: R. Odeh',
      ['Smoke over the old mill', 'Photo: R. Odeh'],
    ],
    ['a credit of two words', 'File photo: R. Odeh', ['File photo: R. Odeh']],
    [
      'a date after a headline',
      'Interview with the keeper of the mill Friday, May 6, 2016 The keeper spoke.',
      ['Interview with the keeper of the mill', 'Friday, May 6, 2016', 'The keeper spoke.'],
    ],
    [
      'a date in a sentence',
      'It fell on Friday, May 6, 2016, at noon.',
      ['It fell on Friday, May 6, 2016, at noon.'],
    ],
    [
      'lines of speakers',
      'Odeh: We saw it all\nGeneral Tallis: I did not\nsee a thing.',
      ['Odeh: We saw it all', 'General Tallis: I did not\nsee a thing.'],
    ],
    ['broken lines', 'The army said\nIt was over.', ['The army said\nIt was over.']],
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
