import type { Block, Chain, Mention, Parse, Sentence, Span, Timex, Token, Word } from '../doc/index.ts';
import { BIT } from '../lexicon/grammar.ts';
import type { LanguageWords } from '../lexicon/index.ts';
import { wordKey } from '../lexicon/key.ts';
import type { VoiceNoun } from '../lexicon/voices.ts';
import { objectEnds } from './content.ts';
import { findQuotations, type Quotation } from './quotations.ts';
import { type TokenTrees, tokenTrees } from './tree/token-trees.ts';

/** Token positions `[start, end)`; everything before the last step of this stage counts in tokens. */
export type Range = Span;

/** One article as the rules see it: its tokens with what each rule asks of them, worked out once. */
export interface View {
  readonly text: string;
  readonly words: LanguageWords;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Range[];
  /** Index of the block of each sentence. */
  readonly blockOf: readonly number[];
  readonly blocks: readonly Block[];
  /** Look-up form of each token. */
  readonly key: readonly string[];
  /** Closed word classes of each token, as bits of `BIT`. */
  readonly classes: Int32Array;
  /** Index of the quotation each token stands in, marks included; -1 outside. */
  readonly quote: Int32Array;
  readonly quotations: readonly Quotation[];
  readonly mentions: readonly Mention[];
  /** For each token, the index of the mention it stands in, or -1. */
  readonly mentionOf: Int32Array;
  /** For each token, the first one from it on at which the object of a verb ends. */
  readonly objectEnd: Int32Array;
  readonly trees: TokenTrees;
  /** For each token inside an expression of time, the first one behind it; 0 for others. */
  readonly timeEnd: Int32Array;
  /** By the token of a pronoun: the words before it that it stands for, by coreference. */
  readonly antecedents: ReadonlyMap<number, Range>;
}

/** What earlier stages found in an article. */
export interface Found {
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  readonly parses: readonly Parse[];
  readonly mentions: readonly Mention[];
  readonly timexes: readonly Timex[];
  readonly chains: readonly Chain[];
}

/** Works out the view of an article. */
export function viewOf(text: string, blocks: readonly Block[], words: LanguageWords, found: Found): View {
  const { sentences, tokens, mentions } = found;
  const ranges = sentenceRanges(sentences, tokens);
  const blockOf = sentences.map((s) => s.block);
  const quotations = findQuotations(text, tokens, blockRanges(blocks, ranges, blockOf), words.voices.quotes);
  const quote = new Int32Array(tokens.length).fill(-1);
  quotations.forEach((q, index) => {
    quote.fill(index, q.first, q.last);
  });
  const key = keysOf(text, tokens);
  const classes = Int32Array.from(key, (k) => words.grammar.classes(k));
  const named = { mentions, mentionOf: mentionsOf(tokens, mentions) };
  const quoted = { quote, quotations };
  const view = {
    ...{ text, words, tokens, sentences: ranges, blockOf, blocks, key, classes },
    ...named,
    timeEnd: timeEnds(tokens, found.timexes),
    antecedents: antecedentsOf(tokens, found.chains),
    ...quoted,
  };
  return { ...view, objectEnd: objectEnds(view), trees: tokenTrees(tokens, found.words, found.parses) };
}

/** Arabic marks count as their Latin twins. */
const SAME_MARK: Readonly<Record<string, string>> = { '،': ',', '؛': ';' };

/** Look-up forms of the tokens; each word of the article is folded once. */
function keysOf(text: string, tokens: readonly Token[]): string[] {
  const known = new Map<string, string>();
  return tokens.map((t) => {
    const form = text.slice(t.start, t.end);
    const key = known.get(form) ?? SAME_MARK[form] ?? wordKey(form);
    known.set(form, key);
    return key;
  });
}

/** For each pronoun of a chain, the last name before it, else the last other words. */
function antecedentsOf(tokens: readonly Token[], chains: readonly Chain[]): Map<number, Range> {
  const tokenAt = new Map(tokens.map((t, i) => [t.start, i]));
  const endAt = new Map(tokens.map((t, i) => [t.end, i + 1]));
  const antecedents = new Map<number, Range>();
  for (const { links } of chains) {
    let name: Range | null = null;
    let words: Range | null = null;
    for (const link of links) {
      const [start, end] = [tokenAt.get(link.start), endAt.get(link.end)];
      if (start === undefined || end === undefined) continue;
      if (link.form === 'pronoun') {
        const stands = name ?? words;
        if (stands) antecedents.set(start, stands);
      } else if (link.form === 'nominal' || link.form === 'event') words = { start, end };
      else name = { start, end };
    }
  }
  return antecedents;
}

/** Where the expression of time ends in which a token stands. */
function timeEnds(tokens: readonly Token[], timexes: readonly Timex[]): Int32Array {
  const ends = new Int32Array(tokens.length);
  let at = 0;
  for (const { start, end } of timexes) {
    while (at < tokens.length && tokens[at]!.end <= start) at++;
    const first = at;
    while (at < tokens.length && tokens[at]!.start < end) at++;
    ends.fill(at, first, at);
  }
  return ends;
}

/** Which token stands in which mention. */
function mentionsOf(tokens: readonly Token[], mentions: readonly Mention[]): Int32Array {
  const mentionOf = new Int32Array(tokens.length).fill(-1);
  let m = 0;
  tokens.forEach((token, i) => {
    while (m < mentions.length && mentions[m]!.end <= token.start) m++;
    if (m < mentions.length && mentions[m]!.start <= token.start) mentionOf[i] = m;
  });
  return mentionOf;
}

function sentenceRanges(sentences: readonly Sentence[], tokens: readonly Token[]): Range[] {
  const ranges = sentences.map(() => ({ start: 0, end: 0 }));
  let at = 0;
  sentences.forEach((_, s) => {
    const start = at;
    while (at < tokens.length && tokens[at]!.sentence === s) at++;
    ranges[s] = { start, end: at };
  });
  return ranges;
}

function blockRanges(
  blocks: readonly Block[],
  sentences: readonly Range[],
  blockOf: readonly number[],
): Range[] {
  const ranges: { start: number; end: number }[] = blocks.map(() => ({ start: 0, end: 0 }));
  sentences.forEach((s, i) => {
    const range = ranges[blockOf[i]!]!;
    if (range.end === 0) range.start = s.start;
    range.end = s.end;
  });
  return ranges.filter((r) => r.end > r.start);
}

/** Whether a token is in one of the classes given as bits. */
export const is = (view: Pick<View, 'classes'>, i: number, bits: number): boolean =>
  ((view.classes[i] ?? 0) & bits) !== 0;

/** Whether a token is a word that starts with a capital. */
export function isCapital(view: View, i: number): boolean {
  const token = view.tokens[i];
  return (
    token !== undefined &&
    token.kind === 'word' &&
    /^\p{Lu}/u.test(view.text.slice(token.start, token.start + 2))
  );
}

const AUXILIARY = BIT.be | BIT.have | BIT.do | BIT.modals;
/** Shorter words than this with a verb's ending are other words ("red", "ring", "ally"). */
const MIN_STEM = 3;

/** Whether a token is in lower case and ends as past tenses, gerunds or adverbs of the language do. */
export function endsAs(view: View, i: number, ending: 'past' | 'gerund' | 'adverb'): boolean {
  const suffix = view.words.grammar.endings?.[ending];
  const key = view.key[i];
  if (!suffix || !key || key.length < MIN_STEM + suffix.length || !key.endsWith(suffix)) return false;
  return !isCapital(view, i);
}

/** Whether a token looks like a finite verb: an auxiliary, a listed past tense, or a word with a past tense's ending. */
export function isVerbish(view: View, i: number): boolean {
  if (view.key[i] === "'s") return false;
  if (is(view, i, AUXILIARY | BIT.pasts)) return true;
  return endsAs(view, i, 'past') && !is(view, i, BIT['not-verbs'] | BIT.adverbs);
}

/** Text positions of a token range, without white space around it. */
export function textSpan(view: View, range: Range): Span {
  return { start: view.tokens[range.start]!.start, end: view.tokens[range.end - 1]!.end };
}

/** Looks a token up in a list as it stands, else without what its language writes in one word with it. */
export function lookUp<T>(
  view: View,
  i: number,
  list: ReadonlyMap<string, T>,
  prefixes: readonly string[],
): T | undefined {
  const key = view.key[i];
  if (key === undefined) return undefined;
  const whole = list.get(key);
  if (whole !== undefined || prefixes.length === 0) return whole;
  for (const prefix of prefixes) {
    const found = key.startsWith(prefix) ? list.get(key.slice(prefix.length)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a token says of the voice it names, if it is such a noun. */
export const voiceNoun = (view: View, i: number): VoiceNoun | undefined =>
  lookUp(view, i, view.words.voices.nouns, view.words.grammar.nounPrefixes);
