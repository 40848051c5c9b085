import { sequencesAt } from '../lexicon/event-patterns.ts';
import { type Candidate, NO_ROLES, withRole } from './candidate.ts';
import { frameAt } from './frame-at.ts';
import type { Sentence } from './sentence.ts';
import { kidsBy, type Tree } from './tree.ts';

/** Demands told by a modal: "Norland said that Sarvia must leave" is Norland's request to Sarvia. */
export function obligations(s: Sentence): Candidate[] {
  const { tree } = s;
  if (!tree) return [];
  return s.words.flatMap((_, i) => {
    if (tree.relations[i] !== 'ccomp' || tree.heads[i]! < 0) return [];
    const modal = kidsBy(tree, i, 'aux').find((k) => obliges(s, k));
    return modal === undefined ? [] : (demand(s, tree, i, modal) ?? []);
  });
}

function obliges(s: Sentence, i: number): boolean {
  return sequencesAt(s.patterns.cues, s.keys, i).some((c) => c.value === 'obligation');
}

function demand(s: Sentence, tree: Tree, i: number, modal: number): Candidate | null {
  const own = frameAt(s, i);
  const said = frameAt(s, tree.heads[i]!);
  const addressed = own.passive ? own.object : own.subject;
  const from = said.subject[0]?.from;
  if (from === undefined || addressed.length === 0 || addressed[0]!.from === from) return null;
  return {
    act: 'request',
    rule: `${s.patterns.language}/obligations/request:${s.keys[modal]}`,
    pos: 'verb',
    lemma: s.keys[modal]!,
    trigger: [{ from: modal, to: modal + 1 }],
    args: { subject: said.subject, object: addressed, preps: [] },
    roles: withRole(withRole(NO_ROLES, 'actor', said.subject), 'recipient', addressed),
    casualty: null,
    soft: false,
    absorbs: false,
    complement: -1,
  };
}
