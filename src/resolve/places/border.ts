import type { Place } from '../../doc/index.ts';
import { nameKey } from '../../lexicon/gazetteer/index.ts';
import type { Gazetteer, GazetteerEntry, PlaceWords } from '../../lexicon/index.ts';
import type { Word } from './gather.ts';
import { UNPLACED } from './place.ts';

/** Words from the word for a border to a country it is told with: "border between X and Y", "X's western border with Y". */
const REACH = 5;

/**
 * "the X-Y border", "the border with Y", "the Turkish frontier": a line between countries. No course of it is known, so that
 * it has a name and no point: the middle of a border is nowhere in particular.
 */
export function borders(
  text: string,
  words: readonly Word[],
  vocabulary: PlaceWords,
  gazetteer: Gazetteer,
): Place[] {
  return words.flatMap((word, i) => {
    if (!vocabulary.borders.has(word.fold)) return [];
    const found = sides(words, i, gazetteer);
    return found === null ? [] : [borderOf(text, word, found)];
  });
}

interface Sides {
  readonly countries: readonly GazetteerEntry[];
  readonly start: number;
  readonly end: number;
}

function sides(words: readonly Word[], at: number, gazetteer: Gazetteer): Sides | null {
  const countries = new Map<string, GazetteerEntry>();
  let { start, end } = words[at]!;
  for (let i = Math.max(0, at - REACH); i <= Math.min(words.length - 1, at + REACH); i++) {
    if (words[i]!.sentence !== words[at]!.sentence) continue;
    for (const country of countriesIn(words[i]!.fold, gazetteer)) {
      countries.set(country.country!, country);
      start = Math.min(start, words[i]!.start);
      end = Math.max(end, words[i]!.end);
    }
  }
  return countries.size === 0 || countries.size > 2
    ? null
    : { countries: [...countries.values()], start, end };
}

/** The countries a word or its hyphened parts name or make an adjective of. */
function countriesIn(fold: string, gazetteer: Gazetteer): GazetteerEntry[] {
  return [fold, ...(fold.includes('-') ? fold.split('-') : [])].flatMap((part) => {
    const key = nameKey(part);
    if (key.length < MIN_KEY) return [];
    const country =
      gazetteer.demonym(key) ?? gazetteer.find(key).find((c) => c.entry.class === 'country')?.entry;
    return country?.country ? [country] : [];
  });
}

/** Shorter words name a country only in capitals, which folded words no longer show. */
const MIN_KEY = 4;

function borderOf(text: string, word: Word, { countries, start, end }: Sides): Place {
  const names = countries.map((c) => c.name);
  const only = countries.length === 1 ? countries[0]! : null;
  const span = { start: Math.min(start, word.start), end: Math.max(end, word.end) };
  return {
    ...UNPLACED,
    ...span,
    text: text.slice(span.start, span.end),
    name: only ? `border of ${only.name}` : `border of ${names.join(' and ')}`,
    country: only?.country ?? null,
    ucdpPrecision: 5,
    acledPrecision: 3,
    role: 'mentioned',
    rule: 'border',
    reason: 'a line whose course no source of ours gives: no point stands for it',
  };
}
