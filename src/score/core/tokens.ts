import type { Offsets } from '../../doc/index.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:[.'’\-&][\p{L}\p{N}\p{M}]+)*|[$€£%]/gu;

/** Word tokens as the scores count them: letters and digits with inner marks, and currency and per cent signs. */
export function wordTokens(text: string): Offsets[] {
  return Array.from(text.matchAll(WORD), (match) => [match.index, match.index + match[0].length] as const);
}

/** Indices of the tokens that some of the spans touch. */
export function tokensIn(spans: readonly Offsets[] | undefined, tokens: readonly Offsets[]): Set<number> {
  const touched = new Set<number>();
  for (const [start, end] of spans ?? []) {
    for (let i = firstEndingAfter(start, tokens); i < tokens.length; i++) {
      if ((tokens[i]?.[0] ?? 0) >= end) break;
      touched.add(i);
    }
  }
  return touched;
}

function firstEndingAfter(start: number, tokens: readonly Offsets[]): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.[1] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many members two sets share. */
export function common<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let n = 0;
  for (const member of small) if (large.has(member)) n++;
  return n;
}
