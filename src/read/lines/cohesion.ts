import type { Read } from './features.ts';

/** Lexical cohesion between stretches of lines, from words weighted by how few lines hold them. */
export interface Cohesion {
  /** Cosine of two stretches of lines, 0 … 1. */
  readonly between: (aStart: number, aEnd: number, bStart: number, bEnd: number) => number;
  /** Share of the weight of line `i`'s words that lines `[start, end)` repeat, 0 … 1. */
  readonly repeated: (i: number, start: number, end: number) => number;
  /** Weight of a word: log of lines by lines that hold it. */
  readonly weight: (id: number) => number;
}

/** Measures cohesion after Hearst's TextTiling (Computational Linguistics 23, 1997), with inverse line frequency. */
export function cohesionOf(lines: readonly Read[]): Cohesion {
  const held = new Map<number, number>();
  for (const { f } of lines) for (const id of f.ids) held.set(id, (held.get(id) ?? 0) + 1);
  const weight = (id: number) => Math.log((lines.length + 1) / (held.get(id) ?? 1));
  const bag = (start: number, end: number) => {
    const counts = new Map<number, number>();
    for (let i = Math.max(0, start); i < Math.min(lines.length, end); i++)
      for (const id of lines[i]!.f.ids) counts.set(id, (counts.get(id) ?? 0) + weight(id));
    return counts;
  };
  return {
    weight,
    between: (aStart, aEnd, bStart, bEnd) => cosine(bag(aStart, aEnd), bag(bStart, bEnd)),
    repeated: (i, start, end) => {
      const there = bag(start, end);
      const ids = lines[i]?.f.ids ?? [];
      const all = ids.reduce((sum, id) => sum + weight(id), 0);
      return all === 0 ? 0 : ids.reduce((sum, id) => sum + (there.has(id) ? weight(id) : 0), 0) / all;
    },
  };
}

function cosine(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let dot = 0;
  let aa = 0;
  let bb = 0;
  for (const [id, x] of a) {
    aa += x * x;
    dot += x * (b.get(id) ?? 0);
  }
  for (const x of b.values()) bb += x * x;
  return aa === 0 || bb === 0 ? 0 : dot / Math.sqrt(aa * bb);
}
