import type { HarmRule } from '../../lexicon/harms.ts';
import { kidsBy, MOST_STEPS, type Tree } from './tree.ts';

/**
 * Whether a noun of harm is denied: "no casualties", "without injuries", "did not result in any deaths". What goes on from
 * others ("no other injuries") denies nothing of them.
 */
export function isNone(t: Tree, i: number, rule: HarmRule): boolean {
  if (rule.victim === 'adjective' || t.words[i]!.upos !== 'NOUN') return false;
  const own = kidsBy(t, i, 'det', 'compound', 'amod', 'case', 'nummod');
  if (own.some((k) => t.harms.more.has(t.lemmas[k]!))) return false;
  if (own.some((k) => t.harms.none.has(t.lemmas[k]!))) return true;
  const open =
    kidsBy(t, i, 'det').every((k) => t.harms.any.has(t.lemmas[k]!)) &&
    kidsBy(t, i, 'nummod', 'nmod').length === 0;
  return open && t.words[i]!.xpos === 'NNS' && isUnderNegation(t, i);
}

/** Whether the verb that the noun hangs on is negated. */
function isUnderNegation(t: Tree, i: number): boolean {
  for (let at = t.heads[i]!, steps = 0; at >= 0 && steps < MOST_STEPS; at = t.heads[at]!, steps++)
    if (/^VB/.test(t.words[at]!.xpos ?? ''))
      return kidsBy(t, at, 'advmod').some((k) => t.harms.negations.has(t.lemmas[k]!));
  return false;
}
