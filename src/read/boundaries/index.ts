import type { Read } from '../lines/features.ts';
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
export interface Start extends Evidence {
  readonly line: number;
}

/** No article is shorter than this many lines, unless script, markup or an end marker cuts it. */
const SHORTEST = 3;

/** Sum of weights from which a page shows that it holds several articles: one sure sign, or three or more weak ones. */
const SEVERAL = 0.9;

/**
 * Finds where articles begin. The first line begins one. Weak signs, such as the look of a lead, are taken at their
 * usual strength on a page that shows several articles by a sure sign or by many weak ones; else they must be strong.
 */
export function findStarts(body: Body): Start[] {
  if (body.lines.length === 0) return [];
  const starts = scan(body, false);
  const sum = starts.reduce((total, { weight }) => total + weight, 0);
  return body.titled || sum >= SEVERAL ? starts : scan(body, true);
}

function scan(body: Body, alone: boolean): Start[] {
  const copied = copies(body);
  const starts: Start[] = [{ line: 0, why: 'the first text of the page', weight: 0 }];
  const lines = new Set([0]);
  for (let i = 1; i < body.lines.length; i++) {
    const start = starts.at(-1)!.line;
    const found = body.titled
      ? besideTheTitled(body, start, i)
      : (otherElement(body, i) ??
        changeOfScript(body, start, i) ??
        anotherHeadline(body, start, i) ??
        afterEndMarker(body, i) ??
        copied(start, i, lines) ??
        (i - start >= SHORTEST ? looksLikeOpening(body, start, i, alone) : null));
    if (!found) continue;
    starts.push({ line: i, ...found });
    lines.add(i);
  }
  return starts;
}

function looksLikeOpening(body: Body, start: number, i: number, alone: boolean): Evidence | null {
  return (
    headlineOverByline(body, start, i) ??
    headlineOverDateline(body, start, i) ??
    deckOverFurniture(body, start, i, alone) ??
    captionOverLead(body, start, i) ??
    freshLead(body, start, i, alone)
  );
}

/** Signs that must agree where the page's title already names its one article. */
const SIGNS = 2;

/** A second article below the one that the page's title names: another element, another headline, another byline. */
function besideTheTitled(body: Body, start: number, i: number): Evidence | null {
  const { lines } = body;
  if (!isHeading(lines[i]!)) return null;
  const signs = [
    otherElement(body, i),
    anotherHeadline(body, start, i),
    headlineOverByline(body, start, i) ?? headlineOverDateline(body, start, i),
  ].filter((sign) => sign !== null);
  if (signs.length < SIGNS) return null;
  return { weight: 1, why: signs.map(({ why }) => why).join('; ') };
}

const isHeading = ({ hint }: Read) => hint === 'headline' || hint === 'subheadline';

/** Markup puts a heading into another `<article>` than the line before. */
function otherElement({ lines }: Body, i: number): Evidence | null {
  const here = lines[i]!.element;
  if (here === null || here === lines[i - 1]!.element || !isHeading(lines[i]!)) return null;
  return { weight: 1, why: 'another article element begins' };
}
