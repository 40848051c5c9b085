import type { EventDraft, MentionKind } from '../doc/index.ts';
import type { Candidate } from './candidate.ts';
import { hasName, type Range } from './party.ts';
import type { Sentence } from './sentence.ts';

/** Kinds of name that own what is struck, and whose people are harmed. */
const OWNERS: ReadonlySet<MentionKind> = new Set([
  'government',
  'state-military',
  'armed-group',
  'international',
  'organisation',
  'location',
]);

/** A candidate with the sides that its target and victims belong to ("a Norlandic base", "two Red Banner men"). */
export function withSides(s: Sentence, c: Candidate): Candidate {
  const struck = [...c.roles.target, ...c.roles.victim];
  const actors = new Set(c.roles.actor.flatMap((r) => mentionsOf(s, r)));
  const owners = struck.flatMap((r) => ownersIn(s, r)).filter((r) => !actors.has(s.words[r.from]!.mention));
  const target = [...c.roles.target];
  for (const o of owners) if (!target.some((t) => t.from === o.from && t.to === o.to)) target.push(o);
  return target.length === c.roles.target.length ? c : { ...c, roles: { ...c.roles, target } };
}

const mentionsOf = (s: Sentence, r: Range): number[] =>
  s.words.slice(r.from, r.to).flatMap((w) => (w.mention >= 0 ? [w.mention] : []));

/** Names that stand inside a phrase before its head. */
function ownersIn(s: Sentence, r: Range): Range[] {
  if (r.as !== undefined || !hasName(s, r)) return [];
  const out: Range[] = [];
  for (let i = r.from; i < r.to; i++) {
    const m = s.words[i]!.mention;
    if (m < 0 || !OWNERS.has(s.mentions[m]!.kind)) continue;
    let to = i + 1;
    while (to < r.to && s.words[to]!.mention === m) to++;
    const whole = i === r.from && to === r.to;
    if (to < r.to && !whole) out.push({ from: i, to });
    i = to - 1;
  }
  return out;
}

/** Sentences back from which an event told of again takes who and whom. */
const REACH = 4;

/** An event of the text so far, by its act's family. */
export interface Earlier {
  readonly family: string;
  readonly sentence: number;
  readonly draft: EventDraft;
}

/** The latest event that a definite noun without an actor tells of again ("the attack"), or `null`. */
export function toldBefore(
  s: Sentence,
  c: Candidate,
  family: string,
  earlier: readonly Earlier[],
): Earlier | null {
  if (c.pos !== 'noun' || c.casualty || c.roles.actor.length > 0) return null;
  if (!isDefinite(s, c.trigger[0]!.from)) return null;
  for (let k = earlier.length - 1; k >= 0 && earlier.length - k <= RECENT; k--) {
    const e = earlier[k]!;
    if (s.index - e.sentence > REACH) return null;
    if (e.family === family && e.sentence < s.index) return sameTarget(s, c, e.draft) ? e : null;
  }
  return null;
}
/** Whether nothing else is named as struck than before. */
function sameTarget(s: Sentence, c: Candidate, before: EventDraft): boolean {
  if (c.roles.target.length === 0) return true;
  const now = c.roles.target.flatMap((r) => mentionsOf(s, r)).map((m) => s.mentions[m]!.text);
  return before.target.some((p) => p.mention !== null && now.includes(s.mentions[p.mention]!.text));
}

/** Events looked back at. */
const RECENT = 12;

/** Words before a noun among which its article stands. */
const ARTICLE = 4;

function isDefinite(s: Sentence, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i <= ARTICLE; i--) {
    if (s.patterns.definites.has(s.keys[i]!)) return true;
    if (s.words[i]!.cls !== null || s.words[i]!.kind !== 'word') return false;
  }
  return false;
}
