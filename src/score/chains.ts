import { harmonic, type Prf } from './core/figures.ts';

type Offsets = readonly [start: number, end: number];

/** Chains of coreferent spans of one text. */
export interface ChainRow {
  readonly id: string;
  readonly chains: readonly (readonly Offsets[])[];
  /** Gold only: words that no careful reader can tie; a given link on them counts for nothing. */
  readonly unclear?: readonly Offsets[];
}

/** Least share of the longer span that two spans of one link have in common: articles and titles may differ. */
const SAME_SPAN = 0.5;

/**
 * Coreference inside a text, link by link (after MUC, Vilain et al. 1995, but by spans). A given link is right when an
 * earlier link of its chain and itself lie on two spans of one gold chain; a gold link is found when it and an earlier link
 * of its chain lie in one given chain. First links of chains are not counted: they point at nothing.
 */
export function scoreChains(gold: readonly ChainRow[], given: readonly ChainRow[]): ChainFigures {
  const byId = new Map(given.map((row) => [row.id, row.chains]));
  let right = 0;
  let found = 0;
  let links = 0;
  let wanted = 0;
  for (const { id, chains, unclear = [] } of gold) {
    const other = without(byId.get(id) ?? [], unclear);
    right += linked(other, chains);
    found += linked(chains, other);
    links += anaphors(other);
    wanted += anaphors(chains);
  }
  const p = links ? right / links : wanted ? 0 : 1;
  const r = wanted ? found / wanted : links ? 0 : 1;
  return { p, r, f1: harmonic(p, r), tp: right, found, pred: links, gold: wanted };
}

export interface ChainFigures extends Prf {
  /** Gold links found; `tp` is the number of given links that are right. */
  readonly found: number;
}

/** Chains without the links that stand on one of the spans. */
function without(chains: ChainRow['chains'], spans: readonly Offsets[]): ChainRow['chains'] {
  if (spans.length === 0) return chains;
  const fits = (link: Offsets): boolean => spans.some(([start, end]) => link[0] === start && link[1] === end);
  return chains.map((links) => links.filter((link) => !fits(link)));
}

const anaphors = (chains: ChainRow['chains']): number =>
  chains.reduce((n, c) => n + Math.max(0, c.length - 1), 0);

/** How many links of `chains` are tied to an earlier link of theirs by some chain of `others` too. */
function linked(chains: ChainRow['chains'], others: ChainRow['chains']): number {
  let n = 0;
  for (const chain of chains) {
    const sorted = [...chain].sort((a, b) => a[0] - b[0]);
    const seen = new Set<number>();
    sorted.forEach((span, i) => {
      const at = chainOf(span, others);
      if (i > 0 && at >= 0 && seen.has(at)) n++;
      if (at >= 0) seen.add(at);
    });
  }
  return n;
}

/** The chain with the link that best fits a span, or −1. */
function chainOf(span: Offsets, chains: ChainRow['chains']): number {
  let best = -1;
  let most = SAME_SPAN;
  chains.forEach((chain, index) => {
    for (const link of chain) {
      const shared = Math.min(span[1], link[1]) - Math.max(span[0], link[0]);
      const share = shared / Math.max(span[1] - span[0], link[1] - link[0]);
      if (share >= most) {
        best = index;
        most = share;
      }
    }
  });
  return best;
}
