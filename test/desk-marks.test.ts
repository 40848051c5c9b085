import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Segment } from '../src/doc/index.ts';
import { blocksOf } from '../web/src/lib/blocks.ts';
import { itemAt, itemsOf, runsOf, stepFrom } from '../web/src/lib/marks.ts';
import { sampleRecord } from './support/sample.ts';

const record = sampleRecord();
const page = record.pages[0]!;
const own = <T extends { readonly article: string }>(list: readonly T[]): T[] =>
  list.filter((i) => i.article.startsWith(page.id));
const items = itemsOf({
  claims: own(record.claims),
  reports: own(record.reports),
  layers: { [`${page.id}#a1`]: record.layers[`${page.id}#a1`]! },
});
const at = (words: string) => {
  const start = page.text.indexOf(words);
  return { start, end: start + words.length };
};
const slice = ({ start, end }: { start: number; end: number }): string => page.text.slice(start, end);

describe('blocks of the reader', () => {
  it('hold every character that is not white space, once and in order', () => {
    const parts = blocksOf(page).flatMap((b) => (b.type === 'text' ? b.paragraphs : b.segments));
    expect(parts.map(slice).join('').replace(/\s/g, '')).toBe(page.text.replace(/\s/g, ''));
  });

  it('fold neighbours that were set aside into one', () => {
    const last = blocksOf(page).at(-1);
    expect(last?.type === 'fold' && last.segments.map((s) => s.kind)).toEqual(['comment', 'teaser']);
  });

  it('leave out what holds only white space', () => {
    const segments: Segment[] = [{ start: 0, end: 3, kind: 'chrome', article: null, reason: '' }];
    expect(blocksOf({ text: ' \n ', segments, articles: [] })).toEqual([]);
  });
});

describe('runs', () => {
  const paragraph = at(
    'An air strike hit the grain market of Tarsuna on Tuesday, the state agency Orin reported',
  );

  it('give words under two marks both names', () => {
    const [runs] = runsOf([paragraph], items, null, null);
    const run = runs?.find((r) => slice(r) === 'Tuesday');
    expect(run?.marks).toEqual(['claims content', 'times words']);
  });

  it('show the quiet pieces of the chosen item only', () => {
    const report = items.find((i) => i.layer === 'reports')!;
    const names = (chosen: string | null) =>
      runsOf([paragraph], items, chosen, null)[0]?.flatMap((r) => r.marks);
    expect(names(null)).not.toContain('reports sentence chosen');
    expect(names(report.key)).toContain('reports sentence chosen');
  });

  it('never lose or repeat a character, whatever overlaps', () => {
    const span = fc
      .tuple(fc.nat({ max: 300 }), fc.nat({ max: 60 }))
      .map(([start, length]) => ({ start, end: start + length + 1 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), span, (spans, target) => {
        const made = spans.map((s, i) => ({
          ...items[0]!,
          ...s,
          key: String(i),
          pieces: [{ ...s, part: 'x', quiet: false }],
        }));
        const lines = [
          { start: 10, end: 120 },
          { start: 125, end: 260 },
        ];
        const runs = runsOf(lines, made, null, target);
        runs.forEach((list, i) => {
          expect(list[0]?.start).toBe(lines[i]?.start);
          expect(list.at(-1)?.end).toBe(lines[i]?.end);
          for (const [j, run] of list.slice(1).entries()) expect(run.start).toBe(list[j]?.end);
          for (const run of list) {
            const covering = spans.flatMap((s, k) =>
              s.start <= run.start && s.end >= run.end ? [String(k)] : [],
            );
            expect([...run.keys].sort()).toEqual(covering.sort());
          }
        });
      }),
    );
  });
});

describe('a link', () => {
  it('finds the item with just these words', () => {
    expect(itemAt(items, at('Tuesday'))?.layer).toBe('times');
  });

  it('finds the smallest item that holds the words, when none has just these', () => {
    expect(itemAt(items, at('grain market of Tarsuna'))).toMatchObject({ layer: 'claims' });
  });

  it('finds nothing where nothing is marked', () => {
    expect(itemAt(items, at('Witnesses'))).toBeNull();
  });
});

describe('steps', () => {
  it('go round from the last to the first and back', () => {
    const [first] = items;
    expect(stepFrom(items, null, 1)).toBe(first);
    expect(stepFrom(items, items.at(-1)!.key, 1)).toBe(first);
    expect(stepFrom(items, first!.key, -1)).toBe(items.at(-1));
    expect(stepFrom([], null, 1)).toBeNull();
  });
});
