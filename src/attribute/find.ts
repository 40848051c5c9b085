import type { Candidate } from './candidate.ts';
import { continueQuotations } from './continuation.ts';
import { fromAdverb, fromColon, fromNoun, fromPreposition } from './other-cues.ts';
import { select } from './select.ts';
import { sitesOf } from './sites.ts';
import { verbFirst } from './verb-first.ts';
import { fromPostposition, verbLast } from './verb-last.ts';
import type { View } from './view.ts';
import { nobodySpeaks } from './voice.ts';
import { wrapped } from './wrapper.ts';

/** All attributions of an article, in the order of their cues, as token ranges. */
export function findAttributions(view: View): Candidate[] {
  const candidates = view.sentences.flatMap((_, s) => inSentence(view, s));
  const spoken = candidates.filter((c) => !c.source || !nobodySpeaks(view, c.source));
  return continueQuotations(view, select(view, spoken));
}

function inSentence(view: View, sentence: number): Candidate[] {
  const { order } = view.words.cues;
  if (order === 'vso') return verbFirst(view, sentence);
  const found = verbSecond(view, sentence);
  return order === 'sov' ? [...verbLast(view, sentence), ...found] : found;
}

function verbSecond(view: View, sentence: number): Candidate[] {
  const sites = sitesOf(view, sentence);
  const { start, end } = view.sentences[sentence]!;
  const found: (Candidate | null)[] = [fromColon(view, sentence), ...wrapped(view, sites)];
  let next = 0;
  let floor = start;
  for (let i = start; i < end; i++) {
    while (next < sites.length && sites[next]!.group.end <= i) floor = sites[next++]!.group.end;
    if (view.quote[i]! >= 0) continue;
    found.push(fromPreposition(view, i, sentence, floor), fromAdverb(view, i, sentence, floor));
    found.push(fromNoun(view, i, sentence, floor), fromPostposition(view, i, sentence));
  }
  return found.filter((c) => c !== null);
}
