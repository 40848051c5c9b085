import { type CapturedBytes, type Doc, docId, type Note, type Segment } from '../doc/index.ts';
import type { Lexicon } from '../lexicon/index.ts';
import { type Decoded, decode } from './charset/decode.ts';
import { articleOf } from './fields/article.ts';
import { languageOf } from './fields/language.ts';
import { outletByAppeal } from './fields/outlet.ts';
import { NOTHING } from './html/outside.ts';
import { htmlPage } from './html/page.ts';
import { textLines } from './lines/line.ts';
import { segment } from './segment.ts';
import { pageWords } from './words.ts';

/** Stage and version; raised whenever the reader's output changes. */
export const READ_BY = 'read@2';
/** Characters that are divided into articles; what lies beyond is set aside with a note. No page of news is longer. */
export const SEGMENT_LIMIT = 4_000_000;

/**
 * Reads one capture: all its visible text, where each stretch came from, what each stretch is and why, and the articles
 * in it. Pure, linear in the page's size; never throws on bad bytes or bad markup.
 */
export function read(captured: CapturedBytes, lexicon: Pick<Lexicon, 'source'>): Doc {
  const words = pageWords(lexicon);
  const { capture, body } = captured;
  const html = capture.mediaType !== 'text/plain';
  const decoded = decode(body, html, capture.statedCharset ?? null);
  const { text, map, lines, titled, outside } = html ? htmlPage(decoded, words) : textPage(decoded);
  const head = text.slice(0, SEGMENT_LIMIT);
  const divided = segment(
    head,
    lines.filter(({ end }) => end <= head.length),
    words,
    titled,
  );
  const alone = divided.cuts.length === 1 ? outside : { ...NOTHING, outlet: outside.outlet };
  const outlet = alone.outlet ?? outletByAppeal(divided.lines, words);
  const rest = beyond(text);
  return {
    kind: 'doc',
    id: docId(capture.sha256),
    capture: { ...capture, charset: decoded.charset },
    text,
    map,
    language: languageOf(divided.cuts[0]?.lines.map((line) => line.text).join('\n') ?? head),
    segments: [...divided.segments, ...rest.segments],
    articles: divided.cuts.map((cut) => articleOf(cut, words, { ...alone, outlet })),
    notes: [...decoded.notes, ...alone.notes, ...rest.notes],
    by: READ_BY,
  };
}

/** A text file is its own visible text. */
function textPage(decoded: Decoded) {
  const { source, map } = decoded;
  return { text: source, map, lines: textLines(source, SEGMENT_LIMIT), titled: false, outside: NOTHING };
}

function beyond(text: string): { segments: Segment[]; notes: Note[] } {
  if (text.length <= SEGMENT_LIMIT) return { segments: [], notes: [] };
  const span = { start: SEGMENT_LIMIT, end: text.length };
  const message = `text beyond ${SEGMENT_LIMIT} characters is kept but not divided into articles: split the file`;
  return {
    segments: [{ ...span, kind: 'other', article: null, reason: 'beyond the length that is divided' }],
    notes: [{ code: 'truncated', stage: 'read', message, span }],
  };
}
