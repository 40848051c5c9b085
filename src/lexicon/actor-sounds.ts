import { skeletonKey, soundSimilarity } from '../lib/name-key.ts';
import { type ActorEntry, namesOf } from './actor-schema.ts';

/** Consonants (and the mark) of a name that is looked up by sound: no country narrows the search, so one more than a place's. */
const LEAST_KEY = 6;
/** Of one skeleton, a name must be this much like one that the register has; persons more, since many have one name. */
const LEAST_ALIKE = { body: 0.7, person: 0.85 } as const;
const ARABIC = /^\p{Script=Arabic}/u;

/** The id of the one entry that a name sounds like, or `null`. */
export type SoundsLike = (name: string) => string | null;

/**
 * Entries by the sound of their Arabic names: a Latin spelling that the register lacks ("Maghaweir al-Thowra") and the
 * Arabic name share their consonants. Names of one word have no such look-up. The table is made on the first call.
 */
export function actorSounds(entries: readonly ActorEntry[]): SoundsLike {
  let table: ReadonlyMap<string, ReadonlySet<ActorEntry>> | null = null;
  return (name) => {
    const key = keyOf(name);
    if (key === null) return null;
    table ??= tableOf(entries);
    const [only, ...more] = table.get(key) ?? [];
    if (!only || more.length > 0) return null;
    const least = LEAST_ALIKE[only.kind === 'person' ? 'person' : 'body'];
    return namesOf(only).some((n) => soundSimilarity(n.text, name) >= least) ? only.id : null;
  };
}

function tableOf(entries: readonly ActorEntry[]): ReadonlyMap<string, ReadonlySet<ActorEntry>> {
  const table = new Map<string, Set<ActorEntry>>();
  for (const entry of entries)
    for (const { text } of namesOf(entry)) {
      const key = ARABIC.test(text) ? keyOf(text) : null;
      if (key === null) continue;
      const known = table.get(key);
      if (known) known.add(entry);
      else table.set(key, new Set([entry]));
    }
  return table;
}

/** Longer names are sentences. */
const LONGEST = 80;

function keyOf(name: string): string | null {
  if (name.length > LONGEST || !/\S\s+\S/u.test(name)) return null;
  const key = skeletonKey(name);
  return key !== null && key.length >= LEAST_KEY ? key : null;
}
