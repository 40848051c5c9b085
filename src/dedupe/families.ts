import type { Family, Passage } from '../doc/index.ts';
import { completeGroups, components } from '../lib/groups.ts';
import { contentId } from '../lib/hash.ts';
import type { Shared } from './passages.ts';
import { hashAt } from './seeds.ts';
import type { WordStream } from './words.ts';

/** Share of the shorter article's words that must stand in the other: copied "for the most part". */
export const COPIED_SHARE = 0.6;
/** Articles shorter than this say too little to be called a copy, unless the whole is the same. */
export const MIN_ARTICLE_WORDS = 25;

/** How much of the shorter of two articles stands in the other, by pair key. */
type Overlap = ReadonlyMap<string, number>;

const pairKey = (a: number, b: number): string => `${Math.min(a, b)} ${Math.max(a, b)}`;

/**
 * Families of copies. Articles are joined where most of the shorter stands in the other; inside a connected component
 * each member is a copy of its family's first and last ones, so that a chain of neighbours cannot fuse.
 */
export function familiesOf(
  streams: readonly WordStream[],
  shared: readonly Shared[],
  passages: readonly Passage[],
): readonly Family[] {
  const overlap = overlaps(streams, shared);
  const pairs = linked(overlap);
  const neighbours = neighboursIn(pairs);
  const copied = copyTest(streams, overlap);
  const groups = components(pairs)
    .flatMap((component) => completeGroups(component, copied, (i) => neighbours.get(i) ?? []))
    .filter((g) => g.length > 1)
    .map((g) => g.map((i) => streams[i]!.article.key));
  return withPassages(groups, passages);
}

function neighboursIn(pairs: readonly (readonly [number, number])[]): ReadonlyMap<number, readonly number[]> {
  const out = new Map<number, number[]>();
  for (const [a, b] of pairs)
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      const list = out.get(x);
      if (list) list.push(y);
      else out.set(x, [y]);
    }
  return out;
}

function linked(overlap: Overlap): readonly (readonly [number, number])[] {
  return [...overlap]
    .filter(([, share]) => share >= COPIED_SHARE)
    .map(([key]) => key.split(' ').map(Number) as [number, number]);
}

/** Words of each side that shared stretches cover, over the shorter article's words. */
function overlaps(streams: readonly WordStream[], shared: readonly Shared[]): Overlap {
  const byPair = new Map<string, Shared[]>();
  for (const s of shared) {
    if (s.from === s.to) continue;
    const key = pairKey(s.from, s.to);
    const list = byPair.get(key);
    if (list) list.push(s);
    else byPair.set(key, [s]);
  }
  return new Map([...byPair].map(([key, list]) => [key, shareOf(streams, list)]));
}

function shareOf(streams: readonly WordStream[], list: readonly Shared[]): number {
  const { from, to } = list[0]!;
  const [a, b] = [streams[from]!.ids.length, streams[to]!.ids.length];
  const shorter = Math.min(a, b);
  if (shorter < MIN_ARTICLE_WORDS && a !== b) return 0;
  return (
    Math.min(
      equalOn(list, (s) => [s.a, s.aEnd]),
      equalOn(list, (s) => [s.b, s.bEnd]),
    ) / shorter
  );
}

/** Words covered on one side, each once, weighed by how much of each stretch is equal. */
function equalOn(list: readonly Shared[], side: (s: Shared) => readonly [number, number]): number {
  let covered = 0;
  let end = 0;
  for (const s of [...list].sort((x, y) => side(x)[0] - side(y)[0])) {
    const [from, to] = side(s);
    const fresh = Math.max(0, to - Math.max(from, end));
    covered += fresh * Math.min(1, s.equal / (to - from));
    end = Math.max(end, to);
  }
  return covered;
}

/** Makes the test whether two articles are copies. Pairs the index never compared (a story printed very often) are compared here. */
function copyTest(streams: readonly WordStream[], overlap: Overlap): (a: number, b: number) => boolean {
  const known = new Map<number, Int32Array>();
  const shinglesOf = (i: number): Int32Array => {
    const own = known.get(i) ?? shingles(streams[i]!.ids);
    known.set(i, own);
    return own;
  };
  return (a, b) => (overlap.get(pairKey(a, b)) ?? containment(shinglesOf(a), shinglesOf(b))) >= COPIED_SHARE;
}

/** Words of a run that is counted as one when whole articles are compared. */
const SHINGLE = 4;

/** Share of the shorter's runs of words that stand in the other; both as sorted hashes. */
function containment(x: Int32Array, y: Int32Array): number {
  const [small, large] = x.length <= y.length ? [x, y] : [y, x];
  let both = 0;
  let j = 0;
  for (const hash of small) {
    while (j < large.length && large[j]! < hash) j++;
    if (large[j] === hash) both++;
  }
  return small.length === 0 ? 0 : both / small.length;
}

/** Hashes of all runs of words, each once, sorted: four bytes a word. */
function shingles(ids: Int32Array): Int32Array {
  const all = new Int32Array(Math.max(0, ids.length - SHINGLE + 1));
  for (let i = 0; i < all.length; i++) all[i] = hashAt(ids, i, SHINGLE);
  all.sort();
  return all.filter((hash, i) => i === 0 || hash !== all[i - 1]);
}

/** Families with the passages between their members. An article is in one family at most. */
function withPassages(
  groups: readonly (readonly string[])[],
  passages: readonly Passage[],
): readonly Family[] {
  const home = new Map(groups.flatMap((articles, g) => articles.map((a) => [a, g] as const)));
  const own = groups.map(() => [] as Passage[]);
  for (const p of passages) {
    const [a, b] = p.articles;
    const g = home.get(a);
    if (a !== b && g !== undefined && g === home.get(b)) own[g]!.push(p);
  }
  return groups.map((articles, g) => ({ id: contentId('f', ...articles), articles, passages: own[g]! }));
}
