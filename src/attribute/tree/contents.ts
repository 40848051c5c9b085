import type { CueVerb, Frame } from '../../lexicon/cues.ts';
import { BIT } from '../../lexicon/grammar.ts';
import { trimRange } from '../candidate.ts';
import type { Site } from '../verb-frames.ts';
import { is, type Range, type View } from '../view.ts';
import { bare, dependentsOf } from './token-trees.ts';

/** What a cue may say by the tree, with the way by which it was found. */
export interface TreeContent {
  readonly by: string;
  readonly pieces: readonly Range[];
}

/** Relations under which each frame looks for what is said, likeliest first. */
const TAKES: Readonly<Record<Frame, ReadonlySet<string>>> = {
  clause: new Set(['ccomp', 'parataxis', 'obj', 'xcomp']),
  tell: new Set(['ccomp', 'xcomp', 'parataxis', 'advcl']),
  object: new Set(['obj', 'obl', 'xcomp', 'ccomp']),
  infinitive: new Set(['xcomp', 'advcl', 'ccomp']),
  seem: new Set(['xcomp', 'ccomp', 'csubj']),
  relay: new Set(),
};
/** Relations of dependents that go on with an object: "accused the council of hiding …". */
const GOES_ON: ReadonlySet<string> = new Set(['obl', 'xcomp', 'advcl', 'ccomp', 'nmod', 'obj']);

/** The contents that the tree offers a cue verb in one of its frames. */
export function contentsByTree(view: View, site: Site, entry: CueVerb): TreeContent[] {
  const { head } = site.group;
  const found: TreeContent[] = [];
  const add = (by: string, ...ranges: (Range | null)[]): void => {
    const pieces = ranges.flatMap((r) => (r ? (fitted(view, r, site) ?? []) : []));
    if (pieces.length > 0) found.push({ by, pieces });
  };
  for (const d of dependentsOf(view.trees, head)) {
    const relation = bare(view.trees.relation[d]!);
    if (!TAKES[entry.frame].has(relation)) continue;
    if (d < head && relation !== 'ccomp') continue;
    const range = under(view, d);
    if (!mayOpen(view, entry, relation, range.start)) continue;
    add(relation, range);
    if (relation === 'obj' || relation === 'obl') add(`${relation}+`, goingOn(view, head, d));
  }
  if (entry.frame === 'clause' || entry.frame === 'tell') add('parataxis-of', ...around(view, head));
  if (site.group.voice === 'passive') add('subject+', ...passive(view, site));
  return found;
}

/**
 * A clause that is said needs no sign unless its verb asks for one; anything else that is said must be quoted. A clause right
 * behind a cue noun is that noun's ("heard the claim that …").
 */
function mayOpen(view: View, { frame, bare: free }: CueVerb, relation: string, at: number): boolean {
  if (view.words.cues.nouns.has(view.key[at - 1]!) && is(view, at, BIT.complementizers)) return false;
  const signed = view.quote[at]! >= 0 || is(view, at, BIT.complementizers) || view.key[at - 1] === ':';
  if (free === false && !signed) return false;
  return frame !== 'clause' || (relation !== 'obj' && relation !== 'xcomp') || view.quote[at]! >= 0;
}

const under = ({ trees }: View, at: number): Range => ({ start: trees.left[at]!, end: trees.right[at]! });

/** From an object to the end of what else hangs on the verb behind it, up to a comma. */
function goingOn({ trees, key }: View, verb: number, object: number): Range | null {
  let end = trees.right[object]!;
  for (const d of dependentsOf(trees, verb)) {
    if (d <= object || trees.left[d]! < end) continue;
    if (!GOES_ON.has(bare(trees.relation[d]!)) || key[trees.left[d]!] === ',' || key[end] === ',') break;
    end = trees.right[d]!;
  }
  return end > trees.right[object]! ? { start: trees.left[object]!, end } : null;
}

/** "It rained, residents said, all day": the clause that the cue is set into, on both sides. */
function around({ trees }: View, verb: number): Range[] {
  if (bare(trees.relation[verb]!) !== 'parataxis') return [];
  const above = trees.head[verb]!;
  const [start, end] = [trees.left[above]!, trees.right[above]!];
  const pieces = [
    { start, end: Math.min(end, trees.left[verb]!) },
    { start: Math.max(start, trees.right[verb]!), end },
  ];
  return pieces.filter((r) => r.end > r.start);
}

/** "The bridge was said to have fallen": the subject, and what follows the verb. */
function passive(view: View, { group, end }: Site): Range[] {
  const { trees } = view;
  const pieces: Range[] = [];
  for (const d of dependentsOf(trees, group.head)) {
    const relation = trees.relation[d]!;
    if (relation === 'nsubj:pass' && d < group.start) pieces.push(under(view, d));
    if (d >= group.end && GOES_ON.has(bare(relation)) && relation !== 'obl:agent')
      pieces.push(under(view, d));
  }
  return pieces.filter((r) => r.end <= end);
}

/** The range outside the cue, whole quotations taken whole, without stops; `null` when nothing is left. */
function fitted(view: View, range: Range, { group, limit }: Site): Range | null {
  let { start, end } = range;
  if (start < group.end && end > group.start) {
    if (start < group.start) end = Math.min(end, group.start);
    else start = group.end;
  }
  if (start >= group.end) end = Math.min(end, limit);
  if (end <= start) return null;
  const open = view.quotations[view.quote[start]!];
  if (open && open.first >= view.sentences[group.sentence]!.start && open.last <= group.start)
    start = open.first;
  const close = view.quotations[view.quote[end - 1]!];
  if (close && close.last <= limit + 1) end = Math.max(end, close.last);
  return trimRange(view, { start, end });
}
