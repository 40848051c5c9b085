import type { MapEntry } from '../../doc/index.ts';

/** Code units per entry of a line too long for one: fine enough to find words again, coarse enough to stay small. */
const ENTRY_UNITS = 4096;

/**
 * Leads decoded text back to bytes, one entry a line. A line feed is one byte in every charset that extends ASCII and
 * never part of a longer character in those the web uses, so the n-th of the text is the n-th of the bytes.
 */
export function lineMap(text: string, body: Uint8Array, bom: number, charset: string): MapEntry[] {
  if (/^utf-?16/i.test(charset)) return wideMap(text, body, bom);
  const entries: MapEntry[] = [];
  let at = 0;
  let byte = bom;
  while (at < text.length) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 ? text.length : feed + 1;
    const fed = feed < 0 ? body.length : body.indexOf(0x0a, byte) + 1;
    if (fed === 0) return [[0, bom, body.length]];
    entries.push([at, byte, fed]);
    at = next;
    byte = fed;
  }
  const last = entries.at(-1);
  if (last && last[2] !== body.length) return [[0, bom, body.length]];
  return entries;
}

/** UTF-16: two bytes a code unit. */
function wideMap(text: string, body: Uint8Array, bom: number): MapEntry[] {
  const entries: MapEntry[] = [];
  for (let at = 0; at < text.length; at += ENTRY_UNITS) {
    const end = Math.min(text.length, at + ENTRY_UNITS);
    entries.push([at, bom + at * 2, end === text.length ? body.length : bom + end * 2]);
  }
  return entries;
}

/** Where the bytes of a stretch of the decoded source lie. */
export type ByteFinder = (start: number, end: number) => readonly [byteStart: number, byteEnd: number];

/**
 * Finds bytes of stretches asked for in order of their start. Exact for UTF-8 and for charsets of one byte a character;
 * on a damaged line and in other charsets, the bytes of the lines that the stretch lies in.
 */
export function byteFinder(source: string, lines: readonly MapEntry[], charset: string): ByteFinder {
  const utf8 = /^utf-?8$/i.test(charset);
  const size = (from: number, to: number) => (utf8 ? Buffer.byteLength(source.slice(from, to)) : to - from);
  const lineEnd = (i: number) => lines[i + 1]?.[0] ?? source.length;
  let index = -1;
  let exact = false;
  let at = 0;
  let byte = 0;
  const enter = (i: number) => {
    const [start, byteStart, byteEnd] = lines[i]!;
    index = i;
    exact = size(start, lineEnd(i)) === byteEnd - byteStart;
    at = start;
    byte = byteStart;
  };
  return (start, end) => {
    let i = Math.max(index, 0);
    while (i + 1 < lines.length && lines[i + 1]![0] <= start) i++;
    if (i !== index) enter(i);
    let stop = i;
    while (stop + 1 < lines.length && lines[stop + 1]![0] < end) stop++;
    const [, byteStart] = lines[i]!;
    if (!exact) return [byteStart, lines[stop]![2]];
    byte += size(at, start);
    at = start;
    return [byte, end <= lineEnd(i) ? byte + size(start, end) : lines[stop]![2]];
  };
}
