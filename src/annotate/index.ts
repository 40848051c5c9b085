import type { Mention, Sentence, Stage, Token } from '../doc/index.ts';
import { type ActorHit, type LanguageWords, type Lexicon, languageFor } from '../lexicon/index.ts';
import { type Found, mergeMentions } from './merge.ts';
import { patternNames } from './names.ts';
import { splitSentences } from './sentences.ts';
import { findTimexes } from './timex/index.ts';
import { tokenize } from './tokens.ts';
import { findToponyms } from './toponyms.ts';

export { splitSentences } from './sentences.ts';
export { tokenize } from './tokens.ts';

const FALL_BACK = 'en';

/** Sentences, tokens, names and time expressions of one article. */
export function annotate(lexicon: Lexicon): Stage<never, 'sentences' | 'tokens' | 'mentions' | 'timexes'> {
  return {
    name: 'annotate',
    version: 1,
    requires: [],
    assigns: ['sentences', 'tokens', 'mentions', 'timexes'],
    run: ({ text, blocks, language: given }) => {
      const language = languageFor(given, text, blocks[0]?.start ?? 0);
      const words = lexicon.language(language) ?? lexicon.language(FALL_BACK)!;
      const sentences = splitSentences(text, blocks, words.abbreviations);
      const tokens = tokenize(text, sentences, words.abbreviations);
      return {
        sentences,
        tokens,
        mentions: findMentions(text, sentences, tokens, words, lexicon),
        timexes: findTimexes(text, sentences, tokens, lexicon, language),
      };
    },
  };
}

function findMentions(
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  words: LanguageWords,
  lexicon: Lexicon,
): Mention[] {
  const found: Found[] = lexicon.actors
    .match(text, tokens)
    .map((hit) => ({ origin: 'register', mention: registered(text, hit, lexicon) }));
  for (const mention of findToponyms(text, sentences, tokens, lexicon))
    found.push({ origin: 'place', mention });
  for (const mention of patternNames(text, sentences, tokens, words))
    found.push({ origin: 'pattern', mention });
  return mergeMentions(found, sentences);
}

function registered(text: string, { start, end, ids, kind }: ActorHit, lexicon: Lexicon): Mention {
  const publicRole = kind === 'person' && ids.some((id) => (lexicon.actors.get(id)?.roles?.length ?? 0) > 0);
  return { start, end, text: text.slice(start, end), kind, candidates: ids, publicRole, by: 'register' };
}
