import { isPronoun, type Range, rangesOf } from './party.ts';
import type { Sentence } from './sentence.ts';
import { isRelation, kidsBy, type Tree } from './tree.ts';

/** Relations of words that stand before a noun in its phrase, and of those after it. */
const BEFORE: readonly string[] = ['amod', 'compound', 'det', 'flat', 'nmod:desc', 'nmod:poss', 'nummod'];
const AFTER: readonly string[] = ['compound', 'flat', 'nummod'];

/**
 * The words of the noun phrase whose head is `i`, without its clauses and prepositional phrases: the element it lies in,
 * which names and stops bound, unless the tree sees a verb there.
 */
export function phraseAt(s: Sentence, tree: Tree, i: number): Range {
  const e = s.els[s.elementAt[i] ?? -1];
  if (e?.kind === 'np' && !hasVerb(tree, e)) return { from: e.from, to: e.to };
  return phraseOfTree(tree, i);
}

function hasVerb(tree: Tree, r: Range): boolean {
  for (let i = r.from; i < r.to; i++)
    if (tree.upos[i] === 'VERB' && tree.relations[i] !== 'amod') return true;
  return false;
}

function phraseOfTree(tree: Tree, i: number): Range {
  let from = i;
  let to = i + 1;
  for (const k of tree.kids[i]!) {
    const is = (r: string): boolean => isRelation(tree.relations[k]!, r);
    if (k < i && BEFORE.some(is)) from = Math.min(from, tree.left[k]!);
    if (k > i && k === to && AFTER.some(is)) to = tree.right[k]! + 1;
  }
  return { from, to };
}

/** Noun phrases that stand together at `i`, with the "of …" tails of heads that say only how many. */
export function phrasesAt(s: Sentence, tree: Tree, i: number): Range[] {
  const heads = [i, ...kidsBy(tree, i, 'conj').filter((k) => tree.upos[k] !== 'VERB')];
  const out = heads.flatMap((h) => [...joinedBefore(s, tree, h), ...referentAt(s, tree, h)]);
  return out.filter((r, n) => out.findIndex((o) => o.from === r.from) === n);
}

/** "Norlandic and Sarvian guards": the phrases before the last, which the tree takes for its adjectives. */
function joinedBefore(s: Sentence, tree: Tree, i: number): Range[] {
  const { from } = phraseOfTree(tree, i);
  const last = s.elementAt[i] ?? -1;
  const out: Range[] = [];
  for (let j = last - 1; j > 0 && s.els[j]!.from >= from; j--) {
    const e = s.els[j]!;
    if (e.kind === 'np' && s.els[j + 1]!.kind === 'conj' && s.words[e.head]!.mention >= 0)
      out.unshift({ from: e.from, to: e.to });
  }
  return out;
}

/** The phrase after the preposition at `marker` whose head the tree puts at `i`: what stands next, unless that is no noun. */
export function phrasesAfter(s: Sentence, tree: Tree, marker: number, i: number): Range[] {
  let at = s.elementAt[marker + 1] ?? -1;
  if (at < 0) at = s.elementAt[marker + 2] ?? -1;
  const e = s.els[at];
  return e?.kind === 'np' && e.from > marker && (i < e.from || i >= e.to) && !s.antecedents.has(i)
    ? rangesOf(s, at)
    : phrasesAt(s, tree, i);
}

/** The phrase, or the name that its words stand for; nothing for a pronoun that stands for none. */
function referentAt(s: Sentence, tree: Tree, i: number): Range[] {
  const range = withTail(s, tree, i);
  const as = s.antecedents.get(i) ?? ownerOf(s, tree, i);
  if (as !== undefined && !holdsName(s, range)) return [{ ...range, as }];
  return tree.upos[i] === 'PRON' || isPronoun(s.words, range) ? [] : [range];
}

/** "its forces": whom "its" stands for. */
function ownerOf(s: Sentence, tree: Tree, i: number): number | undefined {
  if (!s.patterns.nounClasses.get(s.keys[i]!)?.includes('force')) return undefined;
  const owner = kidsBy(tree, i, 'nmod:poss')[0];
  return owner === undefined ? undefined : s.antecedents.get(owner);
}

function holdsName(s: Sentence, r: Range): boolean {
  for (let i = r.from; i < r.to; i++) if (s.words[i]!.mention >= 0) return true;
  return false;
}

function withTail(s: Sentence, tree: Tree, i: number): Range {
  const range = phraseAt(s, tree, i);
  const w = s.words[i]!;
  const partitive = s.patterns.nounClasses.get(w.key)?.includes('generic-head') || w.kind === 'number';
  if (!partitive || w.mention >= 0) return range;
  for (const k of kidsBy(tree, i, 'nmod', 'obl')) {
    const marker = caseOf(tree, k);
    if (marker === range.to && s.patterns.of.has(s.keys[marker]!))
      return { from: range.from, to: phraseAt(s, tree, k).to };
  }
  return range;
}

/** The word that marks the phrase at `i` ("on", "of"), or −1. */
export function caseOf(tree: Tree, i: number): number {
  return tree.kids[i]!.find((k) => k < i && tree.relations[k] === 'case') ?? -1;
}

/** Whether the phrase at `i` says when. */
export function isTime(s: Sentence, i: number): boolean {
  return s.words[i]!.cls === 'time' || s.words[i - 1]?.cls === 'time' || s.words[i + 1]?.cls === 'time';
}
