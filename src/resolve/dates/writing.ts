import type { ArticleInput } from '../../doc/index.ts';
import { addDays, isDay, isMonthDay } from './calendar-math.ts';
import type { Expression, Reading } from './index.ts';

/** What a text without a date of publication tells of the day it was written. */
export interface Writing {
  /** The day or the year of writing as the words show it, or `null`: "yesterday, 15 May 2022", "earlier in 2020". */
  readonly told: string | null;
  /** The day that the lead dates its news to, which "today" and "this month" go by; the year may be open. */
  readonly lead: string | null;
}

/** Characters of the story in which its lead dates the news: three or four sentences. */
const LEAD_CHARS = 600;
/** What stands between a word for a day and the date that explains it: "yesterday, 15 May". */
const BESIDE = /^,?\s?$/;

/** Reads the day of writing off the expressions of a text and what they mean by themselves. */
export function writingOf(
  input: ArticleInput,
  expressions: readonly Expression[],
  readings: readonly (Reading | null)[],
): Writing {
  return {
    told: byDayWord(input.text, expressions, readings) ?? byEarlierYear(expressions),
    lead: leadDay(input, expressions, readings),
  };
}

/** "yesterday, Sunday 15 May 2022" was written on the 16th. */
function byDayWord(
  text: string,
  expressions: readonly Expression[],
  readings: readonly (Reading | null)[],
): string | null {
  for (let i = 0; i + 1 < expressions.length; i++) {
    const { kinds, words, timex, calendar } = expressions[i]!;
    const date = readings[i + 1]?.value ?? null;
    const gap = text.slice(timex.end, expressions[i + 1]!.timex.start);
    if (!kinds.includes('d') || !isDay(date) || !BESIDE.test(gap)) continue;
    const offset = calendar.days.get(words[kinds.indexOf('d')]!.fold)!;
    return addDays(date.slice(0, 10), -offset);
  }
  return null;
}

/** "earlier in 2020" is written in 2020, unless the text states a later year. */
function byEarlierYear(expressions: readonly Expression[]): string | null {
  const stated = expressions.flatMap(({ words }) => words.filter((w) => w.kind === 'Y').map((w) => w.fold));
  const latest = stated.sort().at(-1);
  const told = expressions.find(({ kinds }) => /^b-?O?t?Yy?$/.test(kinds));
  const year = told?.words.find((w) => w.kind === 'Y')?.fold ?? null;
  return year !== null && year === latest ? year : null;
}

function leadDay(
  { blocks }: ArticleInput,
  expressions: readonly Expression[],
  readings: readonly (Reading | null)[],
): string | null {
  const story = blocks.find((b) => b.kind === 'article');
  if (!story) return null;
  const at = expressions.findIndex(
    ({ timex, kinds }, i) =>
      timex.start >= story.start &&
      timex.start < story.start + LEAD_CHARS &&
      kinds.includes('M') &&
      isMonthDay(readings[i]?.value ?? null),
  );
  return at < 0 ? null : readings[at]!.value!.slice(0, 10);
}
