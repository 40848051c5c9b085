import type { CueVerb } from '../../lexicon/cues.ts';
import { type Candidate, statesBy } from '../candidate.ts';
import type { Source } from '../source-left.ts';
import type { Site } from '../verb-frames.ts';
import type { View } from '../view.ts';
import { contentsByTree } from './contents.ts';
import { subjectByTree } from './subjects.ts';
import { NO_TREE } from './token-trees.ts';

/** The attributions that the tree of its sentence offers for a cue verb: each frame with each content. */
export function treeReadings(view: View, site: Site): Candidate[] {
  const { group } = site;
  if (view.trees.head[group.head] === NO_TREE || isRelayed(view, group.head)) return [];
  const passive = group.voice === 'passive';
  const source = subjectByTree(view, group.head, passive);
  if (!source && !passive) return [];
  const found: Candidate[] = [];
  for (const entry of group.entries)
    for (const { by, pieces } of contentsByTree(view, site, entry))
      found.push(reading(site, entry, source, `tree-${by}`, pieces));
  return found;
}

/** "quoted a nurse as saying": the verb belongs to the cue before it. */
const isRelayed = (view: View, head: number): boolean =>
  view.words.cues.relayed.some(
    (row) => row.length > 1 && row.every((word, k) => view.key[head - row.length + 1 + k] === word),
  );

function reading(
  { group }: Site,
  entry: CueVerb,
  source: Source | null,
  by: string,
  content: Candidate['content'],
): Candidate {
  return {
    source: source && { start: source.start, end: source.end },
    antecedent: source?.antecedent ?? null,
    dropped: false,
    relay: null,
    cue: { start: group.start, end: group.end },
    content,
    sentence: group.sentence,
    stance: entry.stance,
    states: statesBy(entry),
    priority: entry.priority,
    lemma: entry.lemma,
    frame: entry.frame,
    by,
  };
}
