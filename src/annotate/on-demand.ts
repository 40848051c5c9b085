import type { Span, Word } from '../doc/index.ts';
import type { Trigger } from '../lexicon/event-patterns.ts';
import { loadHarms } from '../lexicon/harms.ts';
import type { LanguageWords, Lexicon } from '../lexicon/index.ts';
import { wordKey } from '../lexicon/key.ts';

/** A cue or trigger: its words as keys, the first of which must have the tag; `null` where the tag tells nothing. */
interface Opening {
  readonly words: readonly string[];
  readonly upos: 'VERB' | 'NOUN' | null;
}

/** Cues and triggers of a language by the key of their first word. */
export type Demand = ReadonlyMap<string, readonly Opening[]>;

/** What the later stages look for in a language: its cues (verbs, nouns, adverbs, prepositions) and its event triggers. */
export function demandOf(words: LanguageWords, lexicon: Lexicon): Demand {
  const { verbs, nouns, adverbs, prepositions } = words.cues;
  const demand = new Map<string, Opening[]>();
  const add = (keys: readonly string[], upos: Opening['upos']): void => {
    const list = demand.get(keys[0]!) ?? [];
    demand.set(keys[0]!, [...list, { words: keys, upos }]);
  };
  for (const key of verbs.keys()) add([key], 'VERB');
  for (const key of nouns.keys()) add([key], 'NOUN');
  for (const key of adverbs.keys()) add(key.split(' '), null);
  for (const rows of prepositions.values()) for (const row of rows) add(row, null);
  for (const sequences of lexicon.events.get(words.code)?.triggers.values() ?? [])
    for (const { words: keys, value } of sequences) add(keys, TAG[value.pos]);
  for (const form of loadHarms(lexicon.source, words.code)?.openers ?? []) add([form], null);
  return demand;
}

const TAG: Readonly<Record<Trigger['pos'], 'VERB' | 'NOUN'>> = { verb: 'VERB', noun: 'NOUN' };

/** Marks the sentences (an entry a sentence) that hold a cue, a trigger or a span asked about: the only ones worth a parse. */
export function demanded(
  words: readonly Word[],
  sentences: number,
  demand: Demand,
  asked: readonly Span[] = [],
): Uint8Array {
  const wanted = new Uint8Array(sentences);
  const starts = new Set(asked.map((a) => a.start));
  for (const w of words) if (starts.has(w.start)) wanted[w.sentence] = 1;
  for (let i = 0; i < words.length; i++) {
    const { sentence, form } = words[i]!;
    if (wanted[sentence] === 0 && opens(words, i, demand.get(wordKey(form)))) wanted[sentence] = 1;
  }
  return wanted;
}

function opens(words: readonly Word[], at: number, openings: readonly Opening[] | undefined): boolean {
  if (!openings) return false;
  const { upos, sentence } = words[at]!;
  return openings.some(
    (o) =>
      (o.upos === null || upos === null || upos === o.upos) &&
      o.words.every((key, k) => k === 0 || isHere(words[at + k], key, sentence)),
  );
}

const isHere = (word: Word | undefined, key: string, sentence: number): boolean =>
  word !== undefined && word.sentence === sentence && wordKey(word.form) === key;
