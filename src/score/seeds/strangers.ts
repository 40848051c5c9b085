import { overlap } from '../core/overlap.ts';
import type { FileSpan, SeedsGold } from './gold.ts';

const HALF = 0.5;

/** Things that stand more than half in a reader's comment or in page chrome: each is a false positive. */
export function strangers<T extends FileSpan>(gold: SeedsGold, items: readonly T[]): T[] {
  return items.filter((item) => {
    const outside = (gold.segments.files[item.file] ?? []).filter(
      (s) => s.article === null && isAway(s.kind),
    );
    const shared = outside.reduce((sum, segment) => sum + overlap(item, segment), 0);
    return shared > HALF * (item.end - item.start);
  });
}

/** Comment and chrome: text that is no content. */
export function isAway(kind: string): boolean {
  return kind === 'comment' || kind === 'chrome';
}
