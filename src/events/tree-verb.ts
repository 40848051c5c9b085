import type { Argument, Frame } from './frame.ts';
import type { Range } from './party.ts';
import type { Sentence } from './sentence.ts';
import { CLIMB, isRelation, kidsBy, type Tree } from './tree.ts';
import { caseOf, isTime, phrasesAfter, phrasesAt } from './tree-phrases.ts';

/** The frame of the verb at `i` whose words end at `last`, off the tree. */
export function treeFrame(s: Sentence, tree: Tree, i: number, last = i): Frame {
  const passive = isPassive(tree, i);
  const surface = surfaceSubject(s, tree, i, passive);
  const agent = kidsBy(tree, i, 'obl').find((k) => isAgent(s, tree, k, passive));
  const objects = kidsBy(tree, i, 'obj').filter((k) => k < i || k > last);
  const object = objects[0] ?? (last > i ? -1 : relativeObject(tree, i, surface));
  const preps = [
    ...kidsBy(tree, i, 'obl', 'nmod', 'iobj').filter((k) => k > last && k !== agent && !isTime(s, k)),
    ...kidsBy(tree, i, 'obj').flatMap((o) =>
      kidsBy(tree, o, 'nmod').filter((k) => caseOf(tree, k) > o && !isTime(s, k)),
    ),
  ].flatMap((k) => argumentAt(s, tree, i, k));
  return {
    subject: phrases(s, tree, passive ? agent : surface, i),
    object: [...(passive ? phrases(s, tree, surface, i) : []), ...phrases(s, tree, object, i)],
    preps,
    passive,
  };
}

/** The phrases at `k`, those left out that lie on the other side of the verb. */
function phrases(s: Sentence, tree: Tree, k: number | undefined, verb: number): Range[] {
  if (k === undefined || k < 0) return [];
  return phrasesAt(s, tree, k).filter((r) => r.from < verb === k < verb);
}

function argumentAt(s: Sentence, tree: Tree, i: number, k: number): Argument[] {
  const marker = caseOf(tree, k);
  if (marker < 0)
    return isRelation(tree.relations[k]!, 'iobj')
      ? [{ key: INDIRECT, ranges: phrasesAt(s, tree, k), adjacent: true }]
      : [];
  return [{ key: s.keys[marker]!, ranges: phrasesAfter(s, tree, marker, k), adjacent: marker === i + 1 }];
}
/** Stands for the preposition of an indirect object ("gave the rebels rifles"). */
export const INDIRECT = '→';

function isAgent(s: Sentence, tree: Tree, k: number, passive: boolean): boolean {
  const marker = caseOf(tree, k);
  return passive && marker >= 0 && s.words[marker]!.cls === 'passive-by';
}

/** Whether the verb at `i` is passive: by its auxiliary, its agent, or as a participle after its noun. */
export function isPassive(tree: Tree, i: number): boolean {
  if (kidsBy(tree, i, 'aux:pass', 'obl:agent').length > 0) return true;
  if (tree.xpos[i] !== 'VBN' || kidsBy(tree, i, 'aux', 'obj').length > 0) return false;
  const relation = tree.relations[i]!;
  if (relation === 'acl' || relation === 'advcl' || kidsBy(tree, i, 'nsubj:pass').length > 0) return true;
  return relation === 'conj' && tree.heads[i]! >= 0 && isPassive(tree, tree.heads[i]!);
}

/** The word that heads the grammatical subject of the verb at `i`, or −1. */
export function surfaceSubject(s: Sentence, tree: Tree, i: number, passive: boolean, depth = 0): number {
  if (depth > CLIMB) return -1;
  const own = kidsBy(tree, i, 'nsubj').at(-1);
  if (own !== undefined) return resolved(s, tree, i, own, depth);
  const h = tree.heads[i]!;
  if (h < 0) return -1;
  const relation = tree.relations[i]!;
  if (relation === 'acl') return passive || tree.xpos[i] === 'VBG' ? h : ownerOf(s, tree, h, depth);
  if (isRelation(relation, 'acl')) return h;
  if (relation === 'xcomp') return controller(s, tree, h, depth);
  if (relation === 'conj' || relation === 'parataxis' || relation === 'root') return above(s, tree, h, depth);
  if (relation === 'advcl' || relation === 'ccomp' || relation === 'obl') return doer(s, tree, h, depth);
  return -1;
}

/** A relative word stands for the noun before it; a pronoun without antecedent for the subject of the verb above. */
function resolved(s: Sentence, tree: Tree, i: number, subject: number, depth: number): number {
  const w = s.words[subject]!;
  const h = tree.heads[i]!;
  if (isRelative(s, tree, subject)) return isRelation(tree.relations[i]!, 'acl') ? h : -1;
  const pronoun = tree.upos[subject] === 'PRON' || w.cls === 'pronoun';
  if (!pronoun || h < 0 || tree.upos[h] !== 'VERB' || tree.relations[i] === 'parataxis') return subject;
  const same = doer(s, tree, h, depth);
  return same < 0 ? subject : same;
}

function isRelative(s: Sentence, tree: Tree, i: number): boolean {
  return (
    s.words[i]!.cls === 'relative' ||
    tree.xpos[i] === 'WDT' ||
    (tree.xpos[i] === 'WP' && tree.upos[i] === 'PRON')
  );
}

/** "urged X to pause": X; "vowed to pause": the subject of the verb above. */
function controller(s: Sentence, tree: Tree, h: number, depth: number): number {
  const object = kidsBy(tree, h, 'obj', 'iobj')[0];
  return object ?? above(s, tree, h, depth);
}

function above(s: Sentence, tree: Tree, h: number, depth: number): number {
  return tree.upos[h] === 'VERB' || kidsBy(tree, h, 'nsubj').length > 0
    ? surfaceSubject(s, tree, h, isPassive(tree, h), depth + 1)
    : -1;
}

/** Who does what the verb at `h` tells: its agent when it is passive. */
function doer(s: Sentence, tree: Tree, h: number, depth: number): number {
  if (!isPassive(tree, h)) return above(s, tree, h, depth);
  return kidsBy(tree, h, 'obl').find((k) => isAgent(s, tree, k, true)) ?? -1;
}

/** "X's plan to attack", "X made a plan to attack": X. */
function ownerOf(s: Sentence, tree: Tree, noun: number, depth: number): number {
  const owner = kidsBy(tree, noun, 'nmod:poss')[0];
  if (owner !== undefined) return owner;
  const h = tree.heads[noun]!;
  return h >= 0 && isRelation(tree.relations[noun]!, 'obj') ? above(s, tree, h, depth) : noun;
}

/** "the town that X took", "the town X took": the noun before the clause. */
function relativeObject(tree: Tree, i: number, subject: number): number {
  if (!isRelation(tree.relations[i]!, 'acl') || subject === tree.heads[i]) return -1;
  return tree.relations[i] === 'acl' || kidsBy(tree, i, 'nsubj').length === 0 ? -1 : tree.heads[i]!;
}
