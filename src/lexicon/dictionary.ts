import type { Token } from '../doc/index.ts';
import { TableBuilder } from './dictionary/build.ts';
import { matcherOf } from './dictionary/match.ts';
import { PrefixTable } from './dictionary/table.ts';

export { foldWord } from '../lib/fold.ts';
export { keysOf, type Piece, piecesOf } from './dictionary/words.ts';

/** What is found: the characters covered and the values whose words they are. */
export interface Hit<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

/** A name in the dictionary. */
export interface DictionaryEntry<T> {
  readonly words: string;
  readonly value: T;
}

export interface DictionaryOptions<T> {
  /** Decides from the words as they stand whether a value's name is meant (case rules). Default: always. */
  readonly accepts?: (value: T, words: string) => boolean;
  /** Other spellings of one key, "ash" → "al". */
  readonly same?: ReadonlyMap<string, string>;
  /** Letters that may be written onto the front of an Arabic word ("و", "ب" …). */
  readonly clitics?: readonly (readonly string[])[];
}

export interface Dictionary<T> {
  /** Size of its table in memory, values not counted. */
  readonly bytes: number;
  /** Leftmost, longest, without overlaps; in text order. */
  match(text: string, tokens: readonly Token[]): readonly Hit<T>[];
}

/**
 * Makes a dictionary of names in memory. Entries with the same key are kept side by side, in order. Throws a StopError
 * on a name of more than 64 words.
 */
export function buildDictionary<T>(
  entries: Iterable<DictionaryEntry<T>>,
  options: DictionaryOptions<T> = {},
): Dictionary<T> {
  const { same = new Map(), clitics = [], accepts } = options;
  const { values, table } = tableOf(entries, same);
  const matcher = matcherOf(table, {
    same,
    clitics,
    ...(accepts && { accepts: (id: number, words: string) => accepts(values[id]!, words) }),
  });
  return {
    bytes: table.data.byteLength,
    match: (text, tokens) =>
      matcher(text, tokens).map(({ start, end, ids }) => ({
        start,
        end,
        values: ids.map((id) => values[id]!),
      })),
  };
}

function tableOf<T>(
  entries: Iterable<DictionaryEntry<T>>,
  same: ReadonlyMap<string, string>,
): { values: readonly T[]; table: PrefixTable } {
  const builder = new TableBuilder(same);
  const values: T[] = [];
  const ids = new Map<T, number>();
  for (const { words, value } of entries) {
    const id = ids.get(value) ?? values.push(value) - 1;
    ids.set(value, id);
    builder.add(words, id);
  }
  return { values, table: new PrefixTable(builder.finish()) };
}
