import { type LexiconSource, readLexiconSource } from './source.ts';

export { type LexiconSource, readLexiconSource } from './source.ts';

/** All that the stages know of words, names and codes. Made once per thread from one shared source. */
export interface Lexicon {
  readonly source: LexiconSource;
}

/** Makes the lexicon of a thread from tables read before. Pure: opens no file. */
export function lexiconFrom(source: LexiconSource): Lexicon {
  return { source };
}

/** Reads the compiled tables and makes the lexicon. */
export function loadLexicon(): Lexicon {
  return lexiconFrom(readLexiconSource());
}
