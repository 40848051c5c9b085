import { describe, expect, it } from 'vitest';
import { readLexiconSource } from '../../lexicon/index.ts';
import { pageWords } from '../words.ts';
import { findDays } from './find.ts';
import { publishedByText } from './publication.ts';

const words = pageWords({ source: readLexiconSource() });

describe('days as written', () => {
  const cases: readonly [text: string, day: number, month: number, year: number | null, words: string][] = [
    ['It fell on 8 June.', 8, 6, null, '8 June'],
    ['It fell on June 8, 2021.', 8, 6, 2021, 'June 8, 2021'],
    ['It fell on the 8th of June.', 8, 6, null, '8th of June'],
    ['Printed 2021-06-08.', 8, 6, 2021, '2021-06-08'],
    ['سقط يوم 8 حزيران 2021', 8, 6, 2021, '8 حزيران 2021'],
    ['سقط يوم 8 حزيران/يونيو 2021', 8, 6, 2021, '8 حزيران/يونيو 2021'],
    ['سقط في ٨ تشرين الثاني', 8, 11, null, '٨ تشرين الثاني'],
  ];
  it.each(cases)('%s', (text, day, month, year, exact) => {
    const [found] = findDays(text, 0, words);
    expect(found).toMatchObject({ day, month, year });
    expect(text.slice(found!.start, found!.end)).toBe(exact);
  });
  it.each([
    'On 31 June.',
    'سقط يوم 8 حزيران/يوليو 2021',
    'On 40 May.',
    'Room 5 may open.',
    'June 2021',
    'March 10:30',
  ])('%s holds none', (text) => {
    expect(findDays(text, 0, words).filter(({ month }) => month !== 5)).toEqual([]);
  });
});

describe('publication by the article alone', () => {
  const cases: readonly [
    what: string,
    text: string,
    value: string | null,
    basis: string | null,
    evidence: string | null,
  ][] = [
    [
      'yesterday with its date',
      'Guns fired yesterday, Sunday 2 May 2021, at the pier.',
      '2021-05-03',
      'implied',
      '2 May 2021',
    ],
    ['a few days ago', 'Guns fired a few days ago, on 2 May.', 'XXXX-05-04/XXXX-05-09', 'implied', '2 May'],
    [
      'its own year elsewhere',
      'Guns fired a few days ago, on 2 May. Earlier in 2021 a truce had held.',
      '2021-05-04/2021-05-09',
      'implied',
      '2 May',
    ],
    [
      'today beside a dated lead',
      'The pier burned on 2 May. Earlier today the port said so.',
      'XXXX-05-02',
      'implied',
      '2 May',
    ],
    ['the day of the lead', 'On May 2, guns fired at the pier.', 'XXXX-05-02/XXXX-05-04', 'implied', 'May 2'],
    [
      'the turn of the year',
      'On December 31, guns fired.',
      'XXXX-12-31/XXXX-01-02',
      'implied',
      'December 31',
    ],
    ['no day at all', 'Guns fired at the pier on Monday.', null, null, null],
    ['a day of history', 'The pier was built on 2 May 1911.', null, null, null],
    ['a day that names an event', 'The storm of the 6th of February broke the pier.', null, null, null],
    [
      'today in a quotation',
      'On May 2, guns fired. “We act today,” he said.',
      'XXXX-05-02/XXXX-05-04',
      'implied',
      'May 2',
    ],
    [
      'a name that holds today',
      'On May 2, guns fired, Coast Today wrote.',
      'XXXX-05-02/XXXX-05-04',
      'implied',
      'May 2',
    ],
  ];
  it.each(cases)('%s', (_what, text, value, basis, evidence) => {
    const found = publishedByText([{ text, start: 0, end: text.length, kind: 'article' }], words);
    expect(found?.value ?? null).toBe(value);
    expect(found?.basis ?? null).toBe(basis);
    expect(found ? text.slice(found.evidence.start, found.evidence.end) : null).toBe(evidence);
  });
  it('a printed date is stated', () => {
    const text = '4 May 2021';
    expect(publishedByText([{ text, start: 0, end: text.length, kind: 'dateline' }], words)).toMatchObject({
      value: '2021-05-04',
      basis: 'stated',
    });
  });
  it.each(['caption', 'comment', 'chrome', 'teaser'] as const)('a %s never dates an article', (kind) => {
    const text = 'On May 2, guns fired at the pier.';
    expect(publishedByText([{ text, start: 0, end: text.length, kind }], words)).toBeNull();
  });
});
