import { z } from 'zod';
import { foldWord } from '../../lib/name-key.ts';
import { folderOf } from '../optional.ts';
import { type LexiconSource, table } from '../source.ts';

const list = z.array(z.string().min(1)).min(1);

/** The shape of `data/<lang>/places.yaml`. */
export const PlaceWordsFile = z.object({
  /** Words that introduce a place. */
  prepositions: list,
  /** Names that are more often a common word, a person, a firm: a place only beside other evidence. */
  ambiguous: list,
  /** Titles before a person's name. */
  titles: list,
  /** First names of persons. */
  firstNames: list,
  /** Words after a name that make it an organisation, a firm, a person: no place. */
  otherHeads: list,
  /** Type words after or before a name, and the class they force. */
  heads: z.record(z.string(), z.enum(['admin1', 'admin2', 'city', 'feature', 'country'])),
  /** Words beside which a name may be that of an operation: "Operation Silver Gate". */
  operations: list,
  /** Facility heads: [word, feature type]. */
  facilities: z.record(z.string(), z.string()),
  /** Words for the land around a town. */
  surroundings: list,
  /** Compass words and their bearing in degrees. */
  directions: z.record(z.string(), z.number().min(0).max(359)),
  /** Units of length in kilometres. */
  lengths: z.record(z.string(), z.number().positive()),
  near: list,
  between: list,
  and: list,
  within: list,
  of: list,
  /** Words between a kind of place and its name: "the town of X". */
  naming: list.optional(),
  /** Words between a place and what holds it: "X in Y". */
  inside: list.optional(),
  /** Words that point back to a place told before: "the area". */
  anaphors: list.optional(),
  /** Nouns for a tract about a place by its width: "the 55-km zone around X". */
  zones: list.optional(),
  /** Words for a line between two countries: "the border with X". */
  borders: list.optional(),
  /** Verbs of saying that make a capital or a country a speaker. */
  speaks: list,
  /** Proclitics written to the next word. */
  proclitics: z.array(z.string()),
});

type Raw = z.infer<typeof PlaceWordsFile>;

/** Words that show and shape places in one language, folded. */
export interface PlaceWords {
  readonly prepositions: ReadonlySet<string>;
  readonly ambiguous: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  readonly firstNames: ReadonlySet<string>;
  readonly otherHeads: ReadonlySet<string>;
  readonly heads: ReadonlyMap<string, 'admin1' | 'admin2' | 'city' | 'feature' | 'country'>;
  readonly operations: ReadonlySet<string>;
  readonly facilities: ReadonlyMap<string, string>;
  readonly surroundings: ReadonlySet<string>;
  readonly directions: ReadonlyMap<string, number>;
  readonly lengths: ReadonlyMap<string, number>;
  readonly near: ReadonlySet<string>;
  readonly between: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly within: ReadonlySet<string>;
  readonly of: ReadonlySet<string>;
  readonly naming: ReadonlySet<string>;
  readonly inside: ReadonlySet<string>;
  readonly anaphors: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
  readonly borders: ReadonlySet<string>;
  readonly speaks: ReadonlySet<string>;
  readonly proclitics: readonly string[];
}

/** Gives the place words of a language; those of English for `null`, none for a language that `data/` holds none of. */
export type PlaceLanguages = (language: string | null) => PlaceWords;

const FALL_BACK = 'en';

/** Makes the loader of place words; a language is made once and kept. */
export function loadPlaceWords(source: LexiconSource): PlaceLanguages {
  const made = new Map<string, PlaceWords>();
  const neutral = fold({});
  return (language) => {
    const code = language === null ? FALL_BACK : folderOf(language);
    if (!Object.hasOwn(source.json, `${code}/places`)) return neutral;
    const words = made.get(code) ?? fold(table<Raw>(source, `${code}/places`));
    made.set(code, words);
    return words;
  };
}

const set = (words: readonly string[] = []): Set<string> => new Set(words.map(foldWord));
const map = <T>(words: Readonly<Record<string, T>> = {}): Map<string, T> =>
  new Map(Object.entries(words).map(([word, value]) => [foldWord(word), value]));

function fold(raw: Partial<Raw>): PlaceWords {
  return {
    prepositions: set(raw.prepositions),
    ambiguous: new Set((raw.ambiguous ?? []).map((w) => w.split(/\s+/).map(foldWord).join(''))),
    titles: set(raw.titles),
    firstNames: set(raw.firstNames),
    otherHeads: set(raw.otherHeads),
    heads: map(raw.heads),
    operations: set(raw.operations),
    facilities: map(raw.facilities),
    surroundings: set(raw.surroundings),
    directions: map(raw.directions),
    lengths: map(raw.lengths),
    near: set(raw.near),
    between: set(raw.between),
    and: set(raw.and),
    within: set(raw.within),
    of: set(raw.of),
    naming: set(raw.naming),
    inside: set(raw.inside),
    anaphors: new Set((raw.anaphors ?? []).map((phrase) => phrase.split(' ').map(foldWord).join(' '))),
    zones: set(raw.zones),
    borders: set(raw.borders),
    speaks: set(raw.speaks),
    proclitics: raw.proclitics ?? [],
  };
}
