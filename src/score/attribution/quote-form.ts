import type { Offsets } from '../../doc/index.ts';

const OPENS = /^(["“„«‟]|``|'')/;
const OPENED_BEFORE = /(["“„«‟]|``)\s?$/;
const CLOSES = /(["”“»]|'')[.,;:!?]?$/;
const CLOSED_AFTER = /^[.,;:!?]?\s?(["”“»]|'')/;
const ANY_MARK = /["“”„«»‟]|``|''/;
/** How far outside the span its marks may stand. */
const BEFORE = 2;
const AFTER = 3;

/** `direct` = every piece stands inside quotation marks, `mixed` = some words do, `indirect` = none. */
export function quoteForm(text: string, spans: readonly Offsets[] | undefined): string {
  if (!spans?.length) return 'none';
  const pieces = spans.map(([start, end]) => piece(text, start, end));
  if (pieces.every((one) => one.quoted)) return 'direct';
  return pieces.some((one) => one.marked) ? 'mixed' : 'indirect';
}

function piece(text: string, start: number, end: number): { quoted: boolean; marked: boolean } {
  const words = text.slice(start, end).trim();
  const opens = OPENS.test(words) || OPENED_BEFORE.test(text.slice(Math.max(0, start - BEFORE), start));
  const closes = CLOSES.test(words) || CLOSED_AFTER.test(text.slice(end, end + AFTER));
  const quoted = opens && closes;
  return { quoted, marked: quoted || ANY_MARK.test(words) };
}
