import type { Article, Block, Segment, SegmentKind, Span } from '../doc/index.ts';
import { CONTENT_KINDS, trim } from '../doc/index.ts';

/** Whether document stages look at a segment of this kind: content says what happened, a byline only who wrote. */
function isRead(kind: SegmentKind): boolean {
  return kind !== 'byline' && CONTENT_KINDS.has(kind);
}

/** A line this long or shorter, in a text whose lines nearly all are, was broken by a typewriter's margin. */
const WRAP_WIDTH = 100;
/** Share of lines that must end without a stop and go on in lower case before a text counts as hard-wrapped. */
const WRAP_SHARE = 0.4;
/** Fewer lines than this show no habit. */
const WRAP_LEAST_LINES = 4;

/** The content blocks of one article of a page: its segments, cut at line ends. */
export function articleBlocks(
  text: string,
  segments: readonly Segment[],
  article: Article,
): readonly Block[] {
  return segments
    .filter((s) => s.article === article.id && isRead(s.kind))
    .flatMap((s) => cutLines(text, s).map((span) => ({ ...span, kind: s.kind })));
}

/** The blocks of a bare text, all of it content: its paragraphs. */
export function textBlocks(text: string): readonly Block[] {
  return cutLines(text, { start: 0, end: text.length }).map((span) => ({
    ...span,
    kind: 'article' as const,
  }));
}

/** Cuts a span at every line end, or at blank lines alone where the lines were wrapped by width. Drops empty ones. */
function cutLines(text: string, span: Span): readonly Span[] {
  const separator = isWrapped(text.slice(span.start, span.end)) ? /\r?\n[ \t]*\r?\n\s*/g : /[\r\n]+/g;
  const out: Span[] = [];
  const slice = text.slice(span.start, span.end);
  let at = 0;
  for (const match of slice.matchAll(separator)) {
    out.push({ start: span.start + at, end: span.start + match.index });
    at = match.index + match[0].length;
  }
  out.push({ start: span.start + at, end: span.end });
  return out.map((s) => trim(text, s)).filter((s) => s.end > s.start);
}

/** Whether most line ends fall inside sentences, as in wire copy set to a fixed width. */
export function isWrapped(text: string): boolean {
  const lines = text.split(/\r?\n/);
  let breaks = 0;
  let broken = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = (lines[i] ?? '').trimEnd();
    const next = (lines[i + 1] ?? '').trimStart();
    if (line === '' || next === '') continue;
    if (line.length > WRAP_WIDTH) return false;
    breaks++;
    if (!/[.!?:;"”»)\]]$/.test(line) && /^[\p{Ll}\d(]/u.test(next)) broken++;
  }
  return breaks >= WRAP_LEAST_LINES && broken / breaks >= WRAP_SHARE;
}
