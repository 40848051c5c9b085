import type { Mention, MentionKind, Party } from '../doc/index.ts';
import { sequencesAt } from '../lexicon/event-patterns.ts';
import type { Element } from './elements.ts';
import type { Sentence } from './sentence.ts';
import { coordinated } from './subject.ts';
import type { Word } from './words.ts';

/** Classes of noun (`noun-classes.yaml`) that a name of each kind belongs to. */
const KIND_CLASSES: Readonly<Partial<Record<MentionKind, readonly string[]>>> = {
  person: ['person', 'official'],
  civilians: ['civilian', 'person'],
  government: ['government', 'force'],
  organisation: ['organisation'],
  agency: ['organisation', 'government'],
  media: ['media', 'company'],
  international: ['government', 'force'],
  'state-military': ['force'],
  'armed-group': ['force'],
  location: ['territory', 'government'],
  facility: ['base', 'infrastructure', 'territory', 'road'],
  weapon: ['weapon'],
  vehicle: ['vehicle'],
};
/** Names of these kinds can act. */
export const ACTOR_KINDS: ReadonlySet<MentionKind> = new Set([
  'person',
  'civilians',
  'organisation',
  'international',
  'government',
  'agency',
  'state-military',
  'armed-group',
  'media',
]);
/** Words of a noun phrase that stay in a party's span; a longer one starts at its name. */
const LONGEST_PARTY = 7;

/** Words `[from, to)` of a sentence. */
export interface Range {
  readonly from: number;
  readonly to: number;
  /** Index of the mention that the words stand for, where they are a pronoun or a description. */
  readonly as?: number;
}

/** Classes of the nouns and names in a noun phrase; "attack" where it holds an event noun. */
export function classesOf(s: Sentence, e: Range): ReadonlySet<string> {
  const classes = new Set<string>();
  if (e.as !== undefined) for (const c of KIND_CLASSES[s.mentions[e.as]!.kind] ?? []) classes.add(c);
  for (let i = e.from; i < e.to; i++) {
    const w = s.words[i]!;
    for (const c of s.patterns.nounClasses.get(w.key) ?? []) classes.add(c);
    if (w.mention >= 0) for (const c of KIND_CLASSES[s.mentions[w.mention]!.kind] ?? []) classes.add(c);
    if (sequencesAt(s.patterns.weapons, s.keys, i).length > 0) classes.add('weapon');
    if (sequencesAt(s.patterns.triggers, s.keys, i).some((t) => t.value.pos === 'noun'))
      classes.add('attack');
  }
  return classes;
}

/** Classes of weapon named among the words. */
export function weaponsIn(s: Sentence, e: Range): { readonly range: Range; readonly cls: string }[] {
  const out: { range: Range; cls: string }[] = [];
  for (let i = e.from; i < e.to; i++) {
    const found = sequencesAt(s.patterns.weapons, s.keys, i)[0];
    if (!found || i + found.words.length > e.to) continue;
    out.push({ range: { from: i, to: i + found.words.length }, cls: found.value });
    i += found.words.length - 1;
  }
  return out;
}

/** Noun phrases that stand together in one role, with the "of …" tails of heads that say only how many. */
export function rangesOf(s: Sentence, at: number): Range[] {
  return coordinated(s.els, at)
    .map((i) => withTail(s, i))
    .filter((r) => !isPronoun(s.words, r));
}

function withTail(s: Sentence, i: number): Range {
  const e = s.els[i]!;
  const of = s.els[i + 1];
  const head = s.words[e.head]!;
  const partitive = s.patterns.nounClasses.get(head.key)?.includes('generic-head') || head.kind === 'number';
  const joins = of?.kind === 'prep' && s.patterns.of.has(s.words[of.head]!.key);
  if (partitive && joins && s.els[i + 2]?.kind === 'np' && head.mention < 0 && of.from === e.to)
    return { from: e.from, to: s.els[i + 2]!.to };
  return { from: e.from, to: e.to };
}

export function isPronoun(words: readonly Word[], r: Range): boolean {
  return r.to - r.from === 1 && words[r.from]!.cls === 'pronoun';
}

/** The party that a range of words names; `null` when nothing is left of it. */
export function partyOf(s: Sentence, range: Range): Party | null {
  const { from, to } = trimmed(s.words, outsideBrackets(s, range));
  if (range.as !== undefined) return standIn(s, range, range.as);
  if (from >= to) return null;
  const mention = mentionIn(s, from, to);
  const first =
    mention !== null && to - from > LONGEST_PARTY ? firstWordOf(s.words, mention, from, to) : from;
  const start = s.words[first]!.start;
  const end = s.words[to - 1]!.end;
  return { spans: [{ start, end }], text: s.text.slice(start, end), mention, actor: null };
}

/** Words that stand for a name: the name, with both as evidence. */
function standIn(s: Sentence, r: Range, mention: number): Party {
  const { start, end, text } = s.mentions[mention]!;
  const here = { start: s.words[r.from]!.start, end: s.words[r.to - 1]!.end };
  return { spans: [{ start, end }, here], text, mention, actor: null };
}

/** The words after the last bracket that stands among them ("[TEXT] two men"). */
function outsideBrackets(s: Sentence, r: Range): Range {
  let { from } = r;
  for (let i = r.from + 1; i < r.to; i++)
    if (/[[\]]/.test(s.text.slice(s.words[i - 1]!.end, s.words[i]!.start))) from = i;
  return { from, to: r.to };
}

function trimmed(words: readonly Word[], r: Range): Range {
  let { from, to } = r;
  while (from < to && (words[from]!.cls === 'determiner' || words[from]!.kind === 'punctuation')) from++;
  while (from < to && words[to - 1]!.kind === 'punctuation') to--;
  return { from, to };
}

/** The name that the words rest on: the last that can act, else the last at all. */
function mentionIn(s: Sentence, from: number, to: number): number | null {
  let any: number | null = null;
  for (let i = to - 1; i >= from; i--) {
    const m = s.words[i]!.mention;
    if (m < 0) continue;
    if (ACTOR_KINDS.has(s.mentions[m]!.kind)) return m;
    any ??= m;
  }
  return any;
}

function firstWordOf(words: readonly Word[], mention: number, from: number, to: number): number {
  for (let i = from; i < to; i++) if (words[i]!.mention === mention) return i;
  return from;
}

/** Whether a name that can act, or a country, stands among the words. */
export function hasName(s: Sentence, r: Range): boolean {
  if (r.as !== undefined) return true;
  for (let i = r.from; i < r.to; i++) if (s.words[i]!.mention >= 0) return true;
  return false;
}

/** Classes of noun of which a side of an event can be. */
const PARTIES: readonly string[] = [
  'base',
  'captive',
  'civilian',
  'company',
  'force',
  'government',
  'infrastructure',
  'official',
  'party',
  'person',
  'press',
  'refugee',
  'territory',
];

/** Whether the words can name a side of an event: they hold a name or a noun of persons, bodies or places. */
export function canBeParty(s: Sentence, r: Range): boolean {
  if (hasName(s, r)) return true;
  const classes = classesOf(s, r);
  return PARTIES.some((c) => classes.has(c));
}

/** The element's words as a range. */
export function rangeOf(e: Element): Range {
  return { from: e.from, to: e.to };
}

/** The kinds of the names in a party's words, for telling sides apart. */
export function kindsOf(party: Party | undefined, mentions: readonly Mention[]): MentionKind | null {
  return party?.mention == null ? null : (mentions[party.mention]?.kind ?? null);
}
