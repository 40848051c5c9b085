import type { EventPatterns, Tag } from '../lexicon/event-patterns.ts';
import type { Word } from './words.ts';

/** Whether a word can stand inside a noun phrase. */
export function nominal(w: Word | undefined): boolean {
  return !!w && w.kind !== 'punctuation' && w.cls === null;
}

/** Whether what follows can open an object: an article, a name, a number, a noun. */
function opensObject(w: Word | undefined): boolean {
  return nominal(w) || w?.cls === 'determiner' || w?.cls === 'pronoun';
}

/** The nearest word before `i` that is no adverb. */
function before(words: readonly Word[], i: number): Word | undefined {
  let j = i - 1;
  while (j >= 0 && words[j]!.cls === 'adverb') j--;
  return words[j];
}

/**
 * The tag under which the word at `i` is a verb here, or `null` where it is a noun or an adjective. No tagger stands
 * behind it: forms that can be either are told apart by their two neighbours.
 */
export function verbTag(words: readonly Word[], i: number, patterns: EventPatterns): Tag | null {
  const w = words[i]!;
  const tags = patterns.verbs.get(w.key);
  if (!tags || w.cls !== null || w.kind !== 'word' || w.mention >= 0) return null;
  if (patterns.order === 'vso') return verbFirst(words, i, tags, patterns);
  const p = before(words, i);
  const n = words[i + 1];
  if (tags.includes('base') || tags.includes('third')) return baseForm(w, p, n, tags, patterns);
  if (tags.includes('gerund')) return gerund(w, p, n, patterns) ? 'gerund' : null;
  return past(p, n) ? (tags[0] ?? null) : null;
}

function past(p: Word | undefined, n: Word | undefined): boolean {
  if (p?.cls === 'preposition' || p?.cls === 'passive-by') return false;
  const held = p?.cls === 'determiner' || p?.kind === 'number';
  return !(held && nominal(n));
}

function gerund(w: Word, p: Word | undefined, n: Word | undefined, patterns: EventPatterns): boolean {
  if (p?.cls === 'auxiliary-be') return true;
  if (p?.cls === 'determiner' || (p && patterns.possessives.has(p.key))) return false;
  if (!patterns.nouns.has(w.key)) return true;
  if (p && p.mention >= 0) return false;
  return opensObject(n);
}

function baseForm(
  w: Word,
  p: Word | undefined,
  n: Word | undefined,
  tags: readonly Tag[],
  patterns: EventPatterns,
): Tag | null {
  const tag = tags.includes('past') ? 'past' : tags[0]!;
  if (p?.cls === 'modal' || p?.cls === 'to' || p?.cls === 'auxiliary-do' || p?.cls === 'negator') return tag;
  if (p?.cls === 'pronoun') return tag;
  const noun =
    patterns.nouns.has(w.key) ||
    patterns.mixed.has(w.key) ||
    patterns.nounClasses.has(w.key) ||
    patterns.weaponWords.has(w.key);
  if (p?.cls === 'auxiliary-be' || p?.cls === 'auxiliary-have') return tags.length > 1 || !noun ? tag : null;
  const held = p?.cls === 'determiner' || p?.cls === 'preposition' || p?.kind === 'number';
  if (held || (p && patterns.possessives.has(p.key))) return null;
  if (!noun) return tag;
  return nominal(p) && (n?.cls === 'determiner' || n?.kind === 'number' || (n?.mention ?? -1) >= 0)
    ? tag
    : null;
}

/** Verb-first languages: a verb opens its clause or follows a particle, a conjunction, a name or a relative. */
function verbFirst(
  words: readonly Word[],
  i: number,
  tags: readonly Tag[],
  patterns: EventPatterns,
): Tag | null {
  const p = words[i - 1];
  if (!patterns.nouns.has(words[i]!.key)) return tags[0] ?? null;
  const opens = !p || p.kind === 'punctuation' || p.cls === 'conjunction' || p.cls === 'relative';
  const led =
    p?.cls === 'subordinator' || p?.cls === 'negator' || p?.cls === 'auxiliary-be' || p?.cls === 'adverb';
  return opens || led ? (tags[0] ?? null) : null;
}
