import type { Clitics } from '../../lexicon/clitics.ts';
import { hash2, hash3, hash4, hashString } from '../../lib/feature-hash.ts';
import { type Analysis, hostForms } from './analyses.ts';
import { stemKey } from './letters.ts';

/** What the lexicon knows of a form: 0 for nothing, else counts by class in a few steps (see `wordClasses`). */
export type WordClass = (key: string) => number;

/** A word with its neighbours, each with letters that writers mix up made one; "" at the sentence's ends. */
export interface Site {
  readonly word: string;
  readonly before: string;
  readonly after: string;
}

/** What is worked out once for all analyses of a word. */
export interface View extends Site {
  readonly wordHash: number;
  readonly wordClass: number;
  readonly wordStem: number;
  readonly beforeHash: number;
  readonly beforeClass: number;
  readonly beforeTail: number;
  readonly afterHead: number;
  readonly afterClass: number;
  readonly afterDefinite: number;
}

/** Room for the features of one analysis. */
export const MOST_FEATURES = 48;
/** Letters looked at from either end; a "word" of a megabyte is read in constant time. */
const LONGEST = 32;
const MOST_LENGTH = 7;

const cut = (word: string, n: number): number => hashString(word, 0, Math.min(n, word.length));
const tail = (word: string, n: number): number => hashString(word, Math.max(0, word.length - n), word.length);
const whole = (word: string): number => hashString(word, 0, Math.min(LONGEST, word.length));
const articleOf = (clitics: Clitics): string => clitics.article?.form ?? '';

/** Looks a word and its neighbours up. */
export function viewOf(site: Site, clitics: Clitics, known: WordClass): View {
  const { word, before, after } = site;
  return {
    ...site,
    wordHash: whole(word),
    wordClass: known(word),
    wordStem: known(stemKey(word, articleOf(clitics), clitics.inflections)),
    beforeHash: whole(before),
    beforeClass: known(before),
    beforeTail: tail(before, 2),
    afterHead: cut(after, 2),
    afterClass: known(after),
    afterDefinite: Number(after.startsWith(articleOf(clitics))),
  };
}

/**
 * Fills `keys` with the hashed features of one way to cut a word and returns their number: clitics with the host's
 * letters, what the lexicon knows of the host and of the uncut word, and the neighbours.
 */
export function featuresOf(
  view: View,
  analysis: Analysis,
  clitics: Clitics,
  known: WordClass,
  keys: Int32Array,
): number {
  const { front, from, to } = analysis;
  const host = view.word.slice(from, Math.min(to, from + LONGEST));
  const end = hashString(analysis.enclitic);
  const n = hostFeatures(view, analysis, host, end, clitics, known, keys);
  return letterFeatures(
    analysis,
    host,
    end,
    Number(known(host) > 0),
    keys,
    hostless(front, view, end, keys, n),
  );
}

/** Features of the uncut word and its neighbours. */
function hostless(front: number, view: View, end: number, keys: Int32Array, from: number): number {
  let n = from;
  keys[n++] = hash2(8, front, view.wordHash);
  keys[n++] = hash2(9, end, view.wordHash);
  keys[n++] = hash2(20, front, view.beforeHash);
  keys[n++] = hash2(21, end, view.beforeHash);
  return n;
}

/** Features of the host's first and last letters. */
function letterFeatures(
  { front, proclitics, enclitic }: Analysis,
  host: string,
  end: number,
  seen: number,
  keys: Int32Array,
  from: number,
): number {
  const last = hashString(proclitics.at(-1)?.form ?? '');
  const hash = whole(host);
  let n = from;
  for (let k = 1; k <= MOST_LETTERS; k++) {
    const head = cut(host, k);
    const rear = tail(host, k);
    keys[n++] = hash3(12, k, last, head);
    keys[n++] = hash3(13, k, end, rear);
    keys[n++] = hash4(14, k, front, head, seen);
    keys[n++] = hash4(15, k, end, rear, seen);
  }
  keys[n++] = hash2(16, front, hash);
  keys[n++] = hash2(17, end, hash);
  keys[n++] = hash2(28, Number(proclitics.length > 0) + 2 * Number(enclitic !== ''), hash);
  return n;
}

/** Letters of a host's ends that features look at. */
const MOST_LETTERS = 3;

/** Features of what the lexicon knows of the host, alone and with word and neighbours. */
function hostFeatures(
  view: View,
  analysis: Analysis,
  host: string,
  end: number,
  clitics: Clitics,
  known: WordClass,
  keys: Int32Array,
): number {
  const { front, from, to } = analysis;
  const { wordClass, wordStem } = view;
  const article = articleOf(clitics);
  const forms = hostForms(view.word, analysis, clitics);
  let at = 0;
  while (at < forms.length - 1 && known(forms[at]!) === 0) at++;
  const hostClass = known(forms[at]!);
  const definite = host.startsWith(article);
  const turned = known(definite ? host.slice(article.length) : article + host);
  const stem = known(stemKey(host, article, clitics.inflections));
  const seen = Number(hostClass > 0) + 2 * Number(wordClass > 0);
  let n = 0;
  keys[n++] = hash2(1, front, end);
  keys[n++] = hash2(2, front, hostClass);
  keys[n++] = hash2(3, end, hostClass);
  keys[n++] = hash4(4, front, end, hostClass, wordClass);
  keys[n++] = hash3(5, front, end, Math.min(MOST_LENGTH, to - from));
  keys[n++] = hash3(6, front, end, seen);
  keys[n++] = hash3(7, front, end, Number(definite) + 2 * (forms.length - at));
  keys[n++] = hash3(10, front, at, hostClass);
  keys[n++] = hash3(11, end, at, hostClass);
  keys[n++] = hash3(18, front, turned, hostClass);
  keys[n++] = hash3(19, end, turned, hostClass);
  keys[n++] = hash3(22, front, view.beforeTail, hostClass);
  keys[n++] = hash3(23, end, view.beforeClass, hostClass);
  keys[n++] = hash3(24, front, view.beforeClass, hostClass);
  keys[n++] = hash3(25, end, view.afterDefinite, Number(definite));
  keys[n++] = hash3(26, end, view.afterHead, hostClass);
  keys[n++] = hash3(27, front, view.afterClass, hostClass);
  keys[n++] = hash4(29, front, end, stem, wordStem);
  keys[n++] = hash3(30, front, stem, hostClass);
  keys[n++] = hash3(31, end, stem, hostClass);
  keys[n++] = hash4(32, front, end, Number(stem > 0) * 4 + seen, Number(wordStem > 0));
  return n;
}
