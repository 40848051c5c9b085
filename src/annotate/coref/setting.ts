import type { Parse, Word } from '../../doc/index.ts';
import type { CoreferenceWords } from '../../lexicon/coreference.ts';
import type { Markable } from './markables.ts';
import type { Setting } from './pronouns.ts';

interface Given {
  readonly text: string;
  readonly words: readonly Word[];
  readonly parses: readonly Parse[];
}

/** Relations of subjects in UD. */
const SUBJECTS = new Set(['nsubj', 'nsubj:pass', 'nsubj:outer']);
const QUOTES = new Set(['"', '“', '”', '``', "''", '«', '»', '„']);

/** Roles and quotation marks of a text, worked out once. */
export function settingOf({ words, parses }: Given, lexis: CoreferenceWords): Setting {
  const relation: (string | null)[] = new Array<string | null>(words.length).fill(null);
  for (const { first, relations } of parses)
    relations.forEach((name, i) => {
      relation[first + i] = name;
    });
  const inside = quotedWords(words);
  return {
    words,
    lexis,
    isSubject: (markable) => {
      const parsed = relation[markable.head];
      return parsed ? SUBJECTS.has(parsed) : beforeVerb(words, markable);
    },
    quoted: (markable) => inside[markable.first] === 1,
  };
}

/** Words between quotation marks, counted afresh in each paragraph-like run: a mark toggles. */
function quotedWords(words: readonly Word[]): Uint8Array {
  const inside = new Uint8Array(words.length);
  let open = false;
  words.forEach((word, i) => {
    if (QUOTES.has(word.form)) open = !open;
    else if (open) inside[i] = 1;
  });
  return inside;
}

/** Without a parse: whether the next word that is no adverb is a verb. */
function beforeVerb(words: readonly Word[], { last, sentence }: Markable): boolean {
  for (let i = last; i < words.length && words[i]!.sentence === sentence; i++) {
    const { upos } = words[i]!;
    if (upos === 'VERB' || upos === 'AUX') return true;
    if (upos !== 'ADV' && upos !== 'PART') return false;
  }
  return false;
}
