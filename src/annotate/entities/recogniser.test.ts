import { describe, expect, it } from 'vitest';
import { hash1, hash2, hashString } from '../../lib/feature-hash.ts';
import { expandModel, modelFrom, packModel } from '../../lib/model-file.ts';
import { formsOf } from '../forms.ts';
import type { NameDictionaries } from './dictionaries.ts';
import { LABELS, labelOf, OUTSIDE, POSITION } from './labels.ts';
import { recogniserFrom } from './recogniser.ts';

const PERSON = 0;
const label = (position: keyof typeof POSITION): number => labelOf(PERSON, POSITION[position]);
/** What the features of templates 1 (any word), 3 (small letters), 14 (pair) and 81 (memory) weigh in a model made by hand. */
const WEIGHTS: readonly (readonly [number, number, number])[] = [
  [hash1(1, 0), OUTSIDE, 60],
  [hash1(9, 0), OUTSIDE, 90],
  [hash1(3, hashString('jo')), label('first'), 300],
  [hash2(14, hashString('jo'), hashString('tallis')), label('last'), 300],
  [hash1(81, 3), label('only'), 100],
];

function madeModel() {
  const rows = [...WEIGHTS].sort((a, b) => (a[0] >>> 0) - (b[0] >>> 0));
  const weights = {
    keys: Int32Array.from(rows, ([key]) => key),
    counts: new Uint8Array(rows.length).fill(1),
    columns: Uint8Array.from(rows, ([, column]) => column),
    values: Int32Array.from(rows, ([, , value]) => value),
  };
  const info = { scale: 48, moves: new Array(LABELS * LABELS).fill(0) };
  const bytes = expandModel(packModel({ info, rows: { weights }, bytes: {} }));
  const buffer = new ArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return modelFrom(buffer);
}

const none: NameDictionaries = (words) => ({
  register: new Uint8Array(words.length),
  place: new Uint8Array(words.length),
  word: new Int32Array(words.length),
  head: new Uint8Array(words.length),
});
const recogniser = recogniserFrom(madeModel(), formsOf(null), none);
const find = (...sentences: string[]): string[] =>
  recogniser
    .find(sentences.map((s) => s.split(' ')))
    .map(({ sentence, first, last, type }) => `${sentence}: ${first}-${last} ${type}`);

describe('the recogniser of names', () => {
  it('finds what its weights show', () => {
    expect(find('Later Jo Tallis left')).toEqual(['0: 1-3 PER']);
  });
  it('finds a part of a name again where nothing but the document shows it', () => {
    expect(find('Later Jo Tallis left', 'Then Tallis spoke')).toEqual(['0: 1-3 PER', '1: 1-2 PER']);
    expect(find('Then Tallis spoke')).toEqual([]);
  });
  it('gives the probability of the least sure word', () => {
    const [name] = recogniser.find([['Later', 'Jo', 'Tallis', 'left']]);
    expect(name!.score).toBeGreaterThan(0.5);
    expect(name!.score).toBeLessThanOrEqual(1);
  });
  it('reads very long sentences in pieces, with places right', () => {
    const words = new Array(5000).fill('stone');
    words.splice(4321, 2, 'Jo', 'Tallis');
    expect(find(words.join(' '))).toEqual(['0: 4321-4323 PER']);
  });
  it.each([
    ['nothing', []],
    ['an empty sentence', [[]]],
    ['a word of a megabyte', [['x'.repeat(1 << 20), 'X'.repeat(1 << 20)]]],
    ['signs that do not show', [['\u202e\u200b', '𐐀𐐁', '\ud800', '']]],
  ])('bears %s', (_, sentences) => {
    expect(recogniser.find(sentences)).toEqual([]);
  });
});
