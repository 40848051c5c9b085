import type { Chain, Count, Layers } from '../../doc/index.ts';
import type { Harms } from '../../lexicon/harms.ts';
import type { Sentence } from '../sentence.ts';
import { type FoundHarm, harmsIn } from './harms.ts';
import { treeOf } from './tree.ts';
import { countsOf, type FoundCount } from './windows.ts';

export type { FoundHarm } from './harms.ts';
export type { FoundCount } from './windows.ts';

/** Counts of one sentence, and the people on whom those of harm rest. */
export interface SentenceCounts {
  readonly counts: readonly FoundCount[];
  readonly harms: readonly FoundHarm[];
}

type Needs = 'words' | 'parses' | 'chains' | 'mentions';
type AttributionAt = (offset: number) => number | null;

/** Makes the reader of a text's counts: harm to people off the tree where there is one, all else by windows. */
export function countReader(
  layers: Pick<Layers, Needs>,
  harms: Harms | null,
  attributionAt: AttributionAt,
): (s: Sentence) => SentenceCounts {
  const parses = new Map(layers.parses.map((p) => [p.sentence, p]));
  const chainAt = chainFinder(layers.chains);
  return (s) => {
    const windows = countsOf(s, attributionAt);
    const parse = parses.get(s.index);
    if (!harms || layers.words.length === 0) return { counts: windows, harms: [] };
    const others = windows.filter((f) => !HARM.has(f.count.what));
    if (!parse) return { counts: others, harms: [] };
    const found = harmsIn(treeOf(parse, layers.words, s, layers.mentions, harms), chainAt);
    return { counts: [...others, ...harmCounts(s, found, attributionAt)], harms: found };
  };
}

const HARM: ReadonlySet<string> = new Set(['killed', 'injured']);

/** The shortest link of a chain around a word. */
function chainFinder(chains: readonly Chain[]): (start: number, end: number) => number | null {
  const links = chains
    .flatMap((c, chain) => c.links.map(({ start, end }) => ({ start, end, chain })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  return (start, end) => {
    let low = 0;
    let high = links.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (links[mid]!.start <= start) low = mid + 1;
      else high = mid;
    }
    for (let k = low - 1; k >= 0 && low - k <= NESTED; k--) if (links[k]!.end >= end) return links[k]!.chain;
    return null;
  };
}
/** Links looked at before a word; more never nest. */
const NESTED = 8;

/** One count for all people whom one word of harm takes; "no casualties" says that none was killed and none hurt. */
function harmCounts(s: Sentence, harms: readonly FoundHarm[], attributionAt: AttributionAt): FoundCount[] {
  const groups = new Map<string, FoundHarm[]>();
  for (const h of harms) {
    if (!h.said) continue;
    const kinds = h.harm !== 'hit' ? [h.harm] : h.best === 0 ? ['killed', 'injured'] : [];
    for (const what of kinds) groups.set(`${what} ${h.at}`, [...(groups.get(`${what} ${h.at}`) ?? []), h]);
  }
  return [...groups].map(([key, of]) => ({
    at: of[0]!.at,
    kind: 'verb',
    count: countOf(s, key.split(' ', 1)[0]!, of, attributionAt),
  }));
}

function countOf(s: Sentence, what: string, of: readonly FoundHarm[], attributionAt: AttributionAt): Count {
  const sum = (pick: (h: FoundHarm) => number | null): number | null =>
    of.reduce<number | null>((total, h) => (total === null || pick(h) === null ? null : total + pick(h)!), 0);
  const spans = of.map(({ start, end }) => ({ start, end }));
  const words = spans.map(({ start, end }) => s.text.slice(start, end)).join(' … ');
  return {
    what,
    side: sideOf(s, of[0]!),
    low: sum((h) => h.low),
    best: sum((h) => h.best),
    high: sum((h) => h.high),
    spans,
    words,
    attribution: attributionAt(spans[0]!.start),
  };
}

function sideOf(s: Sentence, { who }: FoundHarm): Count['side'] {
  return (who.noun && s.patterns.sides.get(who.noun)) || null;
}
