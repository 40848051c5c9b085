import { describe, expect, it } from 'vitest';
import { annotate } from '../annotate/index.ts';
import type { Block } from '../doc/index.ts';
import { loadLexicon } from '../lexicon/index.ts';
import { attribute } from './index.ts';

const lexicon = loadLexicon();
const first = annotate(lexicon);
const second = attribute(lexicon);

/** The least of five runs, in milliseconds, so that a pause of the machine does not count. */
function cost(text: string): number {
  const blocks: Block[] = [{ start: 0, end: text.length, kind: 'article' }];
  const input = { id: 't', text, blocks, language: 'en', published: null, outlet: null, asked: [] };
  const layers = first.run(input, {});
  const times = [0, 0, 0, 0, 0].map(() => {
    const start = performance.now();
    second.run(input, layers);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Eight times the text may cost this much more: 8 when linear, 64 when quadratic; collecting garbage doubles some runs. */
const MAX_RATIO = 32;
/** Shorter runs than this measure the clock, in milliseconds. */
const FLOOR = 8;

describe('cost grows with the text, not with its square', () => {
  it.each([
    ['cue words in a row', 'said '],
    ['cues with sources in a row', 'crews said '],
    ['objects without an end', 'crews denied reports '],
    ['prepositions in a row', 'according to '],
    ['adverbs in a row', 'reportedly '],
    ['nouns in a row', "crews' claim that "],
    ['straight marks', '" '],
    ['curly marks that only open', '“ '],
    ['curly marks that only close', '” '],
    ['guillemets that only open', '« '],
    ['double marks of print', "`` word '' "],
    ['low marks', '„ word '],
    ['six kinds mixed', '“ « " „ ‟ `` '],
    ['an unclosed quotation', '“It rained, he said. '],
    ['commas', ', '],
    ['brackets', '( '],
  ])('%s', (_, unit) => {
    const small = cost(unit.repeat(4_000));
    const large = cost(unit.repeat(32_000));
    expect(large).toBeLessThan(Math.max(FLOOR, small) * MAX_RATIO);
  });

  it('reads 100,000 quotation marks', () => {
    expect(cost('"'.repeat(100_000))).toBeLessThan(Math.max(FLOOR, cost('"'.repeat(12_500))) * MAX_RATIO);
  });
});
