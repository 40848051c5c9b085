import type { Published, Segment, Span } from '../../doc/index.ts';
import { withoutQuotations } from '../lines/quotes.ts';
import { fold, type PageWords } from '../words.ts';
import { type DayFound, findDays, ledBy } from './find.ts';
import { edtf } from './shift.ts';

/** A line of an article as the date rules see it. */
export interface DatedLine extends Span {
  readonly text: string;
  readonly kind: Segment['kind'];
}

/** What a publication rule is given: the article's lines, and the days its running text names. */
interface Clues {
  readonly lines: readonly DatedLine[];
  /** Running text alone, quotations blanked where the narrator's own "today" is sought. */
  readonly prose: readonly DatedLine[];
  readonly days: readonly DayFound[];
  readonly words: PageWords;
}
type Rule = (clues: Clues) => Published | null;

/** Paragraphs that make the lead, a deck without markup among them: news dates its event in the first two. */
const LEAD_PARAGRAPHS = 3;
/** Days after the day of its lead within which news appears. */
const AFTER_LEAD = 2;
/** "A few days ago": two to seven. */
const FEW = [2, 7] as const;
/** Days within which news that speaks of "Wednesday" still goes back to an earlier dated event. */
const AFTER_LATEST = 14;

/**
 * When an article came out, by its own words alone: a printed date, "yesterday, 3 March", "a few days ago, on 3 March",
 * "today" beside a dated lead, the day of the lead, the latest day it looks back on. A year the text does not give
 * stays XXXX. Captions, comments, meters and other chrome are never asked.
 */
export function publishedByText(lines: readonly DatedLine[], words: PageWords): Published | null {
  const prose = lines.filter(({ kind }) => kind === 'article' || kind === 'deck');
  const days = prose.flatMap((line) => findDays(line.text, line.start, words));
  const clues: Clues = { lines, prose, days, words };
  for (const rule of [printed, besideYesterday, besideToday, fewDaysAgo, sameDay, dayOfLead, afterLatest]) {
    const found = rule(clues);
    if (found) return found;
  }
  return null;
}

const span = ({ start, end }: Span): Span => ({ start, end });
const onDay = (day: DayFound, by: number, basis: Published['basis']): Published => ({
  value: edtf(day, by),
  precision: 'day',
  basis,
  evidence: span(day),
});
const within = (day: DayFound, from: number, to: number): Published => ({
  value: `${edtf(day, from)}/${edtf(day, to)}`,
  precision: 'interval',
  basis: 'implied',
  evidence: span(day),
});

/** A date in a dateline or byline, or beside a word such as "published". */
const printed: Rule = ({ lines, words }) => {
  for (const line of lines) {
    const labelled = [...words.groups.published.keys()].some((word) =>
      fold(line.text).startsWith(`${word}:`),
    );
    if (line.kind !== 'dateline' && line.kind !== 'byline' && !labelled) continue;
    const day = findDays(line.text, line.start, words)[0];
    if (day) return onDay(day, 0, 'stated');
  }
  return null;
};

const besideYesterday: Rule = ({ days, words }) => {
  const day = days.find(({ before }) => ledBy(before, words.groups.yesterday));
  return day ? onDay(day, 1, 'implied') : null;
};

const besideToday: Rule = ({ days, words }) => {
  const day = days.find(({ before }) => ledBy(before, words.groups.today));
  return day ? onDay(day, 0, 'implied') : null;
};

/** The year may come from elsewhere in the article, where it speaks of its own year: "earlier in 2020". */
const fewDaysAgo: Rule = ({ days, prose, words }) => {
  const day = days.find(({ before }) => {
    const bare = before.replace(/,? on$/, '');
    return ledBy(bare, words.groups['days-ago']);
  });
  return day ? within({ ...day, year: day.year ?? ownYear(prose, words) }, FEW[0], FEW[1]) : null;
};

/** The one year that deictic words give, or null when they give none or several. */
function ownYear(prose: readonly DatedLine[], words: PageWords): number | null {
  const years = new Set<number>();
  for (const { text } of prose)
    for (const match of text.matchAll(/(?<![\p{N}])(\d{4})(?![\p{N}])/gu)) {
      const before = fold(text.slice(Math.max(0, match.index - 40), match.index));
      if (ledBy(before, words.groups['year-deictic'])) years.add(Number(match[1]));
    }
  return years.size === 1 ? [...years][0]! : null;
}

/** The narrator says "today" outside quotations, and the lead names a day: the same. */
const sameDay: Rule = (clues) => {
  const day = leadDay(clues);
  // in its own case: "Russia Today" is a name
  const narrated = clues.prose.map(({ text }) => ` ${withoutQuotations(text)} `).join('\n');
  const today = [...clues.words.groups.today.keys()].some((word) =>
    new RegExp(`[^\\p{L}]${word}[^\\p{L}]`, 'u').test(narrated),
  );
  return day && today ? onDay(day, 0, 'implied') : null;
};

const dayOfLead: Rule = (clues) => {
  const day = leadDay(clues);
  return day ? within(day, 0, AFTER_LEAD) : null;
};

/** The latest day on which the lead says something was; a stated year makes it history rather than news. */
function leadDay({ prose, days, words }: Clues): DayFound | null {
  const end =
    prose.filter(({ kind }) => kind === 'article')[LEAD_PARAGRAPHS - 1]?.end ?? prose.at(-1)?.end ?? 0;
  return latest(days.filter((d) => d.end <= end && isNews(d, words)));
}

/** News that counts in weekdays came out after the latest day it looks back on, and not long after. */
const afterLatest: Rule = ({ prose, days, words }) => {
  const lead = prose
    .slice(0, LEAD_PARAGRAPHS + 1)
    .map(({ text }) => fold(text))
    .join(' ');
  const weekday = (lead.match(/\p{L}+/gu) ?? []).some((token) => words.groups.weekday.has(token));
  const day = weekday ? latest(days.filter((d) => isNews(d, words))) : null;
  return day ? within(day, 1, AFTER_LATEST) : null;
};

const isNews = (day: DayFound, words: PageWords) =>
  ledBy(day.before, words.groups['date-lead']) && (day.year === null || day.weekday);

/** Half a year: days further apart cannot be put in order without their years. */
const HALF_YEAR = 183;

/** The latest of some days, or null when without years their order cannot be told. */
function latest(days: readonly DayFound[]): DayFound | null {
  const ordinal = (d: DayFound) => Date.UTC(d.year ?? 2023, d.month - 1, d.day) / 86_400_000;
  const sorted = [...days].sort((a, b) => ordinal(a) - ordinal(b));
  const [first, last] = [sorted[0], sorted.at(-1)];
  return first && last && ordinal(last) - ordinal(first) <= HALF_YEAR ? last : null;
}
