import type { WordModels } from '../doc/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { tagWords } from './analyse.ts';
import { languagePacks } from './pack.ts';

/** The models of a language for words that are cut already, as treebanks and test sets give them. */
export function wordModels(lexicon: Lexicon, language: string): WordModels {
  const pack = languagePacks(lexicon)(lexicon.language(language));
  return {
    analyse(words) {
      const { forms, upos, xpos, lemmas, feats } = tagWords(words, pack);
      const tags = upos.map((tag) => tag ?? '');
      const tree = pack.tagger
        ? (pack.parser?.parse(
            forms,
            tags,
            xpos.map((tag) => tag ?? ''),
          ) ?? null)
        : null;
      return { upos, xpos, lemmas, feats, heads: tree?.heads ?? null, relations: tree?.relations ?? null };
    },
    names: (sentences) => pack.recogniser?.find(sentences.map((words) => pack.recase(words))) ?? [],
  };
}
