import type { Place } from '../../doc/index.ts';
import type { GazetteerEntry } from '../../lexicon/index.ts';
import { type Site, skipFillers } from './families.ts';
import { destination, sector } from './geo.ts';
import { fieldsOf } from './place.ts';

/** "Near" a town in news is a walk or a short drive. */
const NEAR_KM = 10;
/** The land that belongs to a town in everyday speech. */
const SURROUNDINGS_KM = 25;
/** How far along a bearing the middle of a part lies, as a share of the whole's radius. */
const PART_OFFSET = 0.5;

/** "X countryside", "rural X", "the outskirts of X": land around X, never X itself. */
export function surroundings(site: Site): Place | null {
  const { words, to, vocabulary } = site;
  const after = words[to];
  const gap = after ? after.start - site.named[site.at]!.end : 99;
  const follows = after !== undefined && gap <= 2 && vocabulary.surroundings.has(after.fold);
  const i = skipFillers(site);
  const leads = i >= 0 && vocabulary.surroundings.has(words[i]!.fold);
  if (!follows && !leads) return null;
  const behind = directionBehind(site);
  let end = behind?.end ?? (follows ? after.end : site.named[site.at]!.end);
  let first = leads ? i : site.from;
  const own = behind ? null : ownDivision(site, leads ? words[i]!.start : null, end);
  if (own) return own;
  const d = skipFillers(site, first - 1);
  const before = d >= 0 ? vocabulary.directions.get(words[d]!.fold) : undefined;
  if (before !== undefined) first = d;
  if (before !== undefined && follows) end = after.end;
  return made(site, first, end, 'countryside', before ?? behind?.bearing, SURROUNDINGS_KM);
}

/** The direction that Arabic puts behind the name, as an adjective of its countryside: "ريف حلب الشمالي". */
function directionBehind({
  text,
  named,
  at,
  words,
  to,
  vocabulary,
}: Site): { end: number; bearing: number } | null {
  const word = words[to];
  const name = named[at]!;
  if (!word || word.start - name.end !== 1 || !/^\p{Script=Arabic}/u.test(text.slice(word.start, word.end)))
    return null;
  const bearing = vocabulary.directions.get(word.fold);
  return bearing === undefined ? null : { end: word.end, bearing };
}

/** "X countryside" where it is the name of a division of its own, as of the land around Damascus. */
function ownDivision({ text, named, at, gazetteer }: Site, from: number | null, end: number): Place | null {
  const start = from ?? named[at]!.start;
  const span = { start, end, text: text.slice(start, end) };
  const entry = gazetteer.lookup(span.text).find((c) => c.entry.class === 'admin1')?.entry;
  if (!entry) return null;
  return { ...fieldsOf(entry), ...span, role: 'mentioned', rule: 'admin1', reason: 'the name of a division' };
}

/** "near X", "in the vicinity of X". */
export function near(site: Site): Place | null {
  const i = skipFillers(site);
  if (i < 0 || !site.vocabulary.near.has(site.words[i]!.fold)) return null;
  return made(site, i, site.named[site.at]!.end, 'near', undefined, NEAR_KM);
}

/** "southern Idlib", "the eastern part of Raqqa", "east of Tell Tamr": a sector. */
export function part(site: Site): Place | null {
  const { words, vocabulary } = site;
  let i = skipFillers(site);
  if (tellsWhich(site, i)) return null;
  // "the eastern part of": one noun may stand between direction and name.
  if (i > 0 && !vocabulary.directions.has(words[i]!.fold) && site.from - i > 1) i--;
  const bearing = i >= 0 ? vocabulary.directions.get(words[i]!.fold) : undefined;
  if (bearing === undefined || words[i]!.sentence !== words[site.from]?.sentence) return null;
  const { entry } = site.named[site.at]!.chosen!;
  const whole = i === site.from - 1 ? divisionNamed(site) : entry;
  const radius = whole.class === 'city' ? Math.max(NEAR_KM, whole.radiusKm) : whole.radiusKm;
  return made(site, i, site.named[site.at]!.end, 'part', bearing, radius, whole);
}

/** The division that a town is the seat of, where it bears the same name: "southern Idlib" is not the south of the city. */
function divisionNamed({ named, at }: Site): GazetteerEntry {
  const { chosen, candidates, forced } = named[at]!;
  const town = chosen!.entry;
  if (town.class !== 'city' || forced === 'city') return town;
  const division = candidates.find(
    ({ entry }) => entry.class === 'admin1' && entry.country === town.country && entry.admin1 === town.admin1,
  );
  return division?.entry.lat != null ? division.entry : town;
}

/**
 * "the northern province of X", "its eastern Syrian town of X": the direction tells where X lies, not which part of it is
 * meant. `last` is the last word before the name that is no filler.
 */
function tellsWhich({ words, vocabulary, from }: Site, last: number): boolean {
  let head = last + 1;
  while (head < from && !vocabulary.heads.has(words[head]!.fold)) head++;
  const of = words[head + 1];
  return (
    head < from && of !== undefined && head + 1 < from && head - last <= 1 && vocabulary.naming.has(of.fold)
  );
}

function made(
  site: Site,
  first: number,
  end: number,
  rule: string,
  bearing: number | undefined,
  km: number,
  entry: GazetteerEntry = site.named[site.at]!.chosen!.entry,
): Place {
  const { text, words } = site;
  const start = Math.min(words[first]!.start, site.named[site.at]!.start);
  const centre = { lat: entry.lat!, lon: entry.lon! };
  const town = entry.class === 'city' || entry.class === 'feature';
  return {
    ...fieldsOf(entry),
    start,
    end,
    text: text.slice(start, end),
    ...(bearing === undefined ? centre : destination(centre, bearing, km * PART_OFFSET)),
    shape: bearing === undefined ? null : sector(centre, bearing, km),
    geonameId: null,
    ucdpPrecision:
      rule === 'near' && town ? 2 : entry.class === 'country' ? 6 : rule === 'countryside' ? 3 : town ? 2 : 4,
    acledPrecision: town && rule !== 'countryside' ? 2 : 3,
    radiusKm: Math.round(km),
    role: 'mentioned',
    rule,
    reason:
      bearing === undefined
        ? `within about ${km} km of ${entry.name}`
        : `a sector of 90 degrees of ${entry.name}, ${Math.round(km)} km deep`,
  };
}
