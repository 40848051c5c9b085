import type { Place } from '../../doc/index.ts';
import type { Site } from './families.ts';
import { circle } from './geo.ts';
import { fieldsOf } from './place.ts';

/** Words between the width of a zone and the word for it ("50 kilometers kill zone"), and between that and the name. */
const TO_ZONE = 3;
const TO_NAME = 9;
/** Zones wider than this are no tract about one place. */
const MAX_KM = 500;

/** "the 55-kilometre zone around X": the circle, which is where the zone lies and not where something happened in it. */
export function zone(site: Site): Place | null {
  const { words, vocabulary, named, at, from, text } = site;
  const name = named[at]!;
  if (name.chosen!.entry.class === 'country') return null;
  const head = lastZone(site);
  if (head < 0) return null;
  const width = widthBefore(site, head);
  if (!width) return null;
  const { entry } = name.chosen!;
  const first = vocabulary.within.has(words[width.first - 2]?.fold ?? '') ? width.first - 2 : width.first;
  const start = words[first]!.start;
  if (words[first]!.sentence !== words[from]?.sentence) return null;
  const km = Math.round(width.km);
  return {
    ...fieldsOf(entry),
    start,
    end: name.end,
    text: text.slice(start, name.end),
    name: `${km}-km zone around ${entry.name}`,
    shape: circle({ lat: entry.lat!, lon: entry.lon! }, width.km),
    admin2: null,
    geonameId: null,
    ucdpPrecision: width.km > WIDE_KM ? 5 : 2,
    acledPrecision: 2,
    radiusKm: km,
    role: 'mentioned',
    rule: 'zone',
    reason: `a zone of ${km} km about ${entry.name}`,
  };
}

/** Beyond this a zone is a tract of its own rather than the surroundings of a place. */
const WIDE_KM = 30;

function lastZone({ words, vocabulary, from }: Site): number {
  for (let i = from - 1; i >= 0 && from - i <= TO_NAME; i--) {
    if (words[i]!.sentence !== words[from]?.sentence) return -1;
    if (vocabulary.zones.has(words[i]!.fold)) return i;
  }
  return -1;
}

function widthBefore({ words, vocabulary }: Site, head: number): { first: number; km: number } | null {
  for (let i = head - 1; i >= 0 && head - i <= TO_ZONE; i--) {
    const joined = /^(\d+(?:[.,]\d+)?)-?(\p{L}+)$/u.exec(words[i]!.fold);
    const unit = vocabulary.lengths.get(joined?.[2] ?? words[i]!.fold);
    if (unit === undefined) continue;
    const number = joined?.[1] ?? words[i - 1]?.fold ?? '';
    const km = Number(number.replace(',', '.')) * unit;
    return km > 0 && km <= MAX_KM ? { first: joined ? i : i - 1, km } : null;
  }
  return null;
}
