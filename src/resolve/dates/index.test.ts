import { describe, expect, it } from 'vitest';
import { type Block, type Timex, within } from '../../doc/index.ts';
import { loadLexicon } from '../../lexicon/index.ts';
import { resolveDates } from './index.ts';

const lexicon = loadLexicon();

/** Lines as blocks; the first of the kind given. */
function blocksOf(text: string, first: Block['kind']): Block[] {
  let start = 0;
  return text.split('\n').map((line, i) => {
    const block = { start, end: start + line.length, kind: i === 0 ? first : ('article' as const) };
    start = block.end + 1;
    return block;
  });
}

/** Values of the expressions in [brackets], by the type TIMEX3 would give them. */
function values(
  marked: string,
  published: string | null = null,
  language = 'en',
  first: Block['kind'] = 'article',
): (string | null)[] {
  const timexes: Timex[] = [];
  let text = '';
  let start = 0;
  for (const c of marked) {
    if (c === '[') start = text.length;
    else if (c === ']')
      timexes.push({ start, end: text.length, text: text.slice(start), type: 'DATE', by: 'test' });
    else text += c;
  }
  const day = published === null ? null : { earliest: published, latest: published };
  const input = {
    id: 'a',
    text,
    blocks: blocksOf(text, first),
    language,
    published: day,
    outlet: null,
    asked: [],
  };
  const times = resolveDates(input, timexes, lexicon);
  for (const t of times) {
    expect(text.slice(t.start, t.end)).toBe(t.text);
    expect(within(t, { start: 0, end: text.length })).toBe(true);
  }
  return times.map((t) => t.value);
}

describe('resolveDates', () => {
  it.each([
    ['On [June 8] it rained.', null, ['XXXX-06-08']],
    ['In [May 2021] and on [June 8] it rained.', null, ['2021-05', '2021-06-08']],
    ['On [June 8] it rained.', '2022-06-15', ['2022-06-08']],
    ['On [December 30] it rained.', '2022-01-03', ['2021-12-30']],
    ['On [12 December 1941], then in [January].', null, ['1941-12-12', '1942-01']],
    ['On [February 30, 2021] nothing can happen.', null, [null]],
    ['[the third quarter of 2019] and [the winter of 1941]', null, ['2019-Q3', '1941-WI']],
    ['[the 1980s], [early 1990], [216 BC]', null, ['198', '1990', 'BC0216']],
    ['[last week] and [yesterday] and [Tuesday]', '2022-06-15', ['2022-W23', '2022-06-14', '2022-06-14']],
    ['[last year] and [yesterday] and [Tuesday]', null, [null, 'XXXX-XX-XX', 'XXXX-WXX-2']],
    [
      'On [9 May 1945] and [two days later], [the next day], [that year].',
      null,
      ['1945-05-09', '1945-05-11', '1945-05-12', '1945'],
    ],
    ['[now], [recently], [the near future]', null, ['PRESENT_REF', 'PAST_REF', 'FUTURE_REF']],
    ['[three days], [a few months], [a decade]', null, ['P3D', 'PXM', 'P10Y']],
    ['[daily] and [every week]', null, ['P1D', 'P1W']],
    ['[a few days ago]', '2022-06-15', ['PAST_REF']],
    ['[two years ago] it fell', null, ['P2Y']],
    ['[a 30-day] truce, [18 months] later', null, ['P30D', 'P18M']],
    ['On [Monday 12 February 2023] they met.', null, [null]],
    ['On [Sunday 12 February 2023] they met.', null, ['2023-02-12']],
    ['The raid was on [25 August]. [A day prior], rockets fell.', null, ['XXXX-08-25', 'XXXX-08-24']],
    ['It fell on [1 March]. [A day prior], rockets fell.', null, ['XXXX-03-01', null]],
    ['The base was hit on [25 August]. [Earlier today], he spoke.', null, ['XXXX-08-25', 'XXXX-08-25']],
    [
      'The base was hit on [25 August], [hours after] the raid.',
      null,
      ['XXXX-08-25', 'XXXX-08-24/XXXX-08-25'],
    ],
    ['The raid, on [25 August], was [earlier this month].', null, ['XXXX-08-25', 'XXXX-08']],
    [
      'They met [yesterday], [Sunday 15 May 2022], and [today].',
      null,
      ['2022-05-15', '2022-05-15', '2022-05-16'],
    ],
    [
      '[Earlier in 2020] he left; [a few days ago], on [May 23], he returned.',
      null,
      ['2020', '2020-05-23', '2020-05-23'],
    ],
    ['[Late June 8] and [the morning of 30 March 2015]', null, ['XXXX-06-08TNI', '2015-03-30TMO']],
    [
      '[last night], [this morning], [tonight]',
      '2022-06-15',
      ['2022-06-14TNI', '2022-06-15TMO', '2022-06-15TNI'],
    ],
    ['[31 February 2020], [the 45th of March], [12.13.2021], [31.02.2021]', null, [null, null, null, null]],
    ['On [3 November] they will vote.', '2022-10-15', ['2022-11-03']],
    ['[20:50] and [6:30 a.m.]', null, ['XXXX-XX-XXT20:50', 'XXXX-XX-XXT06:30']],
  ])('%s (%s)', (text, published, expected) => expect(values(text, published)).toEqual(expected));

  it.each([
    [
      'a text told from its own day',
      ['Forces left in [March 2019].', 'They said [last week] it ended on [August 15].'],
      'XXXX-08-15',
    ],
    ['a narrative', ['Forces left in [March 2019].', 'It ended on [August 15].'], '2019-08-15'],
    ['words quoted', ['“We left in [March 2019],” he said.', 'It ended on [August 15].'], 'XXXX-08-15'],
  ])('lends a year from block to block as in %s', (_, blocks, last) => {
    expect(values(blocks.join('\n')).at(-1)).toBe(last);
  });

  it('lends no year from a caption', () => {
    expect(
      values('Ruins, [June 2017] (Agency)\nIt ended on [August 15].', null, 'en', 'caption').at(-1),
    ).toBe('XXXX-08-15');
  });

  it.each([
    ['في [15 رمضان 1443] وفي [شوال 1443]', 'ar', ['2022-04-17', '2022-05-03/2022-05-31']],
    ['On [15 Ramadan 1443] and on [31 Ramadan 1443]', 'en', ['2022-04-17', null]],
    ['في [١٢ كانون الثاني ٢٠٢١] و[14 آب 2022]', 'ar', ['2021-01-12', '2022-08-14']],
    ['[مساء الأحد] و[أمس]', 'ar', ['XXXX-WXX-7TEV', 'XXXX-XX-XX']],
  ])('reads the calendars of Arabic news: %s', (text, language, expected) =>
    expect(values(text, null, language)).toEqual(expected),
  );

  it('reads Arabic months and digits', () => {
    expect(values('في [٨ حزيران ٢٠٢٢] و[15 يونيو]', null, 'ar')).toEqual(['2022-06-08', '2022-06-15']);
  });
});
