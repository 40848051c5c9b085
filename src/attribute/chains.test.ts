import { describe, expect, it } from 'vitest';
import { annotate } from '../annotate/index.ts';
import type { ArticleInput, Attribution, Block, Speaker } from '../doc/index.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { attribute } from './index.ts';

const lexicon = loadLexicon();
const first = annotate(lexicon);
const second = attribute(lexicon);

function attributionsOf(text: string, language: string, outlet: string | null): readonly Attribution[] {
  const blocks: Block[] = [...text.matchAll(/[^\n]+/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: 'article',
  }));
  const input: ArticleInput = { id: 't', text, blocks, language, published: null, outlet, asked: [] };
  return second.run(input, first.run(input, {})).attributions;
}

const nameOf = (s: Speaker): string => (s.kind === 'unstated' ? 'unstated' : s.text);

/** "speaker | root | via < via" of each attribution. */
const chains = (text: string, language = 'en', outlet: string | null = null): string[] =>
  attributionsOf(text, language, outlet).map((a) =>
    [nameOf(a.speaker), nameOf(a.root), a.via.map(nameOf).join(' < ')].join(' | '),
  );
const roots = (text: string, language = 'en'): string[] =>
  attributionsOf(text, language, null).map((a) => nameOf(a.root));

describe('what may be a source', () => {
  it.each([
    ['Two residents reached by phone said that it rained.', 'Two residents reached by phone'],
    ['Residents who carried the injured away said that it rained.', 'Residents who carried the injured away'],
    ['A driver who left before the storm said that it rained.', 'A driver who left before the storm'],
    ['Dozens of villagers said that it rained.', 'Dozens of villagers'],
    ['A plumber said that it rained.', 'A plumber'],
    ['The second-longest delay showed that it rained.', 'unstated'],
    ['The presence of rebels shows that it rained.', 'unstated'],
    ['A crater shows that it rained.', 'unstated'],
    ['Closing the ferry office showed that it rained.', 'unstated'],
    ['This means, it said, that it rained.', 'unstated'],
  ])('%s → %s', (text, root) => expect(roots(text)[0]).toBe(root));

  it.each([
    'No group has claimed the attack.',
    'Nobody has so far said that it rained.',
    'Source: Doma Daily',
  ])('finds nobody who speaks in “%s”', (text) => expect(chains(text)).toEqual([]));
});

describe('speakers that point back', () => {
  it.each([
    ['A military source said that it rained. The source added that roads flooded.', 'A military source'],
    [
      'A monitoring group in Doma said that it rained. The group said roads flooded.',
      'A monitoring group in Doma',
    ],
    ['The ferry ministry said that it rained. The ministry said roads flooded.', 'The ferry ministry'],
    ['Two nurses said that it rained. They said roads flooded.', 'Two nurses'],
    ['Two nurses said that it rained. “Roads flooded,” one of them said.', 'Two nurses'],
    ['A nurse said that it rained. Crews said little. She said roads flooded.', 'A nurse'],
    ['The council said that it rained. It said roads flooded.', 'The council'],
  ])('%s', (text, root) => expect(roots(text).at(-1)).toBe(root));

  it('leads "the spokesman" to the one named before and so to the body', () => {
    const text =
      '“It rained,” said a council spokesman, Jo Harrow.\nThe spokesman said that roads flooded.\nHarrow said that crews were late.';
    expect(chains(text)).toEqual([
      'Jo Harrow | council | Jo Harrow',
      'The spokesman | council | Jo Harrow',
      'Harrow | council | Jo Harrow',
    ]);
  });
  it('does not take another source for "the Doma source"', () => {
    const text = 'A Wadi source said that it rained. The Doma source said that roads flooded.';
    expect(roots(text)[1]).toBe('The Doma source');
  });
  it('leaves a pronoun that points to nobody unstated', () => {
    expect(roots('He said that it rained.')).toEqual(['unstated']);
  });
});

describe('bodies, media and documents', () => {
  it.each([
    ['A police spokesman said that it rained.', 'A police spokesman | police | A police spokesman'],
    [
      'A commander of the Third Brigade, speaking at the gate, said that it rained.',
      'A commander of the Third Brigade | the Third Brigade | A commander of the Third Brigade',
    ],
    ['A rebel commander said that it rained.', 'A rebel commander | A rebel commander | '],
    ['A nurse told the state news agency that it rained.', 'A nurse | A nurse | the state news agency'],
    ['It rained all night long, a nurse told Radio Wadi.', 'a nurse | a nurse | Radio Wadi'],
    ['A nurse said in a statement carried by Radio Wadi that it rained.', 'A nurse | A nurse | Radio Wadi'],
    ['Radio Wadi cited a nurse claiming that it rained.', 'a nurse | a nurse | Radio Wadi'],
    ['It rained all night long, Radio Wadi quoted a nurse as saying.', 'a nurse | a nurse | Radio Wadi'],
    ['A nurse said that it rained, Radio Wadi reported.', 'A nurse | A nurse | Radio Wadi'],
    ['Radio Wadi reported that nurses said that it rained.', 'Radio Wadi | nurses | Radio Wadi'],
    ['It rained all night long, Tamarisk reported, citing a nurse.', 'Tamarisk | a nurse | Tamarisk'],
    ['A Foreign Ministry report said that it rained.', 'A Foreign Ministry report | Foreign Ministry | '],
    ['Roads were flooded near Doma, police say', 'police | police | '],
  ])('%s', (text, expected) => expect(chains(text)[0]).toBe(expected));

  it('names the medium that "the agency" points back to', () => {
    const text =
      'Radio Wadi quoted a nurse as saying that it rained.\nCrews told the station that roads flooded.';
    expect(chains(text)[1]).toBe('Crews | Crews | Radio Wadi');
  });
  it('does not count the outlet itself as an intermediary', () => {
    expect(chains('A nurse told Radio Wadi that it rained.', 'en', 'Radio Wadi')).toEqual([
      'A nurse | A nurse | ',
    ]);
  });
  it('gives unnamed officials right after a medium to that medium', () => {
    const text = 'Radio Wadi reported that it rained. Roads flooded, according to council officials.';
    expect(chains(text)[1]).toBe('council officials | council officials | Radio Wadi');
  });
});

describe('Arabic speakers', () => {
  it.each([
    ['أفاد طبيب في المشفى لـ«صدى الوادي» بأن ثلاثة أصيبوا.', ['طبيب في المشفى']],
    ['كانت قناة الوادي قد نقلت عن حارس أن الجسر مغلق، نافياً وقوع إصابات.', ['حارس', 'حارس']],
    ['أعلنت وزارة النقل، الأحد، إغلاق الجسر، مؤكدة عدم وقوع إصابات.', ['وزارة النقل', 'وزارة النقل']],
    ['ذكرت وزارة النقل أن الجسر مغلق. وأشارت الوزارة إلى إصلاح الطريق.', ['وزارة النقل', 'وزارة النقل']],
    ['وقال خلال مؤتمر صحفي إن الجسر مغلق.', ['unstated']],
    ['لم تعلن أي جهة مسؤوليتها عن الهجوم.', []],
    ['بحسب سكان في المدينة، فقد أغلق الجسر.', ['سكان في المدينة']],
    ['وفقاً لمصادر طبية، أصيب ثلاثة.', ['مصادر طبية']],
    ['نفى المجلس مسؤوليته، وقال المتحدث باسمه في بيان إن الجسر سليم.', ['المجلس', 'المجلس']],
    ['أكد مدير المشفى أن الجرحى بخير.', ['المشفى']],
    ['المصدر: قناة الوادي', []],
    ['وزارة النقل: الجسر مغلق', ['وزارة النقل']],
    ['وزعمت قناة محلية «الرمال»، أن الجسر مغلق، وهو ما نفته وزارة النقل.', ['قناة محلية']],
  ])('%s', (text, expected) => expect(roots(text, 'ar')).toEqual(expected));

  it('keeps the medium that passes a source on', () => {
    const text = 'كانت قناة الوادي قد نقلت عن حارس أن الجسر مغلق.';
    expect(chains(text, 'ar')).toEqual(['حارس | حارس | قناة الوادي']);
  });
});
