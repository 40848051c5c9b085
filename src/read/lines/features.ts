import { type CueKind, fold, type PageWords } from '../words.ts';
import { cuesOf } from './cues.ts';
import type { Line } from './line.ts';

export type Script = 'arabic' | 'hebrew' | 'cyrillic' | 'han' | 'latin' | 'none';

/** What can be told of one line by itself. */
export interface Features {
  readonly words: number;
  /** Ends as a sentence does; a closing quotation mark or bracket may follow. */
  readonly closed: boolean;
  /** Short, open-ended and beginning like a title. */
  readonly headlineLike: boolean;
  /** A single sentence short enough to stand under a headline. */
  readonly deckLike: boolean;
  /** Running text. */
  readonly paragraph: boolean;
  /** Holds no common finite verb: a noun phrase, as captions often are. */
  readonly verbless: boolean;
  readonly script: Script;
  readonly cues: ReadonlySet<CueKind>;
  /** Names a weekday or a calendar date. */
  readonly dated: boolean;
  /** Opens with a connective or a pronoun, as what begins an article does not. */
  readonly continues: boolean;
  /** Holds a reporting word. */
  readonly reporting: boolean;
  /** Ids of its content words, each once, in order of the page's vocabulary. */
  readonly ids: readonly number[];
}

/** A line with its features. */
export interface Read extends Line {
  readonly f: Features;
}

/** Longest headline: one line of a wide screen and a half; the longest of the development pages has 83. */
const HEADLINE_MAX = 140;
/** Longest deck; decks of the development pages have 80 to 202 characters. */
const DECK_MAX = 260;
const DECK_WORDS = 6;
const PARAGRAPH_MIN = 80;
const CAPTION_MAX = 130;
/** A closed line longer than this is a sentence, whatever its verb. */
const PHRASE_WORDS = 8;
/** Letters looked at to tell the script of a line. */
const SCRIPT_SAMPLE = 200;

/** Adds features to lines; content words of all lines share one vocabulary. */
export function withFeatures(lines: readonly Line[], words: PageWords): Read[] {
  const vocabulary = new Map<string, number>();
  return lines.map((line) => ({ ...line, f: featuresOf(line.text, words, vocabulary) }));
}

function featuresOf(text: string, words: PageWords, vocabulary: Map<string, number>): Features {
  const tokens = fold(text).match(/[\p{L}\p{N}][\p{L}\p{N}']*/gu) ?? [];
  const closed = /[.!?…:؟۔][\s"'”’»)\]]*$/u.test(text);
  const begins = /^["“‘'«([]?(?:\p{Lu}|\p{Lo}|\p{N})/u.test(text);
  const has = (group: keyof PageWords['groups']) => tokens.some((token) => words.groups[group].has(token));
  const oneSentence = !/[.!?؟][”’"')\]]?\s+[“‘"'(]?[\p{Lu}\p{Lo}]/u.test(text.replace(/\b\p{Lu}\./gu, ''));
  return {
    words: tokens.length,
    closed,
    headlineLike:
      text.length <= HEADLINE_MAX && tokens.length >= 2 && begins && (!closed || /[?؟]$/.test(text)),
    deckLike: text.length <= DECK_MAX && tokens.length >= DECK_WORDS && begins && oneSentence,
    paragraph: text.length >= PARAGRAPH_MIN && /[.!?…:؟”"»]/u.test(text),
    verbless:
      text.length <= CAPTION_MAX &&
      tokens.length >= 4 &&
      (!closed || tokens.length <= PHRASE_WORDS) &&
      !has('finite'),
    script: scriptOf(text),
    cues: cuesOf(text, words),
    dated: has('weekday') || (has('month') && /\p{N}/u.test(text)),
    continues: words.groups.connective.has(tokens[0] ?? ''),
    reporting: has('reporting'),
    ids: contentIds(tokens, words, vocabulary),
  };
}

/** Content words: no stop words, possessives and plurals folded, so that "strikes" meets "strike". */
function contentIds(tokens: readonly string[], words: PageWords, vocabulary: Map<string, number>): number[] {
  const ids = new Set<number>();
  for (const token of tokens) {
    if (token.length < 2 || words.groups.stop.has(token)) continue;
    const stem = stemOf(token);
    let id = vocabulary.get(stem);
    if (id === undefined) {
      id = vocabulary.size;
      vocabulary.set(stem, id);
    }
    ids.add(id);
  }
  return [...ids];
}

/** The crudest of stems: enough to see that two paragraphs speak of the same things. */
function stemOf(token: string): string {
  const bare = token.replace(/'.*$/, '');
  if (/^\p{Script=Arabic}/u.test(bare)) return bare.replace(/^(?:وال|بال|ال|لل|و)(?=.{3})/u, '');
  return bare.length > 4 ? bare.replace(/(?:ies|es|ed|ing|s)$/, '') : bare;
}

function scriptOf(text: string): Script {
  const sample = text.slice(0, SCRIPT_SAMPLE);
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const found: readonly (readonly [Script, number])[] = [
    ['arabic', count(/\p{Script=Arabic}/gu)],
    ['hebrew', count(/\p{Script=Hebrew}/gu)],
    ['cyrillic', count(/\p{Script=Cyrillic}/gu)],
    ['han', count(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu)],
    ['latin', count(/\p{Script=Latin}/gu)],
  ];
  const best = found.reduce((a, b) => (b[1] > a[1] ? b : a));
  return best[1] === 0 ? 'none' : best[0];
}
