import type { Mention, Parse, Sentence as Span, Word as SyntacticWord, Token } from '../doc/index.ts';
import { type EventPatterns, sequencesAt } from '../lexicon/event-patterns.ts';
import { type Antecedents, antecedentAt } from './antecedents.ts';
import { type Element, elementsOf } from './elements.ts';
import { type Tree, treeOf } from './tree.ts';
import { sentenceWords, type Word } from './words.ts';

/** A sentence made ready for the event rules. */
export interface Sentence {
  /** Index in the layer of sentences. */
  readonly index: number;
  readonly text: string;
  /** The text in the case in which its words were read: what shouts shows no names. */
  readonly read: string;
  readonly span: Span;
  readonly words: readonly Word[];
  /** Folded words, by index. */
  readonly keys: readonly string[];
  readonly els: readonly Element[];
  /** Words that stand in an idiom, where they tell of no event. */
  readonly idiomatic: ReadonlySet<number>;
  /** Element of each word, or −1 (adverbs). */
  readonly elementAt: readonly number[];
  readonly mentions: readonly Mention[];
  readonly patterns: EventPatterns;
  /** Its tree; `null` where it has none, and windows serve. */
  readonly tree: Tree | null;
  /** Index of the mention that a pronoun or a description stands for, by word. */
  readonly antecedents: ReadonlyMap<number, number>;
}

/** What all sentences of one text share. */
export interface TextContext {
  readonly text: string;
  readonly read: string;
  readonly mentions: readonly Mention[];
  readonly mentionOf: (start: number) => number;
  readonly patterns: EventPatterns;
  readonly words: readonly SyntacticWord[];
  /** Trees by sentence. */
  readonly parses: ReadonlyMap<number, Parse>;
  readonly antecedents: Antecedents;
}

/** Cuts a sentence into words and elements. */
export function prepare(index: number, span: Span, tokens: readonly Token[], context: TextContext): Sentence {
  const { text, mentions, mentionOf, patterns } = context;
  const words = sentenceWords(text, tokens, mentionOf, mentions, patterns);
  const els = elementsOf(words, patterns);
  const elementAt = new Array<number>(words.length).fill(-1);
  els.forEach((e, i) => {
    elementAt.fill(i, e.from, e.to);
  });
  const keys = words.map((w) => w.key);
  const parse = context.parses.get(index);
  return {
    index,
    text,
    read: context.read,
    span,
    words,
    keys,
    els,
    elementAt,
    idiomatic: idiomsIn(keys, patterns),
    mentions,
    patterns,
    tree: parse
      ? treeOf(words, context.words.slice(parse.first, parse.first + parse.heads.length), parse)
      : null,
    antecedents: antecedentAt(words, context.antecedents),
  };
}

function idiomsIn(keys: readonly string[], patterns: EventPatterns): ReadonlySet<number> {
  const out = new Set<number>();
  keys.forEach((_, i) => {
    const width = sequencesAt(patterns.idioms, keys, i)[0]?.words.length ?? 0;
    for (let k = 0; k < width; k++) out.add(i + k);
  });
  return out;
}
