import type { Body, Evidence } from '../page.ts';

/** Lines that must repeat for a copy: background paragraphs recur alone, articles recur whole. */
const RUN = 3;
/** How far into the earlier article its copy may begin: the copy may lack headline and deck. */
const NEAR_START = 3;

/** An exact repetition of an earlier run: an article pasted twice. Finds where copies begin and where they end. */
export function copies({
  lines,
}: Body): (start: number, i: number, starts: ReadonlySet<number>) => Evidence | null {
  const first = new Map<string, number>();
  const copyOf = lines.map(({ text }, i) => {
    const earlier = first.get(text);
    if (earlier === undefined) first.set(text, i);
    return earlier;
  });
  const runAt = (i: number) =>
    copyOf.slice(i, i + RUN).every((at, k) => at !== undefined && at === copyOf[i]! + k);
  return (_start, i, starts) => {
    const earlier = copyOf[i];
    if (earlier !== undefined && i + RUN <= lines.length && runAt(i) && copyOf[i - 1] !== earlier - 1)
      return beginsNear(earlier, starts)
        ? { weight: 1, why: 'repeats an earlier article from its beginning' }
        : null;
    const before = copyOf[i - 1];
    if (before === undefined || i < RUN || earlier === before + 1 || !runAt(i - RUN)) return null;
    return starts.has(before + 1) ? { weight: 1, why: 'the copy of an earlier article ends above' } : null;
  };
}

function beginsNear(line: number, starts: ReadonlySet<number>): boolean {
  for (let back = 0; back <= NEAR_START; back++) if (starts.has(line - back)) return true;
  return false;
}
