import type { Segment } from './segment.ts';

/** Stands in for every masked character. One UTF-16 code unit, so that offsets stay. */
export const FILLER = '\u2592';

/**
 * The text with every reader comment replaced by a filler of equal length (SECURITY.md: comments are masked outside the
 * evidence store). Line ends are kept, so that the shape of the page stays; nothing else of the comment does.
 */
export function maskComments(text: string, segments: readonly Segment[]): string {
  let out = '';
  let at = 0;
  for (const segment of segments) {
    if (segment.kind !== 'comment') continue;
    out += text.slice(at, segment.start);
    out += text.slice(segment.start, segment.end).replace(/[^\r\n]/g, FILLER);
    at = segment.end;
  }
  return out + text.slice(at);
}
