/** Whether a place is found under a spelling that its entry does not have. */
import { type Share, share } from './core/figures.ts';

/** A spelling drawn from a place, with what a look-up answered when the place lacked it. */
export interface SpellingAnswer {
  readonly spelling: string;
  /** The place it was taken from. */
  readonly place: string;
  /** Name of the place answered, or `null` for none. */
  readonly answer: string | null;
  readonly right: boolean;
}

/** Right and wrong answers over all spellings; no answer is neither. */
export interface SpellingScore {
  readonly right: Share;
  readonly wrong: Share;
  readonly none: Share;
  /** "spelling (place) ≠ answer". */
  readonly faults: readonly string[];
}

/** Counts answers. */
export function scoreSpellings(answers: readonly SpellingAnswer[]): SpellingScore {
  const n = answers.length;
  const wrong = answers.filter((a) => !a.right && a.answer !== null);
  const none = answers.filter((a) => a.answer === null);
  return {
    right: share(n - wrong.length - none.length, n),
    wrong: share(wrong.length, n),
    none: share(none.length, n),
    faults: [...wrong, ...none].map((a) => `${a.spelling} (${a.place}) ≠ ${a.answer ?? 'none'}`),
  };
}

/** What a draw needs to know of a place. */
export interface SpelledPlace {
  readonly name: string;
  readonly others: readonly string[];
}

/** A spelling drawn, and the place as it stands without it. */
export interface Drawn<T> {
  readonly place: T;
  readonly spelling: string;
  readonly rest: readonly string[];
}

/**
 * Draws spellings by a fixed seed, at most one of each place. Identical spellings are left out: those that differ from
 * another name of their place in case, marks, apostrophes, hyphens or an article in Arabic letters alone, as `key` tells.
 */
export function drawSpellings<T extends SpelledPlace>(
  places: readonly T[],
  count: number,
  key: (name: string) => string,
  seed: number,
): readonly Drawn<T>[] {
  const random = generator(seed);
  const drawn = places.flatMap((place): Drawn<T>[] => {
    const free = place.others.filter((s) => isFree(s, place, key));
    const spelling = free[Math.floor(random() * free.length)];
    if (spelling === undefined) return [];
    return [{ place, spelling, rest: place.others.filter((s) => s !== spelling) }];
  });
  return shuffled(drawn, random).slice(0, count);
}

function isFree(spelling: string, place: SpelledPlace, key: (name: string) => string): boolean {
  const others = [place.name, ...place.others].filter((s) => s !== spelling);
  return spelling !== place.name && key(spelling) !== '' && others.every((s) => key(s) !== key(spelling));
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const out = [...list];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j]!, out[i]!];
  }
  return out;
}

/** Numbers in [0, 1) by a seed (mulberry32, T. Ettinger 2017, public domain). */
function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
