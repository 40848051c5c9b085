import type { Evidence, Passage, Report } from '../doc/index.ts';
import { foldWord } from '../lexicon/dictionary.ts';

/** Share of two sentences' different words that both have, from which one is a copy of the other. */
const MIN_COMMON = 0.5;

/** Pairs of reports whose sentences stand in one shared passage and are alike; keys as `pairId`. */
export function copiedPairs(
  reports: readonly Report[],
  passages: readonly Passage[],
): ReadonlyMap<string, readonly [Report, Report]> {
  const byDoc = new Map<string, Report[]>();
  for (const r of reports) {
    const list = byDoc.get(r.sentence.doc);
    if (list) list.push(r);
    else byDoc.set(r.sentence.doc, [r]);
  }
  const pairs = new Map<string, readonly [Report, Report]>();
  for (const { a, b, articles } of passages) {
    const there = inside(byDoc, b, articles[1]);
    for (const x of inside(byDoc, a, articles[0]))
      for (const y of opposite(there, x.sentence.start - a.start, a, b))
        if (x.id !== y.id && alike(x.sentence.exact, y.sentence.exact)) pairs.set(pairId(x, y), [x, y]);
  }
  return pairs;
}

/** Reports of the other side of a passage that one is compared with: a long copy keeps its order. */
const OPPOSITE = 24;

/** Those that stand nearest to the same place of the passage; all of them in a short one. */
function opposite(there: readonly Report[], offset: number, a: Evidence, b: Evidence): readonly Report[] {
  if (there.length <= OPPOSITE) return there;
  const at = b.start + (offset * (b.end - b.start)) / Math.max(1, a.end - a.start);
  let [low, high] = [0, there.length];
  while (low < high) {
    const mid = (low + high) >> 1;
    if (there[mid]!.sentence.start < at) low = mid + 1;
    else high = mid;
  }
  return there.slice(Math.max(0, low - OPPOSITE / 2), low + OPPOSITE / 2);
}

/** One key for two reports, whatever their order. */
export function pairId(a: Report, b: Report): string {
  return a.id < b.id ? `${a.id} ${b.id}` : `${b.id} ${a.id}`;
}

function inside(
  byDoc: ReadonlyMap<string, readonly Report[]>,
  span: Evidence,
  article: string,
): readonly Report[] {
  return (byDoc.get(span.doc) ?? []).filter(
    (r) => r.article === article && r.sentence.start < span.end && span.start < r.sentence.end,
  );
}

function alike(a: string, b: string): boolean {
  const [x, y] = [words(a), words(b)];
  let both = 0;
  for (const w of x) if (y.has(w)) both++;
  return both / Math.max(1, x.size + y.size - both) >= MIN_COMMON;
}

function words(text: string): ReadonlySet<string> {
  return new Set((text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).map(foldWord));
}
