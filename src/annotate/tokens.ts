import type { Sentence, Token } from '../doc/index.ts';
import type { Abbreviations } from '../lexicon/abbreviations.ts';

/** A character of words and numbers. */
const IN_WORD = '[\\p{L}\\p{M}\\p{N}_]';
/** A row of them; zero-width joiners and marks of direction belong to a word that goes on after them. */
const WORD = `${IN_WORD}+(?:\\p{Cf}{1,8}${IN_WORD}+)*`;
/**
 * One token at a time, first alternative that fits: address, e-mail address, dotted acronym, date by number (not a
 * fraction), decimal, face, dollars, word or number with what joins inside it, a run of marks, any other character. Each
 * alternative fails within a fixed length, or is never entered twice on the same characters: so it is linear.
 */
const TOKEN = new RegExp(
  [
    '(?:https?://|www\\.)[^\\s<>"”»]*[^\\s<>"”».,;:!?)\\]\'’]',
    "[\\p{L}\\p{N}][\\p{L}\\p{N}._%+'-]{0,63}@(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}\\p{L}{2,24}",
    `(?:\\p{L}\\.|\\p{Lu}\\p{Ll}\\.){2,}(?:\\p{L}(?!${IN_WORD}|\\.))?(?:-${IN_WORD}+)*`,
    `\\p{Lu}\\.\\p{Lu}(?!${IN_WORD}|\\.)`,
    '\\p{N}{1,4}/\\p{N}{1,2}/\\p{N}{1,4}(?![\\p{L}\\p{N}/])',
    '(?![1-7]/[2-8](?!\\p{N}))(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\\d|3[01])(?![\\p{L}\\p{N}/])',
    '(?<![\\p{L}\\p{N}.])\\.\\p{N}{1,8}(?![\\p{L}\\p{N}.])',
    '(?<![^\\s])[:;=]-?[()DP](?![^\\s.,!?)])',
    '\\p{Lu}{1,2}\\$(?=\\p{N})',
    `[@#]?${WORD}(?:(?:[-‐‑'’&]|(?<=\\p{N})[.,:٫٬](?=\\p{N})|(?<=\\p{L})\\.(?=\\p{Ll}))${WORD})*`,
    "[.!?؟…]{2,}|-{2,}|''|``|([*=~<>|+$])\\1+",
    '[^\\s\\p{Cf}\\p{Cc}]',
  ].join('|'),
  'gu',
);
const NUMBER = /^\.?\p{N}[\p{N}.,:٫٬]*$/u;
const DATE = /^\p{N}+(?:\/\p{N}+){1,2}$/u;
const WORD_START = /^(?:[\p{L}\p{M}\p{N}@#_]|\p{Lu}+\$)/u;
/** The apostrophe forms that are tokens of their own in English (Universal Dependencies). */
const CLITIC = /(?:n['’]t|['’](?:s|ll|re|ve|d|m))$/iu;
const LONGEST_CLITIC = 3;
const DECADE = /^\d*0['’]s$/;

/**
 * Splits sentences into words, numbers and punctuation. Hyphenated words, decimals, dates by number, dotted acronyms and
 * listed abbreviations with their stop are one token; "’s" and "n’t" are tokens of their own (kind `word`). All
 * characters are covered but white space, controls, and zero-width and direction marks outside words.
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
  const clitic = kind === 'word' && !DECADE.test(form) ? CLITIC.exec(form.slice(-LONGEST_CLITIC)) : null;
  const cut = clitic ? end - clitic[0].length : start;
  if (cut > start) tokens.push({ start, end: cut, kind: kindOf(form.slice(0, cut - start)), sentence });
  tokens.push({ start: cut, end, kind, sentence });
}

function kindOf(form: string): Token['kind'] {
  if (NUMBER.test(form) || DATE.test(form)) return 'number';
  return WORD_START.test(form) ? 'word' : 'punctuation';
}

/** Whether a stop right after this token belongs to it: an abbreviation of the list, or a lone capital. */
function takesStop(text: string, token: Token, words: Abbreviations, inside: boolean): boolean {
  if (token.kind !== 'word' || token.end - token.start > LONGEST_ABBREVIATION) return false;
  const form = text.slice(token.start, token.end);
  const listed = ABBREVIATED_CAPITALS.test(form) ? form[0] + form.slice(1).toLowerCase() : form;
  if (words.ends.get(form) === false || words.ends.get(listed) === false) return true;
  return inside && (words.ends.get(form) === true || /^\p{Lu}$/u.test(form));
}

/** "GEN.", "INC.": abbreviations in a text of capitals. */
const ABBREVIATED_CAPITALS = /^\p{Lu}{2,}$/u;
/** No abbreviation is longer. */
const LONGEST_ABBREVIATION = 24;
