import type { Mention, Span, Timex, Word } from '../../doc/index.ts';
import type { CoreferenceWords, Pronoun } from '../../lexicon/coreference.ts';
import { wordKey } from '../../lexicon/key.ts';

/** Words `[first, last)` of a text that may point back or be pointed at (a "markable" in MUC's terms). */
export interface Markable extends Span {
  readonly sort: 'name' | 'nominal' | 'pronoun';
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  /** The word that heads it. */
  readonly head: number;
  /** Key of the head's lemma. */
  readonly headKey: string;
  /** Keys of its words without articles. */
  readonly words: ReadonlySet<string>;
  readonly determiner: 'definite' | 'indefinite' | 'possessive' | 'bare';
  readonly plural: boolean;
  /** Index of the mention that it is, or `null`. */
  readonly mention: number | null;
  /** What it says when it is a pronoun. */
  readonly pronoun: Pronoun | null;
}

/** What markables are made from. */
export interface Marked {
  readonly text: string;
  readonly words: readonly Word[];
  readonly mentions: readonly Mention[];
  /** Sorted; what they cover is a time, not a thing. */
  readonly timexes: readonly Timex[];
  readonly lexis: CoreferenceWords;
}

const NOMINAL = new Set(['NOUN', 'PROPN']);
const INSIDE = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'SYM']);
/** Penn tags that stand inside a noun phrase though UD calls them otherwise: possessives, participles, hyphens. */
const INSIDE_XPOS = new Set(['PRP$', 'VBN', 'VBG', 'HYPH']);
const GENITIVE = 'POS';
const PLURAL = new Set(['NNS', 'NNPS']);

/** All markables of a text, by start, the longer first. Needs tags; without them only names are found. */
export function markablesOf(given: Marked): Markable[] {
  const names = nameMarkables(given);
  const inName = new Int32Array(given.words.length).fill(-1);
  names.forEach((name, i) => {
    inName.fill(i, name.first, name.last);
  });
  const found: Markable[] = [...names];
  const isTime = timeWords(given);
  const { words } = given;
  for (let i = 0; i < words.length; ) {
    const pronoun = pronounAt(given, i);
    if (pronoun) found.push(pronoun);
    if (pronoun?.pronoun?.role !== 'possessive' && !opensPhrase(words[i]!)) {
      i++;
      continue;
    }
    const end = phraseEnd(words, i);
    for (const phrase of phrases(given, i, end, names, inName))
      if (isTime[phrase.head] === 0) found.push(phrase);
    // A possessive that the tagger takes for another word opens no phrase.
    i = Math.max(end, i + 1);
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** 1 for each word inside an expression of time. */
function timeWords({ words, timexes }: Marked): Uint8Array {
  const inside = new Uint8Array(words.length);
  let t = 0;
  words.forEach(({ start, end }, i) => {
    while (t < timexes.length && timexes[t]!.end <= start) t++;
    if (t < timexes.length && timexes[t]!.start < end) inside[i] = 1;
  });
  return inside;
}

function nameMarkables({ text, words, mentions }: Marked): Markable[] {
  const out: Markable[] = [];
  let w = 0;
  mentions.forEach((mention, index) => {
    while (w < words.length && words[w]!.end <= mention.start) w++;
    let last = w;
    while (last < words.length && words[last]!.start < mention.end) last++;
    // An adjective of a people or state ("Thai") is no name of it.
    if (last > w && words[last - 1]!.upos !== 'ADJ') out.push(named(text, words, w, last, index));
  });
  return out;
}

function named(
  text: string,
  words: readonly Word[],
  first: number,
  last: number,
  mention: number | null,
): Markable {
  const head = last - 1;
  return {
    ...base(text, words, first, last, head),
    sort: 'name',
    determiner: 'bare',
    mention,
  };
}

function base(text: string, words: readonly Word[], first: number, last: number, head: number) {
  const keys = new Set<string>();
  for (let i = first; i < last; i++) if (words[i]!.upos !== 'DET') keys.add(wordKey(words[i]!.form));
  return {
    start: words[first]!.start,
    end: words[last - 1]!.end,
    sentence: words[first]!.sentence,
    first,
    last,
    head,
    headKey: wordKey(words[head]!.lemma ?? text.slice(words[head]!.start, words[head]!.end)),
    words: keys,
    plural: PLURAL.has(words[head]!.xpos ?? ''),
    pronoun: null,
  };
}

function pronounAt({ text, words, lexis }: Marked, at: number): Markable | null {
  const word = words[at]!;
  if (word.upos !== 'PRON' && word.upos !== 'DET') return null;
  const pronoun = lexis.pronouns.get(wordKey(word.form));
  if (!pronoun) return null;
  // "her" is tagged apart where it is no possessive.
  const role = pronoun.role === 'possessive' && word.xpos === 'PRP' ? 'object' : pronoun.role;
  return {
    ...base(text, words, at, at + 1, at),
    sort: 'pronoun',
    determiner: 'bare',
    mention: null,
    pronoun: { ...pronoun, role },
    plural: pronoun.stands === 'many',
  };
}

const opensPhrase = (word: Word): boolean => INSIDE.has(word.upos ?? '') || word.xpos === 'PRP$';

function phraseEnd(words: readonly Word[], from: number): number {
  let end = from;
  const { sentence } = words[from]!;
  while (end < words.length && words[end]!.sentence === sentence && stays(words, from, end)) end++;
  return end;
}

function stays(words: readonly Word[], from: number, at: number): boolean {
  const { upos, xpos } = words[at]!;
  if (at > from && (upos === 'DET' || xpos === 'PRP$') && words[at - 1]!.upos !== 'DET') return false;
  return INSIDE.has(upos ?? '') || INSIDE_XPOS.has(xpos ?? '') || (xpos === GENITIVE && at > from);
}

/** The noun phrases of a run of words: each stretch up to a genitive, and the whole. */
function phrases(
  given: Marked,
  first: number,
  end: number,
  names: readonly Markable[],
  inName: Int32Array,
): Markable[] {
  const { words } = given;
  const out: Markable[] = [];
  for (let cut = first + 1; cut <= end; cut++) {
    if (cut < end && words[cut]!.xpos !== GENITIVE) continue;
    const phrase = phraseOf(given, first, cut, names, inName);
    if (phrase) out.push(phrase);
  }
  return out;
}

function phraseOf(
  given: Marked,
  first: number,
  end: number,
  names: readonly Markable[],
  inName: Int32Array,
): Markable | null {
  const { text, words, lexis } = given;
  let head = end - 1;
  while (head >= first && !NOMINAL.has(words[head]!.upos ?? '')) head--;
  if (head < first || inName[head]! >= 0) return null;
  if (words[head]!.upos === 'PROPN') return properPhrase(given, first, head);
  const last = joined(given, head + 1, names, inName);
  const opener = wordKey(words[first]!.form);
  const owned = words.slice(first, head).some((w) => w.xpos === GENITIVE) || words[first]!.xpos === 'PRP$';
  const determiner = owned
    ? 'possessive'
    : lexis.definite.has(opener)
      ? 'definite'
      : lexis.indefinite.has(opener) || words[first]!.upos === 'NUM'
        ? 'indefinite'
        : 'bare';
  return { ...base(text, words, first, last, head), sort: 'nominal', determiner, mention: null };
}

/** A name that no dictionary and no rule of names found: its capitalised words alone. */
function properPhrase({ text, words }: Marked, first: number, head: number): Markable {
  let from = head;
  while (from > first && words[from - 1]!.upos === 'PROPN') from--;
  return named(text, words, from, head + 1, null);
}

/** Where a phrase ends that goes on with "of" and another noun phrase; names count as one. */
function joined(
  { words, lexis }: Marked,
  at: number,
  names: readonly Markable[],
  inName: Int32Array,
): number {
  const joiner = words[at];
  const next = words[at + 1];
  if (!joiner || !next || joiner.sentence !== words[at - 1]!.sentence || next.sentence !== joiner.sentence)
    return at;
  if (!lexis.joins.has(wordKey(joiner.form)) || !opensPhrase(next)) return at;
  const end = phraseEnd(words, at + 1);
  const name = names[inName[end - 1] ?? -1];
  return Math.max(end, name?.last ?? 0);
}
