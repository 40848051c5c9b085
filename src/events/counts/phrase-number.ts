import type { Bounds } from '../../lexicon/event-patterns.ts';
import { parseNumber, type ReadNumber } from './numbers.ts';
import { kidsBy, type Tree } from './tree.ts';

export interface PhraseNumber extends Bounds {
  readonly from: number;
  readonly to: number;
  readonly plural: boolean;
  readonly said: boolean;
}

const ONE: Bounds = { low: 1, best: 1, high: 1 };
const NONE: Bounds = { low: 0, best: 0, high: 0 };
/** More than one: a plural without a number. */
const MANY: Bounds = { low: 2, best: null, high: null };
const TWO: Bounds = { low: 2, best: 2, high: 2 };

/** How many people the phrase headed by `n` names. */
export function numberOf(t: Tree, n: number): PhraseNumber {
  const { harms } = t;
  const key = t.lemmas[n]!;
  const opener = [...kidsBy(t, n, 'det', 'advmod'), n - 1, n - 2].find(
    (k) => k >= 0 && k < n && t.words[k]!.upos === 'DET' && harms.none.has(t.lemmas[k]!),
  );
  const own = { from: n, to: n + 1 };
  if (opener !== undefined) return { ...NONE, from: opener, to: n + 1, plural: false, said: true };
  if (harms.nones.has(key) || harms.none.has(key)) return { ...NONE, ...own, plural: false, said: true };
  const both = harms.both.has(key) || t.kids[n]!.some((k) => harms.both.has(t.lemmas[k]!));
  if (both) return { ...TWO, ...own, plural: true, said: true };
  const stated =
    t.words[n]!.upos === 'NUM' || t.sentence.patterns.vague.has(t.forms[n]!)
      ? n
      : (kidsBy(t, n, 'nummod', 'det', 'amod', 'nmod').find((k) => k < n && isNumber(t, k)) ?? before(t, n));
  const read = stated === undefined ? null : readAt(t, stated);
  if (read) return read;
  const stands = harms.pronouns.get(t.forms[n]!);
  if (stands === 'many') return { ...MANY, ...own, plural: true, said: false };
  if (stands) return { ...ONE, ...own, plural: false, said: false };
  if (isPlural(t, n)) return { ...MANY, ...own, plural: true, said: false };
  const from = Math.min(
    n,
    ...kidsBy(t, n, 'det', 'amod', 'compound', 'nummod').filter((k) => k < n && n - k < NEAR),
  );
  return { ...ONE, from, to: n + 1, plural: false, said: true };
}
/** Words between a head and what opens its phrase. */
const NEAR = 10;

/** A number right before a phrase that the tree hangs elsewhere. */
function before(t: Tree, n: number): number | undefined {
  const first = Math.min(n, ...kidsBy(t, n, 'amod', 'compound').filter((k) => k < n));
  return first > 0 && isNumber(t, first - 1) ? first - 1 : undefined;
}

const isPlural = (t: Tree, n: number): boolean =>
  /^NNP?S$/.test(t.words[n]!.xpos ?? '') || t.lemmas[n] === 'people';

function isNumber(t: Tree, k: number): boolean {
  if (t.forms[k + 1] === '-' && t.forms[k + 2] === 'year') return false;
  return (
    t.words[k]!.upos === 'NUM' ||
    t.sentence.patterns.numbers.has(t.forms[k]!) ||
    t.sentence.patterns.vague.has(t.forms[k]!)
  );
}

function readAt(t: Tree, k: number): PhraseNumber | null {
  const at = t.at[k]!;
  const read = at < 0 ? null : rangeAt(t, at);
  if (!read) return null;
  const from = t.at.indexOf(read.from);
  const to = t.at.lastIndexOf(read.to - 1) + 1;
  const { low, best, high } = read;
  return {
    low,
    best,
    high,
    from: from < 0 ? k : from,
    to: to > 0 ? to : k + 1,
    plural: best !== 1,
    said: true,
  };
}

/** The number at a word, with the other end of its range where one stands beside it ("ten to twelve"). */
function rangeAt(t: Tree, at: number): ReadNumber | null {
  const { sentence } = t;
  const joins = (i: number): boolean => t.harms.ranges.has(sentence.keys[i] ?? '');
  const own = parseNumber(sentence, at);
  if (!own) return null;
  const after = joins(own.to) ? parseNumber(sentence, own.to + 1) : null;
  if (after) return { ...ends(own, after), from: own.from, to: after.to, singular: false };
  const before = joins(own.from - 1) ? parseNumber(sentence, own.from - 2) : null;
  if (before?.to !== own.from - 1) return own;
  return { ...ends(before, own), from: before.from, to: own.to, singular: false };
}

/** A range keeps both ends; one upside down keeps its words and loses its values. */
function ends(low: Bounds, high: Bounds): Bounds {
  const upright = low.best !== null && high.best !== null && low.best < high.best;
  return upright ? { low: low.best, best: null, high: high.best } : { low: null, best: null, high: null };
}
