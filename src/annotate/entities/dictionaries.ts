import { MENTION_KINDS, type MentionKind, type Token } from '../../doc/index.ts';
import { type Candidate, foldWord, type Gazetteer, type PlaceWords } from '../../lexicon/gazetteer/index.ts';
import { BIT } from '../../lexicon/grammar.ts';
import type { ActorRegister, LanguageWords, Lexicon } from '../../lexicon/index.ts';
import { wordKey } from '../../lexicon/key.ts';
import { POSITION } from './labels.ts';

/**
 * What the dictionaries know of each word of a sentence. `register` and `place` hold 0, or a code of the kind and the
 * word's position in the longest name found; `word` holds bits of `WORD`, `head` 0 or a kind that the word heads.
 */
export interface Marks {
  readonly register: Uint8Array;
  readonly place: Uint8Array;
  readonly word: Int32Array;
  readonly head: Uint8Array;
}

/** Gives the marks of a sentence of words. */
export type NameDictionaries = (words: readonly string[]) => Marks;

export const WORD = {
  title: 1,
  courtesy: 2,
  firstName: 4,
  otherHead: 8,
  ambiguous: 16,
  demonym: 32,
  link: 64,
  before: 128,
  closed: 256,
  day: 512,
  speaks: 1024,
  facility: 2048,
  placeHead: 4096,
  speaker: 8192,
} as const;

/** Names of places run to this many words. */
const MOST_WORDS = 5;
/** Keys kept; a text of ever new words starts the memory afresh. */
const MOST_KEYS = 50_000;
/** Longer keys are not kept, and longer words are no part of a place's name. */
const LONGEST = 64;
const POSITIONS = 4;
const CAPITAL = /^\p{Lu}/u;
const PUNCTUATION = /^[^\p{L}\p{N}]+$/u;
const HYPHENS = /^[-‐‑–]$/u;

/** What a name is in the gazetteer, the surer first. */
const PLACE = { country: 1, admin1: 2, feature: 3, admin2: 8 } as const;
/** Towns by population, the larger first; then those known by it as another name. */
const TOWNS = [1_000_000, 100_000, 15_000, 0];
const TOWN = 4;
const OTHER_NAME = 9;

/** What is known of a word wherever it stands. */
interface KnownWord {
  readonly capital: boolean;
  readonly punctuation: boolean;
  readonly folded: string;
  readonly bits: number;
  readonly head: number;
}

/** Makes the dictionaries of names from the lexicon: registers, gazetteer, and the word lists of a language. */
export function nameDictionaries(lexicon: Lexicon, language: LanguageWords): NameDictionaries {
  const places = lexicon.places(language.code);
  const kindOf = remembered((key) => placeKind(lexicon.gazetteer, key));
  const known = remembered((form): KnownWord => {
    const folded = foldWord(form);
    return {
      capital: CAPITAL.test(form),
      punctuation: PUNCTUATION.test(form),
      folded,
      bits: wordBits(form, folded, language, places, lexicon.gazetteer),
      head: kindCode(language.voices.heads.get(form)),
    };
  });
  return (words) => {
    const read = words.map(known);
    const named = read.some((w) => w.capital);
    return {
      register: named ? registerMarks(words, read, lexicon.actors) : new Uint8Array(words.length),
      place: placeMarks(words, read, kindOf),
      word: Int32Array.from(read, (w) => w.bits),
      head: Uint8Array.from(read, (w) => w.head),
    };
  };
}

function remembered<T>(make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const seen = known.get(key);
    if (seen !== undefined) return seen;
    if (known.size >= MOST_KEYS) known.clear();
    const made = make(key);
    if (key.length <= LONGEST) known.set(key, made);
    return made;
  };
}

const kindCode = (kind: MentionKind | undefined): number => (kind ? 1 + MENTION_KINDS.indexOf(kind) : 0);

function registerMarks(
  words: readonly string[],
  read: readonly KnownWord[],
  actors: ActorRegister,
): Uint8Array {
  const marks = new Uint8Array(words.length);
  const tokens: Token[] = [];
  let start = 0;
  words.forEach((word, i) => {
    const kind = read[i]!.punctuation ? 'punctuation' : 'word';
    tokens.push({ start, end: start + word.length, kind, sentence: 0 });
    start += word.length + 1;
  });
  let at = 0;
  for (const hit of actors.match(words.join(' '), tokens)) {
    while (at < tokens.length && tokens[at]!.end <= hit.start) at++;
    const first = at;
    while (at < tokens.length && tokens[at]!.start < hit.end) at++;
    mark(marks, first, at, kindCode(hit.kind));
  }
  return marks;
}

function mark(marks: Uint8Array, first: number, last: number, kind: number): void {
  for (let i = first; i < last; i++) {
    const end = i === last - 1;
    const position =
      i === first ? (end ? POSITION.only : POSITION.first) : end ? POSITION.last : POSITION.inner;
    marks[i] = kind * POSITIONS + position;
  }
}

function placeMarks(
  words: readonly string[],
  read: readonly KnownWord[],
  kindOf: (key: string) => number,
): Uint8Array {
  const marks = new Uint8Array(words.length);
  for (let first = 0; first < words.length; first++) {
    if (!read[first]!.capital) continue;
    let key = '';
    let found = 0;
    let last = first;
    for (let i = first; i < words.length && i < first + MOST_WORDS; i++) {
      if (i > first && HYPHENS.test(words[i]!)) continue;
      if (words[i]!.length > LONGEST) break;
      key += read[i]!.folded;
      const kind = read[i]!.capital ? kindOf(key) : 0;
      if (kind === 0) continue;
      found = kind;
      last = i + 1;
    }
    if (found === 0) continue;
    mark(marks, first, last, found);
    first = last - 1;
  }
  return marks;
}

function placeKind(gazetteer: Gazetteer, key: string): number {
  if (!gazetteer.has(key)) return 0;
  return Math.min(...gazetteer.find(key).map(candidateKind));
}

function candidateKind({ entry, alternate }: Candidate): number {
  if (entry.class !== 'city') return PLACE[entry.class];
  const size = TOWNS.findIndex((least) => entry.population >= least);
  return (alternate ? OTHER_NAME : TOWN) + size;
}

function wordBits(
  form: string,
  folded: string,
  { voices, grammar }: LanguageWords,
  places: PlaceWords,
  gazetteer: Gazetteer,
): number {
  const title = voices.titles.get(form);
  const classes = grammar.classes(wordKey(form));
  const bits: readonly (readonly [boolean, number])[] = [
    [title === true, WORD.title],
    [title === false, WORD.courtesy],
    [places.firstNames.has(folded), WORD.firstName],
    [places.otherHeads.has(folded), WORD.otherHead],
    [places.ambiguous.has(folded), WORD.ambiguous],
    [gazetteer.demonym(folded) !== null, WORD.demonym],
    [voices.links.has(form), WORD.link],
    [places.prepositions.has(folded), WORD.before],
    [(classes & ~(BIT['not-verbs'] | BIT.days)) !== 0, WORD.closed],
    [(classes & BIT.days) !== 0, WORD.day],
    [places.speaks.has(folded), WORD.speaks],
    [places.facilities.has(folded), WORD.facility],
    [places.heads.has(folded), WORD.placeHead],
    [voices.nouns.has(wordKey(form)), WORD.speaker],
  ];
  return bits.reduce((sum, [holds, bit]) => (holds ? sum | bit : sum), 0);
}
