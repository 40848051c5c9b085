import type { Span } from '../doc/index.ts';
import { type Prf, prf } from './core/figures.ts';
import type { GoldDocument, GoldWord } from './treebank.ts';

/** A word as a system gives it: its characters, and what it says of it; `head` counts in its own sentence, −1 the root. */
export interface GivenWord extends Span {
  readonly upos?: string | null;
  readonly xpos?: string | null;
  readonly lemma?: string | null;
  readonly head?: number;
  readonly deprel?: string;
}

/** Own sentences, each a list of words in text order. */
export type GivenSentences = readonly (readonly GivenWord[])[];

export interface WordScores {
  readonly words: Prf;
  readonly upos: Prf;
  readonly xpos: Prf;
  readonly lemma: Prf;
  readonly uas: Prf;
  /** Relations are compared up to the colon, as in CoNLL 2018. */
  readonly las: Prf;
}

/**
 * Words and what is said of them on own words and sentences (CoNLL 2018 shared task, Zeman et al. 2018): words on the same
 * characters are aligned; a tag or arc counts when it is right for aligned words. Words that share characters (a written
 * form with no cuts of its own) are aligned in order.
 */
export function scoreWords(documents: readonly GoldDocument[], given: readonly GivenSentences[]): WordScores {
  const counts = { words: 0, upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0 };
  let wanted = 0;
  let own = 0;
  documents.forEach(({ sentences }, d) => {
    const gold = sentences.flatMap(({ words }) => words.map((word) => headed(word, words, word.head)));
    const system = (given[d] ?? []).flatMap((words) =>
      words.map((word) => headed(word, words, word.head ?? NO_HEAD)),
    );
    wanted += gold.length;
    own += system.length;
    count(gold, system, counts);
  });
  const scores = Object.entries(counts).map(([name, right]) => [name, prf(right, own, wanted)]);
  return Object.fromEntries(scores) as unknown as WordScores;
}

/** A word without a head is attached to nothing, not to the root. */
const NO_HEAD = -2;

/** A word with the word it hangs on; `null` for the root, `undefined` for none. */
interface Headed<W extends Span> {
  readonly word: W;
  readonly head: W | null | undefined;
}

const headed = <W extends Span>(word: W, words: readonly W[], head: number): Headed<W> => ({
  word,
  head: head === -1 ? null : words[head],
});

type Counts = { -readonly [K in keyof WordScores]: number };

function count(gold: readonly Headed<GoldWord>[], given: readonly Headed<GivenWord>[], counts: Counts): void {
  const pairs = aligned(gold, given);
  const partner = new Map<Span, Span>(pairs.map(([a, b]) => [a.word, b.word]));
  for (const [{ word, head }, own] of pairs) {
    counts.words++;
    if (word.upos === own.word.upos) counts.upos++;
    if (word.xpos === own.word.xpos) counts.xpos++;
    if (word.lemma === own.word.lemma || word.lemma === '_') counts.lemma++;
    const sameHead = head ? own.head !== null && partner.get(head) === own.head : own.head === head;
    if (!sameHead || own.head === undefined) continue;
    counts.uas++;
    if (universal(word.deprel) === universal(own.word.deprel ?? '')) counts.las++;
  }
}

const universal = (relation: string): string => relation.split(':')[0]!;

/** Pairs of words on the same characters, in text order. */
function aligned(
  gold: readonly Headed<GoldWord>[],
  given: readonly Headed<GivenWord>[],
): [Headed<GoldWord>, Headed<GivenWord>][] {
  const pairs: [Headed<GoldWord>, Headed<GivenWord>][] = [];
  let g = 0;
  let s = 0;
  while (g < gold.length && s < given.length) {
    const a = gold[g]!.word;
    const b = given[s]!.word;
    if (a.start === b.start && a.end === b.end) pairs.push([gold[g++]!, given[s++]!]);
    else if (a.start < b.start || (a.start === b.start && a.end < b.end)) g++;
    else s++;
  }
  return pairs;
}
