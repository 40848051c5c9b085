import { describe, expect, it } from 'vitest';
import { type KnownNames, plainForms, wordParts } from '../lexicon/known-names.ts';
import { knownNames, type NameRegister } from './name-endings.ts';
import { tokenize } from './tokens.ts';

/** Folded, as the loader has them: the short mark of "й" is left out. */
const ENDINGS = [
  { ending: 'ии', add: 'ия' },
  { ending: 'ои', add: 'ая' },
  { ending: 'е', add: '' },
  { ending: 'ы', add: 'а' },
];
const FORMS: readonly (readonly [form: string, id: string])[] = [
  ['Волнск', 'place/XX/Volnsk'],
  ['Тарния', 'state/tn'],
  ['Новая Волна', 'group/new-wave'],
  ['ТНС', 'org/tns'],
  ['дозоры', 'group/patrols'],
];
const NAMES: KnownNames = {
  byFirst: new Map(
    FORMS.map(([form, id]) => {
      const words = wordParts(form).map((w) => w.key);
      return [words[0]!, [{ words, form, id }]] as const;
    }),
  ),
  endings: ENDINGS,
};
const REGISTER: NameRegister = {
  get: (id) => ({ kind: 'armed-group', country: id.startsWith('state/') ? 'TN' : undefined }),
};

function found(text: string) {
  const sentences = [{ start: 0, end: text.length, block: 0 }];
  const none = {
    ends: new Map(),
    keeps: new Set<string>(),
    starters: new Set<string>(),
    credits: new Set<string>(),
  };
  const words = { ...none, lowerOpens: false, months: new Set<string>(), weekdays: new Set<string>() };
  return knownNames(text, tokenize(text, sentences, words), NAMES, REGISTER);
}

describe('plainForms', () => {
  it.each([
    ['волнске', ['волнске', 'волнск']],
    ['ие', ['ие']],
    ['ж'.repeat(50), ['ж'.repeat(50)]],
  ])('of %s', (key, forms) => expect(plainForms(key, ENDINGS)).toEqual(forms));
});

describe('knownNames', () => {
  it.each([
    ['В Волнске и Тарнии тихо.', ['Волнске', 'Тарнии']],
    ['Бои с Новой Волны идут.', ['Новой Волны']],
    ['ТНС, тнс и волнск.', ['ТНС']],
    ["ТНС'де дозоры.", ['ТНС', 'дозоры']],
    ['Новой, Волны нет.', []],
  ])('in %s', (text, names) => {
    const hits = found(text);
    expect(hits.map((m) => m.text)).toEqual(names);
    for (const m of hits) expect(text.slice(m.start, m.end)).toBe(m.text);
  });

  it('gives register ids as candidates, states and places as locations', () => {
    expect(found('Тарния, Волнск, ТНС').map((m) => [m.kind, m.candidates])).toEqual([
      ['location', ['state/tn']],
      ['location', []],
      ['armed-group', ['org/tns']],
    ]);
  });

  it('takes time in step with a hostile text', () => {
    expect(found(`${'е'.repeat(1_000_000)} Волнск`).map((m) => m.text)).toEqual(['Волнск']);
  });
});
