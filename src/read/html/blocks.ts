import type { MapEntry } from '../../doc/index.ts';
import type { ByteFinder } from '../charset/byte-map.ts';
import type { Block } from './tree.ts';

/** A block as it stands in the page's text. */
export interface Laid {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly element: number;
  /** Share of its characters that are links, 0 … 1. */
  readonly linkDensity: number;
}

/** Lays blocks out as lines, white space collapsed as browsers do, with one map entry a text node. */
export function layOut(
  blocks: readonly Block[],
  bytes: ByteFinder,
): { text: string; map: MapEntry[]; laid: Laid[] } {
  const parts: string[] = [];
  const map: MapEntry[] = [];
  const laid: Laid[] = [];
  let length = 0;
  for (const block of blocks) {
    const begins = length;
    const shownParts: string[] = [];
    let size = 0;
    let atSpace = true; // asked of the last part alone: a growing string would be copied each time
    let linked = 0;
    for (const piece of block.pieces) {
      const shown = collapse(piece.text, atSpace);
      if (!shown) continue;
      map.push([begins + size, ...bytes(piece.start, piece.end)]);
      shownParts.push(shown);
      size += shown.length;
      atSpace = shown.endsWith(' ');
      if (piece.linked) linked += shown.length;
    }
    const trimmed = shownParts.join('').trimEnd();
    if (!trimmed) {
      while (map.length > 0 && map.at(-1)![0] >= begins) map.pop();
      continue;
    }
    laid.push({
      start: begins,
      end: begins + trimmed.length,
      text: trimmed,
      element: block.element,
      linkDensity: Math.min(1, linked / trimmed.length),
    });
    parts.push(trimmed);
    length = begins + trimmed.length + 1;
  }
  const text = parts.join('\n');
  return { text, map: map.filter(([at]) => at < text.length), laid };
}

function collapse(text: string, atSpace: boolean): string {
  const shown = text.replace(/[ \t\r\n\f]+/g, ' ');
  return atSpace && shown.startsWith(' ') ? shown.slice(1) : shown;
}
