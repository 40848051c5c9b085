import type { Sentence, Token } from '../doc/index.ts';
import { foldWord } from '../lexicon/event-patterns.ts';
import type { LanguageWords, Lexicon } from '../lexicon/index.ts';
import { wordKey } from '../lexicon/key.ts';

/** Tells of a word, as it stands, whether it may open a cue of speech or trigger an event. */
export type Demand = (form: string) => boolean;

/** Forms kept; see `formsOf`. */
const MOST_FORMS = 60_000;

/** What the later stages look for in a language: its cues (verbs, nouns, adverbs, prepositions) and its event triggers. */
export function demandOf(words: LanguageWords, lexicon: Lexicon): Demand {
  const { verbs, nouns, adverbs, prepositions } = words.cues;
  const triggers = lexicon.events.get(words.code)?.triggers;
  const known = new Map<string, boolean>();
  return (form) => {
    const seen = known.get(form);
    if (seen !== undefined) return seen;
    if (known.size >= MOST_FORMS) known.clear();
    const key = wordKey(form);
    const cue = verbs.has(key) || nouns.has(key) || adverbs.has(key) || prepositions.has(key);
    const wanted = cue || (triggers?.has(foldWord(form)) ?? false);
    known.set(form, wanted);
    return wanted;
  };
}

/** The sentences that hold a cue or a trigger: the only ones worth a parse (about half of a news text). */
export function demanded(
  text: string,
  sentences: readonly Sentence[],
  tokens: readonly Token[],
  demand: Demand,
): Uint8Array {
  const wanted = new Uint8Array(sentences.length);
  for (const { start, end, kind, sentence } of tokens)
    if (wanted[sentence] === 0 && kind === 'word' && demand(text.slice(start, end))) wanted[sentence] = 1;
  return wanted;
}
