import type { Capture, SetAside } from './capture.ts';
import type { MapEntry } from './doc.ts';
import type { Note } from './note.ts';
import type { Claim, Family, Incident, Passage, Report } from './record.ts';
import type { Article, Segment } from './segment.ts';
import type { DayInterval, Layers } from './stage.ts';

/** A page as the index and `derived/` hold it: `text` has its comments masked. */
export interface PageRecord {
  readonly id: string;
  readonly capture: Capture;
  readonly text: string;
  readonly map: readonly MapEntry[];
  readonly language: string | null;
  readonly segments: readonly Segment[];
  readonly articles: readonly Article[];
  readonly notes: readonly Note[];
}

/** What places, times and loaded words an article holds, for reader and exports; spans into the page's text. */
export type ArticleLayers = Pick<Layers, 'mentions' | 'actors' | 'places' | 'times' | 'loaded' | 'sentences'>;

/** All that reading one capture yields. Everything is masked, and every evidence slices the page's text. */
export interface Reading {
  readonly page: PageRecord;
  /** By article key. */
  readonly layers: Readonly<Record<string, ArticleLayers>>;
  readonly claims: readonly Claim[];
  readonly reports: readonly Report[];
  /** `read@1`, `annotate@1` … in the order they ran. */
  readonly stages: readonly string[];
}

/** An article as corpus stages see it. */
export interface CorpusArticle {
  /** `d-…#a1` */
  readonly key: string;
  readonly doc: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly published: DayInterval | null;
  /** The publication date as EDTF, which may lack its year (`XXXX-06-08`); `null` or left out when unknown. */
  readonly publishedEdtf?: string | null;
  /** Spans of content blocks inside the page's text; comments and chrome are not among them. */
  readonly blocks: readonly { readonly start: number; readonly end: number }[];
}

/** What corpus stages are handed: the whole record to read, and a place for what they derive. */
export interface CorpusStore {
  articles(): Promise<readonly CorpusArticle[]>;
  claims(): Promise<readonly Claim[]>;
  reports(): Promise<readonly Report[]>;
  /** Keys minted so far, with the reports that stood in them. */
  incidentKeys(): Promise<readonly IncidentKey[]>;
  replaceFamilies(families: readonly Family[], passages: readonly Passage[]): Promise<void>;
  replaceIncidents(incidents: readonly Incident[], minted: readonly IncidentKey[]): Promise<void>;
}

/** An incident's key as the log has it. */
export interface IncidentKey {
  readonly key: string;
  readonly reports: readonly string[];
  /** The key it was merged into, or `null`. */
  readonly redirect: string | null;
}

/** Outcome of an ingest: nothing is dropped in silence. */
export interface IngestSummary {
  readonly taken: number;
  /** Inputs whose bytes the workspace held already. */
  readonly known: number;
  readonly setAside: readonly SetAside[];
  /** How many parts of the inputs were no pages, by what they are: images, redirects. Left out where there were none. */
  readonly passedOver?: Readonly<Record<string, number>> | undefined;
  readonly pages: number;
  readonly articles: number;
  readonly claims: number;
  readonly reports: number;
  readonly incidents: number;
}
