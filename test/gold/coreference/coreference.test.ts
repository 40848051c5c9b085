import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Passage {
  id: string;
  split: 'dev' | 'test';
  topic: string;
  text: string;
  chains: string[][];
  unclear?: string[];
}

interface Span {
  start: number;
  end: number;
}

const gold = parse(readFileSync(new URL('./passages.yaml', import.meta.url), 'utf8')) as Record<
  string,
  unknown
> & { passages: Passage[] };

const wordCharacter = /[\p{L}\p{N}_]/u;

/** The span of "phrase@n": the n-th occurrence of the phrase as whole words, capitals as written. */
function spanOf(text: string, mention: string): Span | undefined {
  const match = /^(.+)@([1-9]\d*)$/su.exec(mention);
  if (!match) return undefined;
  const phrase = match[1] as string;
  let left = Number(match[2]);
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
    const end = at + phrase.length;
    const whole = !wordCharacter.test(text.charAt(at - 1)) && !wordCharacter.test(text.charAt(end));
    if (whole && --left === 0) return { start: at, end };
  }
  return undefined;
}

describe('gold set: coreference', () => {
  it('has its header', () => {
    for (const key of ['what', 'source', 'licence', 'annotators', 'date', 'guidelines']) {
      expect(gold[key], key).toBeTruthy();
    }
  });

  it('has 40 passages, 20 to develop on and 20 to test on, in turn', () => {
    expect(gold.passages).toHaveLength(40);
    expect(new Set(gold.passages.map((passage) => passage.id)).size).toBe(40);
    expect(new Set(gold.passages.map((passage) => passage.text)).size).toBe(40);
    gold.passages.forEach((passage, index) => {
      expect(passage.split, passage.id).toBe(index % 2 === 0 ? 'dev' : 'test');
    });
  });

  it.each(gold.passages)('$id: every phrase occurs, and no two links share a span', (passage) => {
    const words = passage.text.split(/\s+/u).length;
    expect(words).toBeGreaterThanOrEqual(80);
    expect(words).toBeLessThanOrEqual(180);
    expect(passage.chains.length).toBeGreaterThan(0);

    const groups = [...passage.chains, ...(passage.unclear ?? []).map((mention) => [mention])];
    const spans = groups.map((group) =>
      group.map((mention) => {
        const span = spanOf(passage.text, mention);
        expect(span, mention).toBeDefined();
        return { mention, ...(span as Span) };
      }),
    );
    const all = spans.flat();
    const keys = all.map(({ start, end }) => `${start}-${end}`);
    expect(new Set(keys).size, 'a span stands in one chain only, and once').toBe(keys.length);

    for (const chain of spans.slice(0, passage.chains.length)) {
      expect(chain.length).toBeGreaterThanOrEqual(2);
      chain.slice(1).forEach((link, index) => {
        const before = chain[index] as Span;
        expect(link.start, `${link.mention} is in reading order`).toBeGreaterThanOrEqual(before.end);
      });
    }
    for (const a of all) {
      for (const b of all) {
        const crosses = a.start < b.start && b.start < a.end && a.end < b.end;
        expect(crosses, `${a.mention} crosses ${b.mention}`).toBe(false);
      }
    }
  });
});
