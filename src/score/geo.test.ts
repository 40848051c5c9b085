import { describe, expect, it } from 'vitest';
import { scoreGeo } from './geo.ts';

const text = 'From Amman to Irbid and a place called Nowhere.';
const at = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  text: words,
});
const amman = { ...at('Amman'), lat: 31.95, lon: 35.93 };
const irbid = { ...at('Irbid'), lat: 32.55, lon: 35.85 };
const gold = [{ id: 'a', text, toponyms: [amman, irbid, { ...at('Nowhere'), lat: null, lon: null }] }];
const score = (toponyms: readonly object[], options = {}) =>
  scoreGeo(gold, [{ id: 'a', toponyms: toponyms as (typeof amman)[] }], options);

describe('scoreGeo', () => {
  it('counts an unresolved match as half round the Earth', () => {
    const result = score([amman, { ...irbid, lat: null, lon: null }]);
    expect(result.resolution).toMatchObject({ n: 2, acc161: 0.5 });
    expect(result.resolvedOnly).toMatchObject({ n: 1, acc161: 1 });
    expect(result.endToEnd161).toBe(0.5);
  });

  it('takes a longer span only when overlap is enough', () => {
    const wide = { ...amman, start: amman.start - 5 };
    expect(score([wide]).recognition.p).toBe(0);
    expect(score([wide], { overlap: true }).recognition.p).toBe(1);
  });

  it('leaves what touches an unscored place out of precision', () => {
    const extra = at('Nowhere');
    expect(score([amman, extra], { located: true }).recognition.p).toBe(1);
    expect(score([amman, at('place')], { located: true }).recognition.p).toBe(0.5);
  });
});
