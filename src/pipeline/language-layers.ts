import type {
  AnnotatedRow,
  ChainOut,
  ClauseOut,
  LanguageLayer,
  Layers,
  ParseOut,
  WordOut,
} from '../doc/index.ts';

type LanguageOut = Pick<AnnotatedRow, LanguageLayer>;

/** The layers of the language that a row asked for, as they leave `annotate`. */
export function languageLayers(layers: Layers, asked: readonly LanguageLayer[]): LanguageOut {
  return Object.fromEntries(asked.map((name) => [name, OUT[name](layers)]));
}

const OUT: { readonly [L in LanguageLayer]: (layers: Layers) => NonNullable<LanguageOut[L]> } = {
  words: ({ words }) => words.map(({ token: _token, ...word }): WordOut => word),
  parses: ({ parses }) =>
    parses.map(({ sentence, first, heads, relations }): ParseOut => {
      const inRow = heads.map((head) => (head < 0 ? head : head + first));
      return { sentence, first, heads: inRow, relations };
    }),
  clauses: ({ clauses }) => clauses.map((clause): ClauseOut => clause),
  chains: ({ chains }) =>
    chains.map(({ name, links }): ChainOut => ({ name, links: links.map(({ by: _rule, ...link }) => link) })),
};
