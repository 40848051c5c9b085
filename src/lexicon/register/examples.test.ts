import { describe, expect, it } from 'vitest';
import type { Token } from '../../doc/index.ts';
import type { ActorEntry, ActorHeads } from '../actor-schema.ts';
import { loadLexicon } from '../index.ts';

const { actors, source } = loadLexicon();

function tokens(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+|[^\s]/gu)].map((m) => ({
    start: m.index,
    end: m.index + m[0].length,
    kind: /^[\p{L}\p{N}]/u.test(m[0]) ? 'word' : 'punctuation',
    sentence: 0,
  }));
}
const named = (text: string): readonly string[] => actors.match(text, tokens(text)).flatMap((h) => h.ids);

/** Entries that carry examples or counter-examples of their own. */
const entries = actors.ids.map((id) => actors.get(id)!).filter((e: ActorEntry) => e.examples || e.not);
const cases = entries.flatMap((e) => [
  ...(e.examples ?? []).map((text) => [e.id, true, text] as const),
  ...(e.not ?? []).map((text) => [e.id, false, text] as const),
]);

describe('examples that entries of the register carry', () => {
  it.each([...cases, ['group/mat', true, 'fighters of MaT'] as const])(
    '%s found (%s) in "%s"',
    (id, want, text) => {
      expect(named(text).includes(id)).toBe(want);
    },
  );
});

const { heads } = source.json['shared/actors/actor-heads'] as ActorHeads;

describe.each(heads.map((h) => [h.id, h] as const))('names made of a state’s name: %s', (_, head) => {
  /** The whole text is one name of a body of the head's kind: one of its targets, or an entry that bears the name itself. */
  const whole = (text: string) =>
    actors
      .match(text, tokens(text))
      .some((h) => h.start === 0 && h.end === text.length && h.kind === head.kind);

  it.each(head.examples)('%s is one', (text) => {
    expect(whole(text)).toBe(true);
  });

  it.each(head.not)('%s is none', (text) => {
    expect(whole(text)).toBe(false);
  });
});
