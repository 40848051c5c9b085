import type { Span } from './span.ts';

export const SPEAKER_KINDS = [
  'official',
  'military',
  'belligerent',
  'witness',
  'medic',
  'monitor',
  'media',
  'analyst',
  'narrator',
  'unstated',
] as const;
export type SpeakerKind = (typeof SPEAKER_KINDS)[number];

/** Someone to whom a statement is traced. `narrator` is the outlet's own voice; `unstated` a cue without a source. */
export interface Speaker {
  readonly spans: readonly Span[];
  /** The words of the text; the outlet's name or "" for the narrator, "" when unstated. */
  readonly text: string;
  /** Index of the mention it rests on, or `null`. */
  readonly mention: number | null;
  /** Register id; `null` when unknown. */
  readonly actor: string | null;
  readonly kind: SpeakerKind;
  /** Whether the text names it, rather than describing it ("local sources"). */
  readonly named: boolean;
}

export type Stance = 'asserted' | 'denied' | 'doubted';
export type SpeechForm = 'direct' | 'indirect' | 'mixed';

/** Who says what, in PolNeAR's terms: source, cue and content spans (Newell, Margolin & Ruths, LREC 2018). */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Who utters it in the text. */
  readonly speaker: Speaker;
  /** The earliest source the text mentions. */
  readonly root: Speaker;
  /** Intermediaries, nearest the root first. */
  readonly via: readonly Speaker[];
  readonly stance: Stance;
  /** "reportedly", "allegedly", "apparently", word for word. */
  readonly hedges: readonly Span[];
  readonly form: SpeechForm;
  /** Whether something is stated or held to be so, rather than wished, planned, done or merely spoken about. */
  readonly states: boolean;
  /** The rule that found it. */
  readonly by: string;
}
