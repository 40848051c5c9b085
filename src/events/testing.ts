import type { Mention, MentionKind, Parse, Token, Word, WordModels } from '../doc/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { prepare, type Sentence, type TextContext } from './sentence.ts';
import { mentionFinder } from './words.ts';

/** Invented names that the tests of this stage use, with what they are. */
const NAMES: Readonly<Record<string, MentionKind>> = {
  Marun: 'location',
  Norland: 'government',
  Sarvia: 'government',
  'Red Banner': 'armed-group',
  'Norland Army': 'state-military',
  مارون: 'location',
};

/** Tokens as `annotate` would cut a short test text: words, numbers, single marks, clitics. */
const TOKEN =
  /\d[\d.,]*\d|\d+|[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*(?=['’]s\b)|['’]s\b|[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*|\S/gu;

/** The invented names in a test text. */
export function mentionsIn(text: string): Mention[] {
  return Object.entries(NAMES)
    .flatMap(([name, kind]) =>
      [...text.matchAll(new RegExp(name, 'gu'))].map((m) => ({
        start: m.index,
        end: m.index + name.length,
        text: name,
        kind,
        candidates: [],
        publicRole: false,
        by: 'test',
      })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((m, i, all) => i === 0 || all[i - 1]!.end <= m.start);
}

/** Tokens of a test text that is one sentence. */
export function tokensIn(
  text: string,
  sentence: number,
  offset = 0,
): { start: number; end: number; kind: 'word' | 'number' | 'punctuation'; sentence: number }[] {
  return [...text.matchAll(TOKEN)].map((m) => ({
    start: offset + m.index,
    end: offset + m.index + m[0].length,
    kind: /^\p{N}/u.test(m[0])
      ? 'number'
      : /^[\p{L}'’]/u.test(m[0]) && m[0].length > 0 && /\p{L}/u.test(m[0])
        ? 'word'
        : 'punctuation',
    sentence,
  }));
}

/** Words and trees of cut sentences, by the models of their language. */
export function treesIn(
  text: string,
  tokens: readonly Token[],
  models: WordModels,
): { words: Word[]; parses: Parse[] } {
  const words: Word[] = [];
  const parses: Parse[] = [];
  for (let first = 0; first < tokens.length; ) {
    const { sentence } = tokens[first]!;
    let end = first;
    while (tokens[end]?.sentence === sentence) end++;
    const own = tokens.slice(first, end);
    const forms = own.map((t) => text.slice(t.start, t.end));
    const { upos, xpos, lemmas, feats, heads, relations } = models.analyse(forms);
    own.forEach((t, i) => {
      words.push({
        start: t.start,
        end: t.end,
        form: forms[i]!,
        token: first + i,
        sentence,
        upos: upos[i] ?? null,
        xpos: xpos[i] ?? null,
        lemma: lemmas[i] ?? null,
        feats: feats[i] ?? '',
      });
    });
    if (heads && relations) parses.push({ sentence, first, heads, relations });
    first = end;
  }
  return { words, parses };
}

/** One sentence made ready for the rules, for tests; with its tree where models are given. */
export function sentenceOf(
  lexicon: Lexicon,
  language: string,
  text: string,
  models: WordModels | null = null,
): Sentence {
  const patterns = lexicon.events.get(language);
  if (!patterns) throw new Error(`no events for ${language}`);
  const mentions = mentionsIn(text);
  const tokens = tokensIn(text, 0);
  const trees = models ? treesIn(text, tokens, models) : { words: [], parses: [] };
  const context: TextContext = {
    text,
    read: text,
    mentions,
    mentionOf: mentionFinder(mentions),
    patterns,
    words: trees.words,
    parses: new Map(trees.parses.map((p) => [p.sentence, p])),
    antecedents: new Map(),
  };
  return prepare(0, { start: 0, end: text.length, block: 0 }, tokens, context);
}
