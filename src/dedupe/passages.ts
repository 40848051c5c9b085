import { evidence, type Passage } from '../doc/index.ts';
import { type Alignment, alignChain } from './align.ts';
import { chainRuns } from './chain.ts';
import { type Run, seedIndex } from './seeds.ts';
import type { WordStream } from './words.ts';

/** Fewest equal words of a passage: below, stock phrases and titles are found. */
export const MIN_EQUAL_WORDS = 10;
/** Least share of the longer side's words that stand in the other (chosen on rewritten leads, which keep 0.6 to 0.8). */
export const MIN_RATIO = 0.5;

/** An alignment between two streams, by their numbers; the first is the earlier one. */
export interface Shared extends Alignment {
  readonly from: number;
  readonly to: number;
}

/** Every stretch that two streams, or two places of one stream, share. */
export function sharedStretches(streams: readonly WordStream[]): readonly Shared[] {
  const index = seedIndex();
  const all: Shared[] = [];
  streams.forEach((stream, to) => {
    for (const [from, runs] of [...index.add(stream)].sort((x, y) => x[0] - y[0])) {
      if (runs.reduce((n, r) => n + r.length, 0) < MIN_EQUAL_WORDS / 2) continue;
      for (const found of stretches(streams[from]!, stream, runs, from === to))
        all.push({ from, to, ...found });
    }
  });
  return all;
}

function stretches(a: WordStream, b: WordStream, runs: readonly Run[], self: boolean): readonly Alignment[] {
  const found: Alignment[] = [];
  for (const chain of chainRuns(runs)) {
    const middle = Math.floor((chain.at(-1)!.a + chain.at(-1)!.length + chain[0]!.b) / 2);
    const limit = self ? ([0, middle, middle, b.ids.length] as const) : undefined;
    if (self && chain.at(-1)!.a + chain.at(-1)!.length > chain[0]!.b) continue;
    const aligned = alignChain(a.ids, b.ids, chain, limit);
    if (aligned.equal >= MIN_EQUAL_WORDS && ratioOf(aligned) >= MIN_RATIO) found.push(aligned);
  }
  return distinct(found);
}

/** Share of the longer side's words that stand in the other, in order. */
export function ratioOf(x: Alignment): number {
  return x.equal / Math.max(x.aEnd - x.a, x.bEnd - x.b);
}

/** Words of one side that a cell of kept stretches spans. */
const CELL_WORDS = 64;

/** Leaves out what lies inside a longer stretch on both sides; looks only at those that cover its first word. */
function distinct(found: readonly Alignment[]): readonly Alignment[] {
  const kept: Alignment[] = [];
  const cells = new Map<number, Alignment[]>();
  const cellOf = (word: number): number => Math.floor(word / CELL_WORDS);
  for (const x of [...found].sort((p, q) => q.equal - p.equal || p.a - q.a || p.b - q.b)) {
    if (cells.get(cellOf(x.a))?.some((k) => holds(k, x))) continue;
    kept.push(x);
    for (let c = cellOf(x.a); c <= cellOf(x.aEnd - 1); c++) {
      const cell = cells.get(c);
      if (cell) cell.push(x);
      else cells.set(c, [x]);
    }
  }
  return kept.sort((p, q) => p.a - q.a || p.b - q.b);
}

const holds = (k: Alignment, x: Alignment): boolean =>
  k.a <= x.a && x.aEnd <= k.aEnd && k.b <= x.b && x.bEnd <= k.bEnd;

/** A shared stretch as it is recorded, with the words of both sides. */
export function passageOf(streams: readonly WordStream[], shared: Shared): Passage {
  const a = streams[shared.from]!;
  const b = streams[shared.to]!;
  const ratio = ratioOf(shared);
  return {
    a: words(a, shared.a, shared.aEnd),
    b: words(b, shared.b, shared.bEnd),
    articles: [a.article.key, b.article.key],
    kind: ratio === 1 ? 'verbatim' : 'near-verbatim',
    ratio: Math.round(ratio * 1000) / 1000,
  };
}

function words(stream: WordStream, from: number, to: number): Passage['a'] {
  const { doc, text } = stream.article;
  return evidence(doc, text, { start: stream.starts[from]!, end: stream.ends[to - 1]! });
}
