import type { Span } from '../../doc/index.ts';
import type { DateValue, GivenDate } from '../core/date-value.ts';
import type { OneOrMany } from '../core/list.ts';

/** Shapes of an export as the score takes them: lenient, since any system's output may be scored. */
export type NameLike =
  | string
  | { readonly text?: unknown; readonly name?: unknown; readonly actor?: unknown }
  | null
  | undefined;

export interface DocSpan extends Span {
  readonly doc: string;
}

export interface GivenClaim {
  readonly id?: string;
  readonly content: DocSpan;
  readonly root?: OneOrMany<NameLike>;
  readonly via?: OneOrMany<NameLike>;
  readonly stance?: string | null;
}

export interface GivenCount {
  readonly what: string;
  readonly best?: number | null;
  readonly low?: number | null;
}

export interface GivenPlace {
  readonly name?: string | null;
  readonly lat?: number | null;
  readonly lon?: number | null;
}

export interface GivenReport {
  readonly id?: string;
  readonly sentence: DocSpan;
  readonly type?: string | null;
  readonly acled?: { readonly eventType?: string | null } | null;
  readonly actor?: OneOrMany<NameLike>;
  readonly target?: OneOrMany<NameLike>;
  readonly counts?: OneOrMany<GivenCount>;
  readonly status?: string | null;
  readonly date?: GivenDate;
  readonly place?: GivenPlace | null;
}

export interface GivenTime extends Span {
  readonly value?: DateValue;
  readonly earliest?: DateValue;
  readonly latest?: DateValue;
}

export interface GivenPlaceMention extends Span, GivenPlace {}

export interface GivenLoaded extends Span {
  readonly user?: string | null;
}

export interface GivenContradiction {
  readonly values?: readonly { readonly evidence: DocSpan }[];
}

export interface GivenIncident {
  readonly id?: string;
  readonly reports?: readonly (string | undefined)[];
  readonly roots?: readonly unknown[];
  readonly rootCount?: number | { readonly standard?: number };
  readonly contradictions?: readonly GivenContradiction[];
}

export interface GivenSegment extends Span {
  readonly kind: string;
  readonly doc?: string;
}

export interface GivenDoc {
  readonly id: string;
  readonly name?: string;
  readonly text?: string;
  readonly segments?: readonly GivenSegment[];
}

export interface GivenArticle extends DocSpan {
  readonly id: string;
  readonly published?: GivenDate;
}

/** An export (`sayso export --format json`), or anything of its shape. */
export interface GivenRecord {
  readonly docs?: readonly GivenDoc[];
  readonly articles?: readonly GivenArticle[];
  readonly segments?: readonly (GivenSegment & DocSpan)[];
  readonly claims?: readonly GivenClaim[];
  readonly reports?: readonly GivenReport[];
  readonly incidents?: readonly GivenIncident[];
  readonly times?: readonly (GivenTime & DocSpan)[];
  readonly places?: readonly (GivenPlaceMention & DocSpan)[];
  readonly loaded?: readonly (GivenLoaded & DocSpan)[];
}

/** A row of `sayso annotate` over a seed file or one of its articles; offsets from the start of that text. */
export interface GivenRow {
  /** The file's name, its first three characters, a gold article ("004#12"), or an article of the export. */
  readonly id: string;
  readonly times?: readonly GivenTime[];
  readonly places?: readonly GivenPlaceMention[];
  readonly loaded?: readonly GivenLoaded[];
}

/** Texts of the seed files by file name. */
export type SeedTexts = Readonly<Record<string, string>>;
