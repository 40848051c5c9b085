import type { Contradiction, ContradictionValue, CountRecord, Evidence, Report } from '../doc/index.ts';
import type { ActorRegister, Lexicon } from '../lexicon/index.ts';
import { dateFit, related, sameKind } from './compare.ts';
import type { Facts } from './facts.ts';
import { distanceKm, isArea } from './place.ts';

/** One value as it is compared, and as it is shown. */
interface Entry<T> {
  readonly shown: string | number;
  readonly value: T;
  readonly report: Report;
  readonly claim: string | null;
  readonly evidence: Evidence;
}

type RootOf = (report: Report, claim: string | null) => string;

/**
 * Facets in which reports of one incident exclude each other, with all values side by side. Rounding, "at least" and
 * ranges inside each other exclude nothing.
 */
export function contradictionsOf(
  facts: readonly Facts[],
  rootOf: RootOf,
  lexicon: Pick<Lexicon, 'actors' | 'acts'>,
): readonly Contradiction[] {
  const register = lexicon.actors;
  return [
    ...tolls(facts, rootOf),
    ...facet(
      'date',
      dates(facts),
      { kind: dayKind, exclude: (a, b) => dateFit(a, b, 0) === 'apart' },
      rootOf,
    ),
    ...facet('place', places(facts), { kind: placeKind, exclude: placesDiffer }, rootOf),
    ...facet(
      'actor',
      actors(facts, register),
      { kind: (b) => JSON.stringify(b), exclude: (a, b) => blamed(a, b, register) },
      rootOf,
    ),
    ...facet('means', means(facts, lexicon), { kind: meansKind, exclude: meansDiffer }, rootOf),
    ...facet('happened', happened(facts), { kind: actKind, exclude: disputed }, rootOf),
  ];
}

/** How values of a facet are told apart. */
interface Comparison<T> {
  /** A key that is equal for values which exclude the same others: one of each is compared. */
  readonly kind: (value: T) => string;
  readonly exclude: (a: T, b: T) => boolean;
}

/** Kinds of value that are compared with each other; no honest incident comes near, and a hostile page stays cheap. */
const MOST_KINDS = 1_000;

function someExclude<T>(entries: readonly Entry<T>[], { kind, exclude }: Comparison<T>): boolean {
  const kinds = new Map<string, T>();
  for (const { value } of entries) {
    if (kinds.size >= MOST_KINDS) break;
    kinds.set(kind(value), value);
  }
  const values = [...kinds.values()];
  return values.some((a, i) => values.some((b, j) => j > i && exclude(a, b)));
}

function facet<T>(
  name: string,
  entries: readonly Entry<T>[],
  comparison: Comparison<T>,
  rootOf: RootOf,
): readonly Contradiction[] {
  if (!someExclude(entries, comparison)) return [];
  const values = new Map<string, ContradictionValue>();
  for (const { shown, report, claim, evidence } of entries) {
    const root = rootOf(report, claim);
    const key = `${shown} ${root}`;
    if (!values.has(key)) values.set(key, { value: shown, root, report: report.id, evidence });
  }
  return [{ facet: name, values: [...values.values()] }];
}

/** Contradicting numbers of each thing counted; civilians and fighters apart. */
function tolls(facts: readonly Facts[], rootOf: RootOf): readonly Contradiction[] {
  const entries = new Map<string, Entry<CountRecord>[]>();
  for (const { report } of facts)
    for (const c of report.counts) {
      if (c.best === null && c.low === null && c.high === null) continue;
      const name = c.side ? `${c.what}, ${c.side}` : c.what;
      const entry = {
        shown: exact(c) ? c.best! : c.words,
        value: c,
        report,
        claim: c.claim,
        evidence: c.evidence[0] ?? report.sentence,
      };
      const list = entries.get(name);
      if (list) list.push(entry);
      else entries.set(name, [entry]);
    }
  return [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, list]) => facet(name, list, { kind: countKind, exclude: countsExclude }, rootOf));
}

const countKind = ({ low, best, high }: CountRecord): string => `${low} ${best} ${high}`;
const dayKind = (f: Facts): string => JSON.stringify([f.days, f.monthDay, f.report.date]);
const placeKind = (p: NamedPlace): string => JSON.stringify([p.name, p.lat, p.lon, p.radiusKm]);
const meansKind = (f: Facts): string => `${f.mode} ${f.report.article}`;
const actKind = (f: Facts): string =>
  JSON.stringify([f.act, f.family, f.subType, f.generic, f.report.status === 'denied']);

const exact = (c: CountRecord): boolean => c.best !== null && c.low === c.best && c.high === c.best;

/** Whether two numbers cannot both be right. */
export function countsExclude(a: CountRecord, b: CountRecord): boolean {
  const [lowA, highA] = range(a);
  const [lowB, highB] = range(b);
  if (lowA <= highB && lowB <= highA) return false;
  return !rounded(a.best, b.best);
}

function range(c: CountRecord): readonly [number, number] {
  return [
    c.low ?? c.best ?? 0,
    c.high ?? (c.low === null ? (c.best ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY),
  ];
}

/** Least number that people round to tens; "four" is not "six" rounded. */
const LEAST_ROUNDED = 20;

/** Whether one number is the other one rounded: 40 for 38, 300 for 287. */
function rounded(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return false;
  return [
    [a, b],
    [b, a],
  ].some(
    ([round, fine]) =>
      round! >= LEAST_ROUNDED &&
      Math.abs(round! - fine!) <= unitOf(round!) / 2 &&
      unitOf(fine!) < unitOf(round!),
  );
}

/** The largest power of ten that divides a number. */
function unitOf(n: number): number {
  let unit = 1;
  while (n > 0 && n % (unit * 10) === 0) unit *= 10;
  return unit;
}

function dates(facts: readonly Facts[]): readonly Entry<Facts>[] {
  return facts.flatMap((f) => {
    const { date, dateEvidence } = f.report;
    return date !== null && dateEvidence
      ? [{ shown: date, value: f, report: f.report, claim: null, evidence: dateEvidence }]
      : [];
  });
}

type NamedPlace = NonNullable<Report['place']>;

function places(facts: readonly Facts[]): readonly Entry<NamedPlace>[] {
  return facts.flatMap(({ report }) => {
    const { place } = report;
    if (!place || place.name === null || isArea(place)) return [];
    return [{ shown: place.name, value: place, report, claim: null, evidence: place.evidence }];
  });
}

/** Two exact places farther apart than this are two places, not two names of one. */
const TWO_PLACES_KM = 5;

function placesDiffer(a: NamedPlace, b: NamedPlace): boolean {
  const apart = distanceKm(a, b);
  return (
    a.name !== b.name && apart !== null && apart > TWO_PLACES_KM + Math.max(a.radiusKm ?? 0, b.radiusKm ?? 0)
  );
}

interface Blame {
  readonly ids: readonly string[];
  /** The report says that they did not. */
  readonly denied: boolean;
}

/** Who did it: one says A and another B, or one says A and another that it was not A. */
function blamed(a: Blame, b: Blame, register: ActorRegister): boolean {
  const meet = a.ids.some((x) => b.ids.some((y) => related(x, y, register)));
  return a.denied === b.denied ? !a.denied && !meet : meet;
}

function actors(facts: readonly Facts[], register: ActorRegister): readonly Entry<Blame>[] {
  return facts.flatMap((f) => {
    if (f.actors.length === 0) return [];
    const party = f.report.actor.find((p) => p.actor !== null);
    const names = f.actors.map((id) => register.name(id) ?? id).join(', ');
    return [
      {
        shown: isDenied(f) ? `not ${names}` : names,
        value: { ids: f.actors, denied: isDenied(f) },
        report: f.report,
        claim: null,
        evidence: party?.evidence[0] ?? f.report.sentence,
      },
    ];
  });
}

const isDenied = (f: Facts): boolean => f.report.status === 'denied';

/** Statuses of what is said to be done, or not done. */
const SETTLED: ReadonlySet<string> = new Set(['happened', 'ongoing', 'denied']);

/** Acts that tell what it was done with; what is denied is set side by side under `happened`. */
function means(facts: readonly Facts[], { acts }: Pick<Lexicon, 'acts'>): readonly Entry<Facts>[] {
  return facts.flatMap((f) => {
    if (f.mode === null || f.family !== 'attack' || f.open || isDenied(f) || !SETTLED.has(f.report.status))
      return [];
    const evidence = f.report.trigger[0] ?? f.report.sentence;
    return [{ shown: acts.label(f.act), value: f, report: f.report, claim: null, evidence }];
  });
}

/** Another means in another article. Within an article several means add up. */
function meansDiffer(a: Facts, b: Facts): boolean {
  return a.mode !== b.mode && a.report.article !== b.report.article;
}

/** What one tells and another denies: the same act, or any where an attack of unstated kind is denied. */
function disputed(a: Facts, b: Facts): boolean {
  if (isDenied(a) === isDenied(b)) return false;
  const denied = isDenied(a) ? a : b;
  return sameKind(a, b) && (denied.generic || a.act === b.act || a.subType === b.subType);
}

function happened(facts: readonly Facts[]): readonly Entry<Facts>[] {
  return facts.flatMap((f) => {
    if (!SETTLED.has(f.report.status)) return [];
    const shown = isDenied(f) ? 'denied' : 'happened';
    return [{ shown, value: f, report: f.report, claim: null, evidence: f.report.sentence }];
  });
}
