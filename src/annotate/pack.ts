import { loadClitics } from '../lexicon/clitics.ts';
import { type CoreferenceWords, loadCoreference } from '../lexicon/coreference.ts';
import type { LanguageWords, Lexicon } from '../lexicon/index.ts';
import { loadMorphology } from '../lexicon/morphology.ts';
import { loadNameCues, type NameCues } from '../lexicon/name-cues.ts';
import { loadWordRules } from '../lexicon/word-rules.ts';
import type { Model } from '../lib/model-file.ts';
import { cliticSplitter } from './clitics/index.ts';
import { type TraitsOf, traitsFrom } from './cued-names.ts';
import { nameDictionaries } from './entities/dictionaries.ts';
import { type EntityRecogniser, recogniserFrom } from './entities/recogniser.ts';
import { type Forms, formsOf } from './forms.ts';
import { type Demand, demandOf } from './on-demand.ts';
import { type Parser, parserFrom } from './parse/parser.ts';
import { knownFrom, type Lemmatiser, lemmatiserFrom } from './tag/lemma.ts';
import { type FeatsOf, featsFrom } from './tag/morphology.ts';
import { type Tagger, taggerFrom } from './tag/tagger.ts';
import { isShouting, truecase } from './truecase.ts';
import { type WordSplitter, wordSplitter } from './words/index.ts';

/**
 * Everything `annotate` can do in one language. A stage whose data or model does not ship is `null`, and what stands on it
 * falls back to windows over the words. A language is added by a folder in `data/` (and one in `models/`), never here.
 */
export interface LanguagePack {
  readonly words: LanguageWords;
  readonly split: WordSplitter;
  /** Words in the case of running text: those of a shouting sentence recased, others as they are. */
  readonly recase: (words: readonly string[]) => readonly string[];
  readonly tagger: Tagger | null;
  readonly lemmatiser: Lemmatiser | null;
  readonly featsOf: FeatsOf | null;
  readonly parser: Parser | null;
  readonly recogniser: EntityRecogniser | null;
  readonly demand: Demand;
  readonly coreference: CoreferenceWords | null;
  /** For names that no capital shows; `null` where capitals do. */
  readonly cuedNames: { readonly cues: NameCues; readonly traitsOf: TraitsOf } | null;
}

/** Gives the pack of a language; made at first use and kept. */
export type LanguagePacks = (words: LanguageWords) => LanguagePack;

/** The packs of each lexicon: the stage and the bare models share them, with the forms and working memory they keep. */
const PACKS = new WeakMap<Lexicon, LanguagePacks>();

/** The packs of a lexicon, made once. */
export function languagePacks(lexicon: Lexicon): LanguagePacks {
  const packs = PACKS.get(lexicon) ?? packsOf(lexicon);
  PACKS.set(lexicon, packs);
  return packs;
}

function packsOf(lexicon: Lexicon): LanguagePacks {
  const made = new Map<string, LanguagePack>();
  return (words) => {
    const known = made.get(words.code);
    if (known) return known;
    const pack = packOf(lexicon, words);
    made.set(words.code, pack);
    return pack;
  };
}

function packOf(lexicon: Lexicon, words: LanguageWords): LanguagePack {
  const { code } = words;
  const model = (task: string): Model | null => lexicon.models(code, task);
  const clusters = model('clusters');
  const forms = formsOf(clusters);
  const table = loadMorphology(lexicon.source, code);
  return {
    words,
    split: splitterOf(lexicon, code),
    recase: recaser(model('truecase'), forms),
    tagger: made(model('tagger'), (m) => taggerFrom(m, forms)),
    lemmatiser: made(model('lemma'), (m) => lemmatiserFrom(m, clusters ? knownFrom(clusters) : undefined)),
    featsOf: table && featsFrom(table),
    parser: made(model('parser'), (m) => parserFrom(m, forms)),
    recogniser: made(model('names'), (m) => recogniserFrom(m, forms, nameDictionaries(lexicon, words))),
    demand: demandOf(words, lexicon),
    coreference: loadCoreference(lexicon.source, code),
    cuedNames: cuedNamesOf(lexicon, code),
  };
}

const made = <T>(model: Model | null, make: (model: Model) => T): T | null => model && make(model);

/** Clitics are cut by a model where the language has them, else tokens are cut by rules, else they are words. */
function splitterOf(lexicon: Lexicon, code: string): WordSplitter {
  const clitics = loadClitics(lexicon.source, code);
  const byModel = clitics && cliticSplitter(clitics, lexicon.models(code, 'clitics'));
  return byModel ?? wordSplitter(loadWordRules(lexicon.source, code));
}

function recaser(model: Model | null, forms: Forms): LanguagePack['recase'] {
  return (words) => {
    const shouting = model && isShouting(words);
    return shouting ? truecase(words, shouting, model, forms) : words;
  };
}

function cuedNamesOf(lexicon: Lexicon, code: string): LanguagePack['cuedNames'] {
  const cues = loadNameCues(lexicon.source, code);
  const clitics = loadClitics(lexicon.source, code);
  return cues && clitics && { cues, traitsOf: traitsFrom(clitics, lexicon.models(code, 'clitics')) };
}
