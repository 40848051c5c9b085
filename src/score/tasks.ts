import type { AnnotatedRow, AnnotateRow, Offsets } from '../doc/index.ts';
import { scoreArabic } from './arabic.ts';
import { type ArabicGold, type ArabicPrediction, nameType, scoreArabicWords } from './arabic-words.ts';
import {
  type AttributionGold,
  type AttributionOptions,
  type AttributionPrediction,
  scoreAttribution,
} from './attribution/index.ts';
import { type ChainRow, scoreChains } from './chains.ts';
import { readConllu, scoreConllu } from './conllu.ts';
import { scoreCoref, type TopicGold, type TopicPrediction } from './coref/index.ts';
import { type FactualityGold, type FactualityPrediction, scoreFactuality } from './factuality.ts';
import { type GeoGold, type GeoOptions, type GeoPrediction, scoreGeo } from './geo.ts';
import { mucAnswer } from './muc4/answer.ts';
import { type MucGold, type MucOptions, type MucPrediction, scoreMuc4 } from './muc4/index.ts';
import { readBio, scoreNames } from './names.ts';
import { ownConllu, ownNames } from './own-words.ts';
import { type PageGold, type PagePrediction, scorePages } from './pages.ts';
import { type PloverGold, scorePlover } from './plover.ts';
import { type RteGold, type RtePrediction, scoreRte } from './rte.ts';
import {
  type GivenRecord,
  type SeedsGold,
  type SeedsOptions,
  type SeedTexts,
  scoreSeeds,
  seedsGold,
} from './seeds/index.ts';
import { rowsTask, type Task, textTask } from './task.ts';
import { scoreTime, type TimeGold, type TimeOptions, type TimePrediction } from './time.ts';
import { scoreVictims } from './victims.ts';

/** The seeds gold with the texts it speaks of, as parsed from their two folders. */
export interface SeedsSet {
  /** Parsed JSON by file name without ".json". */
  readonly gold: Readonly<Record<string, unknown>>;
  readonly texts: SeedTexts;
}

interface BareRow {
  readonly id: string;
  readonly text: string;
  readonly date?: string | null;
}

function bareText(row: BareRow): AnnotateRow {
  return { id: row.id, text: row.text, published: isoDay(row.date) };
}

/** A set's date as a day, or `null` when it is not one. */
function isoDay(date: string | null | undefined): string | null {
  return date && /^\d{4}-\d\d-\d\d$/.test(date) ? date : null;
}

const withId = (row: AnnotatedRow) => row;

const attribution = rowsTask<AttributionGold & BareRow, AttributionPrediction, AttributionOptions>({
  describe: 'who says what: source, cue and content, as PolNeAR annotates them',
  options: {
    strictChars: 'exact means the same characters, not the same words',
    overlap: 'what shared words are divided by: max (the default), jaccard or min',
    threshold: 'least overlap of a partial match (default 0.5)',
  },
  ask: bareText,
  answer: ({ id, attributions }) => ({ id, attributions }),
  score: scoreAttribution,
});

const geo = rowsTask<GeoGold & BareRow, GeoPrediction, GeoOptions>({
  describe: 'place names found, and how far off they are put, as in LGL, TR-News and GeoVirus',
  options: {
    overlap: 'any overlap counts as found',
    literal: 'only literal places are wanted',
    located: 'only located places are wanted',
  },
  ask: bareText,
  // What is part of another name is no place mention in these sets.
  answer: ({ id, places }) => ({ id, toponyms: places.filter((place) => place.role !== 'name-part') }),
  score: scoreGeo,
});

const time = rowsTask<TimeGold, TimePrediction, TimeOptions>({
  describe: 'time expressions and their values, by the conventions of TempEval-3',
  options: { types: 'list of TIMEX3 types that count', byDay: 'compare days only' },
  ask: ({ id, text, dct }) => ({ id, text, published: isoDay(dct) }),
  answer: ({ id, times }) => ({ id, timex: times }),
  score: scoreTime,
});

const plover = rowsTask<PloverGold, AnnotatedRow>({
  describe: 'PLOVER root codes given the marked source and target',
  ask: bareText,
  answer: withId,
  score: scorePlover,
});

const factuality = rowsTask<FactualityGold & { readonly span: Offsets }, FactualityPrediction>({
  describe: 'factuality −3 … 3 of given spans',
  ask: ({ id, text, span }) => ({ id, text, spans: [span] }),
  answer: ({ id, factualities }) => ({ id, factualities }),
  score: scoreFactuality,
});

const victims = rowsTask<BareRow, AnnotatedRow>({
  describe: 'killed and injured, one answer a text (GVA, GVDB) or one an incident (MUC-4)',
  ask: bareText,
  answer: withId,
  score: (gold, predicted) => scoreVictims(gold as unknown as Parameters<typeof scoreVictims>[0], predicted),
});

const arabic = rowsTask<BareRow, AnnotatedRow>({
  describe: 'Arabic events: whether there is one, and the words of its source and target',
  ask: ({ id, text }) => ({ id, text, language: 'ar' }),
  answer: withId,
  score: (gold, predicted) => scoreArabic(gold as unknown as Parameters<typeof scoreArabic>[0], predicted),
});

const chains = rowsTask<ChainRow & BareRow, ChainRow>({
  describe: 'coreference inside a text, link by link: rows of {id, text, chains: [[[start, end] …] …]}',
  ask: (row) => ({ ...bareText(row), layers: ['chains'] }),
  answer: ({ id, chains: found = [] }) => ({
    id,
    chains: found.map(({ links }) => links.map(({ start, end }): Offsets => [start, end])),
  }),
  score: scoreChains,
});

const arabicWords = rowsTask<ArabicGold, ArabicPrediction>({
  describe: 'Arabic words with clitics cut, and names, by exact span (test/gold/arabic)',
  ask: ({ id, text }) => ({ id, text, language: 'ar', layers: ['words'] }),
  answer: ({ id, words = [], mentions }) => ({
    id,
    words: words.map(({ start, end }): Offsets => [start, end]),
    names: mentions.map(({ start, end, kind }) => ({ span: [start, end] as const, type: nameType(kind) })),
  }),
  score: scoreArabicWords,
});

const coref = rowsTask<TopicGold, TopicPrediction, { readonly kind?: string }>({
  describe: 'events coreferent across documents: MUC, B-cubed, CEAF-e and CoNLL F1, as in ECB+',
  options: { kind: 'kind of mention that is scored (default event)' },
  score: (gold, predicted, { kind }) => scoreCoref(gold, predicted, kind),
});

const seeds: Task = {
  describe: "everything about Sayso's own gold: articles, claims, roots, events, dates, places, incidents",
  reads: 'seeds',
  options: {
    misses: 'list what was missed and what was wrong',
    rows: 'rows of annotate for layers the record lacks',
  },
  ask: null,
  answer: null,
  own: null,
  score: (set, record, options = {}) => {
    const { gold, texts } = set as SeedsSet;
    return scoreSeeds(
      seedsGold(gold) satisfies SeedsGold,
      record as GivenRecord,
      texts,
      options as SeedsOptions,
    );
  },
};

/** Everything that `sayso score` and `eval` can score, by name. */
export const TASKS: Readonly<Record<string, Task>> = {
  arabic,
  'arabic-words': arabicWords,
  attribution,
  chains,
  conllu: textTask(
    'tags, lemmas, heads and sentence ends over the same words (CoNLL-U)',
    readConllu,
    scoreConllu,
    ownConllu,
  ),
  coref,
  factuality,
  geo,
  muc4: rowsTask<MucGold & { readonly text: string }, MucPrediction, MucOptions>({
    describe: 'MUC-4 role fillers: head-noun match, CEAF-REE, CEAF-TF',
    options: {
      victim: 'all (the default) or names',
      optional: 'free (the default) or required',
      goldField: 'templates (the default) or gtt_templates',
      dedupe: 'identical predicted templates count once',
    },
    ask: ({ docid, text }) => ({ id: docid, text, language: 'en', layers: ['chains'] }),
    answer: mucAnswer,
    score: scoreMuc4,
  }),
  names: textTask('names over BIO tags, same words on both sides', readBio, scoreNames, ownNames),
  pages: rowsTask<PageGold, PagePrediction>({
    describe: 'title, author and day of pages, after normalisation',
    score: scorePages,
  }),
  plover,
  rte: rowsTask<RteGold, RtePrediction>({
    describe: 'three-way entailment, with contradictions apart',
    score: scoreRte,
  }),
  seeds,
  time,
  victims,
};
