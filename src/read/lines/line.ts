import type { Span } from '../../doc/index.ts';

/** What markup says a line is; `content` is main text of unsaid kind. Null in a text file. */
export type Hint =
  | 'content'
  | 'headline'
  | 'subheadline'
  | 'deck'
  | 'byline'
  | 'date'
  | 'caption'
  | 'chrome'
  | 'teaser'
  | 'comment';

/** A line of a page that holds more than white space: in scraped text a paragraph, in HTML a block. */
export interface Line extends Span {
  readonly text: string;
  readonly hint: Hint | null;
  /** Serial number of the `<article>` element it lies in, or null. */
  readonly element: number | null;
  /** Markup says that the line answers or rates what stands above it. */
  readonly reply?: boolean;
}

/** The lines of a text file without those of white space alone; spans are trimmed. Never longer than `limit` units of text. */
export function textLines(text: string, limit: number): Line[] {
  const lines: Line[] = [];
  const end = Math.min(text.length, limit);
  for (let at = 0; at < end; ) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    const raw = text.slice(at, next);
    const trimmed = raw.trim();
    if (trimmed) {
      const start = at + raw.indexOf(trimmed);
      lines.push({ start, end: start + trimmed.length, text: trimmed, hint: null, element: null });
    }
    at = next;
  }
  return lines;
}
