import type { z } from 'zod';
import { AbbreviationsFile } from './abbreviations.ts';
import { ActorFile, ActorHeads } from './actor-schema.ts';
import { ActsFile } from './acts.ts';
import { CalendarFile } from './calendar.ts';
import { CliticsFile, WholeWordsFile } from './clitics.ts';
import { CoreferenceFile } from './coreference.ts';
import { CorroborateRules } from './corroborate-rules.ts';
import { CuesFile } from './cues.ts';
import {
  EventContextFile,
  EventCountsFile,
  EventLinksFile,
  EventStatusFile,
  FunctionWordsFile,
  InflectionFile,
  LightVerbsFile,
  NounClassesFile,
  NounsFile,
  PhrasesFile,
  VagueNumbersFile,
  VerbsFile,
  WeaponsFile,
} from './event-schema.ts';
import { Admin1File, CountiesFile, CountriesFile, PreferredFile, TheatreFile } from './gazetteer/schema.ts';
import { PlaceWordsFile } from './gazetteer/words.ts';
import { GrammarFile } from './grammar.ts';
import { HarmsFile } from './harms.ts';
import { NameEndingsFile, NamesFile } from './known-names.ts';
import { LoadedFile } from './loaded.ts';
import { MorphologyFile } from './morphology.ts';
import { NameCuesFile } from './name-cues.ts';
import { PageCuesFile, PageSelectorsFile, PageWordsFile } from './page.ts';
import { HedgesFile, PronounsFile, QuotesFile, SourcesFile, TitlesFile } from './voices.ts';
import { WordRulesFile } from './word-rules.ts';

export { Header } from './header.ts';

/**
 * The shape of each data file by its base name ("cues" for `data/<lang>/cues.yaml`), or by its folder's name ("actors"
 * for `data/shared/actors/*.yaml`). A file that stands under neither fails the build: an unchecked list is no list.
 */
export const TOPICS: Readonly<Record<string, z.ZodType>> = {
  admin1: Admin1File,
  calendar: CalendarFile,
  countries: CountriesFile,
  places: PlaceWordsFile,
  preferred: PreferredFile,
  theatre: TheatreFile,
  'us-counties': CountiesFile,
  'actor-heads': ActorHeads,
  actors: ActorFile,
  'corroborate-rules': CorroborateRules,
  'page-cues': PageCuesFile,
  'page-selectors': PageSelectorsFile,
  'page-words': PageWordsFile,
  abbreviations: AbbreviationsFile,
  clitics: CliticsFile,
  coreference: CoreferenceFile,
  morphology: MorphologyFile,
  'name-cues': NameCuesFile,
  'name-endings': NameEndingsFile,
  names: NamesFile,
  'whole-words': WholeWordsFile,
  words: WordRulesFile,
  cues: CuesFile,
  grammar: GrammarFile,
  hedges: HedgesFile,
  loaded: LoadedFile,
  pronouns: PronounsFile,
  quotes: QuotesFile,
  sources: SourcesFile,
  titles: TitlesFile,
  acts: ActsFile,
  'event-context': EventContextFile,
  'event-counts': EventCountsFile,
  'event-links': EventLinksFile,
  'event-status': EventStatusFile,
  'function-words': FunctionWordsFile,
  inflection: InflectionFile,
  'light-verbs': LightVerbsFile,
  'noun-classes': NounClassesFile,
  nouns: NounsFile,
  phrases: PhrasesFile,
  'vague-numbers': VagueNumbersFile,
  verbs: VerbsFile,
  weapons: WeaponsFile,
  harms: HarmsFile,
};

/** Topics that several files of a folder share, told by the first word of their names: "theatre-iraq" is a theatre file. */
const FAMILIES: Readonly<Record<string, string>> = { 'places/theatre': 'theatre' };

/** The topic of a file by the names of its folder and itself; `null` when there is none. */
export function topicOf(folder: string, name: string): string | null {
  if (Object.hasOwn(TOPICS, name)) return name;
  const family = `${folder}/${name.split('-', 1)[0]}`;
  if (Object.hasOwn(FAMILIES, family)) return FAMILIES[family]!;
  return Object.hasOwn(TOPICS, folder) ? folder : null;
}
