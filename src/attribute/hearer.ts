import { BIT } from '../lexicon/grammar.ts';
import type { Candidate } from './candidate.ts';
import { mentionEnd } from './person.ts';
import { is, isCapital, type Range, type View, voiceNoun } from './view.ts';

/** Tokens beside a cue looked at for a medium. */
const MAX_HEARER = 25;

/**
 * The medium that something was told to or carried by, or `null`: "A told the daily that …", "…, A told Radio Doma",
 * "said in a statement carried by the agency: …". `known` says whether a name was used for a medium before.
 */
export function hearerOf(view: View, c: Candidate, known: (range: Range) => boolean): Range | null {
  const { start, end } = between(view, c);
  for (let i = start; i < end; i++) {
    if (view.quote[i]! >= 0 && c.by !== 'verb-first') return null;
    const noun = nounAt(view, i, end);
    if (noun && noun.end - noun.start > 1) return noun;
    const name = nameAt(view, i);
    if (name && (isMedium(view, name) || (i === start && known(name)))) return name;
  }
  return null;
}

/** The words between cue and content, or those after the cue where the content stands before it. */
function between(view: View, c: Candidate): Range {
  const first = c.content[0]?.start ?? c.cue.end;
  const sourceEnd = c.source && c.source.start >= c.cue.end ? c.source.end : c.cue.end;
  const { end } = view.sentences[c.sentence]!;
  const next = c.content.find((r) => r.start >= sourceEnd)?.start ?? end;
  const limit = first >= sourceEnd || c.content.length === 0 ? next : stopAfter(view, sourceEnd, next);
  return { start: sourceEnd, end: Math.min(limit, sourceEnd + MAX_HEARER) };
}

/** After the content only the words up to the next mark count. */
function stopAfter(view: View, from: number, limit: number): number {
  let end = from;
  while (end < limit && view.tokens[end]!.kind !== 'punctuation') end++;
  return end;
}

function nameAt(view: View, i: number): Range | null {
  if (view.mentionOf[i]! >= 0) return { start: i, end: mentionEnd(view, i) };
  return isCapital(view, i) ? { start: i, end: i + 1 } : null;
}

/** "the paper", "state television": a noun for a medium with the words before it. */
function nounAt(view: View, i: number, limit: number): Range | null {
  if (!is(view, i, BIT.determiners) && view.classes[i] !== 0) return null;
  const last = Math.min(limit, i + MAX_NOUN);
  for (let end = i; end < last && view.tokens[end]!.kind === 'word'; end++) {
    if (end > i && view.classes[end] !== 0) return null;
    const noun = voiceNoun(view, end);
    if (noun?.kind !== 'media' || noun.sort !== 'body' || noun.plural) continue;
    const named = view.mentionOf[end + 1]! >= 0 && view.mentionOf[end + 1] !== view.mentionOf[end];
    return { start: i, end: named ? mentionEnd(view, end + 1) : end + 1 };
  }
  return null;
}

/** Words of "the state news agency". */
const MAX_NOUN = 5;

function isMedium(view: View, range: Range): boolean {
  return view.mentions[view.mentionOf[range.start]!]?.kind === 'media';
}
