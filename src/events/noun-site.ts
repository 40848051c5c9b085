import { type LightRole, sequencesAt } from '../lexicon/event-patterns.ts';
import { type Argument, type Frame, merged } from './frame.ts';
import { frameAt } from './frame-at.ts';
import { type Range, rangeOf } from './party.ts';
import type { Sentence } from './sentence.ts';
import { objectOf, prepsAfter, subjectOf } from './subject.ts';
import { isRelation, kidsBy, type Tree } from './tree.ts';
import { caseOf, isTime, phraseAt, phrasesAfter } from './tree-phrases.ts';
import { argumentsOf, elementFrame, windowFrame } from './window-frame.ts';

/** An event noun with what stands around it. */
export interface NounSite {
  /** Its phrase, from the article to the head. */
  readonly phrase: Range;
  readonly preps: readonly Argument[];
  /** The verb beside it that adds nothing but who and whom. */
  readonly light: Light | null;
  /** Whether it is the subject or object of a verb. */
  readonly argument: boolean;
}

export interface Light {
  readonly role: LightRole;
  readonly frame: Frame;
}

/** The site of the noun that ends before word `to`, off the tree; `null` where it is no head ("attack helicopters"). */
function treeSite(s: Sentence, tree: Tree, to: number): NounSite | null {
  const n = to - 1;
  const relation = tree.relations[n]!;
  const nominal = tree.upos[n] === 'NOUN' || tree.upos[n] === 'PROPN' || isNominal(s, tree, n);
  if (!nominal || relation === 'amod' || isModifier(s, tree, n)) return null;
  return {
    phrase: phraseAt(s, tree, n),
    preps: nounArguments(s, tree, n),
    light: lightOf(s, tree, n),
    argument: ['nsubj', 'obj', 'root'].some((r) => isRelation(relation, r)),
  };
}

/** A gerund with an article or an "of" of its own ("the shelling of X"). */
function isNominal(s: Sentence, tree: Tree, n: number): boolean {
  if (tree.xpos[n] !== 'VBG') return false;
  if (kidsBy(tree, n, 'det', 'nmod:poss').length > 0) return true;
  return s.patterns.of.has(s.keys[n + 1] ?? '');
}

/** "attack helicopters", but not "attack" before a name or a possessor. */
function isModifier(s: Sentence, tree: Tree, n: number): boolean {
  const relation = tree.relations[n]!;
  const h = tree.heads[n]!;
  if (relation !== 'compound' && relation !== 'nmod:desc') return false;
  return h > n && s.words[h]!.mention < 0 && s.words[h]!.kind === 'word';
}

/** Prepositional phrases of the noun, and of the participle after it ("an attack claimed by X on Y"). */
function nounArguments(s: Sentence, tree: Tree, n: number): Argument[] {
  const own = kidsBy(tree, n, 'nmod', 'obl').filter((k) => k > n && !isTime(s, k));
  const parts = kidsBy(tree, n, 'acl').filter(
    (k) => k > n && tree.xpos[k] === 'VBN' && s.patterns.light.has(s.keys[k]!),
  );
  const theirs = parts.flatMap((p) => kidsBy(tree, p, 'obl'));
  return [...own, ...theirs].flatMap((k) => {
    const marker = caseOf(tree, k);
    if (marker < 0) return [];
    return [{ key: s.keys[marker]!, ranges: phrasesAfter(s, tree, marker, k), adjacent: marker === n + 1 }];
  });
}

function lightOf(s: Sentence, tree: Tree, n: number): Light | null {
  const h = tree.heads[n]!;
  const relation = tree.relations[n]!;
  if (h < 0) return null;
  const carrier = ['obj', 'obl', 'nsubj', 'acl'].some((r) => isRelation(relation, r)) ? h : -1;
  const participle = kidsBy(tree, n, 'acl').find((k) => k > n && tree.xpos[k] === 'VBN');
  for (const v of [carrier, participle ?? -1]) {
    if (v < 0 || tree.upos[v] !== 'VERB') continue;
    const frame = frameAt(s, v);
    const subject = isRelation(relation, 'nsubj') && v === h && !frame.passive;
    const found = sequencesAt(s.patterns.light, s.keys, v).find((f) => (f.value === 'occur') === subject);
    if (found) return { role: found.value, frame };
  }
  return null;
}

/** The site off the tree, with what windows see where the tree sees nothing. */
export function siteOf(s: Sentence, i: number, to: number): NounSite | null {
  const { tree } = s;
  if (!tree) return windowSite(s, i, to);
  const site = treeSite(s, tree, to);
  const other = tree.upos[to - 1] === 'VERB' ? null : windowSite(s, i, to);
  if (!site || !other) return site;
  return {
    ...site,
    preps: merged(site.preps, other.preps),
    light: site.light ?? other.light,
    argument: site.argument || other.argument,
  };
}

/** The site of the noun `[i, to)` by windows over the elements. */
function windowSite(s: Sentence, i: number, to: number): NounSite | null {
  const at = s.elementAt[i]!;
  const e = s.els[at];
  if (e?.kind !== 'np' || !endsPhrase(s, at, to)) return null;
  return {
    phrase: rangeOf(e),
    preps: argumentsOf(s, prepsAfter(s.els, at), at),
    light: lightBefore(s, at) ?? lightAfter(s, at),
    argument: isArgument(s, at),
  };
}

/** The noun is the head of its phrase, or only a name, a number or a possessor follows it. */
function endsPhrase(s: Sentence, at: number, to: number): boolean {
  const e = s.els[at]!;
  if (to >= e.to || s.patterns.order === 'vso') return true;
  const next = s.words[to]!;
  return next.mention >= 0 || next.kind !== 'word' || s.patterns.possessives.has(next.key);
}

/** Elements to either side in which a noun's light verb is looked for. */
const LIGHT_REACH = 10;

function lightBefore(s: Sentence, at: number): Light | null {
  for (let k = at - 1; k >= 0 && at - k <= 4; k--) {
    const e = s.els[k]!;
    if (e.kind !== 'verb') {
      if (e.kind === 'np' || e.kind === 'prep' || e.kind === 'conj') continue;
      return null;
    }
    const found = sequencesAt(s.patterns.light, s.keys, e.head);
    const role = found.find((f) => f.value !== 'occur' || s.patterns.order === 'vso')?.value;
    const end = e.head + (found[0]?.words.length ?? 1);
    const frame = elementFrame(s, k, k);
    const direct =
      frame.object?.at === at ||
      frame.subject?.at === at ||
      objectOf(s.els, k)?.at === at ||
      (s.elementAt[end] ?? -1) === at ||
      (s.elementAt[end - 1] ?? -1) === at - 1;
    return role && direct ? { role, frame: windowFrame(s, k, k) } : null;
  }
  return null;
}

function lightAfter(s: Sentence, at: number): Light | null {
  for (let k = at + 1; k < s.els.length && k - at <= LIGHT_REACH; k++) {
    const e = s.els[k]!;
    if (e.kind !== 'verb' || subjectOf(s.els, k)?.at !== at) continue;
    const role = sequencesAt(s.patterns.light, s.keys, e.head)[0]?.value;
    if (role && role !== 'occur' && (role !== 'actor' || e.verb!.passive))
      return { role, frame: windowFrame(s, k, k) };
  }
  return null;
}

function isArgument(s: Sentence, at: number): boolean {
  if (s.els[at - 1]?.kind === 'prep') return false;
  for (let k = at + 1; k < s.els.length && k - at <= LIGHT_REACH; k++)
    if (s.els[k]!.kind === 'verb') return subjectOf(s.els, k)?.at === at;
  return false;
}
