import { describe, expect, it } from 'vitest';
import { scoreTime, timexTypeOf } from './time.ts';

const text = 'The road closed on 4 May 2021 and opened a week later.';
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const day = { ...at('4 May 2021'), type: 'DATE', value: '2021-05-04' };
const week = { ...at('a week'), type: 'DURATION', value: 'P1W' };
const gold = [{ id: 'a', text, timex: [day, week] }];

describe('scoreTime', () => {
  it('pairs by overlap and asks for the value', () => {
    const result = scoreTime(gold, [
      {
        id: 'a',
        timex: [
          { ...day, start: day.start - 3 },
          { ...week, value: 'P7D' },
        ],
      },
    ]);
    expect(result.relaxed.f1).toBe(1);
    expect(result.strict.f1).toBe(0.5);
    expect(result.valueF1).toBe(0.5);
  });

  it('compares days only where the gold reaches one', () => {
    const result = scoreTime(gold, [{ id: 'a', timex: [{ ...day, value: '2021-05-04T10:00' }, week] }], {
      byDay: true,
    });
    expect(result).toMatchObject({ valueAccuracy: 1, valueN: 1 });
  });
});

describe('timexTypeOf', () => {
  it.each([
    ['P3D', 'DURATION'],
    ['2021-05-04T10:00', 'TIME'],
    ['2021-05', 'DATE'],
    [null, 'DATE'],
  ])('%s is a %s', (value, type) => expect(timexTypeOf(value)).toBe(type));
});
