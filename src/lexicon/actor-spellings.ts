import type { MentionKind } from '../doc/index.ts';
import { type ActorEntry, type ActorHeads, namesOf } from './actor-schema.ts';

/** One spelling of a name of one entry. */
export interface Spelling {
  readonly id: string;
  readonly kind: MentionKind;
  readonly words: string;
  /** Order among entries that share a name, least first. */
  readonly rank: number;
}

/** Order among entries that share a name: own names first, then made-up ones, then adjectives. */
export const RANK = { own: 0, made: 1, seat: 2, adjective: 3 } as const;

/** Every spelling by which the register's entries are found: their names, and those that the heads make of a state's. */
export function* spellingsOf(entries: readonly ActorEntry[], heads: ActorHeads): Generator<Spelling> {
  const byId = new Map(entries.map((e) => [e.id, e]));
  const taken = new Set(entries.flatMap((e) => namesOf(e).map((n) => n.text.toLowerCase())));
  for (const e of entries) {
    // What only others call a state ("the occupation") names its government, not its land.
    for (const { text, by } of namesOf(e))
      yield* spelled(e.id, text, e.country && by !== 'others' ? 'location' : e.kind, RANK.own);
    for (const text of [...(e.seats ?? []), ...(e.seatsAr ?? [])])
      yield* spelled(e.id, text, 'location', RANK.seat);
    for (const text of [...(e.adjectives ?? []), ...arabicAdjectives(e).flat()])
      if (!taken.has(text.toLowerCase())) yield* spelled(e.id, text, 'other', RANK.adjective);
    if (e.country)
      for (const [id, text, made] of composed(e, heads, byId))
        if (!taken.has(text.toLowerCase())) yield* spelled(id, text, made, RANK.made);
  }
}

/** A name, and its spelling with dots where it is an acronym of two or three letters ("U.S."). */
function* spelled(id: string, words: string, kind: MentionKind, rank: number): Generator<Spelling> {
  yield { id, kind, words, rank };
  const dotted = words.replace(/\b\p{Lu}{2,3}\b/gu, (w) => [...w].join('.'));
  if (dotted !== words) yield { id, kind, words: dotted, rank };
}

/** Masculine and feminine forms of a state's Arabic adjectives. */
function arabicAdjectives(e: ActorEntry): readonly (readonly [string, string])[] {
  return (e.adjectivesAr ?? []).map((m) => [m, `${m}ة`] as const);
}

/** What the heads make of a state's names: id, words, kind. */
function* composed(
  e: ActorEntry,
  heads: ActorHeads,
  byId: ReadonlyMap<string, ActorEntry>,
): Generator<readonly [string, string, MentionKind]> {
  const cc = e.id.slice(e.id.indexOf('/') + 1);
  for (const head of heads.heads) {
    const id = head.targets.map((t) => t.replace('{cc}', cc)).find((t) => byId.has(t));
    if (!id) continue;
    for (const template of head.en ?? [])
      for (const word of template.includes('{adj}') ? (e.adjectives ?? []) : latin(e))
        yield [id, template.replace(/\{(adj|name)\}/, word), head.kind];
    for (const template of head.ar ?? [])
      for (const words of arabicHeads(e, template)) yield [id, words, head.kind];
  }
}

const latin = (e: ActorEntry): readonly string[] =>
  namesOf(e)
    .map((n) => n.text)
    .filter((t) => /^\p{Script=Latin}/u.test(t));
const arabic = (e: ActorEntry): readonly string[] =>
  namesOf(e)
    .map((n) => n.text)
    .filter((t) => /^\p{Script=Arabic}/u.test(t));

function arabicHeads(e: ActorEntry, template: string): readonly string[] {
  if (template.includes('{name}')) return arabic(e).map((n) => template.replace('{name}', n));
  return arabicAdjectives(e).map(([m, f]) => template.replace('{adjf}', f).replace('{adj}', m));
}
