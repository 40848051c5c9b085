import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Item {
  id: string;
  text: string;
  class: string;
  report: boolean;
}

const items: Item[] = readFileSync(new URL('./items.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line));

describe('the gold set of sentences in war words', () => {
  it('has 200 sentences that tell of no such event, and controls that do', () => {
    expect(items.filter(({ report }) => !report).length).toBeGreaterThanOrEqual(200);
    expect(items.filter(({ report }) => report).length).toBeGreaterThanOrEqual(40);
  });

  it('gives each text an id of its own, once', () => {
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    expect(new Set(items.map(({ text }) => text)).size).toBe(items.length);
    for (const { class: kind, report } of items) expect(kind === 'control').toBe(report);
  });
});
