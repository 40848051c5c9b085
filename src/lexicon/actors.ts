import type { MentionKind, Token } from '../doc/index.ts';
import { StopError } from '../lib/errors.ts';
import { type NameHit, type NameMatcher, namesFrom, packNames } from './actor-names.ts';
import { type ActorEntry, type ActorHeads, clashes } from './actor-schema.ts';
import { actorSounds, type SoundsLike } from './actor-sounds.ts';
import { type LexiconSource, table } from './source.ts';

/** A stretch of text that is a name of register entries. */
export interface ActorHit {
  readonly start: number;
  readonly end: number;
  /** Entries it may name, best first. For a country, its seat or its adjective: the state. */
  readonly ids: readonly string[];
  /** `location` for names of countries and seats, `other` for bare adjectives ("Syrian"). */
  readonly kind: MentionKind;
}

export type Actor = ActorEntry;

/** The register of bodies, states and public figures. */
export interface ActorRegister {
  /** Leftmost, longest, without overlaps. Acronyms count in capitals only. */
  match(text: string, tokens: readonly Token[]): readonly ActorHit[];
  /** `null` for an id the register does not have. */
  get(id: string): Actor | null;
  /** The entry that a name in no list sounds like, in any romanisation of its Arabic name; `null` for none or several. */
  readonly soundsLike: SoundsLike;
  name(id: string): string | null;
  kind(id: string): MentionKind | null;
  /** The belligerent whose line a body carries, with the source of that statement; `null` when none is known. */
  partyLine(id: string): { readonly party: string; readonly source: string } | null;
  /** The body whose word this one's word is, followed to its end; the id itself when it speaks for itself. */
  body(id: string): string;
  /** The id and what it is part of, nearest first. */
  chain(id: string): readonly string[];
  readonly ids: readonly string[];
  /** How names of a state's bodies are made. */
  readonly heads: ActorHeads;
}

/** The folder of the register's tables. */
export const ACTORS = 'shared/actors/';
const HEADS = `${ACTORS}actor-heads`;
/** The tables of the user's own registers, checked when they are read. */
export const OWN_ACTORS = 'own/actors/';

/** The buffer of the register's names, which the build makes. */
export const NAMES = 'shared/names';

/**
 * Makes the register from the compiled tables. Where they lack the buffer of names, it is made here and entries are
 * checked: throws a StopError at ids or names used twice, or a parent unknown.
 */
export function actorRegister(source: LexiconSource): ActorRegister {
  const shipped = readEntries(source);
  const own = ownEntries(source);
  const entries = [...shipped, ...own];
  const byId = new Map(entries.map((e) => [e.id, e]));
  const heads = table<ActorHeads>(source, HEADS);
  const shippedNames = namesFrom(source.buffers[NAMES] ?? registerNames(source), shipped, heads);
  const match = withOwn(shippedNames, shipped.length, own, heads);
  const chain = (id: string): readonly string[] => climb(id, (x) => byId.get(x)?.parent);
  return {
    match: (text, tokens) => match(text, tokens).map((hit) => toHit(hit, entries)),
    get: (id) => byId.get(id) ?? null,
    soundsLike: actorSounds(entries),
    name: (id) => byId.get(id)?.name ?? null,
    kind: (id) => byId.get(id)?.kind ?? null,
    partyLine: (id) => byId.get(id)?.partyLine ?? null,
    body: (id) => climb(id, (x) => byId.get(x)?.speaksFor).at(-1) ?? id,
    chain,
    ids: entries.map((e) => e.id),
    heads,
  };
}

/** No office speaks for, and no body is part of, more bodies than this; ends a circle in the data. */
const MAX_CLIMB = 8;

function climb(id: string, up: (id: string) => string | undefined): readonly string[] {
  const path = [id];
  for (let next = up(id); next && path.length < MAX_CLIMB && !path.includes(next); next = up(next))
    path.push(next);
  return path;
}

function filesOf(source: LexiconSource): readonly string[] {
  const files = Object.keys(source.json).filter((n) => n.startsWith(ACTORS) && n !== HEADS);
  if (files.length === 0)
    throw new StopError('no-table', `the register data/${ACTORS} is empty: run "npm run build"`);
  return files.sort();
}

const entriesOf = (source: LexiconSource, file: string): readonly ActorEntry[] =>
  table<{ entries: readonly ActorEntry[] }>(source, file).entries;

function readEntries(source: LexiconSource): readonly ActorEntry[] {
  return filesOf(source).flatMap((file) => entriesOf(source, file));
}

function ownEntries(source: LexiconSource): readonly ActorEntry[] {
  const files = Object.keys(source.json).filter((n) => n.startsWith(OWN_ACTORS));
  return files.sort().flatMap((file) => entriesOf(source, file));
}

/** Finds the shipped names and those of the user's own entries, which stand after `shipped` others. */
function withOwn(
  match: NameMatcher,
  shipped: number,
  own: readonly ActorEntry[],
  heads: ActorHeads,
): NameMatcher {
  if (own.length === 0) return match;
  const matchOwn = namesFrom(packNames(own, heads), own, heads);
  const shifted = (hit: NameHit): NameHit => ({
    ...hit,
    names: hit.names.map((n) => ({ ...n, entry: n.entry + shipped })),
  });
  return (text, tokens) => joinHits([...match(text, tokens), ...matchOwn(text, tokens).map(shifted)]);
}

/** Leftmost, longest, without overlaps; names of one stretch side by side. */
function joinHits(hits: readonly NameHit[]): readonly NameHit[] {
  const joined: NameHit[] = [];
  for (const hit of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last && last.start === hit.start && last.end === hit.end)
      joined[joined.length - 1] = { ...last, names: [...last.names, ...hit.names] };
    else if (!last || hit.start >= last.end) joined.push(hit);
  }
  return joined;
}

/** Checks the register as a whole and lays out its names. Throws a StopError at ids or names used twice, or a parent unknown. */
export function registerNames(source: LexiconSource): SharedArrayBuffer {
  const owners = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const file of filesOf(source))
    for (const entry of entriesOf(source, file)) {
      if (ids.has(entry.id)) fault(file, `${entry.id} stands in ${ids.get(entry.id)} too`);
      ids.set(entry.id, file);
      for (const clash of clashes(entry, owners)) fault(file, clash);
    }
  const entries = readEntries(source);
  for (const entry of entries) checkLinks(entry, ids);
  return packNames(entries, table<ActorHeads>(source, HEADS));
}

function checkLinks(entry: ActorEntry, ids: ReadonlyMap<string, string>): void {
  const links = [
    entry.parent,
    entry.speaksFor,
    entry.partyLine?.party,
    ...(entry.roles ?? []).map((r) => r.of),
  ];
  for (const link of links)
    if (link && !ids.has(link))
      fault(ids.get(entry.id)!, `${entry.id} points to ${link}, which the register lacks`);
}

function fault(file: string, what: string): never {
  throw new StopError('bad-data', `data/${file}.yaml: ${what}`);
}

/** The entries that bear a name, best first: by rank, then id. */
function toHit(hit: NameHit, entries: readonly ActorEntry[]): ActorHit {
  const id = (n: NameHit['names'][number]): string => entries[n.entry]!.id;
  const best = [...hit.names].sort((a, b) => a.rank - b.rank || (id(a) < id(b) ? -1 : 1));
  return { start: hit.start, end: hit.end, ids: [...new Set(best.map(id))], kind: best[0]!.kind };
}
