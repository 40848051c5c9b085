import type { Span } from '../../doc/index.ts';
import { findDays } from '../dates/find.ts';
import { GLUED } from '../lines/cues.ts';
import { fold, type PageWords } from '../words.ts';

/**
 * The name in a byline, without "By", the date that may stand before or after it, and marks between; null when a date
 * is all there is.
 */
export function bylineName(
  line: Span & { readonly text: string },
  words: PageWords,
): (Span & { readonly text: string }) | null {
  const days = findDays(line.text, 0, words);
  const first = days[0]?.start ?? line.text.length;
  const last = days.at(-1)?.end ?? line.text.length;
  const name =
    nameIn(line.text, { start: 0, end: first }, words) ??
    nameIn(line.text, { start: last, end: line.text.length }, words);
  return name && { ...name, start: line.start + name.start, end: line.start + name.end };
}

/** A name within a part of a line: the cue before it, and the weekday, hour and marks about it, taken off. */
function nameIn(text: string, part: Span, words: PageWords): (Span & { text: string }) | null {
  let { start, end } = part;
  const strip = (pattern: RegExp) => {
    start += pattern.exec(text.slice(start, end))?.[0].length ?? 0;
  };
  strip(/^[^\p{L}\p{N}@]+/u);
  const rest = fold(text.slice(start, end));
  const glued = fold(GLUED.exec(text.slice(start, end))?.[0] ?? '');
  const startsWith = (cue: string) => rest.startsWith(`${cue} `) || glued === cue;
  const cue = words.cues.find((c) => c.cue === 'byline' && c.match === 'start' && startsWith(c.text));
  if (cue) start += cue.text.length;
  strip(/^[\s:]+/u);
  for (let last = -1; last !== end; ) {
    last = end;
    end = start + text.slice(start, end).replace(/[\s,;:|–—•·،-]+$/u, '').length;
    const token = /[^\s,،]+$/u.exec(text.slice(start, end))?.[0] ?? '';
    if (token && words.groups.weekday.has(fold(token))) end -= token.length;
  }
  const name = text.slice(start, end);
  return isName(name, words) ? { text: name, start, end } : null;
}

/** Holds a letter and is no mere label or hour, as in "Published", "10:43 GMT". */
function isName(name: string, { groups }: PageWords): boolean {
  const tokens = fold(name).match(/\p{L}[\p{L}']*/gu) ?? [];
  return (
    tokens.some((t) => !groups.published.has(t) && !groups.weekday.has(t) && t.length > 1) &&
    !/^\d/.test(name)
  );
}
