import { canonicalDate, type GivenDate, hasYear, isUndated, sameDate } from '../core/date-value.ts';
import { macroF1, type Share, share, shareOf } from '../core/figures.ts';
import { list } from '../core/list.ts';
import { isAlias, similar } from '../core/name-match.ts';
import { iou } from '../core/overlap.ts';
import { Aliases, isNarrator, namesOf } from './aliases.ts';
import { eventLabel, typeRight } from './event-label.ts';
import type { FileSpan, GoldEvent, SeedsGold } from './gold.ts';
import type { System } from './locate.ts';
import { inFile, pairUp, sameSentence } from './pair.ts';
import { placeRight } from './place-right.ts';
import { strangers } from './strangers.ts';

export type WantedEvent = GoldEvent & FileSpan;
export type GivenEvent = System['reports'][number];
export type EventPair = [WantedEvent, GivenEvent];

/** A pair counts first, its likeness next: number of pairs is maximised before agreement. */
const PAIR_WEIGHT = 100;
const TYPE_WEIGHT = 10;
const LIKENESS_WEIGHT = 10;

/** Whether the gold names an actor rather than saying that it is unknown. */
function isNamed(actor: string | null): actor is string {
  return actor !== null && actor !== undefined && !/^unknown\b/i.test(actor);
}

function hasTarget(event: GoldEvent): boolean {
  return isNamed(event.actor2) || list(event.targets).length > 0;
}

/** The number a report gives, the lower bound where it gives no best; `null` when it is silent. */
function bestCount(report: GivenEvent, what: string): number | null {
  const count = list(report.counts).find((c) => c.what === what);
  return count ? (count.best ?? count.low ?? null) : null;
}

/** Reports carry days: times of day are cut off, and a bare time is no date. */
function byDay(value: GivenDate): GivenDate {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object') return { ...value, value: byDay(value.value) as string | null };
  return String(value).replace(/T.*$/, '') || null;
}

const goldDay = (event: GoldEvent) => byDay(event.date_text_only) as string | null;

/** Compares single fields of a gold event and a report. */
export class EventFields {
  readonly #aliases: Aliases;
  readonly #gold: SeedsGold;

  constructor(gold: SeedsGold) {
    this.#gold = gold;
    this.#aliases = new Aliases(gold.actors);
  }

  actor(event: GoldEvent, report: GivenEvent): boolean {
    return this.#aliases.matches(String(event.actor1), report.actor);
  }

  target(event: GoldEvent, report: GivenEvent): boolean {
    if (isNamed(event.actor2) && this.#aliases.matches(event.actor2, report.target)) return true;
    const names = namesOf(report.target);
    return list(event.targets).some((target) =>
      names.some((name) => isAlias(target, name) || similar(name, target)),
    );
  }

  place(event: GoldEvent, report: GivenEvent): boolean {
    return placeRight(this.#gold.places.places, { ...event, place: String(event.place) }, report.place);
  }

  /** How many fields agree, to break ties between pairs. */
  agreement(event: GoldEvent, report: GivenEvent): number {
    return [
      isNamed(event.actor1) && this.actor(event, report),
      hasTarget(event) && this.target(event, report),
      event.place !== null && this.place(event, report),
      event.killed.best === bestCount(report, 'killed'),
      event.injured.best === bestCount(report, 'injured'),
    ].filter(Boolean).length;
  }
}

/** Pairs of gold events and reports on the same sentence; `typed` asks for the same type, else it is only preferred. */
export function matchEvents(
  gold: SeedsGold,
  system: System,
  typed: boolean,
): { wanted: WantedEvent[]; pairs: EventPair[] } {
  const fields = new EventFields(gold);
  const wanted = gold.events
    .filter((event) => !typed || eventLabel(event))
    .map((event): WantedEvent => ({ ...event, start: event.sentence_start, end: event.sentence_end }));
  const pairs = pairUp(wanted, system.reports, (event, report) => {
    if (!sameSentence(event, report) || (typed && !typeRight(event, report))) return 0;
    const type = typed || !typeRight(event, report) ? 0 : TYPE_WEIGHT;
    return PAIR_WEIGHT + type + LIKENESS_WEIGHT * iou(event, report) + fields.agreement(event, report);
  });
  return { wanted, pairs };
}

type Test = (event: WantedEvent, report: GivenEvent) => boolean;

/** Reports found by sentence and type, and each field over the pairs where the gold has a value. */
export function scoreEvents(gold: SeedsGold, system: System) {
  const { wanted, pairs } = matchEvents(gold, system, true);
  const onGold = system.reports.filter((r) => inFile(wanted, r.file).some((event) => sameSentence(event, r)));
  const where = (has: (event: WantedEvent) => boolean, right: Test): Share =>
    shareOf(
      pairs.filter(([event]) => has(event)),
      ([event, report]) => right(event, report),
    );
  const status = macroF1(pairs.map(([event, report]) => [event.factuality, report.status ?? null]));
  return {
    recall: share(pairs.length, wanted.length),
    precisionOnAnnotatedSentences: share(pairs.length, onGold.length),
    sentenceFoundWhateverType: share(matchEvents(gold, system, false).pairs.length, gold.events.length),
    ...partyFigures(gold, where),
    ...countFigures(pairs, where),
    statusMacroF1: status.macroF1,
    statuses: status.per,
    ...dateFigures(where),
    ...placeFigures(gold, where),
    recallByType: recallByType(wanted, pairs),
    inCommentOrChrome: strangers(gold, system.reports).length,
    missed: wanted.filter((event) => !pairs.some(([found]) => found === event)).map((event) => event.id),
  };
}

type Where = (has: (event: WantedEvent) => boolean, right: Test) => Share;

function partyFigures(gold: SeedsGold, where: Where) {
  const fields = new EventFields(gold);
  return {
    actor: where(
      (event) => isNamed(event.actor1),
      (event, report) => fields.actor(event, report),
    ),
    actorGivenWhereUnknown: where(
      (event) => !isNamed(event.actor1),
      (_, report) => namesOf(report.actor).length > 0 && !isNarrator(report.actor),
    ),
    target: where(hasTarget, (event, report) => fields.target(event, report)),
  };
}

function countFigures(pairs: readonly EventPair[], where: Where) {
  const right = (what: 'killed' | 'injured') =>
    where(
      (event) => event[what].best !== null,
      (event, report) => bestCount(report, what) === event[what].best,
    );
  const silent = (['killed', 'injured'] as const).flatMap((what) =>
    pairs
      .filter(([event]) => event[what].best === null)
      .map(([, report]) => bestCount(report, what) !== null),
  );
  return {
    killed: right('killed'),
    injured: right('injured'),
    numbersWhereGoldIsSilent: shareOf(silent, (given) => given),
  };
}

function dateFigures(where: Where) {
  const isDated = (event: GoldEvent) => canonicalDate(goldDay(event)) !== null;
  return {
    date: where(isDated, (event, report) => sameDate(goldDay(event), byDay(report.date))),
    dateYearInvented: where(
      (event) => !hasYear(event.date_text_only),
      (_, report) => hasYear(report.date),
    ),
    datesInvented: where(
      (event) => !isDated(event),
      (_, report) => !isUndated(byDay(report.date)),
    ),
  };
}

function placeFigures(gold: SeedsGold, where: Where) {
  const fields = new EventFields(gold);
  const right: Test = (event, report) => fields.place(event, report);
  return {
    place: where((event) => event.place !== null, right),
    placeBelowCountry: where((event) => event.place !== null && event.place !== event.country, right),
    placeGivenWhereNone: where(
      (event) => event.place === null,
      (_, report) => report.place !== null && report.place !== undefined,
    ),
  };
}

function recallByType(wanted: readonly WantedEvent[], pairs: readonly EventPair[]): Record<string, Share> {
  const name = (event: GoldEvent) => {
    const label = eventLabel(event);
    return label ? ('acled' in label ? label.acled : label.plover) : '';
  };
  const names = [...new Set(wanted.map(name))].sort();
  return Object.fromEntries(
    names.map((type) => [
      type,
      share(
        pairs.filter(([event]) => name(event) === type).length,
        wanted.filter((event) => name(event) === type).length,
      ),
    ]),
  );
}
