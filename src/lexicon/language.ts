import { type Abbreviations, loadAbbreviations } from './abbreviations.ts';
import { type Cues, loadCues } from './cues.ts';
import { type Grammar, loadGrammar } from './grammar.ts';
import { type KnownNames, loadKnownNames } from './known-names.ts';
import { type LoadedWords, loadLoaded } from './loaded.ts';
import { folderOf } from './optional.ts';
import type { LexiconSource } from './source.ts';
import { loadVoices, type Voices } from './voices.ts';

/** All word lists of one language; what its folder lacks is empty. */
export interface LanguageWords {
  /** BCP 47 tag as it was asked for. */
  readonly code: string;
  readonly abbreviations: Abbreviations;
  readonly cues: Cues;
  readonly grammar: Grammar;
  readonly voices: Voices;
  readonly loaded: LoadedWords;
  /** Names of register entries and places as this language writes them. */
  readonly names: KnownNames;
}

/**
 * Gives the words of a language. One that `data/` holds no folder for gets the neutral pack: every list empty, so that no
 * word of another language is applied to it.
 */
export type Languages = (code: string) => LanguageWords;

/** The tag of a text whose language is not known and cannot be guessed from its script. */
export const UNDETERMINED = 'und';

/** Makes the loader of a lexicon's languages; a language that has a folder is made once and kept. */
export function loadLanguages(source: LexiconSource): Languages {
  const made = new Map<string, LanguageWords>();
  const neutral = make(NEUTRAL, UNDETERMINED);
  return (code) => {
    const folder = folderOf(code);
    if (!hasFolder(source, folder)) return { ...neutral, code };
    const words = made.get(folder) ?? make(source, folder);
    made.set(folder, words);
    return words;
  };
}

/** `abbreviations` is the one list that every language has: without it sentences cannot be told apart. */
const hasFolder = (source: LexiconSource, folder: string): boolean =>
  Object.hasOwn(source.json, `${folder}/abbreviations`);

/** Stands for the folder of a language that has none. */
const NEUTRAL: LexiconSource = {
  json: { [`${UNDETERMINED}/abbreviations`]: { abbreviations: [], starters: [] } },
  buffers: {},
};

function make(source: LexiconSource, code: string): LanguageWords {
  return {
    code,
    abbreviations: loadAbbreviations(source, code),
    cues: loadCues(source, code),
    grammar: loadGrammar(source, code),
    voices: loadVoices(source, code),
    loaded: Object.hasOwn(source.json, `${code}/loaded`) ? loadLoaded(source, code) : new Map(),
    names: loadKnownNames(source, code),
  };
}

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;
const LETTER = /\p{L}/u;
/** Letters looked at to tell the script; a paragraph holds more. */
const SAMPLE = 400;

/**
 * The language to read a text in: the one given, else by the script of most of its letters: Arabic for Arabic, English
 * for Latin, else undetermined (`und`). Unknown stays `null` in the record; this only picks the rules.
 */
export function languageFor(given: string | null, text: string, start: number): string {
  if (given) return given;
  let letters = 0;
  let arabic = 0;
  let latin = 0;
  for (let i = start; i < text.length && letters < SAMPLE; i++) {
    const c = text[i]!;
    if (!LETTER.test(c)) continue;
    letters++;
    if (ARABIC.test(c)) arabic++;
    else if (LATIN.test(c)) latin++;
  }
  if (arabic * 2 > letters) return 'ar';
  return letters === 0 || latin * 2 >= letters ? 'en' : UNDETERMINED;
}
