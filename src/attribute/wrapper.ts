import type { Candidate } from './candidate.ts';
import { trimRange } from './candidate.ts';
import { fromVerb, type Site } from './verb-frames.ts';
import type { View } from './view.ts';
import { mayBeSource } from './voice.ts';

/**
 * The attributions of a sentence's verbs. "A said that it rained, B reported": the second verb has no content of its own,
 * the first one's ends before it, and its source reports the whole.
 */
export function wrapped(view: View, sites: readonly Site[]): (Candidate | null)[] {
  const made = sites.map((site) => fromVerb(view, site));
  for (let i = 1; i < sites.length; i++) {
    const inner = made[i - 1];
    const outer = sites[i]!;
    if (!inner || inner.outer || !isWrapper(view, outer, made[i])) continue;
    const cut = cutBefore(view, inner, outer.source!.start - 1);
    if (!cut) continue;
    made[i - 1] = { ...cut, outer: { start: outer.source!.start, end: outer.source!.end } };
    made[i] = null;
  }
  return made;
}

/** ", B reported" at the end of a clause. */
function isWrapper(view: View, { group, source }: Site, own: Candidate | null | undefined): boolean {
  if (source?.how !== 'subject' || group.entries[0]!.priority > 1 || group.voice !== 'active') return false;
  if (own && own.by !== 'parenthetical') return false;
  if (own && !own.content.every((r) => r.end <= source.start)) return false;
  const after = view.tokens[group.end];
  const closes = after === undefined || after.kind === 'punctuation' || group.end >= view.tokens.length;
  return view.key[source.start - 1] === ',' && closes && mayBeSource(view, source);
}

/** The candidate with its content up to a comma, when that lies in the last piece of it. */
function cutBefore(view: View, c: Candidate, comma: number): Candidate | null {
  const last = c.content.at(-1);
  if (!last || comma <= last.start || last.end < comma) return null;
  const piece = trimRange(view, { start: last.start, end: comma });
  return piece && { ...c, content: [...c.content.slice(0, -1), piece] };
}
