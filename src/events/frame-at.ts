import { completed, type Frame } from './frame.ts';
import type { Sentence } from './sentence.ts';
import { kidsBy } from './tree.ts';
import { treeFrame } from './tree-verb.ts';
import { windowFrame } from './window-frame.ts';

/** The frame of the verb at word `i` whose words end at `last`: off the tree, with what windows see where it sees nothing. */
export function frameAt(s: Sentence, i: number, last = i): Frame {
  const j = s.elementAt[i]!;
  const seen = s.els[j]?.kind === 'verb' ? windowFrame(s, j, Math.max(j, s.elementAt[last] ?? j)) : null;
  if (!s.tree) return seen ?? NOBODY;
  const frame = treeFrame(s, s.tree, i, last);
  if (!seen) return frame;
  const sure = kidsBy(s.tree, i, 'aux', 'obl:agent').length > 0;
  return frame.passive === seen.passive || sure ? completed(s, frame, seen) : seen;
}
const NOBODY: Frame = { subject: [], object: [], preps: [], passive: false };
