import type { MentionKind } from '../doc/index.ts';
import { BIT } from '../lexicon/grammar.ts';
import { is, isCapital, type Range, type View, voiceNoun } from './view.ts';

/** Names of things, which say nothing. */
const MUTE: ReadonlySet<MentionKind> = new Set(['weapon', 'vehicle']);
/** "er", "or" and the like show a person only at the end of a longer word. */
const MIN_AGENT = 5;

/**
 * The one check of what may be a source, for every rule and language: the words hold a name, a noun of someone who
 * speaks or of something written, or a pronoun. Anything else ("far", "phone") names no one, and the speaker is unstated.
 */
export function mayBeSource(view: View, range: Range): boolean {
  for (let i = range.start; i < range.end; i++)
    if (isName(view, i) || isSpeaking(view, i) || standsAlone(view, i, range)) return true;
  return false;
}

/** Whether the words say that nobody speaks: "no group", "none of them". */
export function nobodySpeaks({ key, words }: View, range: Range): boolean {
  return words.voices.negated.has(key[range.start]!);
}

/** A mention of what can speak, a capitalised word, or a word of a script without capitals. */
function isName(view: View, i: number): boolean {
  const mention = view.mentions[view.mentionOf[i]!];
  if (mention) return !MUTE.has(mention.kind);
  if (view.classes[i] !== 0 || view.words.voices.never.has(view.key[i]!)) return false;
  return isCapital(view, i) || /^\p{Lo}/u.test(view.key[i]!);
}

/** A noun for someone who speaks, for what is written, or for a person by what they do. */
function isSpeaking(view: View, i: number): boolean {
  if (voiceNoun(view, i) || view.words.voices.documents.has(view.key[i]!)) return true;
  if (view.words.voices.members.has(view.key[i]!)) return true;
  return view.classes[i] === 0 && isAgent(view, view.key[i]!);
}

function isAgent({ words }: View, key: string): boolean {
  const singular = key.endsWith('s') ? key.slice(0, -1) : key;
  return singular.length >= MIN_AGENT && words.voices.agents.some((ending) => singular.endsWith(ending));
}

/** "he", "many", "two": a word that counts as a source by itself or before "of". */
function standsAlone(view: View, i: number, range: Range): boolean {
  if (is(view, i, BIT.pronouns | BIT.relatives)) return true;
  if (i + 1 < range.end && !view.words.voices.speaksFor.has(view.key[i + 1]!)) return false;
  return is(view, i, BIT['pro-determiners']) || view.tokens[i]!.kind === 'number';
}
