import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expandModel, type Model, modelFrom } from '../lib/model-file.ts';
import { formsOf } from './forms.ts';
import { CASES, caseOf, isShouting, truecase } from './truecase.ts';

function model(task: string): Model {
  const bytes = expandModel(readFileSync(new URL(`../../models/en/${task}.model`, import.meta.url)));
  return modelFrom(Uint8Array.from(bytes).buffer);
}
const weights = model('truecase');
const formOf = formsOf(model('clusters'));

describe('isShouting', () => {
  it.each([
    ['REBELS LEFT THE TOWN .', 'capitals'],
    ['The REBELS LEFT THE TOWN', 'capitals'],
    ['Rebels Leave Town After Heavy Shelling', 'titles'],
    ['US and Iran Hold Talks in Wadi Palace Today', 'titles'],
    ['Rebels leave town after heavy shelling', null],
    ['Omar Tallis and Rana Odeh met Sami Barr .', null],
    ['The UN said so .', null],
    ['NATO HQ', null],
    ['', null],
    ['انسحبت القوات من المدينة أمس', null],
  ])('%s', (text, expected) => expect(isShouting(text.split(' '))).toBe(expected));
});

describe('caseOf', () => {
  it.each([
    ['town', CASES.lower],
    ['Town', CASES.capital],
    ['I', CASES.capital],
    ['UN', CASES.upper],
    ['12', 3],
    ['حلب', 3],
  ])('%s', (word, expected) => expect(caseOf(word)).toBe(expected));
});

describe('truecase', () => {
  const recased = (text: string): string => {
    const words = text.split(' ');
    const shouting = isShouting(words)!;
    const out = truecase(words, shouting, weights, formOf);
    expect(out.map((w) => w.length)).toEqual(words.map((w) => w.length));
    return out.join(' ');
  };

  it.each([
    [
      'THE ARMY SAID ON MONDAY THAT REBELS HAD LEFT ALEPPO .',
      'The army said on Monday that rebels had left Aleppo .',
    ],
    ['THE U.N. ENVOY MET PRESIDENT ASSAD', 'The U.N. envoy met President Assad'],
    ['Army Says Three Soldiers Killed Near Aleppo', 'Army says three soldiers killed near Aleppo'],
    ['US Forces Strike Camp in Syria After Attack', 'US forces strike camp in Syria after attack'],
  ])('%s', (text, expected) => expect(recased(text)).toBe(expected));

  it('keeps words that another case would lengthen, and words of no length', () => {
    const words = ['THE', 'İZMİR', 'ROAD', 'X'.repeat(500), '', 'WAS', 'SHUT'];
    const out = truecase(words, 'capitals', weights, formOf);
    expect(out.map((w) => w.length)).toEqual(words.map((w) => w.length));
  });

  it('changes nothing without weights', () => {
    const none: Model = { info: {}, rows: {}, pairs: {}, bytes: {} };
    expect(truecase(['THE', 'ARMY'], 'capitals', none, formOf)).toEqual(['THE', 'ARMY']);
  });
});
