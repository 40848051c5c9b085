import type { PageRecord } from '../../../src/doc/corpus.ts';
import type { Article, Segment, SegmentKind } from '../../../src/doc/segment.ts';
import type { Span } from '../../../src/doc/span.ts';

/** Kinds that are not content: shown folded and in grey, never evidence. */
export const SET_ASIDE: ReadonlySet<SegmentKind> = new Set(['comment', 'teaser', 'chrome', 'other']);

/** A stretch of content to be read, cut into paragraphs. */
export interface TextBlock extends Span {
  readonly type: 'text';
  readonly kind: SegmentKind;
  readonly article: string | null;
  readonly paragraphs: readonly Span[];
  /** Set on the first block of an article. */
  readonly opens: Article | null;
}

/** Neighbouring stretches that were set aside, folded into one line. */
export interface FoldBlock extends Span {
  readonly type: 'fold';
  readonly segments: readonly Segment[];
}

export type Block = TextBlock | FoldBlock;

/** The page as the reader lays it out, in page order: every character lies in one block. */
export function blocksOf(page: Pick<PageRecord, 'text' | 'segments' | 'articles'>): readonly Block[] {
  const blocks: Block[] = [];
  const opened = new Set<string>();
  let fold: Segment[] = [];
  const close = (): void => {
    const [first] = fold;
    const last = fold.at(-1);
    if (first && last && page.text.slice(first.start, last.end).trim() !== '')
      blocks.push({ type: 'fold', start: first.start, end: last.end, segments: fold });
    fold = [];
  };
  for (const segment of page.segments) {
    if (SET_ASIDE.has(segment.kind)) {
      fold.push(segment);
      continue;
    }
    const paragraphs = paragraphsOf(page.text, segment);
    if (paragraphs.length === 0) continue;
    close();
    const { start, end, kind, article } = segment;
    const opens =
      article !== null && !opened.has(article) ? page.articles.find((a) => a.id === article) : null;
    if (article !== null) opened.add(article);
    blocks.push({ type: 'text', start, end, kind, article, paragraphs, opens: opens ?? null });
  }
  close();
  return blocks;
}

/** Lines of a stretch that hold more than white space, without the white space at their ends. */
function paragraphsOf(text: string, span: Span): readonly Span[] {
  const out: Span[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(/[^\r\n]+/g)) {
    const line = match[0];
    const words = line.trim();
    if (words === '') continue;
    const start = span.start + match.index + line.indexOf(words);
    out.push({ start, end: start + words.length });
  }
  return out;
}
