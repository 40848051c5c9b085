import type { Timex } from '../../doc/index.ts';
import type { TimeWord } from '../../lexicon/time-words.ts';

/** An end of a range of days as it was found, before what it shares with the other end is lent to it. */
interface End {
  readonly timex: Timex;
  readonly words: readonly TimeWord[];
}

/**
 * The words by which each expression is read. The two ends of a range share what is written once: "16-18 June 2020" lends
 * month and year to its first day, "June 16-18" the month to its last. Other expressions are read by their own words.
 */
export function lendAlong(ends: readonly End[]): (readonly TimeWord[])[] {
  return ends.map(({ timex, words }, i) => {
    if (timex.by === 'range-start') return completed(words, ends[i + 1]?.words ?? []);
    if (timex.by === 'range-end') return completed(words, ends[i - 1]?.words ?? []);
    return words;
  });
}

function completed(own: readonly TimeWord[], other: readonly TimeWord[]): readonly TimeWord[] {
  const lacks = (kind: string): boolean => !own.some((w) => w.kind === kind);
  const month = lacks('M') ? other.filter((w) => w.kind === 'M') : [];
  const year = lacks('Y') ? other.filter((w) => w.kind === 'Y') : [];
  const day = own.findIndex((w) => w.kind === 'n' || w.kind === 'o');
  return [...own.slice(0, day + 1), ...month, ...own.slice(day + 1), ...year];
}

/** Whether an expression ends the range that the one before it begins. */
export function closesRange(timex: Timex, before: Timex | undefined): boolean {
  return timex.by === 'range-end' && before?.by === 'range-start';
}
