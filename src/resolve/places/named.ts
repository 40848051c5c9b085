import type { PlaceRole, Span } from '../../doc/index.ts';
import type { GazetteerEntry } from '../../lexicon/index.ts';

/** A place name of the text with what it may stand for, on its way to one choice. */
export interface Named extends Span {
  readonly text: string;
  readonly key: string;
  readonly candidates: readonly Option[];
  /** Index of the name right after its comma that may hold it ("Marlow, Ohio"), or -1. */
  container: number;
  role: PlaceRole;
  /** The class a type word beside it forces, or `null`. */
  readonly forced: 'country' | 'admin1' | 'admin2' | 'city' | 'feature' | null;
  /** The point is that of a place the feature is named after, not its own. */
  readonly borrowed: boolean;
  /** The name with its head noun, by which a borrowed place is told from the one it is named after. */
  readonly label: string;
  /** Whether its head noun makes it a hospital, a shelter or a camp. */
  readonly sensitive: boolean;
  chosen: Option | null;
  reason: string;
}

/** A candidate with its score so far; higher is better. */
export interface Option {
  readonly entry: GazetteerEntry;
  readonly alternate: boolean;
}
