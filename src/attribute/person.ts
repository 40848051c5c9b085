import { BIT } from '../lexicon/grammar.ts';
import { is, type Range, type View, voiceNoun } from './view.ts';

/** A person named inside a description: the tokens of the name with its title, and the mention it rests on. */
export interface Person extends Range {
  readonly mention: number;
}

/** The person that a description names, or `null`: by a mention of one, or by a name set beside a noun for persons. */
export function personIn(view: View, range: Range): Person | null {
  for (let i = range.start; i < range.end; i++) {
    const mention = view.mentionOf[i]!;
    if (mention < 0 || view.mentionOf[i - 1] === mention) continue;
    const { kind } = view.mentions[mention]!;
    if (kind !== 'person' && kind !== 'other') continue;
    const found = { start: i, end: mentionEnd(view, i), mention };
    if (kind === 'person' || isPersons(view, range, found)) return found;
  }
  return null;
}

/** First token after the mention that a token stands in. */
export function mentionEnd(view: View, at: number): number {
  let end = at + 1;
  while (end < view.tokens.length && view.mentionOf[end] === view.mentionOf[at]) end++;
  return end;
}

/** "…, Jo Doe" and "spokesman Jo Doe" after a noun for persons, "Jo Doe, a spokesman …" before one, "Jo Doe of the daily". */
function isPersons(view: View, range: Range, name: Person): boolean {
  const before = view.key[name.start - 1];
  if (name.start > range.start && before === ',') return personNoun(view, range.start, name.start - 1);
  if (name.start > range.start) return name.end === range.end && personNoun(view, name.start - 1, name.start);
  if (view.key[name.end] === ',') return personNoun(view, name.end + 1, range.end);
  return mediumOf(view, { start: name.start, end: range.end }, name.end) !== null;
}

function personNoun(view: View, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (voiceNoun(view, i)?.sort === 'person') return true;
  return false;
}

/** "Jo Doe of the Doma Daily": the medium that a person named before `at` writes for, or `null`. */
export function mediumOf(view: View, range: Range, at: number): Range | null {
  if (!is(view, at, BIT.joiners) || at >= range.end) return null;
  const first = is(view, at + 1, BIT.determiners) ? at + 2 : at + 1;
  const isMedium = view.mentions[view.mentionOf[first]!]?.kind === 'media';
  return isMedium && first < range.end ? { start: first, end: mentionEnd(view, first) } : null;
}
