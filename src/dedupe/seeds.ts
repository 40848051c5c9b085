import type { WordStream } from './words.ts';

/** Equal words in a row: `length` words from `a` in the earlier stream and from `b` in the later one. */
export interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** Words that must be equal in a row before two places are looked at (3: a rewritten lead keeps few runs of four). */
const SEED_WORDS = 3;
/**
 * Earlier places that a run of words is compared with, newest first. Phrases everyone uses stay cheap, and a story
 * printed a hundred times is still linked to its neighbours.
 */
const MAX_PLACES = 12;
/** Two places of one article nearer than this are one place that repeats itself. */
const MIN_APART = 8;

/** Places where words stood before: by hash of a run, a chain from the newest place back. */
export interface SeedIndex {
  /** Runs that `later` shares with streams added before and with its own earlier part, by stream number; then adds it. */
  add(later: WordStream): ReadonlyMap<number, readonly Run[]>;
}

/** An index over streams in the order they are added. Time grows with the words, not with the pairs of articles. */
export function seedIndex(): SeedIndex {
  const streams: WordStream[] = [];
  const newest = new Map<number, number>();
  const stream: number[] = [];
  const offset: number[] = [];
  const before: number[] = [];
  return {
    add(later) {
      const number = streams.push(later) - 1;
      const found = new Map<number, RunMaker>();
      for (let b = 0; b + SEED_WORDS <= later.ids.length; b++) {
        const hash = hashAt(later.ids, b, SEED_WORDS);
        let place = newest.get(hash) ?? -1;
        for (let n = 0; place >= 0 && n < MAX_PLACES; n++, place = before[place]!) {
          const a = offset[place]!;
          const other = stream[place]!;
          if (other === number && b - a < MIN_APART) continue;
          if (equalRun(streams[other]!.ids, a, later.ids, b)) makerFor(found, other).seed(a, b);
        }
        before.push(newest.get(hash) ?? -1);
        newest.set(hash, stream.push(number) - 1);
        offset.push(b);
      }
      return new Map([...found].map(([other, maker]) => [other, maker.runs()]));
    },
  };
}

/** FNV-1a over the numbers of `count` words from `at`. */
export function hashAt(ids: Int32Array, at: number, count: number): number {
  let hash = 0x811c9dc5;
  for (let i = at; i < at + count; i++) hash = Math.imul(hash ^ ids[i]!, 0x01000193);
  return hash;
}

function equalRun(a: Int32Array, p: number, b: Int32Array, q: number): boolean {
  for (let i = 0; i < SEED_WORDS; i++) if (a[p + i] !== b[q + i]) return false;
  return true;
}

interface RunMaker {
  seed(a: number, b: number): void;
  runs(): readonly Run[];
}

function makerFor(found: Map<number, RunMaker>, other: number): RunMaker {
  let maker = found.get(other);
  if (!maker) {
    maker = runMaker();
    found.set(other, maker);
  }
  return maker;
}

/** Joins seeds that follow each other word by word. Seeds come in order of `b`. */
function runMaker(): RunMaker {
  const open = new Map<number, { a: number; b: number; length: number }>();
  const runs: { a: number; b: number; length: number }[] = [];
  return {
    seed(a, b) {
      const last = open.get(b - a);
      if (last && b <= last.b + last.length) {
        last.length = b + SEED_WORDS - last.b;
        return;
      }
      const run = { a, b, length: SEED_WORDS };
      open.set(b - a, run);
      runs.push(run);
    },
    runs: () => runs,
  };
}
