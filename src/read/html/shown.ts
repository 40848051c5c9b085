import type { Span } from '../../doc/index.ts';
import type { Line } from '../lines/line.ts';

/** Where visible lines show some words, whatever their case; null when none does. */
export function shown(lines: readonly Line[], sought: string): Span | null {
  const needle = sought.toLowerCase();
  for (const { text, start } of lines) {
    const at = text.toLowerCase().indexOf(needle);
    if (at >= 0) return { start: start + at, end: start + at + needle.length };
  }
  return null;
}
