import { BIT } from '../../lexicon/grammar.ts';
import { trimRange } from '../candidate.ts';
import { clean, type Source } from '../source-left.ts';
import { is, type Range, type View } from '../view.ts';
import { bare, dependent, NO_TREE } from './token-trees.ts';

const SUBJECTS: ReadonlySet<string> = new Set(['nsubj', 'csubj']);
const AGENTS: ReadonlySet<string> = new Set(['obl:agent']);
/** Relations by which a verb without a subject of its own takes that of the verb above it. */
const SHARING: ReadonlySet<string> = new Set(['conj', 'advcl', 'xcomp']);
/** Verbs climbed over in search of a subject. */
const MAX_CLIMB = 4;

/** Who does what a verb says, by the tree: its subject, the agent of a passive, what its clause describes; or `null`. */
export function subjectByTree(view: View, verb: number, passive: boolean, climbed = 0): Source | null {
  const { trees } = view;
  if (trees.head[verb] === NO_TREE) return null;
  if (passive) return agent(view, verb);
  const own = dependent(trees, verb, SUBJECTS);
  if (own >= 0) return subject(view, verb, own);
  const relation = bare(trees.relation[verb]!);
  const above = trees.head[verb]!;
  if (relation === 'acl' && above >= 0) return described(view, above, verb);
  if (!SHARING.has(relation) || above < 0 || climbed >= MAX_CLIMB) return null;
  const found = subjectByTree(view, above, false, climbed + 1);
  return found && { ...found, how: 'shared', antecedent: found.antecedent };
}

function subject(view: View, verb: number, at: number): Source | null {
  const { trees } = view;
  const all = trimRange(view, { start: trees.left[at]!, end: trees.right[at]! });
  const range = all && clean(view, all);
  if (!range || range.end - range.start > MAX_WORDS) return null;
  const relative = is(view, at, BIT.relatives) && bare(trees.relation[verb]!) === 'acl';
  const antecedent = relative ? phraseBefore(view, trees.head[verb]!, range.start) : null;
  return { ...range, how: relative ? 'relative' : 'subject', antecedent };
}

/** No description of a speaker is longer. */
const MAX_WORDS = 45;

function agent(view: View, verb: number): Source | null {
  const { trees } = view;
  const at = dependent(trees, verb, AGENTS);
  if (at < 0) return null;
  const range = trimRange(view, { start: trees.left[at]! + 1, end: trees.right[at]! });
  return range && { ...range, how: 'agent', antecedent: null };
}

/** "a statement saying that …": the noun, up to the verb. */
function described(view: View, noun: number, verb: number): Source | null {
  const phrase = phraseBefore(view, noun, verb);
  const range = phrase && clean(view, phrase);
  return range && { ...range, how: 'subject', antecedent: null };
}

function phraseBefore(view: View, noun: number, end: number): Range | null {
  if (noun < 0) return null;
  const start = view.trees.left[noun]!;
  return start < end && end - start <= MAX_WORDS ? trimRange(view, { start, end }) : null;
}
