import type { CorpusArticle, PartyRecord, PlaceRecord, Report } from '../doc/index.ts';
import type { CorroborateRules } from '../lexicon/corroborate-rules.ts';
import { keysOf } from '../lexicon/dictionary.ts';
import type { Lexicon } from '../lexicon/index.ts';

/** Days since 1970-01-01, first and last. */
export type Days = readonly [first: number, last: number];

/** What is compared of a report. */
export interface Facts {
  readonly report: Report;
  readonly act: string;
  readonly family: string;
  readonly generic: boolean;
  /** Whether the act tells what came of a thing or how it looked, and not what it was: casualties, an explosion. */
  readonly open: boolean;
  /** PLOVER mode of the act: what it was done with; `null` when the act does not tell. */
  readonly mode: string | null;
  /** ACLED sub-event type; `null` for one that holds acts of different kinds. */
  readonly subType: string | null;
  readonly place: PlaceRecord | null;
  /** `null` when the year or the day is unknown. */
  readonly days: Days | null;
  /** "08-15" when the text gives day and month, whatever the year. */
  readonly monthDay: string | null;
  /** Register entries; empty when none is known. */
  readonly actors: readonly string[];
  readonly targets: readonly string[];
  /** Content words that the text names the targets by. */
  readonly targetWords: ReadonlySet<string>;
  /** Best count above zero, by what is counted. */
  readonly counts: ReadonlyMap<string, number>;
  readonly pointsBack: boolean;
  /** Stands where an article tells what is new: headline, deck, first paragraph. */
  readonly lead: boolean;
  /** Stands in the article's headline. */
  readonly headline: boolean;
  /** Tells no place, day or party in its own sentence. */
  readonly bare: boolean;
  /** Days before publication in which news happens, for an undated report in the lead; `null` for any other. */
  readonly news: When | null;
  /** Told with a date long before the article's: background. */
  readonly stale: boolean;
}

/** Days of a report, `yearless` when they are days of `SOME_YEAR` that stand for those of any year. */
export interface When {
  readonly days: Days;
  readonly yearless: boolean;
}

/** A leap year, so that 29 February is a day: stands in where the year is unknown. */
export const SOME_YEAR = 2020;
/** A day in milliseconds. */
export const DAY_MS = 86_400_000;

/** The facts of a report that are compared. */
export function factsOf(
  report: Report,
  lexicon: Lexicon,
  rules: CorroborateRules,
  article: CorpusArticle | null = null,
): Facts {
  const entry = lexicon.acts.has(report.act) ? lexicon.acts.get(report.act) : null;
  return {
    report,
    act: report.act,
    family: entry?.family ?? report.act,
    generic: entry?.generic ?? false,
    open: rules['open-acts'].includes(report.act),
    mode: entry?.mode ?? null,
    subType: subTypeOf(entry?.acled?.subEventType ?? null, rules),
    place: report.place,
    days: daysOf(report),
    monthDay: /^(?:\d{4}|XXXX)-(\d{2}-\d{2})$/.exec(report.date ?? '')?.[1] ?? null,
    actors: ids(report.actor),
    targets: ids([...report.target, ...report.victim, ...report.recipient]),
    targetWords: contentWords([...report.target, ...report.victim]),
    counts: new Map(
      report.counts.flatMap((c) => (c.best !== null && c.best > 0 ? [[c.what, c.best] as const] : [])),
    ),
    pointsBack: pointsBack(report, new Set(rules['back-references'])),
    ...standing(report, article),
  };
}

/** Characters from an article's start in which headline, deck and first paragraph stand. */
const LEAD_CHARS = 400;
/** Days before publication within which an undated lead happened, by the habit of news. */
const FRESH_DAYS = 3;
/** A date so many days before publication is background. */
const STALE_DAYS = 14;
/** What the lead tells of as done, or as not done; plans have another day. */
const TOLD: ReadonlySet<string> = new Set(['happened', 'ongoing', 'denied']);

type Standing = Pick<Facts, 'lead' | 'headline' | 'bare' | 'news' | 'stale'>;

function standing(report: Report, article: CorpusArticle | null): Standing {
  const { sentence, place, date, status } = report;
  const lead = article !== null && sentence.start - article.start <= LEAD_CHARS;
  const published = article ? publishedWhen(article) : null;
  const fresh = lead && date === null && TOLD.has(status) && published;
  const own = place !== null && place.evidence.start >= sentence.start && place.evidence.end <= sentence.end;
  const latest = dayNumber(report.latest);
  const before = published && !published.yearless && latest !== null ? published.days[0] - latest : 0;
  return {
    lead,
    headline: article !== null && inHeadline(sentence, article),
    bare: !own && date === null && report.actor.every((p) => p.actor === null),
    news: fresh ? { ...fresh, days: [fresh.days[0] - FRESH_DAYS, fresh.days[1]] } : null,
    stale: before > STALE_DAYS,
  };
}

/** Longest first block that is a headline rather than a paragraph, in characters. */
const HEADLINE_CHARS = 200;

function inHeadline({ start }: Report['sentence'], { blocks }: CorpusArticle): boolean {
  const first = blocks[0];
  if (!first || blocks.length < 2 || first.end - first.start > HEADLINE_CHARS) return false;
  return first.start <= start && start < first.end;
}

/** The day an article was published, with its year or without; `null` when it is not known to the day. */
function publishedWhen({ published, publishedEdtf }: CorpusArticle): When | null {
  const yearless = /^XXXX-(\d{2}-\d{2})$/.exec(publishedEdtf ?? '')?.[1];
  const day = yearless ? dayNumber(`${SOME_YEAR}-${yearless}`) : dayNumber(published?.earliest ?? null);
  if (day === null || (!yearless && published?.earliest !== published?.latest)) return null;
  return { days: [day, day], yearless: yearless !== undefined };
}

/** When a report can have happened: its own days, else the days of news before its article. */
export function whenOf(f: Facts): When | null {
  if (f.days) return { days: f.days, yearless: false };
  if (f.monthDay === null) return f.news;
  const day = dayNumber(`${SOME_YEAR}-${f.monthDay}`);
  return day === null ? null : { days: [day, day], yearless: true };
}

function subTypeOf(type: string | null, rules: CorroborateRules): string | null {
  return type === null || rules['loose-types'].includes(type) ? null : type;
}

/** Day number of an ISO day; `null` when it is none. */
export function dayNumber(iso: string | null): number | null {
  const time = iso === null ? Number.NaN : Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? null : Math.round(time / DAY_MS);
}

function daysOf({ earliest, latest }: Report): Days | null {
  const [first, last] = [dayNumber(earliest), dayNumber(latest)];
  return first === null || last === null ? null : [first, last];
}

function ids(parties: readonly PartyRecord[]): readonly string[] {
  return [...new Set(parties.flatMap((p) => (p.actor ? [p.actor] : [])))];
}

/** Shortest word that says what a target is; "two", "its", "the" are shorter. */
const MIN_CONTENT = 5;

function contentWords(parties: readonly PartyRecord[]): ReadonlySet<string> {
  return new Set(parties.flatMap((p) => keysOf(p.text).filter((w) => w.length >= MIN_CONTENT)));
}

const WORD = /[\p{L}\p{M}]+/gu;
/** Words before the trigger that are looked at: "the deadly car", "this second". */
const WORDS_BEFORE = 3;

/** Whether the trigger stands after a word that points at something told before ("the attack"). */
function pointsBack({ sentence, trigger }: Report, words: ReadonlySet<string>): boolean {
  const at = trigger[0];
  if (!at || at.start <= sentence.start) return false;
  const before = sentence.exact.slice(0, at.start - sentence.start).match(WORD) ?? [];
  return before.slice(-WORDS_BEFORE).some((w) => words.has(w.toLowerCase()));
}
