import { describe, expect, it } from 'vitest';
import type { CorpusArticle } from '../doc/index.ts';
import { findFamilies } from './index.ts';

const STORY =
  'Two trucks burned on the ring road near Halwan after midnight, a fire officer said. Nobody was hurt, and the road was open again by five in the morning. The cause is not known, and the police asked drivers to come forward with anything they had seen.';
const OTHER =
  'The harvest in the northern plain was the best for a decade, according to the growers who met in Qarat last week. Prices for barley fell by a tenth, and traders expect them to fall further before the first snow closes the passes.';

function article(key: string, text: string, blocks = [{ start: 0, end: text.length }]): CorpusArticle {
  const [doc = key] = key.split('#');
  return {
    key,
    doc,
    text,
    start: 0,
    end: text.length,
    outlet: null,
    language: 'en',
    published: null,
    blocks,
  };
}

describe('findFamilies', () => {
  it('finds a reprint, word for word, as one passage and one family', () => {
    const { families, passages } = findFamilies([
      article('d-1#a1', STORY),
      article('d-2#a1', `HALWAN – ${STORY}`),
    ]);
    expect(families.map((f) => f.articles)).toEqual([['d-1#a1', 'd-2#a1']]);
    expect(passages).toMatchObject([{ kind: 'verbatim', ratio: 1, articles: ['d-1#a1', 'd-2#a1'] }]);
    expect(passages[0]?.a.exact).toBe(STORY.slice(0, -1));
  });

  it('quotes both sides as they stand in their texts', () => {
    const texts: Record<string, string> = {
      'd-1': STORY,
      'd-2': `By our reporter. ${STORY.replace('Nobody', 'No one')}`,
    };
    const { passages } = findFamilies(Object.entries(texts).map(([doc, text]) => article(`${doc}#a1`, text)));
    for (const { a, b } of passages)
      for (const e of [a, b]) expect(texts[e.doc]?.slice(e.start, e.end)).toBe(e.exact);
    expect(passages[0]?.kind).toBe('near-verbatim');
  });

  it('finds one paragraph of two otherwise different articles, and makes no family of them', () => {
    const shared = 'Nobody was hurt, and the road was open again by five in the morning.';
    const a = article('d-1#a1', `${OTHER} ${shared} ${OTHER.split(' ').reverse().join(' ')}`);
    const b = article('d-2#a1', `${STORY.split(' ').reverse().join(' ')} ${shared}`);
    const { families, passages } = findFamilies([a, b]);
    expect(passages).toHaveLength(1);
    expect(passages[0]?.a.exact).toContain('the road was open again');
    expect(families).toEqual([]);
  });

  it('finds a lead that the same article says again', () => {
    const text = `Two trucks burned on the ring road near Halwan after midnight. ${OTHER} A fire officer said two trucks burned on the ring road near Halwan after midnight.`;
    const { passages, families } = findFamilies([article('d-1#a1', text)]);
    expect(passages).toHaveLength(1);
    expect(passages[0]!.a.end).toBeLessThan(passages[0]!.b.start);
    expect(families).toEqual([]);
  });

  it('looks at content blocks only', () => {
    const masked = `${OTHER}\n${STORY}`;
    const only = [{ start: 0, end: OTHER.length }];
    expect(findFamilies([article('d-1#a1', STORY), article('d-2#a1', masked, only)]).passages).toEqual([]);
  });

  it('finds nothing between different stories', () => {
    expect(findFamilies([article('d-1#a1', STORY), article('d-2#a1', OTHER)])).toEqual({
      families: [],
      passages: [],
    });
  });

  it('reads Arabic with and without vowel marks as the same', () => {
    const plain =
      'احترقت شاحنتان على الطريق الدائري قرب حلوان بعد منتصف الليل وقال ضابط في الإطفاء إن أحدا لم يصب وإن الطريق فتح من جديد عند الخامسة صباحا';
    const { passages } = findFamilies([
      article('d-1#a1', plain),
      article('d-2#a1', plain.replace('ضابط', 'ضَابِط')),
    ]);
    expect(passages[0]?.ratio).toBe(1);
  });

  it('does not let a chain of part copies fuse', () => {
    const words = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ');
    const chain = [
      article('d-1#a1', words(0, 100)),
      article('d-2#a1', words(35, 135)),
      article('d-3#a1', words(70, 170)),
    ];
    for (const { articles } of findFamilies(chain).families) expect(articles).toHaveLength(2);
  });

  it('gives the same whatever the order of the articles', () => {
    const all = [
      article('d-3#a1', STORY),
      article('d-1#a1', `${STORY} ${OTHER}`),
      article('d-2#a1', `Again: ${STORY}`),
    ];
    expect(findFamilies([...all].reverse())).toEqual(findFamilies(all));
  });

  it('grows with the words, not with the pairs, on a story printed very often', () => {
    const many = (n: number): CorpusArticle[] =>
      Array.from({ length: n }, (_, i) => article(`d-${String(i).padStart(4, '0')}#a1`, `No ${i}. ${STORY}`));
    const passages = (n: number): number => findFamilies(many(n)).passages.length;
    expect(passages(80) / passages(40)).toBeLessThan(2.5);
    expect(findFamilies(many(40)).families.map((f) => f.articles.length)).toEqual([40]);
  });

  it('takes a time that grows with a page of many copies', () => {
    const many = (n: number): CorpusArticle[] =>
      Array.from({ length: n }, (_, i) => article(`d-${String(i).padStart(5, '0')}#a1`, `No ${i}. ${STORY}`));
    const cost = (n: number): number => {
      const all = many(n);
      const start = performance.now();
      findFamilies(all);
      return performance.now() - start;
    };
    cost(50);
    expect(cost(1_600)).toBeLessThan(Math.max(20, cost(200)) * 24);
  });
});
