import { foldWord } from '../../lexicon/gazetteer/index.ts';
import type { GazetteerEntry, PlaceWords } from '../../lexicon/index.ts';
import type { Named } from './named.ts';

/** Candidates looked at for one name: "San Antonio" has hundreds. */
export const MAX_CANDIDATES = 120;
/** Longest stretch between a place and what holds it: " in the northern ". */
const MAX_GAP = 24;

/**
 * Ties each name to the one right after it that may hold it: "A, B", "A (B)", "A in northern B"; and through a list, "A, B
 * and C in D". Names tied by "in" or by a list must have a sense that lies in a sense of the other.
 */
export function linkContainers(text: string, named: Named[], vocabulary: PlaceWords): void {
  for (let i = named.length - 2; i >= 0; i--) {
    const [one, next] = [named[i]!, named[i + 1]!];
    if (next.start < one.end || next.start - one.end > MAX_GAP) continue;
    const between = text.slice(one.end, next.start);
    if (/^(?:\s?[,،]\s|\s\()$/.test(between)) one.container = i + 1;
    else if (leads(between, vocabulary) && mayHold(next, one)) one.container = i + 1;
    if (isList(between, vocabulary) && !mayHold(next, one)) {
      const holder = named[next.container];
      if (holder && mayHold(holder, one)) one.container = next.container;
    }
  }
}

/** "in", "in the", "in northern": what leads from a place to what holds it. */
function leads(between: string, { inside, of, directions, surroundings }: PlaceWords): boolean {
  const [first, ...rest] = wordsOf(between);
  return (
    first !== undefined &&
    !/[.;:!?]/.test(between) &&
    inside.has(first) &&
    rest.every((w) => of.has(w) || directions.has(w) || surroundings.has(w))
  );
}

function isList(between: string, { and }: PlaceWords): boolean {
  return /^[\s,،]*$/.test(between) || (!/[.;:]/.test(between) && wordsOf(between).every((w) => and.has(w)));
}

const wordsOf = (between: string): string[] => (between.match(/[\p{L}\p{M}]+/gu) ?? []).map(foldWord);

function mayHold(outer: Named, inner: Named): boolean {
  const holders = outer.candidates
    .slice(0, MAX_CANDIDATES)
    .filter(({ entry }) => entry.class === 'country' || entry.class === 'admin1');
  return inner.candidates
    .slice(0, MAX_CANDIDATES)
    .some(({ entry }) => holders.some((holder) => contains(holder.entry, entry)));
}

/** Whether the first place is the country or division that the second lies in. */
export function contains(outer: GazetteerEntry, inner: GazetteerEntry): boolean {
  if (outer.row === inner.row || outer.country !== inner.country) return false;
  if (outer.class === 'country') return true;
  return outer.class === 'admin1' && outer.admin1 === inner.admin1 && inner.class !== 'admin1';
}
