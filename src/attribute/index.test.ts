import { describe, expect, it } from 'vitest';
import { annotate } from '../annotate/index.ts';
import type { ArticleInput, Attribution, Block, Loaded, Span } from '../doc/index.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { attribute } from './index.ts';

const lexicon = loadLexicon();
const first = annotate(lexicon);
const second = attribute(lexicon);

/** Each paragraph is a block. */
function inputOf(text: string, language: string): ArticleInput {
  const blocks: Block[] = [...text.matchAll(/[^\n]+/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: 'article',
  }));
  return { id: 't', text, blocks, language, published: null, outlet: null, asked: [] };
}

function run(
  text: string,
  language = 'en',
): { attributions: readonly Attribution[]; loaded: readonly Loaded[] } {
  const input = inputOf(text, language);
  return second.run(input, first.run(input, {}));
}

const words = (text: string, spans: readonly Span[]): string =>
  spans.map((s) => text.slice(s.start, s.end)).join(' … ');

/** "source | cue | content" of each attribution. */
const lines = (text: string, language = 'en'): string[] =>
  run(text, language).attributions.map((a) =>
    [a.source, a.cue, a.content].map((spans) => words(text, spans)).join(' | '),
  );

describe('source, cue and content', () => {
  it.each([
    [
      'a clause with "that"',
      'The mayor said that the bridge was shut.',
      'The mayor | said | that the bridge was shut',
    ],
    [
      'a clause without "that"',
      'Residents say the bridge was shut.',
      'Residents | say | the bridge was shut',
    ],
    [
      'auxiliaries in the cue',
      'The mayor has repeatedly said the bridge is safe.',
      'The mayor | has repeatedly said | the bridge is safe',
    ],
    [
      'the source behind the content',
      'The bridge was shut, the mayor said.',
      'the mayor | said | The bridge was shut',
    ],
    [
      'the cue before its source',
      '“The bridge is shut,” said Jo Harrow, head of the ferry office.',
      'Jo Harrow, head of the ferry office | said | “The bridge is shut,”',
    ],
    [
      'a title and an apposition',
      'Colonel Jo Harrow, a spokesman for the guard, said the bridge was shut.',
      'Colonel Jo Harrow, a spokesman for the guard | said | the bridge was shut',
    ],
    [
      'a quotation in two pieces',
      '“The bridge,” the mayor said, “is shut.”',
      'the mayor | said | “The bridge,” … “is shut.”',
    ],
    [
      'according to, in front',
      'According to ferry crews, the bridge was shut.',
      'ferry crews | According to | the bridge was shut',
    ],
    [
      'according to, behind',
      'The bridge was shut, according to ferry crews.',
      'ferry crews | according to | The bridge was shut',
    ],
    [
      'according to, inside',
      'The bridge, according to ferry crews, was shut.',
      'ferry crews | according to | The bridge … was shut',
    ],
    [
      'a headline with a colon',
      'Ferry office: bridge to stay shut',
      'Ferry office | : | bridge to stay shut',
    ],
    [
      'hearers',
      'The mayor told reporters that the bridge was shut.',
      'The mayor | told | that the bridge was shut',
    ],
    [
      'a day after the cue',
      'The mayor said on Monday that the bridge was shut.',
      'The mayor | said | that the bridge was shut',
    ],
    ['an object', 'The mayor denied the report.', 'The mayor | denied | the report'],
    ['an intention', 'The mayor vowed to open the bridge.', 'The mayor | vowed | to open the bridge'],
    [
      'a noun',
      'Crews heard the mayor’s claim that the bridge was safe.',
      'the mayor’s | claim | that the bridge was safe',
    ],
    [
      'no source: a passive',
      'It was reported that the bridge was shut.',
      ' | was reported | that the bridge was shut',
    ],
    ['no source: an adverb', 'The crew allegedly fled the mill.', ' | allegedly | The crew … fled the mill'],
    ['a relative', 'They met crews, who said the bridge was shut.', 'who | said | the bridge was shut'],
    [
      'nothing nests',
      'The mayor said that crews believe the bridge is safe.',
      'The mayor | said | that crews believe the bridge is safe',
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual([expected]));

  it.each([
    [
      'a coordinated verb shares the subject',
      'The mayor called the blast a crime and said the bridge was shut.',
      ['The mayor | called | the blast a crime', 'The mayor | said | the bridge was shut'],
    ],
    [
      'a participle shares the subject',
      'The mayor said the bridge was shut, adding that crews were late.',
      ['The mayor | said | the bridge was shut', 'The mayor | adding | that crews were late'],
    ],
    [
      'another clause ends the content',
      'The mayor said the bridge was safe, but crews said it was shut.',
      ['The mayor | said | the bridge was safe', 'crews | said | it was shut'],
    ],
  ])('%s', (_, text, expected) => expect(lines(text)).toEqual(expected));

  it.each([
    ['a noun that looks like a cue', 'The reports of the state were late.'],
    ['a cue inside a quotation without a speaker', 'A sign read nothing of “he said so” at all.'],
    ['a verb that only goes on', 'Crews continued repairs on the bridge.'],
  ])('finds nothing in %s', (_, text) => expect(lines(text).filter((l) => !/read/.test(l))).toEqual([]));
});

describe('quotations that run on', () => {
  it('gives the next quoted sentence to the cue before', () => {
    const text = '“It was loud,” the mayor said. “We saw smoke.” The road was quiet.';
    expect(lines(text)).toEqual(['the mayor | said | “It was loud,” … “We saw smoke.”']);
  });
  it('gives a quoted paragraph to the paragraph before', () => {
    const text = '“It was loud,” the mayor said.\n“We saw smoke. We left.”\nThe road was quiet.';
    expect(lines(text)).toEqual(['the mayor | said | “It was loud,” … “We saw smoke. We left.”']);
  });
  it('gives the quotation after a colon to its cue, over paragraphs', () => {
    const text = 'The office wrote:\n“The bridge is shut.”';
    expect(lines(text)).toEqual(['The office | wrote | “The bridge is shut.”']);
  });
  it('takes a quotation of several sentences whole', () => {
    const text = '“It was loud. We left,” the mayor said.';
    expect(lines(text)).toEqual(['the mayor | said | “It was loud. We left,”']);
  });
  it('stops at a sentence that is not quoted', () => {
    const text = '“It was loud,” the mayor said. Smoke rose. “No one came.”';
    expect(lines(text)).toEqual(['the mayor | said | “It was loud,”']);
  });
});

describe('chains', () => {
  const chain = (text: string, index = 0, language = 'en') => {
    const a = run(text, language).attributions[index]!;
    for (const s of [a.speaker, a.root, ...a.via])
      if (s.spans.length > 0) expect(words(text, s.spans)).toBe(s.text);
    return [a.speaker.text, a.root.text, a.via.map((v) => v.text).join(' < ')];
  };
  it.each([
    ['a plain speaker is the root', 'The mayor said that it rained.', ['The mayor', 'The mayor', '']],
    [
      'a spokesman is via, his body root',
      'A spokesman for the ferry office said that it rained.',
      ['A spokesman for the ferry office', 'the ferry office', 'A spokesman for the ferry office'],
    ],
    ['a medium that is told', 'Crews told Radio Wadi that it rained.', ['Crews', 'Crews', 'Radio Wadi']],
    [
      'a medium that cites',
      'The harbour daily, citing crews, reported that it rained.',
      ['The harbour daily', 'crews', 'The harbour daily'],
    ],
    [
      'a medium that quotes',
      'The daily quoted a nurse as saying that it rained.',
      ['a nurse', 'a nurse', 'The daily'],
    ],
    [
      'a quoted one in the passive',
      'The nurse was quoted by the daily as saying that it rained.',
      ['The nurse', 'The nurse', 'the daily'],
    ],
  ])('%s', (_, text, expected) => expect(chain(text)).toEqual(expected));

  it('leads a pronoun back to the last speaker', () => {
    const text = 'A spokesman for the ferry office said that it rained. He added that crews were late.';
    expect(chain(text, 1)[1]).toBe('the ferry office');
  });
  it('leads a surname back to the full name', () => {
    const text =
      'Colonel Jo Harrow, a spokesman for the ferry office, said that it rained. Crews left. “It was bad,” Harrow said.';
    expect(chain(text, 1)).toEqual(['Harrow', 'the ferry office', 'Colonel Jo Harrow']);
  });
  it('leads "the statement" back to the one who issued it', () => {
    const text = 'The ministry said that it rained. The statement added that crews were late.';
    expect(chain(text, 1)).toEqual(['The statement', 'The ministry', '']);
  });
  it('leaves a cue without a source unstated', () => {
    expect(run('The crew reportedly fled.').attributions[0]?.root).toMatchObject({
      kind: 'unstated',
      text: '',
      spans: [],
    });
  });
  it.each([
    ['Two residents said that it rained.', 'witness'],
    ['A nurse said that it rained.', 'medic'],
    ['Military sources said that it rained.', 'military'],
    ['The ministry said that it rained.', 'official'],
    ['Rebel fighters said that it rained.', 'belligerent'],
    ['The observatory said that it rained.', 'monitor'],
    ['Two experts said that it rained.', 'analyst'],
    ['The newspaper said that it rained.', 'media'],
  ])('%s → %s', (text, kind) => expect(run(text).attributions[0]?.root.kind).toBe(kind));
});

describe('stance, hedges and form', () => {
  it.each([
    ['The mayor said that it rained.', 'asserted', ''],
    ['The mayor claimed that it rained.', 'doubted', ''],
    ['The mayor denied that it rained.', 'denied', ''],
    ['The mayor did not deny that it rained.', 'asserted', ''],
    ['The crew allegedly fled the mill.', 'doubted', 'allegedly'],
    ['The crew reportedly fled the mill.', 'asserted', 'reportedly'],
    ['The so-called council said that it rained.', 'asserted', ''],
  ])('%s', (text, stance, hedges) => {
    const a = run(text).attributions[0]!;
    expect([a.stance, words(text, a.hedges)]).toEqual([stance, hedges]);
  });
  it.each([
    ['“It rained,” the mayor said.', 'direct'],
    ['The mayor said it was “very wet” there.', 'mixed'],
    ['The mayor said it rained.', 'indirect'],
  ])('%s', (text, form) => expect(run(text).attributions[0]?.form).toBe(form));
});

describe('Arabic', () => {
  it.each([
    [
      'verb, source, clause',
      'قال المتحدث باسم المرفأ إن الجسر مغلق.',
      'المتحدث باسم المرفأ | قال | إن الجسر مغلق',
    ],
    ['a day between', 'أعلنت قناة الوادي أمس أن الجسر مغلق.', 'قناة الوادي | أعلنت | أن الجسر مغلق'],
    ['a denial', 'نفت وزارة النقل إغلاق الجسر.', 'وزارة النقل | نفت | إغلاق الجسر'],
    ['a preposition', 'أغلق الجسر بحسب مصادر محلية.', 'مصادر محلية | بحسب | أغلق الجسر'],
    ['a quotation', 'زعم مصدر عسكري: «الجسر مغلق».', 'مصدر عسكري | زعم | «الجسر مغلق»'],
  ])('%s', (_, text, expected) => expect(lines(text, 'ar')).toEqual([expected]));

  it('goes on with the last speaker where the subject is left out', () => {
    const text = 'قال المتحدث باسم المرفأ إن الجسر مغلق. وأضاف أن السفن عادت.';
    const [, b] = run(text, 'ar').attributions;
    expect([words(text, b!.cue), b!.source, b!.root.text]).toEqual(['وأضاف', [], 'المرفأ']);
  });
  it('keeps claims and denials apart from statements', () => {
    const stance = (text: string) => run(text, 'ar').attributions[0]?.stance;
    expect([stance('زعم الوزير أن الجسر مغلق.'), stance('نفى الوزير أن الجسر مغلق.')]).toEqual([
      'doubted',
      'denied',
    ]);
  });
});

describe('languages without lists', () => {
  it('gets no attribution rather than a wrong one', () => {
    expect(run('Le maire said that it rained.', 'fr')).toEqual({ attributions: [], loaded: [] });
  });
});
