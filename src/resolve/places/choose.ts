import type { GazetteerEntry, Lexicon } from '../../lexicon/index.ts';
import { contains, MAX_CANDIDATES } from './containers.ts';
import { distanceKm } from './geo.ts';
import type { Named, Option } from './named.ts';

/** Weights are set by judgement on the scale of log10(population), not yet tuned on a set; each name says what it rewards. */
const CLASS_WEIGHT = { country: 8, admin1: 6.5, admin2: 5.5, feature: 5.5 } as const;
const ALTERNATE_COST = 1.4;
const CAPITAL_BONUS = 0.8;
/** A seat rather than its division of the same name: bare "Aleppo" is the city. */
const SEAT_BONUS = 1.6;
const FORCED_BONUS = 4;
const CONTAINER_BONUS = 7;
const COUNTRY_VOTE = 2.5;
const ADMIN1_VOTE = 2.5;
const NEAR_VOTE = 2;
/** Distance at which nearness to settled places has halved. */
const NEAR_KM = 80;
/** Two places closer than this tell the same story; further apart, a small lead is no choice. */
const SAME_KM = 25;
const MIN_LEAD = 0.05;

/** What the settled places of a text say for a candidate. */
interface Votes {
  readonly country: ReadonlyMap<string, number>;
  readonly admin1: ReadonlyMap<string, number>;
  readonly points: readonly { readonly row: number; readonly lat: number; readonly lon: number }[];
  readonly total: number;
}

const NO_VOTES: Votes = { country: new Map(), admin1: new Map(), points: [], total: 0 };

/**
 * Chooses one candidate for each name. First from names and containers alone, countries and divisions thereby first;
 * then again with the votes of what was settled. Population is only a part of the first sum. One sense a text.
 */
export function chooseAll(
  named: readonly Named[],
  demonyms: readonly GazetteerEntry[],
  lexicon: Lexicon,
): void {
  let votes = countVotes([], demonyms);
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of named) choose(name, named, votes, lexicon);
    spread(named);
    votes = countVotes(
      named.filter((n) => isSettled(n, lexicon)),
      demonyms,
    );
  }
}

/** The first settles what needs no context, the second uses it, the third lets it settle. */
const ROUNDS = 3;

function isSettled(n: Named, lexicon: Lexicon): boolean {
  if (!n.chosen) return false;
  if (n.container >= 0 || n.candidates.length === 1) return true;
  const { entry } = n.chosen;
  return (
    entry.class === 'country' ||
    entry.class === 'admin1' ||
    lexicon.gazetteer.isCapital(entry) ||
    entry.population > 100_000
  );
}

function countVotes(settled: readonly Named[], demonyms: readonly GazetteerEntry[]): Votes {
  const country = new Map<string, number>();
  const admin1 = new Map<string, number>();
  const points = new Map<number, { row: number; lat: number; lon: number }>();
  let total = 0;
  const vote = (entry: GazetteerEntry, weight: number): void => {
    if (entry.country === null) return;
    total += weight;
    country.set(entry.country, (country.get(entry.country) ?? 0) + weight);
    if (entry.admin1 === null) return;
    const division = `${entry.country}.${entry.admin1}`;
    admin1.set(division, (admin1.get(division) ?? 0) + weight);
  };
  for (const { chosen, container, candidates } of settled) {
    const entry = chosen!.entry;
    vote(entry, container >= 0 || candidates.length === 1 ? 2 : 1);
    if (entry.lat !== null && entry.class !== 'country' && points.size < MAX_POINTS)
      points.set(entry.row, { row: entry.row, lat: entry.lat, lon: entry.lon! });
  }
  for (const entry of demonyms) vote(entry, 0.5);
  return { ...NO_VOTES, country, admin1, points: [...points.values()], total };
}

/** Settled places looked at for nearness; keeps long lists linear. */
const MAX_POINTS = 40;

function choose(name: Named, all: readonly Named[], votes: Votes, lexicon: Lexicon): void {
  if (name.candidates.length === 0) return;
  const options = name.candidates.slice(0, MAX_CANDIDATES);
  const divisions = new Set(options.filter((o) => o.entry.class === 'admin1').map(divisionOf));
  const scored = options
    .map((option) => ({ option, score: scoreOf(option, name, { all, votes, divisions }, lexicon) }))
    .sort((a, b) => b.score - a.score || b.option.entry.population - a.option.entry.population);
  const [best, second] = scored;
  const rival =
    second && second.score > best!.score - MIN_LEAD && isFar(best!.option, second.option) ? second : null;
  name.chosen = rival ? null : best!.option;
  name.reason = rival
    ? `${best!.option.entry.name}, ${best!.option.entry.country} and ${rival.option.entry.country} fit alike`
    : reasonFor(best!.option, name, votes);
}

function isFar(a: Option, b: Option): boolean {
  if (a.entry.lat === null || b.entry.lat === null) return false;
  return (
    distanceKm({ lat: a.entry.lat, lon: a.entry.lon! }, { lat: b.entry.lat, lon: b.entry.lon! }) > SAME_KM
  );
}

/** What the score of a candidate is worked out from. */
interface Around {
  readonly all: readonly Named[];
  readonly votes: Votes;
  /** Divisions that bear the same name. */
  readonly divisions: ReadonlySet<string>;
}

const divisionOf = ({ entry }: Option): string => `${entry.country}.${entry.admin1}`;

function scoreOf(option: Option, name: Named, { all, votes, divisions }: Around, lexicon: Lexicon): number {
  const { entry } = option;
  let score = entry.class === 'city' ? Math.log10(entry.population + 10) : CLASS_WEIGHT[entry.class];
  if (option.alternate && entry.population < 1_000_000) score -= ALTERNATE_COST;
  if (lexicon.gazetteer.isCapital(entry)) score += CAPITAL_BONUS;
  if (entry.class === 'city' && divisions.has(divisionOf(option))) score += SEAT_BONUS;
  if (name.forced !== null) score += name.forced === entry.class ? FORCED_BONUS : 0;
  score += containerBonus(entry, name, all);
  if (votes.total > 0) score += voteScore(entry, votes, name);
  return score;
}

/** The share of votes for a candidate's country and division, without the name's own vote for itself. */
function voteScore(entry: GazetteerEntry, votes: Votes, name: Named): number {
  const own = name.chosen?.entry;
  const self = own && own.country === entry.country && own.row === entry.row && name.container < 0 ? 1 : 0;
  const country = Math.max(0, (votes.country.get(entry.country ?? '') ?? 0) - self) / votes.total;
  const admin1 =
    Math.max(0, (votes.admin1.get(`${entry.country}.${entry.admin1}`) ?? 0) - self) / votes.total;
  let nearest = Number.POSITIVE_INFINITY;
  if (entry.lat !== null)
    for (const p of votes.points)
      if (p.row !== entry.row)
        nearest = Math.min(nearest, distanceKm(p, { lat: entry.lat, lon: entry.lon! }));
  const near = entry.class === 'country' ? 0 : NEAR_VOTE * 2 ** (-nearest / NEAR_KM);
  return (
    COUNTRY_VOTE * Math.sqrt(country) + (entry.class === 'city' ? ADMIN1_VOTE * Math.sqrt(admin1) : 0) + near
  );
}

function containerBonus(entry: GazetteerEntry, name: Named, all: readonly Named[]): number {
  const holder = all[name.container];
  if (!holder) return 0;
  const options = holder.chosen ? [holder.chosen] : holder.candidates.slice(0, MAX_CANDIDATES);
  return options.some((o) => contains(o.entry, entry)) ? CONTAINER_BONUS : 0;
}

/** One sense a text: a name placed through its container lends its place to its bare twins. */
function spread(named: readonly Named[]): void {
  const sense = new Map<string, Option>();
  for (const n of named)
    if (n.container >= 0 && n.chosen && n.chosen.entry.class !== 'country' && !sense.has(n.key))
      sense.set(n.key, n.chosen);
  for (const n of named) {
    const known = sense.get(n.key);
    if (!known || n.container >= 0 || (n.forced !== null && n.forced !== known.entry.class)) continue;
    n.chosen = known;
    n.reason = `as elsewhere in the text: ${known.entry.name}, ${known.entry.admin1 ?? known.entry.country}`;
  }
}

function reasonFor(option: Option, name: Named, votes: Votes): string {
  const { entry } = option;
  if (name.borrowed) return `placed at ${entry.name}, after which it is named`;
  if (name.candidates.length === 1) return 'the only place of this name';
  if (name.container >= 0) return 'the place that follows holds it';
  if (name.forced === entry.class) return `a type word beside it says ${entry.class}`;
  if ((votes.country.get(entry.country ?? '') ?? 0) > 0)
    return `other places of the text lie in ${entry.country}`;
  return 'the largest place of this name';
}
