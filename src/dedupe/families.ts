import type { Family, Passage } from '../doc/index.ts';
import { completeGroups, components } from '../lib/groups.ts';
import { contentId } from '../lib/hash.ts';
import type { Shared } from './passages.ts';
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
 * each family is complete (every two members are copies), so that a chain of neighbours cannot fuse.
 */
export function familiesOf(
  streams: readonly WordStream[],
  shared: readonly Shared[],
  passages: readonly Passage[],
): readonly Family[] {
  const overlap = overlaps(streams, shared);
  const groups: number[][] = [];
  const pairs = linked(overlap);
  for (const component of components(pairs))
    groups.push(...completeGroups(component, (a, b) => copied(streams, overlap, a, b)));
  return groups
    .filter((g) => g.length > 1)
    .map((g) =>
      familyOf(
        g.map((i) => streams[i]!.article.key),
        passages,
      ),
    );
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
    byPair.set(key, [...(byPair.get(key) ?? []), s]);
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

/** Whether two articles are copies. Pairs the index never compared (a story printed very often) are compared here. */
function copied(streams: readonly WordStream[], overlap: Overlap, a: number, b: number): boolean {
  const known = overlap.get(pairKey(a, b));
  return (known ?? containment(streams[a]!.ids, streams[b]!.ids)) >= COPIED_SHARE;
}

/** Words of a run that is counted as one when whole articles are compared. */
const SHINGLE = 4;

/** Share of the shorter's runs of words that stand in the other. */
function containment(a: Int32Array, b: Int32Array): number {
  const [x, y] = [shingles(a), shingles(b)];
  const [small, large] = x.size <= y.size ? [x, y] : [y, x];
  let both = 0;
  for (const s of small) if (large.has(s)) both++;
  return small.size === 0 ? 0 : both / small.size;
}

function shingles(ids: Int32Array): ReadonlySet<string> {
  const set = new Set<string>();
  for (let i = 0; i + SHINGLE <= ids.length; i++) set.add(ids.subarray(i, i + SHINGLE).join(' '));
  return set;
}

function familyOf(articles: readonly string[], passages: readonly Passage[]): Family {
  const members = new Set(articles);
  const own = passages.filter(({ articles: [a, b] }) => a !== b && members.has(a) && members.has(b));
  return { id: contentId('f', ...articles), articles, passages: own };
}
