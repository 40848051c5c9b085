import { describe, expect, it } from 'vitest';
import { splitSentences, tokenize } from '../src/annotate/index.ts';
import { knownNames } from '../src/annotate/name-endings.ts';
import { annotate } from '../src/index.ts';
import { languageFor, loadLexicon } from '../src/lexicon/index.ts';
import { idNamed, placeOf } from '../src/lexicon/known-names.ts';
import { GERMAN } from './languages/de.ts';
import { SPANISH } from './languages/es.ts';
import { FRENCH } from './languages/fr.ts';
import type { Row } from './languages/row.ts';
import { RUSSIAN } from './languages/ru.ts';
import { TURKISH } from './languages/tr.ts';

const lexicon = loadLexicon();
const PUBLISHED = '2031-05-14';
const PACKS: Readonly<Record<string, readonly Row[]>> = {
  de: GERMAN,
  es: SPANISH,
  fr: FRENCH,
  ru: RUSSIAN,
  tr: TURKISH,
};

function cutUp(language: string, text: string) {
  const { abbreviations, names } = lexicon.language(language);
  const sentences = splitSentences(text, [{ start: 0, end: text.length, kind: 'article' }], abbreviations);
  const tokens = tokenize(text, sentences, abbreviations);
  return { sentences, tokens, names: knownNames(text, tokens, names, lexicon.actors) };
}

const slices = (text: string, spans: readonly (readonly [number, number])[]): string =>
  spans.map(([start, end]) => text.slice(start, end)).join(' … ');

describe.each(Object.entries(PACKS))('%s', (language, rows) => {
  const of = (key: keyof Row): readonly Row[] => rows.filter((row) => row[key] !== undefined);

  it('has at least twelve sentences', () => expect(rows.length).toBeGreaterThanOrEqual(12));

  it.each(of('sentences'))('parts sentences: $text', ({ text, sentences }) => {
    expect(cutUp(language, text).sentences).toHaveLength(sentences!);
  });

  it.each(of('tokens'))('parts tokens: $text', ({ text, tokens }) => {
    const forms = cutUp(language, text).tokens.map((t) => text.slice(t.start, t.end));
    expect(forms.join(' ')).toBe(tokens);
  });

  it.each(of('times'))('dates: $text', ({ text, times }) => {
    const found = annotate({ id: '1', text, language, published: PUBLISHED }).times;
    for (const [words, value] of times!)
      expect(found.map((t) => [t.text, t.value])).toContainEqual([words, value]);
    for (const t of found) expect(text.slice(t.start, t.end)).toBe(t.text);
  });

  it.each(of('says'))('tells who speaks: $text', ({ text, says }) => {
    const found = annotate({ id: '1', text, language, published: PUBLISHED }).attributions.map((a) => [
      slices(text, a.source),
      slices(text, a.cue),
      slices(text, a.content),
      a.stance,
    ]);
    const [source, cue, content, stance = 'asserted'] = says!;
    expect(found).toContainEqual([source, cue, content, stance]);
  });

  it.each(of('names'))('knows names: $text', ({ text, names }) => {
    const found = cutUp(language, text).names.map((m) => m.text);
    for (const [words, id] of names!) {
      expect(found).toContain(words);
      expect(idNamed(words, lexicon.language(language).names)).toBe(id);
    }
  });

  it('hands names on as actors of the register', () => {
    const actors = of('names').flatMap(({ text }) => annotate({ id: '1', text, language }).mentions);
    const ids = of('names').flatMap(({ names }) => names!.map(([, id]) => id));
    expect(actors.filter((m) => m.actor !== null && ids.includes(m.actor)).length).toBeGreaterThan(0);
  });

  it('lists names of entries and places that there are', () => {
    const ids = [...lexicon.language(language).names.byFirst.values()].flat().map((n) => n.id);
    expect(ids.length).toBeGreaterThanOrEqual(60);
    for (const id of ids) {
      const place = placeOf(id);
      const there = place
        ? lexicon.gazetteer.lookup(place.name).some((c) => c.entry.country === place.country)
        : lexicon.actors.get(id) !== null;
      expect([id, there]).toEqual([id, true]);
    }
  });

  it('has at least sixty cues', () => {
    expect(new Set([...lexicon.language(language).cues.verbs.values()].flat()).size).toBeGreaterThanOrEqual(
      60,
    );
  });
});

/** Texts with the number of their sentences, `null` where it is not looked at: Georgian letters count as small ones. */
const UNKNOWN: readonly (readonly [language: string, text: string, sentences: number | null])[] = [
  ['he', 'העיר הופצצה 03.04.2031. הצבא הכחיש „הכול“. 2031-05-02 היה שקט!', 3],
  ['ka', 'ქალაქი დაბომბეს 03.04.2031. ჯარმა უარყო „ყველაფერი“. 2031-05-02 მშვიდობა იყო!', null],
  ['th', 'กองทัพกล่าวว่าเมืองถูกโจมตีเมื่อ 03.04.2031', 1],
  ['fi', 'Armeija sanoi torstaina, on May Kalle said that he has no home. He tulivat 03.04.2031 Tarnaan.', 2],
  ['vi', 'Quân đội nói “không có ai bị thương” hôm 03.04.2031. An said so last week in May.', 2],
  ['xx', '\u200f\ud83d\ude80 Aro\u200d ka\u202e \ud800 03.04.2031. Bo.', 2],
];

describe.each(UNKNOWN)('%s, which has no folder', (language, text, sentences) => {
  const row = annotate({ id: '1', text, language, published: PUBLISHED });

  it('keeps the language as it was detected', () => expect(row.language).toBe(language));

  if (sentences !== null)
    it('parts sentences by their stops', () => expect(row.sentences).toHaveLength(sentences));

  it('reads dates in digits and no English words of time', () => {
    expect(row.times.map((t) => t.text)).toContain('03.04.2031');
    for (const t of row.times) expect(t.text).toMatch(/^[\d.-]+$/);
  });

  it('applies no English words: no cue, no event, no loaded word', () => {
    expect(row.attributions).toEqual([]);
    expect(row.events).toEqual([]);
    expect(row.loaded).toEqual([]);
  });

  it('points into the text as it stands', () => {
    for (const m of [...row.mentions, ...row.times]) expect(text.slice(m.start, m.end)).toBe(m.text);
    for (const t of cutUp(language, text).tokens)
      expect(text.slice(t.start, t.end)).toMatch(/^\S(?:.*\S)?$/su);
  });
});

describe('packs of words', () => {
  it('are neutral for a language without a folder', () => {
    const words = lexicon.language('fi');
    expect(words.code).toBe('fi');
    expect(
      words.cues.verbs.size + words.voices.titles.size + words.loaded.size + words.names.byFirst.size,
    ).toBe(0);
    expect(lexicon.calendar('fi').months.size).toBe(0);
  });

  it('are found by the primary subtag', () => {
    expect(lexicon.language('fr-CA').cues.verbs.size).toBe(lexicon.language('fr').cues.verbs.size);
    expect(lexicon.calendar('fr-CA')).toBe(lexicon.calendar('fr'));
  });

  it('lack what a language has no file for, and keep the rest', () => {
    const { loaded, cues } = lexicon.language('fr');
    expect(loaded.size).toBe(0);
    expect(cues.verbs.size).toBeGreaterThan(0);
  });

  it.each([
    ['The army left the town.', 'en'],
    ['غادر الجيش البلدة', 'ar'],
    ['ჯარმა დატოვა ქალაქი', 'und'],
    ['12.', 'en'],
  ])('of a text without a language go by its script: %s', (text, language) => {
    expect(languageFor(null, text, 0)).toBe(language);
  });
});
