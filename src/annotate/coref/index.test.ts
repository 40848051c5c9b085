import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../lexicon/index.ts';
import { annotate } from '../index.ts';

const stage = annotate(loadLexicon());

/** The chains of a text as its words, links joined by " = ". */
function chainsOf(text: string, language = 'en'): string[] {
  const blocks = [{ start: 0, end: text.length, kind: 'article' as const }];
  const input = { id: 'x', text, blocks, language, published: null, outlet: null, asked: [] };
  const { chains } = stage.run(input, {});
  for (const { links } of chains)
    for (const [i, link] of links.entries())
      expect(link.start).toBeGreaterThanOrEqual(links[i - 1]?.start ?? 0);
  return chains.map(({ links }) => links.map((l) => text.slice(l.start, l.end)).join(' = '));
}

it('ends where a possessive is taken for another word', () => {
  const text = 'Please provide answers so that their is limited probability of misunderstanding .';
  expect(chainsOf(text)).toEqual(['answers = their']);
});

describe('coreference inside an article', () => {
  it.each([
    [
      'acronym in brackets',
      'The Selma River Council (SRC) met. The SRC spoke.',
      'Selma River Council = SRC = SRC',
    ],
    ['a surname', 'General Orlo Vantek left early. Vantek spoke later.', 'General Orlo Vantek = Vantek'],
    ['the same noun', 'A bridge fell. Two men stood under the bridge.', 'A bridge = the bridge'],
    [
      'another noun for one event',
      'An explosion woke the town. The blast broke windows.',
      'An explosion = The blast',
    ],
    ['part of a name', 'The Harrow Brigade left. The brigade lost ten men.', 'Harrow Brigade = The brigade'],
    ['a pronoun', 'Orlo Vantek resigned on Monday. He gave no reason.', 'Orlo Vantek = He'],
    [
      'apposition',
      'Mirel Osk, the spokesman of the council, resigned.',
      'Mirel Osk = the spokesman of the council',
    ],
    ['the first person in quotes', '"I saw smoke," Mirel Osk said.', 'I = Mirel Osk'],
  ])('ties %s', (_what, text, chain) => {
    expect(chainsOf(text)).toContain(chain);
  });

  it.each([
    ['"it" that stands for nothing', 'The council met. It was not clear why the road was shut.', /It/],
    ['another one of the kind', 'A bridge fell. Another bridge held.', /bridge/],
    ['a pronoun of the other sex', 'Mr. Vantek spoke. She left the room.', /She/],
    ['an object to the subject of its clause', 'Vantek hit him.', /him/],
    ['expressions of time', 'On Sunday the wall fell. On Sunday it rained.', /Sunday/],
  ])('does not tie %s', (_what, text, never) => {
    expect(chainsOf(text).filter((chain) => never.test(chain))).toEqual([]);
  });

  it('ties names alone where a language has no words for it', () => {
    expect(chainsOf('Damas a protesté. Plus tard, Damas a démenti.', 'fr').join()).not.toMatch(/ a /);
  });
});
