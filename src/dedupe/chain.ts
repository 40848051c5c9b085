import type { Run } from './seeds.ts';

/** Runs that follow each other in both streams with little between them. */
export type Chain = readonly Run[];

/** Words that may stand between two runs of one passage: a clause put in or taken out. */
const MAX_GAP = 12;
/** Chains that may be open at once for one pair of streams; bounds the work on text that repeats itself. */
const MAX_OPEN = 32;

/** Chains runs greedily in order of the later stream; each run goes to the open chain that it follows most closely. */
export function chainRuns(runs: readonly Run[]): readonly Chain[] {
  const done: Run[][] = [];
  let open: Run[][] = [];
  for (const run of [...runs].sort((x, y) => x.b - y.b || x.a - y.a)) {
    const still = open.filter((c) => run.b - endB(c) <= MAX_GAP);
    if (still.length < open.length) done.push(...open.filter((c) => run.b - endB(c) > MAX_GAP));
    open = still;
    const fit = closest(open, run);
    if (fit) fit.chain.push(fit.rest);
    else open.push([run]);
    if (open.length > MAX_OPEN) done.push(open.shift()!);
  }
  return [...done, ...open];
}

const endA = (c: Chain): number => c.at(-1)!.a + c.at(-1)!.length;
const endB = (c: Chain): number => c.at(-1)!.b + c.at(-1)!.length;

interface Fit {
  readonly chain: Run[];
  /** The run without the words that the chain already covers. */
  readonly rest: Run;
  readonly gap: number;
}

function closest(open: readonly Run[][], run: Run): Fit | null {
  let best: Fit | null = null;
  for (const chain of open) {
    const cut = Math.max(0, endA(chain) - run.a, endB(chain) - run.b);
    if (cut >= run.length) continue;
    const rest = { a: run.a + cut, b: run.b + cut, length: run.length - cut };
    const [gapA, gapB] = [rest.a - endA(chain), rest.b - endB(chain)];
    if (gapA > MAX_GAP || gapB > MAX_GAP) continue;
    if (!best || gapA + gapB < best.gap) best = { chain, rest, gap: gapA + gapB };
  }
  return best;
}
