import type { ChainLink, MentionKind, Place, PlaceRole, Shape } from './annotation.ts';
import type { SpeakerKind, SpeechForm, Stance } from './attribution.ts';
import type { AcledType, PloverType, Status } from './event.ts';
import type { Basis } from './segment.ts';
import type { Offsets } from './span.ts';

/** Layers of the language that a row may ask for beside what it always gets. */
export const LANGUAGE_LAYERS = ['words', 'parses', 'clauses', 'chains'] as const;
export type LanguageLayer = (typeof LANGUAGE_LAYERS)[number];

/** One row into `sayso annotate`. */
export interface AnnotateRow {
  readonly id: string;
  readonly text: string;
  readonly language?: string | undefined;
  /** EDTF, or `[earliest, latest]`. */
  readonly published?: string | readonly [string, string] | null | undefined;
  /** Spans whose factuality is asked for. */
  readonly spans?: readonly Offsets[] | undefined;
  /** Layers of the language to give as well. */
  readonly layers?: readonly LanguageLayer[] | undefined;
}

/** A syntactic word (UD). `form` differs from the characters where they are unjoined or recased. */
export interface WordOut {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  readonly sentence: number;
  readonly upos: string | null;
  readonly xpos: string | null;
  readonly lemma: string | null;
  readonly feats: string;
}

/** The tree of one sentence: `heads` are indexes into `words`, −1 for the root; `first` is its first word. */
export interface ParseOut {
  readonly sentence: number;
  readonly first: number;
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

/** A clause; `predicate` and `subject` are indexes into `words`, `parent` one into `clauses`. */
export interface ClauseOut {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly predicate: number;
  readonly subject: number | null;
  readonly relation: string;
  readonly parent: number | null;
}

/** Stretches of the text that stand for the same thing; `name` and `mention` are indexes into `mentions`. */
export interface ChainOut {
  readonly name: number | null;
  readonly links: readonly {
    readonly start: number;
    readonly end: number;
    readonly form: ChainLink['form'];
    readonly mention: number | null;
  }[];
}

export interface SpeakerOut {
  readonly spans: readonly Offsets[];
  readonly text: string;
  readonly actor: string | null;
  readonly kind: SpeakerKind;
  readonly named: boolean;
}

export interface AttributionOut {
  readonly source: readonly Offsets[];
  readonly cue: readonly Offsets[];
  readonly content: readonly Offsets[];
  readonly speaker: SpeakerOut;
  readonly root: SpeakerOut;
  readonly via: readonly SpeakerOut[];
  readonly stance: Stance;
  readonly hedges: readonly Offsets[];
  readonly form: SpeechForm;
}

export interface PartyOut {
  readonly spans: readonly Offsets[];
  readonly text: string;
  readonly mention: number | null;
  readonly actor: string | null;
}

export interface CountOut {
  readonly what: string;
  readonly side: 'civilian' | 'combatant' | null;
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  readonly spans: readonly Offsets[];
  readonly words: string;
  readonly attribution: number | null;
}

export interface EventOut {
  readonly act: string;
  readonly type: PloverType | null;
  readonly mode: string | null;
  readonly acled: AcledType | null;
  readonly cameo: string | null;
  readonly trigger: readonly Offsets[];
  readonly sentence: number;
  readonly actor: readonly PartyOut[];
  readonly recipient: readonly PartyOut[];
  readonly target: readonly PartyOut[];
  readonly victim: readonly PartyOut[];
  readonly weapon: readonly PartyOut[];
  readonly place: number | null;
  readonly time: number | null;
  readonly counts: readonly CountOut[];
  readonly status: Status;
  readonly factuality: number;
  readonly attribution: number | null;
  readonly incident: string | null;
}

export interface MentionOut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: MentionKind;
  readonly actor: string | null;
}

export interface TimeOut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string | null;
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly basis: Basis;
}

export interface LoadedOut {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly user: 'narrator' | 'quoted' | 'indirect';
  readonly attribution: number | null;
  readonly neutral: string;
  readonly category: string;
}

export type PlaceOut = Place & { readonly role: PlaceRole; readonly shape: Shape | null };

/** One row out of `sayso annotate` (docs/record.md). All offsets are UTF-16 code units of the row's `text`. */
export interface AnnotatedRow {
  /** Given where the row asked for them. */
  readonly words?: readonly WordOut[];
  readonly parses?: readonly ParseOut[];
  readonly clauses?: readonly ClauseOut[];
  readonly chains?: readonly ChainOut[];
  readonly id: string;
  readonly language: string | null;
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  readonly mentions: readonly MentionOut[];
  readonly places: readonly PlaceOut[];
  readonly times: readonly TimeOut[];
  readonly attributions: readonly AttributionOut[];
  readonly loaded: readonly LoadedOut[];
  readonly events: readonly EventOut[];
  readonly incidents: readonly {
    readonly id: string;
    readonly events: readonly number[];
    readonly killed: number | null;
    readonly injured: number | null;
  }[];
  readonly factualities: readonly { readonly span: Offsets; readonly value: number }[];
}
