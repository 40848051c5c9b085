import type { Mention, Sentence, Stage, Token, Word } from '../doc/index.ts';
import { type ActorHit, type Lexicon, languageFor } from '../lexicon/index.ts';
import { textAsRead } from '../lib/text-as-read.ts';
import { withSounds } from './actor-sounds.ts';
import { findWords } from './analyse.ts';
import { findChains } from './coref/index.ts';
import { cuedNames } from './cued-names.ts';
import { statisticalMentions } from './entities/mentions.ts';
import { type Found, mergeMentions } from './merge.ts';
import { knownNames } from './name-endings.ts';
import { patternNames } from './names.ts';
import { demanded } from './on-demand.ts';
import { type LanguagePack, languagePacks } from './pack.ts';
import { clausesOf } from './parse/clauses.ts';
import { findParses } from './parses.ts';
import { splitSentences } from './sentences.ts';
import { findTimexes } from './timex/index.ts';
import { tokenize } from './tokens.ts';
import { findToponyms } from './toponyms.ts';

export { splitSentences } from './sentences.ts';
export { tokenize } from './tokens.ts';
export { wordModels } from './word-models.ts';

type Gives = 'sentences' | 'tokens' | 'words' | 'parses' | 'clauses' | 'mentions' | 'timexes' | 'chains';

/** The language of one article: sentences, words with tags and trees, names, time expressions, coreference. */
export function annotate(lexicon: Lexicon): Stage<never, Gives> {
  const packs = languagePacks(lexicon);
  return {
    name: 'annotate',
    version: 4,
    requires: [],
    assigns: ['sentences', 'tokens', 'words', 'parses', 'clauses', 'mentions', 'timexes', 'chains'],
    run: ({ text, blocks, language: given, asked }) => {
      const language = languageFor(given, text, blocks[0]?.start ?? 0);
      const pack = packs(lexicon.language(language));
      const { abbreviations, voices, cues } = pack.words;
      const sentences = splitSentences(text, blocks, abbreviations);
      const tokens = tokenize(text, sentences, abbreviations);
      const words = findWords(text, sentences, tokens, pack);
      const parses = findParses(words, demanded(words, sentences.length, pack.demand, asked), pack.parser);
      const mentions = findMentions({ text, sentences, tokens, words, pack }, lexicon);
      const timexes = findTimexes(text, sentences, tokens, lexicon, language);
      const lexis = pack.coreference;
      return {
        sentences,
        tokens,
        words,
        parses,
        clauses: clausesOf(words, parses),
        mentions,
        timexes,
        chains: findChains({ text, words, parses, mentions, timexes, lexis, voices, cues }),
      };
    },
  };
}

interface Read {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  readonly pack: LanguagePack;
}

/** Names by the dictionaries first, then by how they are written or what stands before them, then by the models. */
function findMentions({ text, sentences, tokens, words, pack }: Read, lexicon: Lexicon): Mention[] {
  const found: Found[] = [];
  const read = textAsRead(text, words);
  const add = (origin: Found['origin'], mentions: readonly Mention[]): void => {
    for (const mention of mentions) found.push({ origin, mention });
  };
  add(
    'register',
    lexicon.actors.match(read, tokens).map((hit) => registered(text, hit, lexicon)),
  );
  add('register', knownNames(read, tokens, pack.words.names, lexicon.actors));
  add('place', findToponyms(read, sentences, tokens, lexicon));
  add('pattern', patternNames(read, sentences, tokens, pack.words));
  if (pack.cuedNames)
    add('pattern', cuedNames(text, sentences, words, pack.cuedNames.cues, pack.cuedNames.traitsOf));
  if (pack.recogniser)
    add('statistic', statisticalMentions(text, words, sentences, pack.recogniser, pack.words));
  const merged = withSounds(mergeMentions(found, sentences), lexicon.actors);
  return read === text ? merged : merged.map((m) => ({ ...m, text: text.slice(m.start, m.end) }));
}

function registered(text: string, { start, end, ids, kind }: ActorHit, lexicon: Lexicon): Mention {
  const publicRole = kind === 'person' && ids.some((id) => (lexicon.actors.get(id)?.roles?.length ?? 0) > 0);
  return { start, end, text: text.slice(start, end), kind, candidates: ids, publicRole, by: 'register' };
}
