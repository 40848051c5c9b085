import { type Abbreviations, loadAbbreviations } from './abbreviations.ts';
import { type Cues, loadCues } from './cues.ts';
import { type Grammar, loadGrammar } from './grammar.ts';
import { type LoadedWords, loadLoaded } from './loaded.ts';
import type { LexiconSource } from './source.ts';
import { loadVoices, type Voices } from './voices.ts';

/** All word lists of one language. */
export interface LanguageWords {
  /** BCP 47 primary subtag. */
  readonly code: string;
  readonly abbreviations: Abbreviations;
  readonly cues: Cues;
  readonly grammar: Grammar;
  readonly voices: Voices;
  readonly loaded: LoadedWords;
}

/** Gives the words of a language, or `null` when `data/` holds no folder for it. */
export type Languages = (code: string) => LanguageWords | null;

/** Makes the loader of a lexicon's languages; a language is made once and kept. */
export function loadLanguages(source: LexiconSource): Languages {
  const made = new Map<string, LanguageWords | null>();
  return (code) => {
    const known = made.get(code);
    if (known !== undefined) return known;
    const words = `${code}/abbreviations` in source.json ? make(source, code) : null;
    made.set(code, words);
    return words;
  };
}

function make(source: LexiconSource, code: string): LanguageWords {
  return {
    code,
    abbreviations: loadAbbreviations(source, code),
    cues: loadCues(source, code),
    grammar: loadGrammar(source, code),
    voices: loadVoices(source, code),
    loaded: loadLoaded(source, code),
  };
}

const ARABIC = /\p{Script=Arabic}/u;
const LETTER = /\p{L}/u;
/** Letters looked at to tell the script; a paragraph holds more. */
const SAMPLE = 400;

/**
 * The language to read a text in: the one given, else Arabic where most letters are Arabic, else English. Unknown
 * stays `null` in the record; this only picks the rules.
 */
export function languageFor(given: string | null, text: string, start: number): string {
  if (given) return given;
  let letters = 0;
  let arabic = 0;
  for (let i = start; i < text.length && letters < SAMPLE; i++) {
    if (!LETTER.test(text[i]!)) continue;
    letters++;
    if (ARABIC.test(text[i]!)) arabic++;
  }
  return arabic * 2 > letters ? 'ar' : 'en';
}
