import type { Place } from '../../doc/index.ts';
import type { Gazetteer, PlaceWords } from '../../lexicon/index.ts';
import { between } from './between.ts';
import { borders } from './border.ts';
import type { Word } from './gather.ts';
import type { Named } from './named.ts';
import { offset } from './offset.ts';
import { near, part, surroundings } from './parts.ts';
import { zone } from './zone.ts';

/** Where a rule looks: one name, the words around it, and what the words mean. */
export interface Site {
  readonly text: string;
  readonly named: readonly Named[];
  readonly at: number;
  readonly words: readonly Word[];
  /** Index of the first word at or after the name's start, and of the first at or after its end. */
  readonly from: number;
  readonly to: number;
  readonly vocabulary: PlaceWords;
  readonly gazetteer: Gazetteer;
}

/** One family of descriptions: a place with a wider span than the name's, or `null`. */
export type Family = (site: Site) => Place | null;

/** In order of how much they say: a distance more than a neighbourhood, a pair more than one name. */
const FAMILIES: readonly Family[] = [between, offset, zone, surroundings, near, part];

/** Descriptions built around resolved names; at most one for each name. */
export function relativePlaces(
  text: string,
  named: readonly Named[],
  words: readonly Word[],
  vocabulary: PlaceWords,
  gazetteer: Gazetteer,
): Place[] {
  const places = borders(text, words, vocabulary, gazetteer);
  let from = 0;
  named.forEach((name, at) => {
    while (from < words.length && words[from]!.start < name.start) from++;
    let to = from;
    while (to < words.length && words[to]!.start < name.end) to++;
    if (!name.chosen || name.chosen.entry.lat === null || name.role === 'name-part') return;
    const site: Site = { text, named, at, words, from, to, vocabulary, gazetteer };
    for (const family of FAMILIES) {
      const place = family(site);
      if (!place) continue;
      places.push(place);
      break;
    }
  });
  return places;
}

/** The index of the last word before `index` that is no filler ("the", "of", "town"), at most four words back. */
export function skipFillers({ words, vocabulary, from }: Site, index: number = from - 1): number {
  let i = index;
  for (let n = 0; n < 4 && i >= 0; n++, i--) {
    const w = words[i]!;
    if (w.sentence !== words[from]?.sentence) return -1;
    if (!vocabulary.of.has(w.fold) && !vocabulary.heads.has(w.fold)) return i;
  }
  return i;
}
