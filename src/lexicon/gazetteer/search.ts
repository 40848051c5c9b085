import { barekey, looseKeys, nameKey, nearKeys, soundSimilarity } from '../../lib/name-key.ts';
import type { Candidate, Gazetteer } from './index.ts';

type Find = Gazetteer['find'];
type Searches = Pick<Gazetteer, 'lookup' | 'within' | 'soundsLike' | 'countriesOf'>;

/** The searches that rest on look-up by key alone. */
export function searches(find: Find, demonym: Gazetteer['demonym']): Searches {
  const lookup = (name: string): readonly Candidate[] => {
    const whole = find(nameKey(name));
    return whole.length > 0 ? whole : find(barekey(name) ?? '');
  };
  const soundsLike: Gazetteer['soundsLike'] = (name, countries) => alike(name, countries, find);
  return {
    lookup,
    within: (name, countries) => {
      const whole = inside(find(nameKey(name)), countries);
      const same = whole.length > 0 ? whole : inside(find(barekey(name) ?? ''), countries);
      return same.length > 0 ? [...same].sort(byPopulation) : soundsLike(name, countries);
    },
    soundsLike,
    countriesOf: (names) => countriesOf(names, find, demonym),
  };
}

/** Longer names are sentences, not names: they are not compared. */
const LONGEST = 80;
/** Names of one skeleton but a slip must be this much alike (chosen on spellings of Syria, Iraq, Lebanon, Jordan). */
const LEAST_ALIKE = 0.6;
/** What ten times the people weigh against likeness; on the same spellings. */
const POPULATION_WEIGHT = 0.02;
/** Candidates this much less alike than the best are none. */
const MARGIN = 0.05;

/** The cascade of loose keys: the first that finds anything settles it. */
function alike(name: string, countries: ReadonlySet<string>, find: Find): readonly Candidate[] {
  if (countries.size === 0 || name.length > LONGEST) return [];
  for (const key of looseKeys(name)) {
    const found = inside(find(key), countries);
    if (found.length > 0) return best(name, found, 0);
  }
  const near = nearKeys(name).flatMap((key) => inside(find(key), countries));
  return best(name, near, LEAST_ALIKE);
}

const inside = (found: readonly Candidate[], countries: ReadonlySet<string>): readonly Candidate[] =>
  found.filter((c) => c.entry.class !== 'country' && countries.has(c.entry.country ?? ''));

const byPopulation = (a: Candidate, b: Candidate): number => b.entry.population - a.entry.population;

/** The most alike, best first; each place once. */
function best(name: string, found: readonly Candidate[], least: number): readonly Candidate[] {
  const once = new Map(found.map((c) => [c.entry.row, c]));
  const scored = [...once.values()]
    .map((option) => ({ option, likeness: soundSimilarity(name, option.entry.name) }))
    .filter(({ likeness }) => likeness >= least)
    .map(({ option, likeness }) => ({
      option,
      score: likeness + POPULATION_WEIGHT * Math.log10(option.entry.population + 10),
    }))
    .sort((a, b) => b.score - a.score || a.option.entry.row - b.option.entry.row);
  return scored.filter(({ score }) => score >= scored[0]!.score - MARGIN).map(({ option }) => option);
}

function countriesOf(
  names: readonly string[],
  find: Find,
  demonym: Gazetteer['demonym'],
): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const name of names) {
    const key = nameKey(name);
    const people = demonym(key)?.country;
    if (people) codes.add(people);
    const places = find(key);
    const country =
      places.find((c) => c.entry.class === 'country') ?? (places.length === 1 ? places[0] : undefined);
    if (country?.entry.country) codes.add(country.entry.country);
  }
  return codes;
}
