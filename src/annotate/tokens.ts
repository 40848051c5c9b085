import type { Sentence, Token } from '../doc/index.ts';
import type { Abbreviations } from '../lexicon/abbreviations.ts';

/**
 * One token at a time, first alternative that fits: address, dotted acronym, word or number with what joins inside it,
 * a run of the same mark, any other character. No alternative can be entered twice from one place, so it is linear.
 */
const TOKEN = new RegExp(
  [
    'https?://[^\\s<>"”»]*[^\\s<>"”».,;:!?)]',
    '(?:\\p{L}\\.){2,}(?:-[\\p{L}\\p{M}\\p{N}]+)*',
    "[@#]?[\\p{L}\\p{M}\\p{N}_]+(?:(?:[-‐‑'’&]|(?<=\\p{N})[.,:٫٬](?=\\p{N})|(?<=\\p{L})\\.(?=\\p{Ll}))[\\p{L}\\p{M}\\p{N}_]+)*",
    "\\.{2,}|-{2,}|''|``",
    '\\S',
  ].join('|'),
  'gu',
);
const NUMBER = /^\p{N}[\p{N}.,:٫٬]*$/u;
const WORD_START = /^[\p{L}\p{M}\p{N}@#_]/u;
/** The apostrophe forms that are tokens of their own in English (Universal Dependencies). */
const CLITIC = /(?:n['’]t|['’](?:s|ll|re|ve|d|m))$/iu;

/**
 * Splits sentences into words, numbers and punctuation. Hyphenated words, decimals, dotted acronyms and listed
 * abbreviations with their stop are one token; "’s" and "n’t" are tokens of their own (kind `word`).
 */
export function tokenize(text: string, sentences: readonly Sentence[], words: Abbreviations): Token[] {
  const tokens: Token[] = [];
  sentences.forEach((sentence, index) => {
    for (const match of text.slice(sentence.start, sentence.end).matchAll(TOKEN)) {
      const start = sentence.start + match.index;
      const last = tokens.at(-1);
      if (
        match[0] === '.' &&
        last?.end === start &&
        last.sentence === index &&
        takesStop(text, last, words, start + 1 < sentence.end)
      )
        tokens[tokens.length - 1] = { ...last, end: start + 1 };
      else pushWord(tokens, match[0], start, index);
    }
  });
  return tokens;
}

function pushWord(tokens: Token[], form: string, start: number, sentence: number): void {
  const end = start + form.length;
  const kind = kindOf(form);
  const clitic = kind === 'word' ? CLITIC.exec(form) : null;
  const cut = clitic ? start + clitic.index : start;
  if (cut > start) tokens.push({ start, end: cut, kind: kindOf(form.slice(0, cut - start)), sentence });
  tokens.push({ start: cut, end, kind, sentence });
}

function kindOf(form: string): Token['kind'] {
  if (NUMBER.test(form)) return 'number';
  return WORD_START.test(form) ? 'word' : 'punctuation';
}

/** Whether a stop right after this token belongs to it: an abbreviation of the list, or a lone capital. */
function takesStop(text: string, token: Token, words: Abbreviations, inside: boolean): boolean {
  if (token.kind !== 'word') return false;
  const form = text.slice(token.start, token.end);
  const ends = words.ends.get(form);
  return ends === false || (inside && (ends === true || /^\p{Lu}$/u.test(form)));
}
