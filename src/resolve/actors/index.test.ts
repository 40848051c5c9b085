import { beforeAll, describe, expect, it } from 'vitest';
import type { ArticleInput, Mention, MentionKind, Sentence, Token } from '../../doc/index.ts';
import { type Lexicon, loadLexicon } from '../../lexicon/index.ts';
import { resolveActors } from './index.ts';
import { withProvisional } from './provisional.ts';
import { canAct, daysOf, holds, withRoles } from './roles.ts';

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

describe('roles on a day', () => {
  const day = (iso: string) => ({ earliest: iso, latest: iso });

  it.each([
    [{ from: '2020-03-01' }, '2020-02-29', false],
    [{ from: '2020-03-01' }, '2020-03-01', true],
    [{ until: '2020-03-01' }, '2020-03-01', false],
    [{ until: '2020-03-01' }, '2020-02-29', true],
    [{}, '2020-02-29', true],
  ])('%j on %s: %s', (dated, iso, expected) => expect(holds(dated, day(iso))).toBe(expected));

  it('tells the role held on the day of the event, and that none was held', () => {
    const id = lexicon.actors.ids.find((x) => lexicon.actors.get(x)?.roles?.some((r) => r.from && !r.until))!;
    const { from } = lexicon.actors.get(id)!.roles!.find((r) => r.from && !r.until)!;
    const chosen = [{ chosen: id, candidates: [id], reason: 'in the register' }];
    const on = (iso: string) => withRoles(chosen, () => day(iso), lexicon.actors)[0]!;
    expect(on(from!).roles?.length).toBeGreaterThan(0);
    expect(on('1900-01-01')).toMatchObject({ roles: [], reason: expect.stringContaining('no listed role') });
    expect(canAct(lexicon.actors.get(id)!, day(from!))).toBe(true);
  });

  it('says nothing of roles where no day is known', () => {
    const chosen = [{ chosen: 'person/abdel-fattah-al-sisi', candidates: [], reason: '' }];
    expect(withRoles(chosen, daysOf([], [], null), lexicon.actors)).toEqual(chosen);
  });
});

describe('provisional entries', () => {
  const provisional = (text: string, kind: MentionKind) =>
    withProvisional(
      [{ chosen: null, candidates: [], reason: 'not in the register' }],
      [{ start: 0, end: text.length, text, kind, candidates: [], publicRole: false, by: 'test' }],
    )[0]!;

  it('gives one id to one name in all its writings, and leaves it unknown', () => {
    const one = provisional('Haddar River Guard', 'armed-group');
    expect(one).toMatchObject({
      chosen: null,
      provisional: { name: 'Haddar River Guard', kind: 'armed-group' },
    });
    expect(provisional('HADDAR RIVER GUARD', 'armed-group').provisional?.id).toBe(one.provisional?.id);
    expect(provisional('Rafid River Guard', 'armed-group').provisional?.id).not.toBe(one.provisional?.id);
    expect(provisional('كتيبة الهدار', 'armed-group').provisional?.name).toBe('كتيبة الهدار');
  });

  it.each<[string, MentionKind]>([
    ['Samir Haddar', 'person'],
    ['Haddar', 'location'],
    ['the guards', 'armed-group'],
  ])('gives none to %s, a %s', (text, kind) => expect(provisional(text, kind).provisional).toBeUndefined());
});
