import type { Candidate } from './candidate.ts';
import { continueQuotations } from './continuation.ts';
import { fromAdverb, fromColon, fromNoun, fromPreposition } from './other-cues.ts';
import { likeliest } from './rank/likeliest.ts';
import type { Ranker } from './rank/ranker.ts';
import { onlyReading, type Reading, readingsOf } from './readings.ts';
import { select } from './select.ts';
import { sitesOf } from './sites.ts';
import { verbFirst } from './verb-first.ts';
import { fromPostposition, verbLast } from './verb-last.ts';
import type { View } from './view.ts';
import { nobodySpeaks } from './voice.ts';
import { wrapped } from './wrapper.ts';

/** All attributions of an article, in the order of their cues, as token ranges. */
export function findAttributions(view: View, ranker: Ranker | null): Candidate[] {
  const candidates = view.sentences.flatMap((_, s) =>
    choicesIn(view, s).flatMap((readings) => likeliest(view, readings, ranker) ?? []),
  );
  const spoken = candidates.filter((c) => !c.source || !nobodySpeaks(view, c.source));
  return continueQuotations(view, select(view, spoken));
}

/** The cues of one sentence, each with its readings. */
export function choicesIn(view: View, sentence: number): Reading[][] {
  const { order } = view.words.cues;
  if (order === 'vso') return verbFirst(view, sentence).map((c) => [onlyReading(c)]);
  const found = verbSecond(view, sentence);
  return order === 'sov' ? [...verbLast(view, sentence).map((c) => [onlyReading(c)]), ...found] : found;
}

function verbSecond(view: View, sentence: number): Reading[][] {
  const sites = sitesOf(view, sentence);
  const verbs = wrapped(view, sites).map((surface, i) => readingsOf(view, sites[i]!, surface));
  const { start, end } = view.sentences[sentence]!;
  const found: (Candidate | null)[] = [fromColon(view, sentence)];
  let next = 0;
  let floor = start;
  for (let i = start; i < end; i++) {
    while (next < sites.length && sites[next]!.group.end <= i) floor = sites[next++]!.group.end;
    if (view.quote[i]! >= 0) continue;
    found.push(fromPreposition(view, i, sentence, floor), fromAdverb(view, i, sentence, floor));
    const site = sites[next];
    const limit = Math.min(end, site?.limit ?? end, site?.cut ?? end);
    found.push(fromNoun(view, i, sentence, floor, Math.max(limit, i)), fromPostposition(view, i, sentence));
  }
  return [...verbs, ...found.flatMap((c) => (c ? [[onlyReading(c)]] : []))];
}
