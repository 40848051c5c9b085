import type { Mention, MentionKind, Sentence, Word } from '../doc/index.ts';
import type { NameCues, NameHead } from '../lexicon/name-cues.ts';
import {
  adjective,
  definite,
  nameLike,
  stops,
  type TraitsOf,
  unlike,
  type View,
  viewOf,
} from './cued-names-view.ts';

export { type Traits, type TraitsOf, traitsFrom } from './cued-names-view.ts';

/** Words of a name at most. */
const MOST_WORDS = 8;
/** Words of a person's name at most. */
const MOST_PERSON = 5;
/** Words between a title and the name at most: "spokesman in the name of the ministry of … ". */
const MOST_BETWEEN = 9;
/** Indefinite nouns in a row within the name of a body: "agency of news of …". */
const MOST_CHAIN = 2;

/**
 * Names in a language whose names no capital shows: after titles and offices, from the heads of bodies and places, from
 * given names, and persons named before by their last name. Words are those with clitics cut; tags help where there are
 * any. Mentions may overlap; sorted by start.
 */
export function cuedNames(
  text: string,
  sentences: readonly Sentence[],
  words: readonly Word[],
  cues: NameCues,
  traitsOf: TraitsOf,
): Mention[] {
  const all = viewOf(text, words, cues, traitsOf);
  const found: Mention[] = [];
  const persons = new Map<string, Mention>();
  let at = 0;
  for (let s = 0; s < sentences.length; s++) {
    const first = at;
    while (at < words.length && words[at]!.sentence === s) at++;
    sentenceNames({ ...all, end: at }, first, persons, found);
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function sentenceNames(v: View, first: number, persons: Map<string, Mention>, found: Mention[]): void {
  let past = first;
  for (let i = first; i < v.end; i++) {
    const key = v.keys[i]!;
    for (const head of v.cues.heads.get(key) ?? []) {
      const end = headEnd(v, i, head);
      if (end === null) continue;
      found.push(mention(v, head.span === 'whole' ? i : i + 1, end, head.kind, false, 'head-noun'));
      if (isSite(head)) past = Math.max(past, end);
      break;
    }
    const title = v.cues.titles.get(key);
    const start = title === undefined ? i : afterTitle(v, i);
    if (i < past || start === null || start < past) continue;
    const person = title === undefined ? unannounced(v, i, persons) : personAt(v, start, title);
    if (!person) continue;
    found.push(person.mention);
    past = Math.max(past, person.end);
    if (person.mention.by !== 'short-form') persons.set(v.keys[person.end - 1]!, person.mention);
  }
}

/** Towns and buildings are named for persons; bodies are led by them. */
const isSite = (head: NameHead): boolean => head.kind === 'location' || head.kind === 'facility';

interface Person {
  readonly mention: Mention;
  /** Index of the word after it. */
  readonly end: number;
}

function personAt(v: View, start: number, publicRole: boolean): Person | null {
  const end = personEnd(v, start);
  return end > start ? { mention: mention(v, start, end, 'person', publicRole, 'title'), end } : null;
}

/** A person that nothing announces: a given name with what follows, or the last name of one named before. */
function unannounced(v: View, i: number, persons: ReadonlyMap<string, Mention>): Person | null {
  const key = v.keys[i]!;
  const given = named(v, i) && !stops(v, i);
  const end = given || opensPerson(v, i) ? personEnd(v, i) : i;
  if (end > i + 1 || (given && v.alone[i]))
    return { mention: mention(v, i, end, 'person', false, 'given-name'), end };
  const past = tagged(v, i);
  if (past > i + 1) return { mention: mention(v, i, past, 'person', false, 'tags'), end: past };
  const before = persons.get(key);
  if (!before || stops(v, i) || v.traits[i]!.noun || v.cues.particles.has(key)) return null;
  return { mention: mention(v, i, i + 1, 'person', before.publicRole, 'short-form'), end: i + 1 };
}

/** "father of …": a particle and a given name, or a given name of two words. */
const opensPerson = (v: View, i: number): boolean =>
  v.cues.particles.has(v.keys[i]!) && !definite(v, i) && (named(v, i + 1) || compound(v, i + 1));

/** The second part of a given name of two words: "servant of the Merciful". */
const compound = (v: View, i: number): boolean =>
  i < v.end && definite(v, i) && v.cues.particles.has(v.keys[i]!);

/** One past a run of words that no lexicon knows and that the tagger takes for names; a noun before it would own it. */
function tagged(v: View, start: number): number {
  const before = v.words[start - 1];
  if (before?.upos === 'NOUN' && before.sentence === v.words[start]!.sentence) return start;
  let end = start;
  while (end < Math.min(v.end, start + MOST_TAGGED) && isTagged(v, end)) end++;
  return end;
}

/** Words of such a run at most. */
const MOST_TAGGED = 3;
const isTagged = (v: View, i: number): boolean =>
  v.words[i]!.upos === 'PROPN' &&
  v.traits[i]!.unknown &&
  !definite(v, i) &&
  !stops(v, i) &&
  !unlike(v, v.keys[i]!);

/** Where the name begins that a title announces: after adjectives, the body led or spoken for, and further titles. */
function afterTitle(v: View, title: number): number | null {
  let settled = definite(v, title);
  for (let j = title + 1; j < Math.min(v.end, title + MOST_BETWEEN); j++) {
    const key = v.keys[j]!;
    if ((v.given[j] || opensPerson(v, j)) && !v.cues.stops.has(key)) return j;
    if (v.cues.between.has(key)) continue;
    if (stops(v, j)) return null;
    if (definite(v, j)) {
      if (definite(v, title) && j === title + 1 && surname(v, j)) return j;
      settled = true;
    } else if (v.cues.heads.has(key) || v.cues.titles.has(key) || v.traits[j]!.noun) continue;
    else if (isPlace(v, j)) settled = true;
    else if (nameLike(v, j)) {
      if (settled) return j;
    } else return null;
  }
  return null;
}

/** A definite word that no lexicon knows, right after a title: "President al-…". */
const surname = (v: View, i: number): boolean =>
  v.words[i]!.upos === 'PROPN' || (v.traits[i]!.unknown && !adjective(v, i));

const isPlace = (v: View, i: number): boolean => v.traits[i]!.name && !v.given[i];

/** One past the last word of a person's name that begins here; `start` itself where none does. */
function personEnd(v: View, start: number): number {
  let end = start;
  while (end < Math.min(v.end, start + MOST_PERSON) && partOfPerson(v, end, start)) end++;
  while (end > start && v.cues.particles.has(v.keys[end - 1]!) && !definite(v, end - 1) && !named(v, end - 1))
    end--;
  return end;
}

const named = (v: View, i: number): boolean => v.given[i] === true;

function partOfPerson(v: View, i: number, start: number): boolean {
  const key = v.keys[i]!;
  if (v.cues.particles.has(key)) return i > start || !definite(v, i);
  if (stops(v, i) || v.cues.titles.has(key) || (v.cues.heads.has(key) && i > start))
    return named(v, i) && i === start;
  if (i === start || named(v, i)) return nameLike(v, i) || definite(v, i);
  const { noun, other, unknown } = v.traits[i]!;
  const surname = named(v, i - 1) || v.cues.particles.has(v.keys[i - 1]!);
  if (definite(v, i)) return surname || (!noun && !other && !definite(v, i - 1));
  return nameLike(v, i) || (surname && unknown && !unlike(v, key));
}

/** One past the last word of the name that a head opens, or `null` where it opens none. */
function headEnd(v: View, at: number, head: NameHead): number | null {
  const quoted = definite(v, at) ? null : quotedEnd(v, at + 1);
  if (quoted !== null) return quoted;
  const core = definite(v, at) ? at + 1 : coreEnd(v, at + 1, head);
  if (core === null) return null;
  const adjectives = whileAdjective(v, core, at);
  if (definite(v, at) && adjectives === core) return null;
  return withPurpose(v, head.joins ? withSecond(v, adjectives, at) : adjectives, at);
}

function whileAdjective(v: View, from: number, at: number): number {
  let end = from;
  while (end - at < MOST_WORDS && adjective(v, end)) end++;
  return end;
}

/** After an indefinite head: nouns in construct up to a definite one, or a name. */
function coreEnd(v: View, from: number, head: NameHead): number | null {
  if (head.needs === 'adjective') return null;
  let i = from;
  while (i - from < MOST_CHAIN && links(v, i)) i++;
  const title = v.cues.titles.has(v.keys[i] ?? '');
  if (stops(v, i) || (title && !isSite(head))) return null;
  if (title) return named(v, i + 1) || (i + 1 < v.end && nameLike(v, i + 1)) ? nameEnd(v, i + 1) : i + 1;
  if (definite(v, i)) return head.needs === 'name' && v.traits[i]!.noun ? null : i + 1;
  return nameLike(v, i) ? nameEnd(v, i) : null;
}

/** An indefinite common noun between the head and the name: "agency of news of …". */
const links = (v: View, i: number): boolean =>
  !stops(v, i) && !definite(v, i) && v.traits[i]!.noun && !v.cues.titles.has(v.keys[i]!);

/** A name of several words: further names, and one definite word after a word that is no known name ("… of the Levant"). */
function nameEnd(v: View, from: number): number {
  let end = from + 1;
  const more = (): boolean =>
    end - from <= MOST_CHAIN &&
    !stops(v, end) &&
    !v.cues.titles.has(v.keys[end]!) &&
    !v.cues.heads.has(v.keys[end]!);
  while (more() && !definite(v, end) && nameLike(v, end)) end++;
  const open = !v.traits[end - 1]!.name || named(v, end - 1);
  if (more() && definite(v, end) && open && !adjective(v, end)) end++;
  return end;
}

/** "of education and teaching": a conjunction and a definite noun with its adjectives. */
function withSecond(v: View, end: number, at: number): number {
  const conjunction = v.cues.conjunctions.has(v.keys[end] ?? '') && end + 1 < v.end;
  if (!conjunction || !definite(v, end - 1) || !definite(v, end + 1) || stops(v, end + 1)) return end;
  const key = v.keys[end + 1]!;
  if (v.cues.titles.has(key) || v.cues.heads.has(key) || adjective(v, end + 1)) return end;
  return whileAdjective(v, end + 2, at);
}

/** "for human rights": a preposition and what bodies are there for. */
function withPurpose(v: View, end: number, at: number): number {
  if (!v.cues.purposePrepositions.has(v.keys[end] ?? '') || !v.cues.purposes.has(v.keys[end + 1] ?? ''))
    return end;
  const noun = end + 1;
  if (noun >= v.end) return end;
  const next = definite(v, noun) || !definite(v, noun + 1) || stops(v, noun + 1) ? noun + 1 : noun + 2;
  return whileAdjective(v, Math.min(next, v.end), at);
}

const OPEN = /^["“«„]$/u;
const CLOSE = /^["”»“]$/u;

/** One past the closing mark of a short quotation that begins here: "movement «…»"; `null` where none does. */
function quotedEnd(v: View, from: number): number | null {
  if (!OPEN.test(v.keys[from] ?? '')) return null;
  for (let i = from + 2; i < Math.min(v.end, from + MOST_WORDS); i++)
    if (CLOSE.test(v.keys[i]!)) return i + 1;
  return null;
}

function mention(
  v: View,
  first: number,
  end: number,
  kind: MentionKind,
  publicRole: boolean,
  by: string,
): Mention {
  const { start } = v.words[first]!;
  const to = v.words[end - 1]!.end;
  return { start, end: to, text: v.text.slice(start, to), kind, candidates: [], publicRole, by };
}
