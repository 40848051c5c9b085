import { BIT } from '../lexicon/grammar.ts';
import { trimRange } from './candidate.ts';
import { opensQuotation } from './content.ts';
import { type CueGroup, cueGroups } from './cue-group.ts';
import { clauseSubject, type Source, sourceLeft } from './source-left.ts';
import { looksLikeNoun, type Site } from './verb-frames.ts';
import { is, type View } from './view.ts';

/** First pass over a sentence: its cue verbs with their sources, and where the content of each must end. */
export function sitesOf(view: View, sentence: number): Site[] {
  const { start } = view.sentences[sentence]!;
  const end = wordsEnd(view, sentence);
  const groups = cueGroups(view, sentence);
  const found: { group: CueGroup; source: Source | null; floor: number }[] = [];
  for (const group of groups) {
    const floor = found.at(-1)?.group.end ?? start;
    const source = sourceOf(view, group, floor, start, found.at(-1)?.source ?? null);
    if (!isNoun(view, group, source)) found.push({ group, floor, source });
  }
  let limit = end;
  const sites: Site[] = [];
  for (let i = found.length - 1; i >= 0; i--) {
    const { group, source, floor } = found[i]!;
    const cut = cutBefore(view, group, source);
    sites.push({ group, source, floor, limit, end, cut });
    limit = Math.min(limit, cut ?? limit);
  }
  return sites.reverse();
}

/** "state media", "the Islamic State": no verb, so that it bounds nothing either. */
function isNoun(view: View, group: CueGroup, source: Source | null): boolean {
  return group.entries.every((entry) => entry.noun && looksLikeNoun(view, { group, source }, entry));
}

/** The sentence's end without the marks that close it, so that no content need look for them again. */
function wordsEnd(view: View, sentence: number): number {
  const { start, end } = view.sentences[sentence]!;
  return trimRange(view, { start, end })?.end ?? end;
}

function sourceOf(
  view: View,
  group: CueGroup,
  floor: number,
  start: number,
  last: Source | null,
): Source | null {
  const before = view.key[group.start - 1];
  const joined = is(view, group.start - 1, BIT.coordinators) && group.start - 1 >= start;
  if (joined || (group.voice === 'participle' && before === ',')) return shared(view, group, start, last);
  if (group.voice === 'participle' && group.start > start && !is(view, group.start - 1, BIT.prepositions))
    return sourceLeft(view, group.start, floor);
  if (group.voice === 'participle') return null;
  if (group.voice === 'infinitive') return shared(view, group, start, last);
  return sourceLeft(view, group.start, floor);
}

/** The subject that a coordinated verb or a participle shares with the verb before it. */
function shared(view: View, group: CueGroup, start: number, last: Source | null): Source | null {
  if (last) return { ...last, how: 'shared' };
  const subject = clauseSubject(view, start, group.start);
  return subject && { ...subject, how: 'shared', antecedent: null };
}

/** Where the content of the cue before must end, because this one opens a clause of the narrator's beside it. */
function cutBefore(view: View, group: CueGroup, source: Source | null): number | null {
  const at = group.start - 1;
  if (!source || !isSpeech(group)) return null;
  if (source.how === 'shared') return group.voice === 'infinitive' ? null : at;
  const before = source.start - 1;
  if (
    source.how === 'subject' &&
    is(view, before, BIT.coordinators | BIT.subordinators) &&
    view.key[before - 1] === ','
  )
    return before - 1;
  return source.how === 'subject' && opensSpeech(view, group.end) ? commaBefore(view, source.start) : null;
}

/** Whether the cue says something: wishes and judgements bound no one's words. */
const isSpeech = (group: CueGroup): boolean =>
  group.entries.some((e) => e.priority === 1 && e.frame !== 'object' && e.frame !== 'infinitive');

const opensSpeech = (view: View, i: number): boolean => view.key[i] === ':' || opensQuotation(view, i);

/** Words between a comma and the subject that follows it: "…, earlier that week the daily noted". */
const MAX_ADVERBIAL = 4;

function commaBefore(view: View, at: number): number | null {
  for (let i = at - 1; i >= 0 && at - i <= MAX_ADVERBIAL; i--) if (view.key[i] === ',') return i;
  return null;
}
