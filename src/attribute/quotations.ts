import type { Span, Token } from '../doc/index.ts';
import type { Voices } from '../lexicon/voices.ts';

/** A quotation, marks included. Tokens `[first, last)`. */
export interface Quotation {
  readonly first: number;
  readonly last: number;
  /** False when its paragraph ends before it is closed, as when a speech runs over paragraphs. */
  readonly closed: boolean;
}

/**
 * Pairs quotation marks inside each block of tokens, in one pass. A mark inside an open quotation only counts when it can
 * close it. A quotation that its block leaves open counts when the next block goes on with an opening mark, or when it
 * opens the block; any other lone mark is a slip and quotes nothing.
 */
export function findQuotations(
  text: string,
  tokens: readonly Token[],
  blocks: readonly Span[],
  marks: Voices['quotes'],
): Quotation[] {
  const closers = new Map<string, Set<string>>();
  for (const m of marks) closers.set(m.open, new Set([...(closers.get(m.open) ?? []), m.close]));
  const form = (i: number): string => text.slice(tokens[i]!.start, tokens[i]!.end);
  const quotations: Quotation[] = [];
  blocks.forEach(({ start, end }, b) => {
    let open = -1;
    for (let i = start; i < end; i++) {
      if (tokens[i]!.kind !== 'punctuation') continue;
      const mark = form(i);
      if (open >= 0 && closes(closers, form(open), mark)) {
        quotations.push({ first: open, last: i + 1, closed: true });
        open = -1;
      } else if (open < 0 && closers.has(mark)) open = i;
    }
    if (open < 0 || open === end - 1) return;
    const next = blocks[b + 1];
    const goesOn = next !== undefined && next.start < next.end && closers.has(form(next.start));
    if (goesOn || open === start) quotations.push({ first: open, last: end, closed: false });
  });
  return quotations;
}

/** Writers mix straight and curly marks: any closing mark but a guillemet closes any opening mark but a guillemet. */
function closes(closers: ReadonlyMap<string, ReadonlySet<string>>, open: string, mark: string): boolean {
  const own = closers.get(open);
  if (own?.has(mark)) return true;
  if (GUILLEMETS.has(open) || GUILLEMETS.has(mark)) return false;
  for (const set of closers.values()) if (set.has(mark) && !closers.has(mark)) return true;
  return false;
}

const GUILLEMETS = new Set(['«', '»']);
