import { type EventPatterns, sequencesAt, type Tag } from '../lexicon/event-patterns.ts';
import { verbTag } from './verbs-here.ts';
import type { Word } from './words.ts';

/** A piece of a sentence: a noun phrase, a verb group, or one joining word. `[from, to)` are indices of words. */
export interface Element {
  readonly kind: 'np' | 'verb' | 'prep' | 'conj' | 'comma' | 'rel' | 'sub' | 'time';
  readonly from: number;
  readonly to: number;
  /** Index of the main word: the verb, the last word of a noun phrase. */
  readonly head: number;
  readonly verb: VerbGroup | null;
  /** A name, or a noun for persons, forces or states: it can act. */
  readonly agent: boolean;
}

/** What the words of a verb group say of it. */
export interface VerbGroup {
  readonly tag: Tag;
  readonly be: boolean;
  readonly have: boolean;
  readonly modal: boolean;
  readonly to: boolean;
  readonly negated: boolean;
  /** "was hit", or "hit by" alone. */
  readonly passive: boolean;
  /** Without a main verb of its own: "was the target". */
  readonly copula: boolean;
}

const NO_GROUP = { be: false, have: false, modal: false, to: false, negated: false };
type Pending = { -readonly [K in keyof typeof NO_GROUP]: boolean } & { from: number };

/** Cuts the words of a sentence into elements, in one pass. Adverbs belong to no element. */
export function elementsOf(words: readonly Word[], patterns: EventPatterns): Element[] {
  const out: Element[] = [];
  const keys = words.map((w) => w.key);
  let pending: Pending | null = null;
  let phrase = -1;
  const endPhrase = (to: number): void => {
    if (phrase >= 0)
      out.push({
        kind: 'np',
        from: phrase,
        to,
        head: to - 1,
        verb: null,
        agent: isAgent(words, phrase, to, patterns),
      });
    phrase = -1;
  };
  const endGroup = (to: number): void => {
    if (pending && (pending.be || pending.have)) out.push(groupElement(pending, to, to - 1, 'base', true));
    pending = null;
  };
  for (let i = 0; i < words.length; i++) {
    const w = words[i]!;
    if (groupWord(words, i, patterns)) {
      endPhrase(i);
      pending = extend(pending, w, i);
      continue;
    }
    const skipped = w.cls === 'adverb' ? 1 : (sequencesAt(patterns.bounds, keys, i)[0]?.words.length ?? 0);
    if (skipped > 0) {
      endPhrase(i);
      i += skipped - 1;
      continue;
    }
    const tag = verbTag(words, i, patterns);
    if (tag) {
      endPhrase(i);
      const width = sequencesAt(patterns.light, keys, i)[0]?.words.length ?? 1;
      out.push(groupElement(pending ?? { ...NO_GROUP, from: i }, i + width, i, tag, false));
      pending = null;
      i += width - 1;
      continue;
    }
    endGroup(i);
    const kind = kindOf(words, i, patterns);
    if (kind === 'np') {
      if (phrase < 0 || w.cls === 'determiner' || w.cls === 'pronoun' || opensPhrase(words, i, patterns)) {
        endPhrase(i);
        phrase = i;
      }
      continue;
    }
    endPhrase(i);
    out.push({ kind, from: i, to: i + 1, head: i, verb: null, agent: false });
  }
  endPhrase(words.length);
  endGroup(words.length);
  return out.map((e, i) =>
    e.verb ? { ...e, verb: { ...e.verb, passive: isPassive(words, e, out.slice(i + 1, i + 4)) } } : e,
  );
}

function isPassive(words: readonly Word[], e: Element, [next, third, fourth]: readonly Element[]): boolean {
  const v = e.verb!;
  if (v.copula || v.tag === 'gerund' || v.tag === 'third') return false;
  if (v.be) return true;
  const by = (n: Element | undefined): boolean => n?.kind === 'prep' && words[n.head]!.cls === 'passive-by';
  return (
    !v.have &&
    !v.modal &&
    !v.to &&
    (by(next) || (next?.kind === 'conj' && third?.kind === 'verb' && by(fourth)))
  );
}

const AGENTS: readonly string[] = ['force', 'person', 'government', 'official', 'civilian', 'captive'];

function isAgent(words: readonly Word[], from: number, to: number, patterns: EventPatterns): boolean {
  for (let i = from; i < to; i++) {
    if (words[i]!.mention >= 0 || words[i]!.cls === 'pronoun') return true;
    if (patterns.nounClasses.get(words[i]!.key)?.some((c) => AGENTS.includes(c))) return true;
  }
  return false;
}

function groupElement(p: Pending, to: number, head: number, tag: Tag, copula: boolean): Element {
  const { from, ...flags } = p;
  return { kind: 'verb', from, to, head, verb: { ...flags, tag, copula, passive: false }, agent: false };
}

/** Whether the word opens or goes on with a verb group without being its main verb. */
function groupWord(words: readonly Word[], i: number, patterns: EventPatterns): boolean {
  const cls = words[i]!.cls;
  if (cls === 'to') {
    let j = i + 1;
    while (words[j]?.cls === 'adverb') j++;
    return (
      words[j]?.cls === 'auxiliary-be' || !!patterns.verbs.get(words[j]?.key ?? '')?.some((t) => t === 'base')
    );
  }
  return (
    cls === 'modal' ||
    cls === 'negator' ||
    cls === 'auxiliary-be' ||
    cls === 'auxiliary-do' ||
    cls === 'auxiliary-have'
  );
}

function extend(pending: Pending | null, w: Word, i: number): Pending {
  const p = pending ?? { ...NO_GROUP, from: i };
  return {
    from: p.from,
    be: p.be || w.cls === 'auxiliary-be',
    have: p.have || w.cls === 'auxiliary-have',
    modal: p.modal || w.cls === 'modal',
    to: p.to || w.cls === 'to',
    negated: p.negated || w.cls === 'negator',
  };
}

/**
 * Where the article is written at the front of nouns, one without it after one with it opens another phrase; so does
 * one with the ending of an object after one without it.
 */
function opensPhrase(words: readonly Word[], i: number, patterns: EventPatterns): boolean {
  const { definite } = patterns;
  const before = words[i - 1];
  const w = words[i]!;
  if (definite === null || !before || w.kind !== 'word') return false;
  if (w.mention >= 0 && w.mention === before.mention) return false;
  const closed = before.key.startsWith(definite) || (before.mention >= 0 && before.mention !== w.mention);
  if (closed && !w.key.startsWith(definite)) return true;
  const object = patterns.accusative;
  return object !== null && before.kind === 'word' && w.key.endsWith(object) && !before.key.endsWith(object);
}

function kindOf(words: readonly Word[], i: number, patterns: EventPatterns): Element['kind'] {
  const w = words[i]!;
  if (w.kind === 'punctuation') return 'comma';
  if (patterns.complementizers.has(w.key) && w.cls !== null) return complementizer(words, i, patterns);
  if (w.cls === 'preposition' || w.cls === 'passive-by' || w.cls === 'to') return 'prep';
  if (w.cls === 'conjunction') return 'conj';
  if (w.cls === 'relative') return 'rel';
  if (w.cls === 'subordinator') return 'sub';
  if (w.cls === 'time') return 'time';
  if (w.kind === 'number' && (words[i - 1]?.cls === 'time' || words[i + 1]?.cls === 'time')) return 'time';
  return 'np';
}

/** "that": before a verb it is a relative, before a new noun phrase it opens a clause, else it points at its noun. */
function complementizer(words: readonly Word[], i: number, patterns: EventPatterns): Element['kind'] {
  let j = i + 1;
  while (words[j]?.cls === 'adverb') j++;
  const next = words[j];
  if (!next || groupWord(words, j, patterns) || verbTag(words, j, patterns)) return 'rel';
  const opens =
    next.cls === 'determiner' || next.cls === 'pronoun' || next.mention >= 0 || next.cls === 'preposition';
  return opens ? 'sub' : 'np';
}
