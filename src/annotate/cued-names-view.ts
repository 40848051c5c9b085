import type { Word } from '../doc/index.ts';
import type { Clitics } from '../lexicon/clitics.ts';
import { wordKey } from '../lexicon/key.ts';
import { exactKey, type NameCues } from '../lexicon/name-cues.ts';
import { hashString } from '../lib/feature-hash.ts';
import type { Model } from '../lib/model-file.ts';
import { lettersOf } from './clitics/letters.ts';
import { COLUMNS } from './clitics/words.ts';

/** What a lexicon of forms says of a word. */
export interface Traits {
  readonly noun: boolean;
  readonly verb: boolean;
  /** A function word, adverb or number. */
  readonly other: boolean;
  /** Known as a name, and as no common word. */
  readonly name: boolean;
  /** No lexicon knows it. */
  readonly unknown: boolean;
}
export type TraitsOf = (form: string) => Traits;

const NOTHING: Traits = { noun: false, verb: false, other: false, name: false, unknown: true };

/** Reads traits from the lexicon of a clitics model; without one no word is known. */
export function traitsFrom(clitics: Clitics, model: Model | null): TraitsOf {
  const table = model?.rows.lexicon;
  if (!table) return () => NOTHING;
  return (form) => {
    const key = hashString(lettersOf(form, clitics.alike).key);
    const has = (column: number): boolean => table.get(key, column, 0) > 0;
    const noun = has(COLUMNS.noun) || has(COLUMNS.list);
    const verb = has(COLUMNS.verb);
    const other = has(COLUMNS.other);
    const name = (has(COLUMNS.name) || has(COLUMNS.place)) && !noun && !verb && !other;
    return { noun, verb, other, name, unknown: !table.has(key) };
  };
}

/** A sentence's words as the rules of announced names see them. */
export interface View {
  readonly text: string;
  readonly words: readonly Word[];
  readonly keys: readonly string[];
  readonly traits: readonly Traits[];
  /** Whether the word is a given name. */
  readonly given: readonly boolean[];
  /** Whether it is one that is no other word. */
  readonly alone: readonly boolean[];
  readonly cues: NameCues;
  /** One past the sentence's last word. */
  readonly end: number;
}

/** Longer words are none and name nothing. */
const LONGEST = 40;

/** Looks every word of a text up once. */
export function viewOf(text: string, words: readonly Word[], cues: NameCues, traitsOf: TraitsOf): View {
  const forms = words.map((w) => (w.end - w.start > LONGEST ? '' : w.form));
  return {
    text,
    words,
    keys: forms.map(wordKey),
    traits: forms.map(traitsOf),
    given: forms.map((form) => cues.given.has(exactKey(form))),
    alone: forms.map((form) => cues.alone.has(exactKey(form))),
    cues,
    end: words.length,
  };
}

const LETTER = /^\p{L}/u;

/** Whether a word ends every name: a mark, a number, a verb, a word of the closed list, or the sentence's end. */
export function stops(v: View, i: number): boolean {
  const key = v.keys[i] ?? '';
  if (i >= v.end || !LETTER.test(key) || v.cues.stops.has(key)) return true;
  const { upos } = v.words[i]!;
  if (upos !== null && upos !== 'X') return upos === 'VERB' || upos === 'AUX' || upos === 'SCONJ';
  const { verb, noun, name } = v.traits[i]!;
  return verb && !noun && !name && !v.given[i];
}

/** A word with the article; names that merely begin with its letters count too. */
export function definite(v: View, i: number): boolean {
  const key = v.keys[i] ?? '';
  return key.startsWith(v.cues.article) && key.length > v.cues.article.length + 1;
}

/** Letters that an adjective of belonging has at least, with article and ending. */
const LEAST_ADJECTIVE = 5;

/** A definite adjective: listed, or of belonging ("the Syrian"). */
export function adjective(v: View, i: number): boolean {
  const key = v.keys[i] ?? '';
  if (i >= v.end || !definite(v, i) || stops(v, i)) return false;
  if (v.cues.adjectives.has(key)) return true;
  if (v.cues.titles.has(key) || v.cues.heads.has(key)) return false;
  return key.length >= LEAST_ADJECTIVE && v.cues.adjectiveEndings.some((e) => key.endsWith(e));
}

/** A word that may be a name by itself: known as one, given to persons, or unknown and not shaped like another word. */
export function nameLike(v: View, i: number): boolean {
  const key = v.keys[i] ?? '';
  if (v.given[i]) return true;
  const { name, unknown } = v.traits[i]!;
  const { upos } = v.words[i]!;
  if (upos === 'PROPN') return true;
  return name || (unknown && upos !== 'ADJ' && key.length > 2 && !unlike(v, key));
}

/** Whether a word opens or ends as no given name does. */
export function unlike(v: View, key: string): boolean {
  const { starts, ends } = v.cues.unlike;
  return starts.some((s) => key.startsWith(s)) || ends.some((e) => key.endsWith(e));
}
