import type { Capture } from './capture.ts';
import type { MapEntry } from './doc.ts';
import type { Note } from './note.ts';
import type { Article, Segment } from './segment.ts';

/** The read report of one page (docs/record.md). */
export interface ReadOutput {
  readonly capture: Omit<Capture, 'kind'>;
  readonly text: string;
  readonly map: readonly MapEntry[];
  readonly language: string | null;
  readonly segments: readonly Segment[];
  readonly articles: readonly Article[];
  readonly notes: readonly Note[];
}
