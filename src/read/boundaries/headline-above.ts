import type { Body } from '../page.ts';
import type { Start } from './index.ts';

/** Share of a headline's weight that the article beneath must repeat; headlines of the development pages repeat over half. */
const MINE = 0.3;
const AHEAD = 8;

/**
 * A headline-like line right above a found opening is that article's headline when the article repeats its words;
 * otherwise it leads elsewhere, and is given as an orphan.
 */
export function headlinesAbove(
  { lines, cohesion }: Body,
  starts: readonly Start[],
): { starts: Start[]; orphans: number[] } {
  const orphans: number[] = [];
  const moved = starts.map((start) => {
    const above = start.line - 1;
    const line = lines[above];
    if (!line?.f.headlineLike || /[?؟]$/u.test(line.text)) return start;
    if (cohesion.repeated(above, start.line, start.line + AHEAD) >= MINE) return { ...start, line: above };
    orphans.push(above);
    return start;
  });
  return { starts: moved, orphans };
}
