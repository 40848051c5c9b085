import { type Hashes, hashesOf, type Pieces } from './pieces.ts';

/** Other spellings of one word, looked up by the hashes of the folded word. */
export interface SameWords {
  /** The word meant, or `null` when this one stands for itself. */
  get(a: number, b: number): SameWord | null;
}
interface SameWord extends Hashes {
  readonly key: string;
}

/** Makes `SameWords` of folded words ("ash" → "al"); `null` when there are none. */
export function sameWords(same: ReadonlyMap<string, string>): SameWords | null {
  if (same.size === 0) return null;
  const byHash = new Map<number, SameWord & { readonly check: number }>();
  for (const [word, key] of same) {
    const { a, b } = hashesOf(word);
    byHash.set(a, { key, ...hashesOf(key), check: b });
  }
  return {
    get(a, b) {
      const found = byHash.get(a);
      return found?.check === b ? found : null;
    },
  };
}

/** Gives words that are spelled in several ways the hashes of one spelling. */
export function replaceSame(pieces: Pieces, same: SameWords): void {
  for (let i = 0; i < pieces.count; i++) {
    const other = same.get(pieces.a[i]!, pieces.b[i]!);
    if (!other) continue;
    pieces.a[i] = other.a;
    pieces.b[i] = other.b;
    pieces.first[i] = other.key === '' ? 0 : other.key.charCodeAt(0);
  }
}
