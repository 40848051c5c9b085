import type { Mention, MentionKind } from '../doc/index.ts';
import { BIT } from '../lexicon/grammar.ts';
import type { Voices } from '../lexicon/voices.ts';
import { endsAs, is, isCapital, isVerbish, type Range, type View, voiceNoun } from './view.ts';

/** Names of things, which say nothing. */
const MUTE: ReadonlySet<MentionKind> = new Set(['weapon', 'vehicle']);
/** "er", "or" and the like show a person only at the end of a longer word. */
const MIN_AGENT = 5;

/**
 * The one check of what may be a source, for every rule and language: the words are headed by a name, by a noun of
 * someone who speaks or of something written, or by a pronoun. Anything else ("far", "phone", "the presence of rebels")
 * names no one, and the speaker is unstated.
 */
export function mayBeSource(view: View, range: Range): boolean {
  if (view.words.cues.order === 'vso') return isEvidence(view, range.start, range);
  if (isDoing(view, range)) return false;
  const head = headOf(view, range);
  if (isEvidence(view, head, range) || (view.words.grammar.headFirst && namesFirst(view, range, head)))
    return true;
  if (view.key[head + 1] === 'of' && head + 2 < range.end && isQuantity(view, head))
    return mayBeSource(view, { start: head + 2, end: range.end });
  return view.key[head + 1] === ',' && isEvidence(view, headOf(view, { ...range, start: head + 2 }), range);
}

/** "closing the office", "withdrawing US forces": a deed, not one who speaks. */
function isDoing(view: View, { start, end }: Range): boolean {
  const suffix = view.words.grammar.endings?.gerund;
  if (!suffix || !view.key[start]!.endsWith(suffix) || view.mentionOf[start]! >= 0) return false;
  return start + 1 < end && (is(view, start + 1, BIT.determiners) || view.mentionOf[start + 1]! >= 0);
}

/** "sources médicales": where adjectives follow, any noun up to the last word of the description heads it. */
function namesFirst(view: View, range: Range, last: number): boolean {
  for (let i = range.start; i < last; i++) if (isSpeaking(view, i)) return true;
  return false;
}

const isEvidence = (view: View, i: number, range: Range): boolean =>
  i < range.end && (isName(view, i) || isSpeaking(view, i) || standsAlone(view, i, range));

const isQuantity = ({ key, tokens, words }: View, i: number): boolean =>
  words.voices.quantities.has(key[i]!) || tokens[i]!.kind === 'number';

const ENDS_HEAD = BIT.prepositions | BIT.joiners | BIT.relatives;

/** The last word of a description before what is said of it: a preposition, a clause, a comma, a bracket. */
function headOf(view: View, range: Range): number {
  let i = range.start + 1;
  for (; i < range.end; i++) {
    if (view.tokens[i]!.kind === 'punctuation' || is(view, i, ENDS_HEAD)) break;
    const named = view.mentionOf[i]! >= 0 || isCapital(view, i);
    const afterNoun = view.classes[i - 1] === 0 && !endsAs(view, i - 1, 'adverb');
    if (named || !afterNoun || isSpeaking(view, i)) continue;
    if (isVerbish(view, i) || endsAs(view, i, 'gerund')) break;
  }
  return i - 1;
}

/** Whether the words say that nobody speaks: "no group", "none of them". */
export function nobodySpeaks({ key, words }: View, range: Range): boolean {
  return words.voices.negated.has(key[range.start]!);
}

/** A mention of what can speak, a capitalised word, or a word of a script without capitals. */
function isName(view: View, i: number): boolean {
  const mention = view.mentions[view.mentionOf[i]!];
  const { capitalNouns } = view.words.grammar;
  if (mention) return !MUTE.has(mention.kind) && !(capitalNouns && isPlainNoun(mention));
  if (capitalNouns || view.classes[i] !== 0 || view.words.voices.never.has(view.key[i]!)) return false;
  return isCapital(view, i) || /^\p{Lo}/u.test(view.key[i]!);
}

/** One capitalised word that nothing shows to be a name, where all nouns are capitalised. */
const isPlainNoun = ({ kind, text }: Mention): boolean => kind === 'other' && !/\s/.test(text);

/** A noun for someone who speaks, for what is written, or for a person by what they do. */
function isSpeaking(view: View, i: number): boolean {
  if (voiceNoun(view, i) || view.words.voices.documents.has(view.key[i]!)) return true;
  if (view.words.voices.members.has(view.key[i]!)) return true;
  return view.classes[i] === 0 && isAgent(view.words.voices, view.key[i]!);
}

function isAgent({ agents, never }: Voices, key: string): boolean {
  const singular = key.endsWith('s') ? key.slice(0, -1) : key;
  if (singular.length < MIN_AGENT || never.has(singular)) return false;
  return agents.some((ending) => singular.endsWith(ending));
}

/** "he", "many", "two": a word that counts as a source by itself. */
function standsAlone(view: View, i: number, range: Range): boolean {
  if (view.words.voices.never.has(view.key[i]!)) return false;
  if (is(view, i, BIT.pronouns | BIT.relatives)) return i === range.start;
  return is(view, i, BIT['pro-determiners']) || view.tokens[i]!.kind === 'number';
}
