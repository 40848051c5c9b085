import type { Capture } from './capture.ts';
import type { Note } from './note.ts';
import type { Article, Segment } from './segment.ts';

/** Leads a stretch of `doc.text` back to bytes: text from `textStart` up to the next entry came from `[byteStart, byteEnd)`. */
export type MapEntry = readonly [textStart: number, byteStart: number, byteEnd: number];

/** What was read from one capture. `text` is all visible text, kept and set aside; it never changes. */
export interface Doc {
  readonly kind: 'doc';
  /** Derives from the capture's digest: the same bytes give the same id. */
  readonly id: string;
  readonly capture: Capture;
  readonly text: string;
  readonly map: readonly MapEntry[];
  readonly language: string | null;
  readonly segments: readonly Segment[];
  readonly articles: readonly Article[];
  readonly notes: readonly Note[];
  /** Stage and version of the reader that made it, as `read@1`. */
  readonly by: string;
}

/** The id of the Doc of a capture: `d-` and the first 16 hex digits of its SHA-256. */
export function docId(sha256: string): string {
  return `d-${sha256.slice(0, 16)}`;
}

/** The id of an article in the whole record: `d-…#a1`. */
export function articleKey(doc: string, article: string): string {
  return `${doc}#${article}`;
}
