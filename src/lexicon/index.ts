import { type ActorRegister, actorRegister } from './actors.ts';
import { type Acts, loadActs } from './acts.ts';
import { type Calendars, loadCalendars } from './calendar.ts';
import { type EventLanguages, loadEventPatterns } from './event-patterns.ts';
import type { Gazetteer } from './gazetteer/index.ts';
import { gazetteerOf } from './gazetteer/joined.ts';
import { loadPlaceWords, type PlaceLanguages } from './gazetteer/words.ts';
import { type Languages, loadLanguages } from './language.ts';
import { loadModels, type Models } from './models.ts';
import { withOwnRegisters } from './register/own.ts';
import { type LexiconSource, readLexiconSource } from './source.ts';

export type { Actor, ActorHit, ActorRegister } from './actors.ts';
export type { Calendar, Calendars } from './calendar.ts';
export type { Candidate, Gazetteer, GazetteerEntry } from './gazetteer/index.ts';
export type { PlaceLanguages, PlaceWords } from './gazetteer/words.ts';
export { type Languages, type LanguageWords, languageFor } from './language.ts';
export type { Models } from './models.ts';
export { type LexiconSource, readLexiconSource } from './source.ts';

/** All that the stages know of words, names and codes. Made once per thread from one shared source. */
export interface Lexicon {
  readonly source: LexiconSource;
  /** States, bodies and public figures. */
  readonly actors: ActorRegister;
  /** Towns, divisions, countries and features of the world, by name. */
  readonly gazetteer: Gazetteer;
  /** Words that show and shape places, by language. */
  readonly places: PlaceLanguages;
  /** Months, weekdays, units and words of time, by language. */
  readonly calendar: Calendars;
  /** Word lists by language, `null` for one that `data/` does not hold. */
  readonly language: Languages;
  /** Statistical models by language and task, `null` where none ships. */
  readonly models: Models;
  /** Act codes with their PLOVER, ACLED and CAMEO equivalents. */
  readonly acts: Acts;
  /** Patterns of event words by language tag. */
  readonly events: EventLanguages;
}

/** Makes the lexicon of a thread from tables read before. Pure: opens no file. */
export function lexiconFrom(source: LexiconSource): Lexicon {
  return {
    source,
    gazetteer: gazetteerOf(source),
    places: loadPlaceWords(source),
    calendar: loadCalendars(source),
    actors: actorRegister(source),
    language: loadLanguages(source),
    models: loadModels(source),
    acts: loadActs(source),
    events: loadEventPatterns(source),
  };
}

/** Reads the compiled tables and makes the lexicon, with the user's own registers and places where their folder is given. */
export function loadLexicon(own?: string): Lexicon {
  const source = readLexiconSource();
  return lexiconFrom(own === undefined ? source : withOwnRegisters(source, own));
}
