import type {
  Chain,
  Clause,
  Loaded,
  Mention,
  MentionKind,
  Parse,
  Place,
  Sentence,
  Time,
  Timex,
  Token,
  Word,
} from './annotation.ts';
import type { Attribution } from './attribution.ts';
import type { ArticleIncident, Event, EventDraft, Harm } from './event.ts';
import type { SegmentKind } from './segment.ts';
import type { Span } from './span.ts';

/** A stretch of content that no sentence crosses: a paragraph, a headline, a caption. Never a comment, never chrome. */
export interface Block extends Span {
  readonly kind: SegmentKind;
}

/** First and last day, ISO, inclusive; `null` ends are open. */
export interface DayInterval {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** What a document stage is given: one article of a Doc (offsets into the whole `text`), or one bare text. */
export interface ArticleInput {
  readonly id: string;
  readonly text: string;
  /** Sorted, disjoint blocks of content; stages look at nothing else of the text. */
  readonly blocks: readonly Block[];
  readonly language: string | null;
  readonly published: DayInterval | null;
  readonly outlet: string | null;
  /** Spans whose factuality is asked for. */
  readonly asked: readonly Span[];
}

/** Every layer of annotations that a document stage may assign. Each is sorted by start and assigned once. */
export interface Layers {
  sentences: readonly Sentence[];
  tokens: readonly Token[];
  words: readonly Word[];
  /** Sorted by sentence; none for a sentence without cue or trigger, or in a language without a parser. */
  parses: readonly Parse[];
  clauses: readonly Clause[];
  mentions: readonly Mention[];
  chains: readonly Chain[];
  timexes: readonly Timex[];
  attributions: readonly Attribution[];
  loaded: readonly Loaded[];
  drafts: readonly EventDraft[];
  /** People who came to harm, in text order. */
  harms: readonly Harm[];
  /** Value −3 … 3 for each asked span, in order. */
  factualities: readonly number[];
  /** Chosen register id of each mention, by index; `null` with a reason when unknown. */
  actors: readonly Resolution[];
  places: readonly Place[];
  times: readonly Time[];
  events: readonly Event[];
  incidents: readonly ArticleIncident[];
}
export type LayerName = keyof Layers;

/** An identifier, or `null` with a reason. */
export interface Resolution {
  readonly chosen: string | null;
  readonly candidates: readonly string[];
  readonly reason: string;
  /** Roles that the chosen entry held on the day of its event, else of publication; absent where no day is known. */
  readonly roles?: readonly string[];
  /** A named body that the register lacks: the same id for the same name, until a person merges it. */
  readonly provisional?: ProvisionalActor;
}

/** A body known by its name alone. */
export interface ProvisionalActor {
  readonly id: string;
  readonly name: string;
  readonly kind: MentionKind;
}

/** A document stage: pure, given one article and the layers it requires, it returns the layers it assigns. */
export interface Stage<R extends LayerName = LayerName, A extends LayerName = LayerName> {
  readonly name: string;
  /** Raised whenever its output changes; names its derived files. */
  readonly version: number;
  readonly requires: readonly R[];
  readonly assigns: readonly A[];
  readonly run: (input: ArticleInput, layers: Pick<Layers, R>) => Pick<Layers, A>;
}
