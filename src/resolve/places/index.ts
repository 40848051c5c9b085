import type { ArticleInput, Mention, Place, Sentence, Word as Tagged, Token } from '../../doc/index.ts';
import { foldWord } from '../../lexicon/gazetteer/index.ts';
import type { Lexicon, PlaceWords } from '../../lexicon/index.ts';
import { chooseAll } from './choose.ts';
import { relativePlaces } from './families.ts';
import { gather, type Word } from './gather.ts';
import { fieldsOf, placeOf } from './place.ts';
import { assignRoles, type Demonym, findDemonyms } from './roles.ts';

/**
 * Places of one article: every place mention with its point, its precision and its role, or `null` with a reason;
 * demonyms; and descriptions that need a rule ("between A and B", "30 km north of X"), which get a shape or a radius.
 * Sorted by start.
 */
export function resolvePlaces(
  input: ArticleInput,
  layers: {
    readonly sentences: readonly Sentence[];
    readonly tokens: readonly Token[];
    readonly words: readonly Tagged[];
    readonly mentions: readonly Mention[];
  },
  lexicon: Lexicon,
): Place[] {
  const words = wordsOf(input.text, layers.tokens, lexicon.places(input.language));
  const named = gather(input, layers, words, lexicon);
  const demonyms = findDemonyms(input.text, words, named, lexicon);
  chooseAll(
    named,
    demonyms.map((d) => d.entry),
    lexicon,
  );
  assignRoles(named, input, words, layers.words, lexicon);
  const relative = relativePlaces(
    input.text,
    named,
    words,
    lexicon.places(input.language),
    lexicon.gazetteer,
  );
  return [...named.map(placeOf), ...demonyms.map((d) => demonymPlace(input.text, d)), ...relative].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
}

function wordsOf(text: string, tokens: readonly Token[], vocabulary: PlaceWords): Word[] {
  return tokens
    .filter((t) => t.kind !== 'punctuation')
    .map(({ start, end, sentence }) => {
      const fold = foldWord(text.slice(start, end));
      return { start, end, fold: withoutProclitics(fold, vocabulary), sentence };
    });
}

/** A word that shapes places without what is written to it: "وريف" is read as "ريف". Other words stay whole. */
function withoutProclitics(fold: string, vocabulary: PlaceWords): string {
  const { proclitics, surroundings, near, between, within, directions, heads, borders } = vocabulary;
  const shapes = [surroundings, near, between, within, directions, heads, borders];
  const known = (word: string): boolean => shapes.some((set) => set.has(word));
  if (proclitics.length === 0 || known(fold)) return fold;
  for (const proclitic of proclitics) {
    const rest = fold.slice(proclitic.length);
    if (fold.startsWith(proclitic) && known(rest)) return rest;
  }
  return fold;
}

function demonymPlace(text: string, { start, end, entry }: Demonym): Place {
  return {
    start,
    end,
    text: text.slice(start, end),
    ...fieldsOf(entry),
    role: 'demonym',
    rule: 'demonym',
    reason: `a word for the people of ${entry.name}`,
  };
}
