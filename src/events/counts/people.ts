import type { Who } from '../../doc/index.ts';
import type { Bounds } from '../../lexicon/event-patterns.ts';
import { numberOf } from './phrase-number.ts';
import { kidsBy, type Tree } from './tree.ts';

/** People that one phrase names. */
export interface People extends Bounds {
  /** Words `[from, to)` of the tree that tell how many, or who. */
  readonly from: number;
  readonly to: number;
  /** Whether a number, an article or a name says how many; a pronoun does not. */
  readonly said: boolean;
  readonly who: Who;
  /** Words of the phrase without its article: the name alone where there is one. */
  readonly phrase: readonly [from: number, to: number];
}

const PERSONAL = /^(?:PRP|PRP\$|WP|WP\$)$/;

/** Whether a word heads a phrase for people: a noun for people, a person's name, a pronoun, a number standing alone. */
export function isPeople(t: Tree, n: number): boolean {
  const { upos, xpos } = t.words[n]!;
  const { harms, lemmas } = t;
  const key = lemmas[n]!;
  if (kidsBy(t, n, 'det').some((k) => harms.any.has(lemmas[k]!))) return false;
  const pronoun = harms.pronouns.get(t.forms[n]!) ?? harms.pronouns.get(key);
  if (pronoun) return pronoun !== 'antecedent';
  if (harms.nones.has(key) || harms.none.has(key) || harms.both.has(key) || harms.more.has(key)) return true;
  if (PERSONAL.test(xpos ?? '')) return false;
  if (upos === 'NUM') return !isAge(t, n) && !/[:/%$.]/.test(t.forms[n]!);
  if (harms.people.has(key) || harms.people.has(t.forms[n]!)) return true;
  const mention = t.mentions[n];
  if (mention)
    return mention.kind === 'person' || (mention.kind === 'other' && upos === 'PROPN' && namesSomeone(t, n));
  if (upos === 'PROPN') return namesSomeone(t, n);
  return isYearOld(t, n) || partitive(t, n) !== null;
}

/** "Jo Doe, 22, …": a number beside a name that is an age. */
export function isAge(t: Tree, n: number): boolean {
  if (t.words[n]!.upos !== 'NUM' || !/^\d{1,3}$/.test(t.forms[n]!) || t.forms[n - 1] !== ',') return false;
  const name = t.words[n - 2];
  return name?.upos === 'PROPN' || t.harms.people.has(t.lemmas[n - 2] ?? '');
}

/** An unknown capitalised name of two words or with an age stands for a person. */
function namesSomeone(t: Tree, n: number): boolean {
  return kidsBy(t, n, 'flat', 'compound').some((k) => t.words[k]!.upos === 'PROPN') || ageOf(t, n) !== null;
}

/** "the 22-year-old" as a noun. */
const isYearOld = (t: Tree, n: number): boolean => t.lemmas[n] === 'old' && t.lemmas[n - 2] === 'year';

/** "dozens of people", "one of the men": the people behind the number. */
function partitive(t: Tree, n: number): number | null {
  const of = kidsBy(t, n, 'nmod').find((k) => kidsBy(t, k, 'case').some((c) => t.lemmas[c] === 'of'));
  if (of === undefined) return null;
  const counts =
    t.words[n]!.upos === 'NUM' ||
    t.sentence.patterns.vague.has(t.forms[n]!) ||
    t.harms.more.has(t.lemmas[n]!);
  return counts && t.harms.people.has(t.lemmas[of]!) ? of : null;
}

/** What a phrase says of its people: how many and who. */
export function peopleAt(t: Tree, n: number, chainAt: (start: number, end: number) => number | null): People {
  const part = partitive(t, n);
  const head = part ?? n;
  const number = numberOf(t, n);
  const name = nameOf(t, head);
  const form = part !== null && definite(t, part) ? 'part' : formOf(t, n, name.length > 0);
  const sex =
    t.harms.people.get(t.lemmas[head]!) ??
    t.harms.people.get(t.forms[head]!) ??
    t.harms.pronouns.get(t.forms[n]!);
  const plural = number.plural;
  const { start, end } = t.words[head]!;
  return {
    ...number,
    said: number.said || name.length > 0,
    phrase: phraseOf(t, head),
    who: {
      form,
      noun: t.words[head]!.upos === 'NUM' || form === 'pronoun' || name.length > 0 ? null : t.lemmas[head]!,
      anybody: t.harms.anybody.has(t.lemmas[head]!) || isYearOld(t, head),
      sex: sex === 'male' || sex === 'female' ? sex : null,
      age: ageOf(t, head),
      name,
      chain: chainAt(start, end),
      part: t.harms.parts.get(t.lemmas[head]!) ?? null,
      plural,
      more: t.harms.more.has(t.lemmas[n]!) || t.kids[n]!.some((k) => t.harms.more.has(t.lemmas[k]!)),
    },
  };
}

/** Relations of what belongs to a phrase before its head. */
const BEFORE = ['amod', 'compound', 'nummod', 'nmod'] as const;

function phraseOf(t: Tree, n: number): readonly [number, number] {
  const named = nameParts(t, n);
  if (named.length > 0) return [named[0]!, named.at(-1)! + 1];
  let from = n;
  while (from > 0 && t.heads[from - 1] === n && BEFORE.some((r) => r === t.relations[from - 1])) from--;
  return [from, n + 1];
}

function formOf(t: Tree, n: number, named: boolean): Who['form'] {
  if (named) return 'name';
  if (t.harms.both.has(t.lemmas[n]!)) return 'definite';
  const pronoun = t.harms.pronouns.get(t.forms[n]!);
  if (pronoun && pronoun !== 'one') return 'pronoun';
  return definite(t, n) ? 'definite' : 'indefinite';
}

/** Articles and demonstratives that point back. */
const POINTING = new Set(['the', 'this', 'that', 'these', 'those', 'both']);
const definite = (t: Tree, n: number): boolean => kidsBy(t, n, 'det').some((k) => POINTING.has(t.forms[k]!));

/** Words of a person's name at the head or beside it ("a man, Jo Doe"); empty for none. */
function nameOf(t: Tree, n: number): string[] {
  const own = wordsOfName(t, n);
  if (own.length > 0) return own;
  return (
    kidsBy(t, n, 'appos')
      .map((k) => wordsOfName(t, k))
      .find((w) => w.length > 0) ?? []
  );
}

const wordsOfName = (t: Tree, n: number): string[] => nameParts(t, n).map((k) => t.forms[k]!);

function nameParts(t: Tree, n: number): number[] {
  if (t.words[n]!.upos !== 'PROPN' && t.mentions[n]?.kind !== 'person') return [];
  const parts = [n, ...kidsBy(t, n, 'flat', 'compound')].filter((k) => t.words[k]!.upos === 'PROPN');
  const sorted = parts.sort((a, b) => a - b);
  const title = sorted.findLastIndex((k) => t.harms.titles.has(t.forms[k]!.replace(/\.$/, '')));
  return title + 1 < sorted.length ? sorted.slice(title + 1) : sorted;
}

/** Words around a head in which an age stands. */
const AGE_REACH = 6;
const MOST_AGE = 110;

function ageOf(t: Tree, n: number): number | null {
  const end = Math.min(t.words.length, n + AGE_REACH);
  for (let i = Math.max(0, n - AGE_REACH); i < end; i++) {
    const value = Number(t.forms[i]);
    if (!(value > 0 && value < MOST_AGE)) continue;
    if (i <= n && t.forms[i + 2] === 'year' && t.forms[i + 4] === 'old') return value;
    if (
      i > n &&
      t.forms[i - 1] === ',' &&
      (t.forms[i + 1] === ',' || i + 1 === t.words.length || t.forms[i + 1] === '.')
    )
      return value;
  }
  return null;
}
