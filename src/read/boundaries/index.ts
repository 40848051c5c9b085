import type { Body, Evidence } from '../page.ts';
import { copies } from './copy.ts';
import { afterEndMarker } from './end-marker.ts';
import { freshLead } from './lead.ts';
import {
  anotherHeadline,
  captionOverLead,
  deckOverFurniture,
  headlineOverByline,
  headlineOverDateline,
} from './opening.ts';
import { changeOfScript } from './script.ts';

/** Where an article begins, as an index into the body's lines, and why. */
export interface Start {
  readonly line: number;
  readonly why: string;
}

/** No article is shorter than this many lines, unless script, markup or an end marker cuts it. */
const SHORTEST = 3;

/** Finds where articles begin: sure signs first, then furniture, then the look of a lead. The first line begins one. */
export function findStarts(body: Body): Start[] {
  if (body.lines.length === 0) return [];
  const copied = copies(body);
  const starts: Start[] = [{ line: 0, why: 'the first text of the page' }];
  const lines = new Set([0]);
  for (let i = 1; i < body.lines.length; i++) {
    const start = starts.at(-1)!.line;
    const found =
      otherElement(body, i) ??
      changeOfScript(body, i) ??
      anotherHeadline(body, start, i) ??
      afterEndMarker(body, i) ??
      copied(start, i, lines) ??
      (i - start >= SHORTEST ? looksLikeOpening(body, start, i) : null);
    if (!found) continue;
    starts.push({ line: i, why: found.why });
    lines.add(i);
  }
  return starts;
}

function looksLikeOpening(body: Body, start: number, i: number): Evidence | null {
  return (
    headlineOverByline(body, start, i) ??
    headlineOverDateline(body, start, i) ??
    deckOverFurniture(body, start, i) ??
    captionOverLead(body, start, i) ??
    freshLead(body, start, i)
  );
}

/** Markup puts the line into another `<article>` than the one before. */
function otherElement({ lines }: Body, i: number): Evidence | null {
  const here = lines[i]!.element;
  const before = lines[i - 1]!.element;
  if (here === before || (here === null && before === null)) return null;
  return here === null ? null : { weight: 1, why: 'another article element begins' };
}
