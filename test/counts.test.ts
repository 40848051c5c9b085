import { describe, expect, test } from 'vitest';
import { annotate } from '../src/index.ts';

const row = (text: string) => annotate({ id: 't', text, language: 'en' });
/** "killed 3 three" of every count of a text. */
const counts = (text: string): string[] =>
  row(text).events.flatMap((e) => e.counts.map((c) => `${c.what} ${c.best} ${c.words}`));
const tolls = (text: string) => row(text).incidents.map(({ killed, injured }) => ({ killed, injured }));

describe('people who came to harm', () => {
  test.each([
    [
      'Three farmers were killed and at least seven wounded in the raid near Marun.',
      ['killed 3 Three', 'injured 7 at least seven'],
    ],
    ['The blast killed a man and his two sons.', ['killed 3 a man … two']],
    [
      'The army said no casualties were reported in the attack.',
      ['killed 0 no casualties', 'injured 0 no casualties'],
    ],
    ['The strike led to the death of three soldiers.', ['killed 3 three']],
    ['The gunman threatened to kill two hostages.', []],
    ['The attack could have killed dozens.', []],
  ])('%s', (text, found) => {
    expect(counts(text).filter((c) => /^(?:killed|injured)/.test(c))).toEqual(found);
  });

  test.each([
    ['Jo Doe, 38, of Marun was shot and killed on Monday.', 'killed 1 '],
    ['A 22-year-old man was killed in the attack.', 'killed 1 '],
  ])('an age is no number of people: %s', (text, start) => {
    expect(counts(text).some((c) => c.startsWith(start))).toBe(true);
  });
});

describe('people followed through an article', () => {
  test('one who was shot and died later is one, killed', () => {
    const text = 'A man was shot in Marun on Monday. The victim was taken to a hospital, where he died.';
    expect(tolls(text)).toEqual([{ killed: 1, injured: null }]);
  });

  test('who was shot and is not said to have died was hurt', () => {
    expect(tolls('Two men were shot in Marun on Monday.')).toEqual([{ killed: null, injured: 2 }]);
  });

  test('"another" is a second person', () => {
    const text = 'A man was wounded in a shooting in Marun. Another man was wounded in the attack.';
    expect(tolls(text).reduce((sum, t) => sum + (t.injured ?? 0), 0)).toBe(2);
  });
});

describe('numbers that cannot be', () => {
  test.each([
    ['absurd', 'The attack killed 90,000,000,000 people in Marun.'],
    ['below zero', 'The attack killed -3 people in Marun.'],
    ['a range upside down', 'The attack killed 90 to 12 people in Marun.'],
  ])('%s: words kept, no value', (_, text) => {
    const [count] = row(text).events.flatMap((e) => e.counts);
    expect(count).toMatchObject({ low: null, best: null, high: null });
  });

  test('time grows in step with a row of victims', () => {
    const time = (n: number): number => {
      const text = `${'A man was shot and a woman was killed and '.repeat(n)}a boy died.`;
      const start = performance.now();
      annotate({ id: 't', text, language: 'en' });
      return performance.now() - start;
    };
    time(20);
    const short = Math.max(time(100), 5);
    expect(time(400)).toBeLessThan(16 * short);
  });
});
