import { edtfDays } from '../../lib/edtf.ts';
import { nameKey, skeletonKey, soundSimilarity } from '../../lib/name-key.ts';
import { type ActorEntry, acronymLike, namesOf } from '../actor-schema.ts';
import { RANK, type Spelling, spellingsOf } from '../actor-spellings.ts';
import type { ActorRegister } from '../actors.ts';
import { keysOf } from '../dictionary.ts';
import { nearest } from './near.ts';

/** How a name led to an entry. */
export type WhoRule =
  | 'id'
  | 'name'
  | 'alias'
  | 'adjective'
  | 'seat'
  | 'made of a state’s name'
  | 'spelt otherwise'
  | 'same consonants';

/** Whether something holds on a day: `maybe` where a date that would tell is not known, or not to the day. */
export type Held = 'yes' | 'no' | 'maybe';

/** A public role, with who holds it. */
export interface RoleOut {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly of: string | null;
  readonly from: string | null;
  readonly until: string | null;
  /** On the day asked about; `null` when none was. */
  readonly held: Held | null;
}

/** An entry that a name may mean. */
export interface Found {
  readonly entry: ActorEntry;
  readonly rule: WhoRule;
  /** The spelling that matched, as the register has it. */
  readonly matched: string;
  /** Whether the register marks that spelling as borne by others too. */
  readonly ambiguous: boolean;
  /** Whether the entry itself stood on the day; `null` when no day was asked about. */
  readonly stood: Held | null;
  /** For a body: who held roles in it. For a person: the roles held. */
  readonly roles: readonly RoleOut[];
}

export interface WhoAnswer {
  readonly found: readonly Found[];
  /** Known names near to the one asked about, where none is it. */
  readonly near: readonly string[];
}

/** Near spellings that are offered. */
const MOST_NEAR = 5;

/** The entries that a name may mean, by the first rule that gives any; `date` is a day, month or year. */
export function who(register: ActorRegister, name: string, date: string | null): WhoAnswer {
  const entries = register.ids.map((id) => register.get(id)!);
  const spellings = [...spellingsOf(entries, register.heads)];
  const own = register.get(name);
  const hits = own
    ? [{ id: own.id, rule: 'id' as const, matched: own.id }]
    : bySpelling(name, spellings, entries);
  const found = hits.map((hit) => foundOf(hit, register, entries, date));
  if (found.length > 0) return { found, near: [] };
  return { found, near: nearNames(name, spellings) };
}

interface HitOf {
  readonly id: string;
  readonly rule: WhoRule;
  readonly matched: string;
}

/** Rules from the surest: the same letters, the same words whatever their case and marks, the same consonants. */
function bySpelling(
  name: string,
  spellings: readonly Spelling[],
  entries: readonly ActorEntry[],
): readonly HitOf[] {
  const key = keysOf(name).join(' ');
  const skeleton = skeletonKey(name);
  const steps: readonly ((s: Spelling) => WhoRule | null)[] = [
    (s) => (s.words === name ? ruleOf(s, entries) : null),
    (s) => (key !== '' && keysOf(s.words).join(' ') === key ? ruleOf(s, entries) : null),
    (s) => (nameKey(s.words) === nameKey(name) && key !== '' ? 'spelt otherwise' : null),
    (s) => (skeleton !== null && soundsLike(s, name, skeleton) ? 'same consonants' : null),
  ];
  for (const step of steps) {
    const hits = new Map<string, HitOf & { rank: number }>();
    for (const s of spellings) {
      const rule = step(s);
      if (rule !== null && s.rank < (hits.get(s.id)?.rank ?? Number.POSITIVE_INFINITY))
        hits.set(s.id, { id: s.id, rule, matched: s.words, rank: s.rank });
    }
    if (hits.size > 0) return [...hits.values()].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  }
  return [];
}

/** Names of one skeleton are as much alike as this, or two. */
const LEAST_ALIKE = 0.6;

/** Whether an entry's own name, no acronym, has the consonants of another and sounds much like it. */
function soundsLike({ rank, words }: Spelling, name: string, skeleton: string): boolean {
  if (rank !== RANK.own || acronymLike(words) || skeletonKey(words) !== skeleton) return false;
  return soundSimilarity(name, words) >= LEAST_ALIKE;
}

function ruleOf(spelling: Spelling, entries: readonly ActorEntry[]): WhoRule {
  if (spelling.rank === RANK.made) return 'made of a state’s name';
  if (spelling.rank === RANK.seat) return 'seat';
  if (spelling.rank === RANK.adjective) return 'adjective';
  return entries.some((e) => e.id === spelling.id && e.name === spelling.words) ? 'name' : 'alias';
}

function foundOf(
  { id, rule, matched }: HitOf,
  register: ActorRegister,
  entries: readonly ActorEntry[],
  date: string | null,
): Found {
  const entry = register.get(id)!;
  const alias = namesOf(entry).find((n) => n.text === matched);
  const holders = entries.flatMap((e) =>
    (e.roles ?? []).filter((r) => r.of === id).map((r) => roleOut(e, r, date)),
  );
  const roles = [...(entry.roles ?? []).map((r) => roleOut(entry, r, date)), ...holders];
  return {
    entry,
    rule,
    matched,
    ambiguous: alias?.ambiguous ?? false,
    stood: date === null ? null : heldOn(entry, date),
    roles: roles.filter((r) => r.held !== 'no').sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1)),
  };
}

type Role = NonNullable<ActorEntry['roles']>[number];

const roleOut = (entry: ActorEntry, role: Role, date: string | null): RoleOut => ({
  id: entry.id,
  name: entry.name,
  role: role.role,
  of: role.of ?? null,
  from: role.from ?? null,
  until: role.until ?? null,
  held: date === null ? null : heldOn(role, date),
});

interface Dated {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Whether something half-open in time holds on a day, or at some day of a month or year. */
export function heldOn({ from, until }: Dated, date: string): Held {
  const day = edtfDays(date);
  const start = edtfDays(from ?? '');
  const end = edtfDays(until ?? '');
  const [first, last] = [day.earliest ?? '', day.latest ?? ''];
  if (start.earliest !== null && last < start.earliest) return 'no';
  // "until" is the first day on which it no longer holds; known to the month, it is at the latest the month's last.
  if (end.latest !== null && first >= end.latest) return 'no';
  const begun = start.latest !== null && first >= start.latest;
  const lasts = end.earliest === null ? until === undefined : last < end.earliest;
  return begun && lasts ? 'yes' : 'maybe';
}

function nearNames(name: string, spellings: readonly Spelling[]): readonly string[] {
  const own = new Map(
    spellings.filter((s) => s.rank === RANK.own).map((s) => [s.words.toLowerCase(), s.words]),
  );
  return nearest(name.toLowerCase(), own.keys(), MOST_NEAR).map((key) => own.get(key)!);
}
