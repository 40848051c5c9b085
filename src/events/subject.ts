import type { Element } from './elements.ts';

/** Elements looked at to either side: longer spans link what a parser would not, and cost grows with them. */
const REACH = 24;

/** A noun phrase by the index of its element; `last` is the element where its "of …" tail ends. */
export interface Phrase {
  readonly at: number;
  readonly last: number;
}

/** Whether the verb group is a bare participle or gerund: "a depot hit by …", "a base housing …". */
export function reduced(e: Element | undefined): boolean {
  const v = e?.verb;
  if (!v || v.be || v.have || v.modal || v.copula || v.to) return false;
  return v.tag === 'gerund' || v.tag === 'participle' || v.passive;
}

/**
 * The noun phrase that is the grammatical subject of the verb group at `j`, or `null`. Climbs leftwards out of
 * prepositional phrases, insertions between commas, relative clauses, co-ordinated and infinitive verb groups.
 */
export function subjectOf(els: readonly Element[], j: number, depth = 0): Phrase | null {
  const verb = els[j]?.verb;
  if (!verb || depth > 4) return null;
  let i = j - 1;
  while (els[i]?.kind === 'time') i--;
  const left = els[i];
  if (!left) return null;
  if (left.kind === 'np') return verb.to ? controller(els, i, depth) : climb(els, i, !reduced(els[j]), depth);
  if (left.kind === 'rel') return antecedent(els, i);
  if (left.kind === 'conj') return subjectOfEarlier(els, i - 1, depth);
  if (left.kind === 'comma')
    return reduced(els[j]) ? afterComma(els, i, depth) : overInsertion(els, i, depth);
  if (left.kind === 'verb') return subjectOf(els, i, depth + 1);
  return subjectOfEarlier(els, i - 1, depth);
}

/** ", seizing the town": the subject of the clause before, or the noun phrase that the comma follows. */
function afterComma(els: readonly Element[], comma: number, depth: number): Phrase | null {
  return subjectOfEarlier(els, comma - 1, depth);
}

/** "X, backed by Y, finished": the noun phrase before the insertion. */
function overInsertion(els: readonly Element[], comma: number, depth: number): Phrase | null {
  for (let i = comma - 1; i >= 0 && comma - i < REACH; i--)
    if (els[i]!.kind === 'comma') return els[i - 1]?.kind === 'np' ? climb(els, i - 1, true, depth) : null;
  return els[comma - 1]?.kind === 'np' ? climb(els, comma - 1, true, depth) : null;
}

/** "urged X to pause": X; "used the chaos to move": the subject of the verb before. */
function controller(els: readonly Element[], i: number, depth: number): Phrase | null {
  if (els[i]!.agent && els[i - 1]?.kind === 'verb' && els[i - 1]?.verb?.copula === false)
    return { at: i, last: i };
  return subjectOfEarlier(els, i, depth);
}

/** The subject of the nearest finite verb group at or before `i`; of the nearest at all when none is finite. */
export function subjectOfEarlier(els: readonly Element[], i: number, depth: number): Phrase | null {
  let any = -1;
  for (let k = i; k >= 0 && i - k < REACH; k--) {
    if (els[k]!.kind !== 'verb') continue;
    if (any < 0) any = k;
    if (!reduced(els[k]) && !els[k]!.verb!.to) return subjectOf(els, k, depth + 1);
  }
  return any < 0 ? null : subjectOf(els, any, depth + 1);
}

/** "A of B of C": A, when the row of prepositions starts inside the clause; the phrase itself otherwise. */
function climb(els: readonly Element[], start: number, finite: boolean, depth: number): Phrase | null {
  let i = start;
  let joined = false;
  for (let n = 0; n < REACH; n++) {
    if (els[i - 1]?.kind === 'prep' && els[i - 2]?.kind === 'np') i -= 2;
    else if (els[i - 1]?.kind === 'conj' && els[i - 2]?.kind === 'np') {
      i -= 2;
      joined = true;
    } else if (
      joined &&
      els[i - 1]?.kind === 'comma' &&
      els[i - 2]?.kind === 'np' &&
      els[i - 3]?.kind !== 'prep'
    )
      i -= 2;
    else break;
  }
  if (els[i - 1]?.kind === 'prep' && !els[i - 2]) return { at: start, last: start };
  const before = els[i - 1];
  if (finite && before?.kind === 'verb' && reduced(before) && els[i - 2]?.kind === 'np' && depth < 4)
    return climb(els, i - 2, false, depth + 1);
  if (finite && before?.kind === 'verb' && els[i - 2]?.kind === 'rel') return antecedent(els, i - 2);
  if (before?.kind === 'prep' && reduced(els[i - 2]) && els[i - 3]?.kind === 'np' && finite && depth < 4)
    return climb(els, i - 3, false, depth + 1);
  return { at: i, last: start };
}

/** What a relative word speaks of: the noun phrase before it, without its tail. */
function antecedent(els: readonly Element[], rel: number): Phrase | null {
  let i = rel - 1;
  while (els[i]?.kind === 'comma' || els[i]?.kind === 'prep' || els[i]?.kind === 'time') i--;
  while (els[i]?.kind === 'verb' && els[i - 1]?.kind === 'rel') i -= 2;
  if (els[i]?.kind !== 'np') return null;
  while (els[i - 1]?.kind === 'prep' && els[i - 2]?.kind === 'np') i -= 2;
  return { at: i, last: i };
}

/** The noun phrase that follows the verb group at `j` without a preposition, or `null`. */
export function objectOf(els: readonly Element[], j: number): Phrase | null {
  let i = j + 1;
  while (els[i]?.kind === 'time') i++;
  return els[i]?.kind === 'np' ? { at: i, last: i } : null;
}

/** A prepositional phrase: the index of its preposition and of its noun phrase. */
export interface Prep {
  readonly prep: number;
  readonly np: number;
}

/** Prepositional phrases after `j`, up to the next verb group, clause or stop. */
export function prepsAfter(els: readonly Element[], j: number): Prep[] {
  const out: Prep[] = [];
  for (let i = j + 1; i < els.length && i - j < REACH; i++) {
    const e = els[i]!;
    if (e.kind === 'verb' || e.kind === 'rel' || e.kind === 'sub') break;
    if (e.kind !== 'prep') continue;
    let np = i + 1;
    while (els[np]?.kind === 'time') np++;
    if (els[np]?.kind === 'np') out.push({ prep: i, np });
  }
  return out;
}

/** Noun phrases joined to the one at `i` by commas and "and", itself first: "A, B and C". */
export function coordinated(els: readonly Element[], i: number): number[] {
  const out = [i];
  let k = i;
  const after: number[] = [];
  while (els[k + 1]?.kind === 'comma' && els[k + 2]?.kind === 'np' && after.length < REACH) {
    after.push(k + 2);
    k += 2;
  }
  const joint = els[k + 1]?.kind === 'comma' ? k + 2 : k + 1;
  if (els[joint]?.kind === 'conj' && els[joint + 1]?.kind === 'np') out.push(...after, joint + 1);
  return out;
}
