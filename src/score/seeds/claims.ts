import type { Offsets } from '../../doc/index.ts';
import { macroF1, prf, share, shareOf } from '../core/figures.ts';
import { list } from '../core/list.ts';
import { similar } from '../core/name-match.ts';
import { overlap } from '../core/overlap.ts';
import { wordTokens } from '../core/tokens.ts';
import { Aliases, namesOf } from './aliases.ts';
import type { SeedTexts } from './given.ts';
import type { FileSpan, GoldClaim, SeedsGold } from './gold.ts';
import type { System } from './locate.ts';
import { pairUp } from './pair.ts';
import { strangers } from './strangers.ts';

/** Least share of the longer content's words that two contents have in common. */
const HALF = 0.5;

type Wanted = GoldClaim & FileSpan;
type Given = System['claims'][number];
type Pair = readonly [Wanted, Given];

/** Claims found by content, their roots, their intermediaries and their stance. The gold is not complete: no precision. */
export function scoreClaims(gold: SeedsGold, system: System, texts: SeedTexts) {
  const wanted = gold.claims.map((c): Wanted => ({ ...c, start: c.content_start, end: c.content_end }));
  const pairs = pairUp(wanted, system.claims, contentOverlap(texts));
  const aliases = new Aliases(gold.actors);
  const rooted = pairs.filter(([claim, given]) => aliases.rootRight(claim, given.root));
  const stances = pairs.map(([claim, given]) => [claim.stance, given.stance ?? null] as const);
  const classes = macroF1(stances);
  return {
    recall: share(pairs.length, wanted.length),
    rootRightOfFound: share(rooted.length, pairs.length),
    rootRightOfAll: share(rooted.length, wanted.length),
    viaRightOfFound: shareOf(
      pairs.filter(([claim]) => claim.via.length > 0),
      (pair) => viaRight(aliases, pair),
    ),
    ...distance(stances, wanted),
    stanceMacroF1: classes.macroF1,
    stances: classes.per,
    inCommentOrChrome: strangers(gold, system.claims).length,
    wrongRoots: pairs
      .filter((pair) => !rooted.includes(pair))
      .map(([claim, given]) => `${claim.id} ${claim.root_source} ≠ ${namesOf(given.root)[0] ?? 'none'}`),
    missed: wanted.filter((claim) => !pairs.some(([found]) => found === claim)).map((claim) => claim.id),
  };
}

/** Words shared over the words of the longer content, 0 below a half. */
function contentOverlap(texts: SeedTexts) {
  const tokens = new Map(Object.entries(texts).map(([file, text]) => [file, wordTokens(text)]));
  return (claim: Wanted, given: Given): number => {
    const words = tokens.get(claim.file) ?? [];
    const shared = overlap(claim, given)
      ? count(words, Math.max(claim.start, given.start), Math.min(claim.end, given.end))
      : 0;
    if (shared === 0) return 0;
    const longest = Math.max(count(words, claim.start, claim.end), count(words, given.start, given.end));
    return shared / longest >= HALF ? shared / longest : 0;
  };
}

function count(tokens: readonly Offsets[], start: number, end: number): number {
  return tokens.filter(([from, to]) => from < end && start < to).length;
}

/** Every intermediary of the gold is among those given. */
function viaRight(aliases: Aliases, [claim, given]: Pair): boolean {
  return claim.via.every((name) =>
    list(given.via).some(
      (one) => aliases.matches(name, one) || namesOf(one).some((text) => similar(text, name)),
    ),
  );
}

const isDistanced = (stance: string | null) => stance === 'doubted' || stance === 'denied';

/** P/R/F1 of doubted and denied together, which "always asserted" never finds. */
function distance(stances: readonly (readonly [string, string | null])[], wanted: readonly Wanted[]) {
  const right = stances.filter(([gold, given]) => isDistanced(gold) && isDistanced(given)).length;
  const given = stances.filter(([, stance]) => isDistanced(stance)).length;
  const gold = stances.filter(([stance]) => isDistanced(stance)).length;
  return {
    distanced: stances.length === 0 ? null : prf(right, given, gold),
    distancedRecallOfAll: share(right, wanted.filter((claim) => isDistanced(claim.stance)).length),
  };
}
