/** What is known of one sentence that was given as words: an array per field, one entry a word. */
export interface Analysis {
  /** UD tags; `null` where the language has no tagger. */
  readonly upos: readonly (string | null)[];
  readonly xpos: readonly (string | null)[];
  readonly lemmas: readonly (string | null)[];
  /** UD features, "" for none or unknown. */
  readonly feats: readonly string[];
  /** Index of each word's head, −1 for the root; `null` without a parser or for a sentence too long to parse. */
  readonly heads: readonly number[] | null;
  readonly relations: readonly string[] | null;
}

/** A name of the statistical recogniser: words `[first, last)` of a sentence. */
export interface NamedSpan {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly type: 'PER' | 'ORG' | 'LOC';
}

/** The models of a language applied to a document that somebody has cut into sentences and words already. */
export interface WordModels {
  analyse(words: readonly string[]): Analysis;
  /** Names of a whole document: what one sentence shows helps the next. */
  names(sentences: readonly (readonly string[])[]): readonly NamedSpan[];
}
