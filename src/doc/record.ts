import type { PlaceRole, Shape } from './annotation.ts';
import type { SpeakerKind, SpeechForm, Stance } from './attribution.ts';
import type { AcledType, PloverType, Status } from './event.ts';
import type { Evidence } from './evidence.ts';
import type { Basis } from './segment.ts';

/** A speaker in the record: words with evidence in place of bare spans. */
export interface SpeakerRecord {
  readonly text: string;
  readonly actor: string | null;
  readonly kind: SpeakerKind;
  readonly named: boolean;
  /** A named person without a public role: outside the article's own text shown by role only (SECURITY.md). */
  readonly privatePerson?: boolean | undefined;
  readonly evidence: readonly Evidence[];
}

/** What someone is said to have said, in one article. */
export interface Claim {
  readonly id: string;
  /** `d-…#a1`. */
  readonly article: string;
  readonly speaker: SpeakerRecord;
  readonly root: SpeakerRecord;
  readonly via: readonly SpeakerRecord[];
  readonly stance: Stance;
  /** Status of its content, `null` when it speaks of no event. */
  readonly status: Status | null;
  readonly form: SpeechForm;
  readonly hedges: readonly Evidence[];
  readonly source: Evidence | null;
  readonly cue: Evidence | null;
  /** The hull of the content. */
  readonly content: Evidence;
  /** The pieces of the content where it has several, else empty. */
  readonly contentPieces: readonly Evidence[];
  readonly by: string;
}

export interface PartyRecord {
  readonly text: string;
  readonly actor: string | null;
  readonly evidence: readonly Evidence[];
}

export interface CountRecord {
  readonly what: string;
  readonly side: 'civilian' | 'combatant' | null;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly words: string;
  readonly evidence: readonly Evidence[];
  /** Id of the claim that gives the number, or `null`. */
  readonly claim: string | null;
}

export interface PlaceRecord {
  readonly name: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly shape: Shape | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly admin2: string | null;
  readonly geonameId: number | null;
  readonly ucdpPrecision: number | null;
  readonly acledPrecision: number | null;
  readonly radiusKm: number | null;
  readonly role: PlaceRole;
  readonly rule: string;
  readonly reason: string;
  readonly sensitive: boolean;
  readonly evidence: Evidence;
}

/** What one text says happened. */
export interface Report {
  readonly id: string;
  readonly article: string;
  readonly act: string;
  readonly type: PloverType | null;
  readonly mode: string | null;
  readonly acled: AcledType | null;
  readonly cameo: string | null;
  readonly sentence: Evidence;
  readonly trigger: readonly Evidence[];
  readonly actor: readonly PartyRecord[];
  readonly recipient: readonly PartyRecord[];
  readonly target: readonly PartyRecord[];
  readonly victim: readonly PartyRecord[];
  readonly weapon: readonly PartyRecord[];
  readonly counts: readonly CountRecord[];
  readonly status: Status;
  readonly factuality: number;
  /** EDTF; `null` when the text does not tell. */
  readonly date: string | null;
  readonly dateBasis: Basis;
  /** First and last day it can have been, ISO, inclusive; `null` when open. */
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly dateEvidence: Evidence | null;
  readonly place: PlaceRecord | null;
  /** Id of the claim it is part of, or `null`: the outlet's own voice. */
  readonly claim: string | null;
  /** True where the recency rule (SECURITY.md) has coarsened place and date on the way out. */
  readonly coarsened: boolean;
  readonly by: string;
}

/** A voice behind an incident. */
export interface Root {
  readonly id: string;
  /** The register's name, or the words of the text, or the role where a private person is named. */
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly actor: string | null;
  readonly claims: readonly string[];
  readonly reports: readonly string[];
}

/** How many voices, at most, under three rules. */
export interface RootCount {
  readonly strict: number;
  readonly standard: number;
  readonly broad: number;
}

/** Why two reports, or two voices, were joined. */
export interface Join {
  readonly a: string;
  readonly b: string;
  readonly why: string;
}

export interface ContradictionValue {
  readonly value: string | number;
  /** Root id. */
  readonly root: string;
  readonly report: string;
  readonly evidence: Evidence;
}

/** Values of one facet that differ, side by side, never averaged. */
export interface Contradiction {
  readonly facet: string;
  readonly values: readonly ContradictionValue[];
}

/** Reports that seem to speak of one thing: derived, named by a rule, undoable, without an agreed value. */
export interface Incident {
  /** Minted when first seen and logged; stays over rebuilds. */
  readonly id: string;
  readonly title: string;
  readonly reports: readonly string[];
  readonly articles: readonly string[];
  readonly roots: readonly Root[];
  readonly rootCount: RootCount;
  readonly joins: readonly Join[];
  /** Voices that were counted as one, and why. */
  readonly rootJoins: readonly Join[];
  readonly contradictions: readonly Contradiction[];
  /** The rule that grouped it: "standard@1". */
  readonly by: string;
}

/** One passage that stands in two articles. */
export interface Passage {
  readonly a: Evidence;
  readonly b: Evidence;
  /** Article keys. */
  readonly articles: readonly [string, string];
  readonly kind: 'verbatim' | 'near-verbatim';
  /** Share of the longer side's words that stand in the other, in order, 0…1. */
  readonly ratio: number;
}

/** Articles of which one was copied from another, wholly or for the most part. They count once. */
export interface Family {
  readonly id: string;
  readonly articles: readonly string[];
  readonly passages: readonly Passage[];
}
