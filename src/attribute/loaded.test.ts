import { describe, expect, it } from 'vitest';
import { annotate } from '../annotate/index.ts';
import type { ArticleInput, Attribution, Block, Loaded } from '../doc/index.ts';
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

describe('loaded words', () => {
  it.each([
    ['by the narrator', 'The regime shut the bridge.', 'regime', 'narrator'],
    ['in a quotation', 'The mayor said: “The regime shut the bridge.”', 'regime', 'quoted'],
    ['in indirect speech', 'The mayor said that the regime shut the bridge.', 'regime', 'indirect'],
    ['of the other side too', 'The terrorists shut the bridge.', 'terrorists', 'narrator'],
    ['the longest phrase', 'The occupation forces shut the bridge.', 'occupation forces', 'narrator'],
  ])('%s', (_, text, word, user) => {
    const [found] = run(text).loaded;
    expect([found?.text, found?.user, text.slice(found!.start, found!.end)]).toEqual([word, user, word]);
  });
  it('points to the attribution that holds it', () => {
    expect(run('The mayor said that the regime shut it.').loaded[0]?.attribution).toBe(0);
  });
  it('needs a capital where the plain word is none', () => {
    expect(run('There was little resistance there.').loaded).toEqual([]);
  });
  it('knows Arabic ones', () => {
    expect(run('أعلن عن سقوط شهداء.', 'ar').loaded.map((l) => l.text)).toEqual(['شهداء']);
  });
});
