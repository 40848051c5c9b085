import type { PartyRecord, PlaceRecord, Report } from '../doc/index.ts';
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
}

/** A leap year, so that 29 February is a day: stands in where the year is unknown. */
export const SOME_YEAR = 2020;
/** A day in milliseconds. */
export const DAY_MS = 86_400_000;

/** The facts of a report that are compared. */
export function factsOf(report: Report, lexicon: Lexicon, rules: CorroborateRules): Facts {
  const entry = lexicon.acts.has(report.act) ? lexicon.acts.get(report.act) : null;
  return {
    report,
    act: report.act,
    family: entry?.family ?? report.act,
    generic: entry?.generic ?? false,
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
  };
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
