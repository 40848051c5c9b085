import { BIT } from '../lexicon/grammar.ts';
import { clean, MAX_SOURCE } from './source-left.ts';
import type { Cast } from './speakers.ts';
import { is, isCapital, type Range, type View, voiceNoun } from './view.ts';

/** The body that a description speaks for or heads. */
export interface Body {
  /** Its words; `null` where they only point back ("its spokesman") or are left out ("a spokesman"). */
  readonly range: Range | null;
  /** Whether a body named before must be meant. */
  readonly back: boolean;
}

/** The body that a spokesperson or head stands for, or `null` when the words describe neither. */
export function bodyOf(cast: Cast, range: Range): Body | null {
  const { view } = cast;
  for (let i = range.start; i < range.end; i++) {
    const noun = voiceNoun(view, i);
    if (!noun || !(noun.spokes || noun.leads)) continue;
    const body = after(cast, i, range, noun.spokes) ?? before(view, i, range, noun.spokes);
    if (body) return body;
    return noun.spokes ? { range: null, back: true } : null;
  }
  return null;
}

/** "a spokesman for the council", "commander of the brigade": what follows the preposition. */
function after(cast: Cast, noun: number, range: Range, spokes: boolean): Body | null {
  const { view } = cast;
  const genitive = view.words.cues.order === 'vso' ? untilComma(view, noun + 1, range.end) : null;
  if (
    genitive &&
    view.classes[genitive.start] === 0 &&
    isBody(view, { ...genitive, end: genitive.start + 1 })
  )
    return { range: genitive, back: false };
  for (let i = noun + 1; i < range.end && view.key[i] !== ','; i++) {
    if (view.words.voices.bodyPronouns.has(view.key[i]!)) return { range: null, back: true };
    if (!view.words.voices.speaksFor.has(view.key[i]!)) continue;
    const words = untilComma(view, i + 1, range.end);
    return words && (spokes || isBody(view, words)) ? { range: trimmed(view, words), back: false } : null;
  }
  return null;
}

/** "a council spokesman", "the group's commander", "its spokesman": what stands before the noun. */
function before(view: View, noun: number, range: Range, spokes: boolean): Body | null {
  if (view.words.voices.possessives.has(view.key[range.start]!)) return { range: null, back: true };
  const words = trimmed(view, { start: range.start, end: noun });
  if (!words || !(isBody(view, words) || (spokes && nounLike(view, words)))) return null;
  return { range: words, back: false };
}

/** A name or a noun for several who speak as one. */
function isBody(view: View, range: Range): boolean {
  for (let i = range.start; i < range.end; i++) {
    const mention = view.mentions[view.mentionOf[i]!];
    if (mention ? mention.kind !== 'person' : isCapital(view, i) && view.classes[i] === 0) return true;
    if (voiceNoun(view, i)?.sort === 'body') return true;
  }
  return false;
}

/** A word before "spokesman" that is no noun for persons and is written small: "company". */
const nounLike = (view: View, range: Range): boolean =>
  view.classes[range.end - 1] === 0 && voiceNoun(view, range.end - 1) === undefined;

/** Without an article that only belongs to the noun behind it, and without the genitive's mark. */
function trimmed(view: View, range: Range): Range | null {
  let { start, end } = range;
  while (end > start && (view.key[end - 1] === "'s" || view.key[end - 1] === "'")) end--;
  const indefinite = (i: number): boolean =>
    is(view, i, BIT.determiners) && !view.words.voices.definite.has(view.key[i]!);
  while (start < end && indefinite(start)) start++;
  return start < end ? clean(view, { start, end }) : null;
}

/** The words up to the next comma, at most those of a source. */
export function untilComma(view: View, start: number, limit: number): Range | null {
  let end = start;
  while (end < limit && end - start < MAX_SOURCE && view.key[end] !== ',') end++;
  return end > start ? { start, end } : null;
}
