import type { Page } from '../page.ts';
import { settle } from '../page.ts';
import { fold } from '../words.ts';

/** A first copy this near the top is a breadcrumb; a later one is the alternative text of a picture. */
const TOP = 3;

/**
 * A headline printed more than once: the copy right above the text is the headline, others are set aside. Looks at
 * title-like lines that stand twice in the page's open text.
 */
export function repeatedHeadlines(page: Page): void {
  const open = page.lines.flatMap((line, i) => (page.verdicts[i] === undefined ? [{ line, i }] : []));
  const places = new Map<string, number[]>();
  for (const [k, { line }] of open.entries()) {
    if (!line.f.headlineLike || line.f.words < 4) continue;
    const key = fold(line.text);
    places.set(key, [...(places.get(key) ?? []).slice(0, TOP), k]);
  }
  const top = [...places.values()].find((at) => at.length > 1 && at[0]! < TOP);
  if (!top) return;
  const [first, second] = top as [number, number];
  const doubled = second - first <= TOP;
  if (doubled) settle(page, open[first]!.i, 'other', 'the headline once more, above');
  for (const k of top.slice(doubled ? 2 : 1))
    settle(page, open[k]!.i, 'other', 'the headline once more, below');
}
