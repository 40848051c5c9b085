import type { Span } from './span.ts';

/** Every kind of stretch that a page's text is divided into (docs/record.md). */
export const SEGMENT_KINDS = [
  'article',
  'headline',
  'subheadline',
  'deck',
  'byline',
  'dateline',
  'caption',
  'transcript',
  'correction',
  'post',
  'comment',
  'teaser',
  'chrome',
  'other',
] as const;

export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** Kinds that are an article's own content: not readers' comments, teasers of other articles, or chrome. */
export const CONTENT_KINDS: ReadonlySet<SegmentKind> = new Set([
  'article',
  'headline',
  'subheadline',
  'deck',
  'byline',
  'dateline',
  'caption',
  'transcript',
  'correction',
  'post',
]);

/** A stretch of `doc.text` with what it is and why. Segments are sorted, disjoint and cover the whole text. */
export interface Segment extends Span {
  readonly kind: SegmentKind;
  /** Id of the article it belongs to ("a1"), or `null`. */
  readonly article: string | null;
  /** The rule that decided, in words: "follows the comment header". */
  readonly reason: string;
}

/** How a date was come by: the text gives it, it follows from the text, or neither. */
export type Basis = 'stated' | 'implied' | 'unknown';

/** When an article was published, as far as the page says. */
export interface Published {
  /** EDTF: `2022-06-15`, `2020-05-24/2020-06-30`, `XXXX-06-08`. */
  readonly value: string;
  readonly precision: 'day' | 'month' | 'year' | 'interval';
  readonly basis: 'stated' | 'implied';
  readonly evidence: Span;
}

/** One article of a page, from its first to its last segment. */
export interface Article extends Span {
  /** "a1", "a2" … in page order. */
  readonly id: string;
  readonly headline: string | null;
  readonly headlineSpan: Span | null;
  readonly byline: string | null;
  readonly bylineSpan: Span | null;
  readonly outlet: string | null;
  readonly outletSpan: Span | null;
  /** BCP 47 primary subtag, or `null` when it cannot be told. */
  readonly language: string | null;
  readonly published: Published | null;
}
