import { keysOf } from '../lexicon/dictionary.ts';
import { DAY_MS, type Facts, whenOf } from './facts.ts';

/** Pairs of indices, smaller first, that are worth comparing; far fewer than all pairs. */
export type Pairs = readonly (readonly [number, number])[];

/** Reports of one article that are compared with each one: those before it, nearest first. */
const INSIDE_REACH = 80;
/** Reports up to which each of an article is compared with so many before it; in a longer one with fewer, to the same cost. */
const LONG_ARTICLE = 500;
/** The fewest before it that a report is compared with, however long its article. */
const LEAST_REACH = 8;
/** Reports of one block that are compared with each one; bounds the work where everything happens in one place. */
const BLOCK_REACH = 60;
/** Degrees of latitude and longitude of a cell: 0.5 is some 50 km. */
const CELL = 0.5;
/** Days of a time slot. */
const SLOT_DAYS = 7;
const YEAR_SLOTS = 53;
/** An interval over more slots than this blocks nothing. */
const MAX_SLOTS = 6;
/** Gap of days and distance in cells at which neighbours are still found. */
const NEIGHBOURS = [-1, 0, 1] as const;

/** Pairs of one article, and pairs of different articles that share a block of place and time, or of party and place. */
export function candidatePairs(facts: readonly Facts[]): Pairs {
  const seen = new Set<number>();
  const pairs: [number, number][] = [];
  const add = (a: number, b: number): void => {
    const key = Math.min(a, b) * facts.length + Math.max(a, b);
    if (a === b || seen.has(key)) return;
    seen.add(key);
    pairs.push([Math.min(a, b), Math.max(a, b)]);
  };
  insidePairs(facts, add);
  acrossPairs(facts, add);
  return pairs;
}

function insidePairs(facts: readonly Facts[], add: (a: number, b: number) => void): void {
  for (const list of byArticle(facts).values()) {
    const reach = Math.max(
      LEAST_REACH,
      Math.floor((INSIDE_REACH * LONG_ARTICLE) / Math.max(LONG_ARTICLE, list.length)),
    );
    list.forEach((b, n) => {
      for (const a of list.slice(Math.max(0, n - reach), n)) add(a, b);
    });
  }
}

function byArticle(facts: readonly Facts[]): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, number[]>();
  for (const [i, f] of facts.entries()) push(lists, f.report.article, i);
  return lists;
}

function acrossPairs(facts: readonly Facts[], add: (a: number, b: number) => void): void {
  const blocks = new Map<string, number[]>();
  const lists = byArticle(facts);
  facts.forEach((f, i) => {
    const own = ownKeys(f);
    const { article } = f.report;
    const long = lists.get(article)!.length > LONG_ARTICLE;
    for (const key of new Set([...own, ...nearKeys(f)]))
      for (const j of (blocks.get(key) ?? []).slice(-BLOCK_REACH))
        if (!long || facts[j]!.report.article !== article) add(j, i);
    for (const key of own) push(blocks, key, i);
  });
}

/** Blocks a report lies in. */
function ownKeys(f: Facts): readonly string[] {
  const areas = areaKeys(f);
  const slots = slotsOf(f);
  const parties = new Set([...f.actors, ...f.targets]);
  return [
    ...areas.flatMap((area) => slots.map((slot) => `${area} ${slot}`)),
    ...areas.flatMap((area) => [...parties].map((p) => `${area} ${p}`)),
    ...slots.flatMap((slot) => [...parties].map((p) => `${slot} ${p}`)),
    ...tollKeys(f).flatMap((toll) => slots.map((slot) => `${toll} ${slot}`)),
  ];
}

/** Blocks next to a report's own, in place and in time. */
function nearKeys(f: Facts): readonly string[] {
  const slots = slotsOf(f).flatMap((s) => NEIGHBOURS.map((n) => (s + n + YEAR_SLOTS) % YEAR_SLOTS));
  const areas = [...areaKeys(f), ...cells(f)];
  return [...areas, ...tollKeys(f)].flatMap((area) => [...new Set(slots)].map((slot) => `${area} ${slot}`));
}

/** A whole toll, killed and injured. */
function tollKeys({ counts }: Facts): readonly string[] {
  const [killed, injured] = [counts.get('killed'), counts.get('injured')];
  return killed && injured ? [`toll ${killed} ${injured}`] : [];
}

function areaKeys({ place }: Facts): readonly string[] {
  if (!place) return [];
  const keys = keysOf(place.evidence.exact).map((word) => `word ${word}`);
  keys.push(`${place.country}|${place.name}`);
  if (place.admin1) keys.push(`${place.country}|${place.admin1}`);
  if (place.lat !== null && place.lon !== null) keys.push(cell(place.lat, place.lon, 0, 0));
  return keys;
}

function cells({ place }: Facts): readonly string[] {
  const { lat, lon } = place ?? { lat: null, lon: null };
  if (lat === null || lon === null) return [];
  return NEIGHBOURS.flatMap((x) => NEIGHBOURS.map((y) => cell(lat, lon, x, y)));
}

function cell(lat: number, lon: number, x: number, y: number): string {
  return `${Math.floor(lat / CELL) + x},${Math.floor(lon / CELL) + y}`;
}

/** Weeks of the year that a report's days lie in, whatever the year: a day without its year falls into one too. */
function slotsOf(f: Facts): readonly number[] {
  const when = whenOf(f);
  if (!when) return [];
  const [first, last] = when.days;
  const slots = new Set<number>();
  for (let day = first; day <= last && slots.size <= MAX_SLOTS; day += SLOT_DAYS) slots.add(slotOfDay(day));
  slots.add(slotOfDay(last));
  return slots.size > MAX_SLOTS ? [] : [...slots];
}

const slotOfDay = (day: number): number => slotOf(new Date(day * DAY_MS).toISOString().slice(0, 10));

function slotOf(iso: string): number {
  const year = Date.UTC(Number(iso.slice(0, 4)), 0, 1);
  return Math.floor((Date.parse(`${iso}T00:00:00Z`) - year) / DAY_MS / SLOT_DAYS) % YEAR_SLOTS;
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
