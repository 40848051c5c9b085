import { hashString } from '../../lib/feature-hash.ts';
import type { RowTable } from '../../lib/model-rows.ts';
import type { WordClass } from './features.ts';

/** Columns of the table "lexicon" of a clitics model: counts of a form by tag class, and lists it stands in. */
export const COLUMNS = { noun: 0, verb: 1, name: 2, other: 3, list: 4, place: 5 } as const;

/** Column of a word by its tag. */
export function columnOf(upos: string): number {
  if (upos === 'NOUN' || upos === 'ADJ') return COLUMNS.noun;
  if (upos === 'VERB' || upos === 'AUX') return COLUMNS.verb;
  return upos === 'PROPN' ? COLUMNS.name : COLUMNS.other;
}

/** Counts told apart: none, one, more. */
const STEPS = 3;
const COUNTED = 4;

/** The class of a form from its counts by column: a number that is 0 only for a form never seen. */
export function classOf(counts: ArrayLike<number>): number {
  let all = 0;
  for (let c = COUNTED - 1; c >= 0; c--) all = all * STEPS + Math.min(STEPS - 1, counts[c] ?? 0);
  return all * 4 + Math.min(1, counts[COLUMNS.list] ?? 0) * 2 + Math.min(1, counts[COLUMNS.place] ?? 0);
}

/** Classes kept in memory; a text of ever new words starts it afresh. */
const MOST_KNOWN = 60_000;

/** Looks classes up in a model's table. */
export function wordClasses(table: RowTable): WordClass {
  const counts = new Int32Array(COUNTED + 2);
  const seen = new Map<string, number>();
  return (key) => {
    if (key === '') return 0;
    const before = seen.get(key);
    if (before !== undefined) return before;
    counts.fill(0);
    table.row(hashString(key), (column, value) => {
      counts[column] = value;
    });
    if (seen.size >= MOST_KNOWN) seen.clear();
    const found = classOf(counts);
    seen.set(key, found);
    return found;
  };
}
