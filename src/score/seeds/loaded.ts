import { macroF1, prf } from '../core/figures.ts';
import type { SeedsGold } from './gold.ts';
import type { System } from './locate.ts';
import { pairMentions } from './pair.ts';

/** The gold's wording of who uses a word, as one of the three users of the contract. */
export function loadedUser(user: string): 'quoted' | 'indirect' | 'narrator' {
  if (user.startsWith('quoted')) return 'quoted';
  return user.includes('indirect') ? 'indirect' : 'narrator';
}

/** Loaded words inside gold articles, and whose words they are; `null` when the system gave no such layer. */
export function scoreLoaded(gold: SeedsGold, system: System) {
  if (!system.loaded) return null;
  const articles = Object.values(gold.segments.articles);
  const given = system.loaded.filter((word) =>
    articles.some((a) => a.file === word.file && a.start <= word.start && word.end <= a.end),
  );
  const pairs = pairMentions(gold.loaded, given);
  const users = macroF1(pairs.map(([wanted, word]) => [loadedUser(wanted.user), word.user ?? null]));
  return {
    all: prf(pairs.length, given.length, gold.loaded.length),
    userRight: users.accuracy,
    users: users.per,
  };
}
