import type { Place } from '../../doc/index.ts';
import { foldWord } from '../../lexicon/gazetteer/index.ts';
import type { Site } from './families.ts';
import type { Word } from './gather.ts';
import { distanceKm, midpoint, type Point } from './geo.ts';
import { type Course, clip } from './line.ts';
import { fieldsOf } from './place.ts';

/** Beyond this the middle of two towns says no more than their region. */
const REGION_KM = 100;
/** Words that may stand between the two names: "and", "and the town of". */
const MAX_BETWEEN = 4;

/**
 * "between A and B", "the A-B road": the middle of the two, the line between them, half their distance as radius. A road or
 * a river named before them lends its course.
 */
export function between(site: Site): Place | null {
  const { named, at, words, from, text } = site;
  const a = named[at]!;
  const b = named[at + 1];
  if (!b?.chosen || b.chosen.entry.lat === null) return null;
  const road = roadAfter(site, b.end);
  const i = road ? from : leadOf(site, b.start);
  if (i === null) return null;
  const p = { lat: a.chosen!.entry.lat!, lon: a.chosen!.entry.lon! };
  const q = { lat: b.chosen.entry.lat, lon: b.chosen.entry.lon! };
  const km = distanceKm(p, q);
  const start = words[i]!.start;
  const end = road?.end ?? b.end;
  const course = road ? null : lineBefore(site, words[i]!.start);
  const { line, middle } = (course && clip(course, p, q)) ?? straight(p, q);
  return {
    ...fieldsOf(a.chosen!.entry),
    start,
    end,
    text: text.slice(start, end),
    name: road
      ? `${a.chosen!.entry.name}-${b.chosen.entry.name} ${text.slice(road.start, road.end)}`
      : `between ${a.chosen!.entry.name} and ${b.chosen.entry.name}`,
    ...middle,
    shape: { type: 'LineString', coordinates: line },
    admin1: a.chosen!.entry.admin1 === b.chosen.entry.admin1 ? a.chosen!.entry.admin1 : null,
    admin2: null,
    geonameId: null,
    ucdpPrecision: km > REGION_KM ? 5 : 2,
    acledPrecision: km > REGION_KM ? 3 : 2,
    radiusKm: Math.round(km / 2),
    role: 'mentioned',
    rule: road ? 'road-between' : course ? 'line-between' : 'between',
    reason: `the middle of two places ${Math.round(km)} km apart`,
  };
}

function straight(p: Point, q: Point): { line: Course; middle: Point } {
  return {
    line: [
      [p.lon, p.lat],
      [q.lon, q.lat],
    ],
    middle: midpoint(p, q),
  };
}

/** Index of the word "between" that leads to two names joined by "and", or `null`. */
function leadOf(site: Site, end: number): number | null {
  const { words, from, vocabulary } = site;
  if (!joins(site, end)) return null;
  let i = from - 1;
  for (let n = 0; n < MAX_BETWEEN && i >= 0 && !vocabulary.between.has(words[i]!.fold); n++) i--;
  if (i < 0 || !vocabulary.between.has(words[i]!.fold)) return null;
  return words[i]!.sentence === words[from]?.sentence ? i : null;
}

/** The word for a road right behind two names that a dash joins: "the A-B road". */
function roadAfter({ text, named, at, words, to, vocabulary }: Site, end: number): Word | null {
  const gap = text.slice(named[at]!.end, named[at + 1]!.start);
  if (!/^\s?[-‐–—]\s?$/u.test(gap)) return null;
  let i = to;
  while (i < words.length && words[i]!.start < end) i++;
  const head = words[i];
  return head && head.start - end <= 1 && vocabulary.facilities.get(head.fold) === 'highway' ? head : null;
}

/** Words between a road or a river and "between". */
const LINE_GAP = 3;

/** The course of the road or river named right before the words "between A and B". */
function lineBefore({ named, at, words }: Site, start: number): Course | null {
  const before = named[at - 1];
  const course = before?.chosen?.entry.line ?? null;
  if (!before || !course || before.end > start) return null;
  return words.filter((w) => w.start >= before.end && w.start < start).length <= LINE_GAP ? course : null;
}

/** Only "and" and fillers stand between the two names; Arabic writes "and" to the second. */
function joins({ text, named, at, words, to, vocabulary }: Site, end: number): boolean {
  let and = vocabulary.and.has(foldWord(text.slice(named[at]!.end, end).trim()));
  for (let i = to; i < words.length && words[i]!.end <= end; i++) {
    const { fold } = words[i]!;
    if (vocabulary.and.has(fold)) and = true;
    else if (!vocabulary.of.has(fold) && !vocabulary.heads.has(fold)) return false;
  }
  return and;
}
