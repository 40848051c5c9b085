import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleInput, Mention, MentionKind, Sentence, Token } from '../../doc/index.ts';
import { type Lexicon, loadLexicon } from '../../lexicon/index.ts';
import { resolveActors } from './index.ts';

let lexicon: Lexicon;
beforeAll(() => {
  lexicon = loadLexicon();
});

const tokens = (text: string): Token[] =>
  [...text.matchAll(/[\p{L}\p{N}\p{M}]+|\S/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: /^[\p{L}\p{N}]/u.test(m[0]) ? 'word' : 'punctuation',
    sentence: 0,
  }));

/** The register's hits as mentions, and names the register lacks, given with their kind. */
function mentionsOf(text: string, extra: Readonly<Record<string, MentionKind>>): Mention[] {
  const hits = lexicon.actors.match(text, tokens(text)).map((h) => ({ ...h, candidates: h.ids }));
  const added = Object.entries(extra).flatMap(([words, kind]) =>
    [...text.matchAll(new RegExp(words, 'gu'))]
      .map((m) => ({ start: m.index, end: m.index + words.length, kind, candidates: [] }))
      .filter((m) => !hits.some((h) => h.start < m.end && m.start < h.end)),
  );
  return [...hits, ...added]
    .sort((a, b) => a.start - b.start)
    .map(({ start, end, kind, candidates }) => ({
      start,
      end,
      kind,
      candidates,
      text: text.slice(start, end),
      publicRole: false,
      by: 'test',
    }));
}

function resolved(
  text: string,
  extra: Readonly<Record<string, MentionKind>> = {},
): [string, string | null][] {
  const mentions = mentionsOf(text, extra);
  const sentences: Sentence[] = [{ start: 0, end: text.length, block: 0 }];
  const input: ArticleInput = {
    id: 'a',
    text,
    blocks: [{ start: 0, end: text.length, kind: 'article' }],
    language: 'en',
    published: null,
    outlet: null,
    asked: [],
  };
  return resolveActors(input, { mentions, sentences }, lexicon).map((r, i) => [mentions[i]!.text, r.chosen]);
}

describe('resolveActors', () => {
  it.each<[string, [string, string | null][]]>([
    [
      'SANA quoted the Pentagon.',
      [
        ['SANA', 'media/sana'],
        ['Pentagon', 'gov/us-dod'],
      ],
    ],
    ['Ankara denied the report.', [['Ankara', 'state/tr']]],
    ['Residents of Ankara denied the report.', [['Ankara', null]]],
    ['The depot was struck by Israel on Monday.', [['Israel', 'state/il']]],
    ['He lives by Damascus.', [['Damascus', null]]],
    ['Northern Syria saw rain.', [['Syria', null]]],
    ['It said that Russia has sent more trucks.', [['Russia', 'state/ru']]],
    ['Syrian farmers complained.', [['Syrian', null]]],
  ])('"%s"', (text, expected) => expect(resolved(text)).toEqual(expected));

  it('ties an acronym to the name it stands behind in brackets', () => {
    const text = 'The Syrian Observatory for Human Rights (OBSR) said so. OBSR counted two.';
    expect(resolved(text, { OBSR: 'organisation' }).filter(([w]) => w === 'OBSR')).toEqual([
      ['OBSR', 'monitor/sohr'],
      ['OBSR', 'monitor/sohr'],
    ]);
  });

  it('ties a surname to the public figure named in full', () => {
    expect(resolved('Joe Buccino spoke. Buccino added nothing.', { Buccino: 'person' }).at(-1)).toEqual([
      'Buccino',
      'person/joe-buccino',
    ]);
  });

  it('leaves a private person open', () => {
    expect(resolved('Samir Qandil saw it.', { 'Samir Qandil': 'person' })).toEqual([['Samir Qandil', null]]);
  });

  it('says why', () => {
    const text = 'Samir Qandil saw it.';
    const mentions = mentionsOf(text, { 'Samir Qandil': 'person' });
    const input: ArticleInput = {
      id: 'a',
      text,
      blocks: [],
      language: 'en',
      published: null,
      outlet: null,
      asked: [],
    };
    expect(resolveActors(input, { mentions, sentences: [] }, lexicon)[0]?.reason).toBe('not in the register');
  });
});
