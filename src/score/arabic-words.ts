import type { MentionKind, Offsets } from '../doc/index.ts';
import { type Prf, prf } from './core/figures.ts';

/** A sentence of `test/gold/arabic`: its words in a row, as they stand alone, and its names in text order. */
export interface ArabicGold {
  readonly id: string;
  readonly text: string;
  /** Words with a space between. */
  readonly words: string;
  readonly names: readonly {
    /** The characters of the name; `n` counts their occurrences in the text from 1. */
    readonly text: string;
    readonly n: number;
    readonly type: NameType;
  }[];
}
export type NameType = 'PER' | 'ORG' | 'LOC';

/** What was found in it: words and names by their UTF-16 offsets. */
export interface ArabicPrediction {
  readonly id: string;
  readonly words: readonly Offsets[];
  readonly names: readonly { readonly span: Offsets; readonly type: NameType | null }[];
}

/** Type of a name by the kind of its mention; `null` for what is none of the three. */
export function nameType(kind: MentionKind): NameType | null {
  if (kind === 'person') return 'PER';
  if (kind === 'location' || kind === 'facility') return 'LOC';
  return ORGANISATIONS.has(kind) ? 'ORG' : null;
}

const ORGANISATIONS: ReadonlySet<MentionKind> = new Set([
  'organisation',
  'international',
  'government',
  'agency',
  'state-military',
  'armed-group',
  'media',
]);

/**
 * P/R/F1 of words by exact span: all words with a letter or digit, and only those that are parts of a longer run of
 * letters; of names by exact span and type, by exact span alone, and each type alone.
 */
export function scoreArabicWords(gold: readonly ArabicGold[], predicted: readonly ArabicPrediction[]) {
  const byId = new Map(predicted.map((p) => [p.id, p]));
  const pairs = gold.map((g) => [g, byId.get(g.id) ?? { id: g.id, words: [], names: [] }] as const);
  const wordKeys = (keep: (text: string, span: Offsets) => boolean): Prf =>
    total(pairs, ([g, p]) => {
      const kept = (spans: readonly Offsets[]) => spans.filter((s) => keep(g.text, s)).map(String);
      return [kept(goldWords(g)), kept(p.words)];
    });
  const names = (type: NameType | null, typed: boolean): Prf =>
    total(pairs, ([g, p]) => {
      const key = (n: { readonly span: Offsets; readonly type: NameType | null }) =>
        `${n.span}${typed ? n.type : ''}`;
      const kept = (list: ArabicPrediction['names']) =>
        list.filter((n) => n.type !== null && (type === null || n.type === type)).map(key);
      return [kept(goldNames(g)), kept(p.names)];
    });
  return {
    sentences: gold.length,
    words: wordKeys((text, [start, end]) => LETTER.test(text.slice(start, end))),
    cut: wordKeys((text, span) => LETTER.test(text.slice(...span)) && isPart(text, span)),
    names: names(null, true),
    untyped: names(null, false),
    types: { PER: names('PER', true), ORG: names('ORG', true), LOC: names('LOC', true) },
  };
}

function total<T>(
  pairs: readonly T[],
  keys: (pair: T) => readonly [readonly string[], readonly string[]],
): Prf {
  let [right, given, wanted] = [0, 0, 0];
  for (const pair of pairs) {
    const [gold, own] = keys(pair);
    const left = new Set(gold);
    right += own.filter((k) => left.delete(k)).length;
    given += own.length;
    wanted += gold.length;
  }
  return prf(right, given, wanted);
}

const LETTER = /[\p{L}\p{N}]/u;
const IN_WORD = /[\p{L}\p{M}\p{N}]/u;
const isPart = (text: string, [start, end]: Offsets): boolean =>
  IN_WORD.test(text[start - 1] ?? ' ') || IN_WORD.test(text[end] ?? ' ');

/** Offsets of the n-th occurrence of each name. Throws when a name is not in its text. */
function goldNames({ id, text, names }: ArabicGold): { span: Offsets; type: NameType }[] {
  return names.map(({ text: name, n, type }) => {
    let at = -1;
    for (let i = 0; i < n; i++) at = text.indexOf(name, at + 1);
    if (at < 0) throw new Error(`${id}: no "${name}" (${n}) in the text`);
    return { span: [at, at + name.length], type };
  });
}

/** Vowel signs and the stretching stroke, which gold words leave out. */
const SILENT = /[\u064B-\u0652\u0670\u0640\s]/u;

/**
 * Offsets of the gold words: each word's letters are found in the text in turn; a letter that the text lacks (the
 * swallowed alif of the article) is passed over, and one that is written otherwise (ت for ة) counts as there.
 */
export function goldWords({ text, words }: ArabicGold): Offsets[] {
  const spans: Offsets[] = [];
  let at = 0;
  const silent = (): void => {
    while (at < text.length && SILENT.test(text[at]!)) at++;
  };
  for (const word of words.split(' ')) {
    silent();
    const start = at;
    for (let i = 0; i < word.length; i++) {
      silent();
      if (text[at] === word[i] || text[at] !== word[i + 1]) at++;
    }
    let end = at;
    while (end < text.length && SILENT.test(text[end]!) && text[end]!.trim() !== '') end++;
    spans.push([start, end]);
  }
  return spans;
}
