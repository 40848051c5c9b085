import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Piece = [start: number, end: number];
interface Item {
  id: string;
  text: string;
  attributions: { source: Piece[]; cue: Piece[]; content: Piece[]; stance: string }[];
}

const items: Item[] = readFileSync(new URL('./items.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));
const pieces = (item: Item): Piece[] =>
  item.attributions.flatMap((a) => [...a.source, ...a.cue, ...a.content]);

describe('the gold set of Arabic attributions', () => {
  it('has items with and without attributions, each under an id of its own', () => {
    expect(items.length).toBeGreaterThanOrEqual(120);
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(items.filter(({ attributions }) => attributions.length === 0).length).toBeGreaterThanOrEqual(20);
  });

  it.each(items)('$id: every span holds words without white space around them', (item) => {
    for (const [start, end] of pieces(item)) {
      const words = item.text.slice(start, end);
      expect(words).toBe(words.trim());
      expect(words).toMatch(/\p{L}|\p{N}|:/u);
    }
  });

  it.each(items)('$id: cues and contents overlap nothing, and the stance is one of three', (item) => {
    const held = item.attributions.flatMap((a) => [...a.cue, ...a.content]).sort((a, b) => a[0] - b[0]);
    held.forEach(([start], i) => {
      expect(i === 0 || held[i - 1]![1] <= start).toBe(true);
    });
    for (const { stance } of item.attributions) expect(['asserted', 'denied', 'doubted']).toContain(stance);
  });
});
