import type { SegmentKind } from '../doc/index.ts';
import type { Cohesion } from './lines/cohesion.ts';
import type { Read } from './lines/features.ts';
import type { PageWords } from './words.ts';

/** What a line was decided to be, and by which rule. */
export interface Verdict {
  readonly kind: SegmentKind;
  readonly reason: string;
}

/** A page on its way through the segmenter: each rule settles lines that none before it settled. */
export interface Page {
  readonly text: string;
  readonly lines: readonly Read[];
  readonly words: PageWords;
  readonly titled: boolean;
  /** By line; undefined while unsettled. */
  readonly verdicts: (Verdict | undefined)[];
}

/** The lines that may belong to an article, as boundary rules see them: settled furniture is left out. */
export interface Body {
  readonly lines: readonly Read[];
  /** Whether the page's title is the headline of one article: then a second one needs more to show. */
  readonly titled: boolean;
  readonly cohesion: Cohesion;
  readonly words: PageWords;
}

/** Weight of a sign that needs company: chance makes it in one article of ten or so. */
export const WEAK = 0.3;

/** A rule's finding that an article begins at line `i` of the body. `weight` 1 decides by itself. */
export interface Evidence {
  readonly weight: number;
  readonly why: string;
}

/** Settles line `i` unless an earlier rule did. */
export function settle(page: Page, i: number, kind: SegmentKind, reason: string): void {
  page.verdicts[i] ??= { kind, reason };
}
