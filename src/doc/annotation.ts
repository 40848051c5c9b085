import type { Basis } from './segment.ts';
import type { Span } from './span.ts';

/** A sentence; `block` is the index of the block it lies in (no sentence crosses a block). */
export interface Sentence extends Span {
  readonly block: number;
}

/** A token. White space is no token; an apostrophe clitic ("'s") is one of its own. */
export interface Token extends Span {
  readonly kind: 'word' | 'number' | 'punctuation';
  /** Index of its sentence. */
  readonly sentence: number;
}

/** Universal part-of-speech tags (UD v2); `X` is what fits none. */
export const UPOS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;

/**
 * A syntactic word (UD's "word"): what is tagged and parsed. A token is one or several of them: "well-known" is three,
 * "وللجيش" is و + ل + الجيش. Every word lies on characters of its own and slices back to them.
 */
export interface Word extends Span {
  /** The form that is read, where it differs from the characters (unjoined Arabic, recased capitals); else the slice. */
  readonly form: string;
  /** Index of its token. */
  readonly token: number;
  readonly sentence: number;
  /** UD tag; `null` where the language has no tagger. */
  readonly upos: string | null;
  /** Penn Treebank tag for English; `null` where there is none. */
  readonly xpos: string | null;
  /** `null` where the language has no lemmatiser. */
  readonly lemma: string | null;
  /** UD features as in CoNLL-U ("Number=Sing|Person=3"); "" for none or unknown. */
  readonly feats: string;
}

/** The dependency tree of one sentence (UD relations). Only sentences that hold a cue or a trigger have one. */
export interface Parse {
  readonly sentence: number;
  /** Index of the sentence's first word. */
  readonly first: number;
  /** Head of each word, counted from `first`; −1 for the root. */
  readonly heads: readonly number[];
  /** UD relation of each word to its head. */
  readonly relations: readonly string[];
}

/** A clause of a parsed sentence: its predicate with what depends on it, its sub-clauses left out. */
export interface Clause extends Span {
  readonly sentence: number;
  /** Index of the predicate's word. */
  readonly predicate: number;
  /** Index of the head of its subject, or `null`. */
  readonly subject: number | null;
  /** UD relation that ties it to what it depends on; "root" for the main clause. */
  readonly relation: string;
  /** Index (in the layer) of the clause it depends on, or `null`. */
  readonly parent: number | null;
}

/** Names and words of one article that stand for the same thing (coreference). */
export interface Chain {
  /** Index of the mention that names it best, or `null` when no mention does ("the attackers … they"). */
  readonly name: number | null;
  /** Its links in text order, two at least. */
  readonly links: readonly ChainLink[];
}

export interface ChainLink extends Span {
  readonly form: 'name' | 'short-form' | 'acronym' | 'pronoun' | 'nominal' | 'event';
  /** Index of the mention on these characters, or `null`. */
  readonly mention: number | null;
  /** The rule that tied it to its chain. */
  readonly by: string;
}

/** The closed list of what a name can be (docs/record.md). */
export const MENTION_KINDS = [
  'person',
  'civilians',
  'organisation',
  'international',
  'government',
  'agency',
  'state-military',
  'armed-group',
  'media',
  'location',
  'facility',
  'weapon',
  'vehicle',
  'other',
] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** A name or a naming phrase in the text. */
export interface Mention extends Span {
  readonly text: string;
  readonly kind: MentionKind;
  /** Ids of register entries that the words may name, best first; empty when the register knows none. */
  readonly candidates: readonly string[];
  /** Whether a title or role in the text ("spokesman", "General") shows a public role of a person. */
  readonly publicRole: boolean;
  /** The rule that found it. */
  readonly by: string;
}

/** An expression of time as found, before `resolve/dates` gives it a value (TIMEX3 types). */
export interface Timex extends Span {
  readonly text: string;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** The rule that found it. */
  readonly by: string;
}

/** A time expression with its value. */
export interface Time extends Span {
  readonly text: string;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  /** TIMEX3 value (`2022-06-15`, `XXXX-06-08`, `2022-W24`, `PAST_REF`, `P3D`), or `null` when it cannot be told. */
  readonly value: string | null;
  /** First day it can mean, ISO; `null` when unknown. */
  readonly earliest: string | null;
  /** Last day it can mean, ISO, inclusive; `null` when unknown. */
  readonly latest: string | null;
  readonly basis: Basis;
  /** Value of the first day of a range whose last day this is ("16-18 June"); absent where it ends none. */
  readonly from?: string;
  /** Why it has this value or none, in words. */
  readonly reason: string;
}

export const PLACE_ROLES = ['event', 'dateline', 'mentioned', 'metonym', 'demonym', 'name-part'] as const;
export type PlaceRole = (typeof PLACE_ROLES)[number];

/** A GeoJSON geometry (RFC 7946), WGS 84, longitude first. */
export interface Shape {
  readonly type: 'Point' | 'MultiPoint' | 'LineString' | 'Polygon' | 'MultiPolygon';
  readonly coordinates: unknown;
}

/** A place as mentioned and, where possible, resolved. */
export interface Place extends Span {
  readonly text: string;
  /** Canonical name, or `null` when it could not be resolved. */
  readonly name: string | null;
  /** Degrees, WGS 84; `null` when unresolved. */
  readonly lat: number | null;
  readonly lon: number | null;
  readonly shape: Shape | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly admin1: string | null;
  readonly admin2: string | null;
  readonly geonameId: number | null;
  /** UCDP GED `where_prec`, 1 exact … 7 water or air. */
  readonly ucdpPrecision: number | null;
  /** ACLED `geo_precision`, 1 town … 3 region. */
  readonly acledPrecision: number | null;
  /** Radius of uncertainty in kilometres. */
  readonly radiusKm: number | null;
  readonly role: PlaceRole;
  /** The rule that made it: "city", "countryside-of", "distance-from" … */
  readonly rule: string;
  /** Why it was placed there or not at all, in words. */
  readonly reason: string;
  /** True for shelters, hospitals, aid sites and camps (SECURITY.md: shown at admin-2 unless public). */
  readonly sensitive: boolean;
}

/** A word that carries a judgement, with its user and a neutral equivalent. Describes framing, decides nothing. */
export interface Loaded extends Span {
  readonly text: string;
  readonly user: 'narrator' | 'quoted' | 'indirect';
  /** Index into the attributions, or `null`. */
  readonly attribution: number | null;
  readonly neutral: string;
  readonly category: string;
}
