import type { MentionKind, Token } from '../doc/index.ts';
import { StopError } from '../lib/errors.ts';
import { type ActorEntry, type ActorHeads, acronymLike, clashes, namesOf } from './actor-schema.ts';
import { buildDictionary, type DictionaryEntry } from './dictionary.ts';
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
  name(id: string): string | null;
  kind(id: string): MentionKind | null;
  /** The belligerent whose line a body carries, with the source of that statement; `null` when none is known. */
  partyLine(id: string): { readonly party: string; readonly source: string } | null;
  /** The body whose word this one's word is, followed to its end; the id itself when it speaks for itself. */
  body(id: string): string;
  /** The id and what it is part of, nearest first. */
  chain(id: string): readonly string[];
  readonly ids: readonly string[];
}

const FOLDER = 'shared/actors/';
const HEADS = `${FOLDER}actor-heads`;

/** Makes the register from the compiled tables. Throws a StopError at ids or names used twice, or a parent unknown. */
export function actorRegister(source: LexiconSource): ActorRegister {
  const entries = readEntries(source);
  const byId = new Map(entries.map((e) => [e.id, e]));
  const heads = table<ActorHeads>(source, HEADS);
  const dictionary = buildDictionary(names(entries, heads, byId), {
    accepts: caseFits,
    same: new Map(heads.articles.map((a) => [a, heads.articles[0]!])),
    clitics: heads.clitics,
  });
  const chain = (id: string): readonly string[] => climb(id, (x) => byId.get(x)?.parent);
  return {
    match: (text, tokens) => dictionary.match(text, tokens).map(toHit),
    get: (id) => byId.get(id) ?? null,
    name: (id) => byId.get(id)?.name ?? null,
    kind: (id) => byId.get(id)?.kind ?? null,
    partyLine: (id) => byId.get(id)?.partyLine ?? null,
    body: (id) => climb(id, (x) => byId.get(x)?.speaksFor).at(-1) ?? id,
    chain,
    ids: entries.map((e) => e.id),
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

function readEntries(source: LexiconSource): readonly ActorEntry[] {
  const files = Object.keys(source.json).filter((n) => n.startsWith(FOLDER) && n !== HEADS);
  if (files.length === 0)
    throw new StopError('no-table', `the register data/${FOLDER} is empty: run "npm run build"`);
  const owners = new Map<string, string>();
  const ids = new Map<string, string>();
  const entries: ActorEntry[] = [];
  for (const file of files.sort())
    for (const entry of table<{ entries: readonly ActorEntry[] }>(source, file).entries) {
      if (ids.has(entry.id)) fault(file, `${entry.id} stands in ${ids.get(entry.id)} too`);
      ids.set(entry.id, file);
      for (const clash of clashes(entry, owners)) fault(file, clash);
      entries.push(entry);
    }
  for (const entry of entries) checkLinks(entry, ids);
  return entries;
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

/** One name of one entry, with the rule for its case. */
interface Name {
  readonly id: string;
  readonly kind: MentionKind;
  readonly words: string;
  readonly exact: boolean;
  readonly rank: number;
}

/** Order among entries that share a name: own names first, then made-up ones, then adjectives. */
const RANK = { own: 0, made: 1, seat: 2, adjective: 3 } as const;

function* names(
  entries: readonly ActorEntry[],
  heads: ActorHeads,
  byId: ReadonlyMap<string, ActorEntry>,
): Generator<DictionaryEntry<Name>> {
  const taken = new Set(entries.flatMap((e) => namesOf(e).map((n) => n.text.toLowerCase())));
  for (const e of entries) {
    const kind = e.country ? 'location' : e.kind;
    for (const { text } of namesOf(e)) yield* spelled(e.id, text, kind, RANK.own);
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
function* spelled(
  id: string,
  words: string,
  kind: MentionKind,
  rank: number,
): Generator<DictionaryEntry<Name>> {
  const value: Name = { id, kind, words, exact: acronymLike(words), rank };
  yield { words, value };
  const dotted = words.replace(/\b\p{Lu}{2,3}\b/gu, (w) => [...w].join('.'));
  if (dotted !== words) yield { words: dotted, value: { ...value, words: dotted } };
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

/** Acronyms in their own capitals; other names with the first capital of the name in place; small names anyhow. */
function caseFits(name: Name, words: string): boolean {
  if (name.exact) return acronyms(name.words) === acronyms(words) && initialsFit(name.words, words);
  return initialsFit(name.words, words);
}

/** The capitals-only words of a name, as written. */
function acronyms(words: string): string {
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).filter((w) => acronymLike(w)).join(' ');
}

/** Whether the first word that the name writes with a capital has one in the text. */
function initialsFit(name: string, words: string): boolean {
  const own = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const at = own.findIndex((w) => /^\p{Lu}/u.test(w));
  if (at < 0) return true;
  const word = (words.match(/[\p{L}\p{N}]+/gu) ?? [])[at];
  return word !== undefined && /^\p{Lu}/u.test(word);
}

function toHit(hit: {
  readonly start: number;
  readonly end: number;
  readonly values: readonly Name[];
}): ActorHit {
  const best = [...hit.values].sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  return { start: hit.start, end: hit.end, ids: [...new Set(best.map((v) => v.id))], kind: best[0]!.kind };
}
