import type { Span } from '../doc/index.ts';
import { type EventPatterns, foldWord } from '../lexicon/event-patterns.ts';

/** The text with the words by which things are tied together; `patterns` is `null` for a language without any. */
export interface LinkText {
  readonly text: string;
  readonly patterns: EventPatterns | null;
}

/** How much further off than it stands, in characters, a thing counts: put before the event … */
const BEFORE_PENALTY = 30;
/** … in another clause … */
const BREAK_PENALTY = 80;
/** … or without a word of place before it. Chosen by judgement, in lengths of short clauses. */
const BARE_PENALTY = 40;
/** Characters looked at for words; no clause of a report is longer. */
const WINDOW = 400;
/** Words before a place among which its preposition stands ("in the town of"). */
const LEAD = 5;

/** How far `thing` stands from the trigger, with what makes it less likely to belong to it added. */
export function distance(t: LinkText, trigger: Span, thing: Span, place: boolean): number {
  const after = thing.start >= trigger.end;
  const between: Span = after
    ? { start: trigger.end, end: thing.start }
    : { start: thing.end, end: trigger.start };
  const gap = Math.max(0, between.end - between.start);
  let cost = gap + (after ? 0 : BEFORE_PENALTY);
  const words = wordsOf(t.text, between);
  if (t.patterns && words.some((w) => t.patterns!.breaks.has(w))) cost += BREAK_PENALTY;
  if (place && t.patterns && !ledByPreposition(t, thing)) cost += BARE_PENALTY;
  return cost;
}

function ledByPreposition(t: LinkText, thing: Span): boolean {
  const words = wordsOf(t.text, { start: Math.max(0, thing.start - 60), end: thing.start }).slice(-LEAD);
  return words.some(
    (w, i) => t.patterns!.locative.has(w) || t.patterns!.locative.has(`${w} ${words[i + 1] ?? ''}`),
  );
}

function wordsOf(text: string, span: Span): string[] {
  const slice = text.slice(span.start, Math.min(span.end, span.start + WINDOW));
  return [...slice.matchAll(/[\p{L}\p{M}\p{N}'’]+/gu)].map((m) => foldWord(m[0]));
}
