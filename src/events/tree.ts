import type { Parse, Word as SyntacticWord } from '../doc/index.ts';
import type { Word } from './words.ts';

/** The dependency tree of a sentence over the words that the event rules see. */
export interface Tree {
  /** Head of each word; −1 for the root, and where the head lies outside the words. */
  readonly heads: readonly number[];
  readonly relations: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  /** Dependents of each word, in order. */
  readonly kids: readonly (readonly number[])[];
  /** First and last word under each word. */
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** Heads climbed in search of a subject or a governor; deeper nests tell of nothing. */
export const CLIMB = 6;

/** The tree over `words` from the tree over the syntactic words of their sentence. */
export function treeOf(words: readonly Word[], syntactic: readonly SyntacticWord[], parse: Parse): Tree {
  const at = positions(words, syntactic);
  const main = mains(words.length, at, parse.heads);
  const heads = main.map((k) => (k < 0 ? -1 : headOf(k, at, parse.heads)));
  cutCircles(heads);
  const of = (pick: (w: SyntacticWord, k: number) => string): string[] =>
    main.map((k) => (k < 0 ? '' : pick(syntactic[k]!, k)));
  const kids: number[][] = heads.map(() => []);
  heads.forEach((h, i) => {
    if (h >= 0) kids[h]!.push(i);
  });
  return {
    heads,
    relations: of((_, k) => parse.relations[k]!),
    upos: of((w) => w.upos ?? ''),
    xpos: of((w) => w.xpos ?? ''),
    kids,
    ...extents(heads),
  };
}

/** The word that holds each syntactic word, or −1 for marks left out. */
function positions(words: readonly Word[], syntactic: readonly SyntacticWord[]): number[] {
  let i = 0;
  return syntactic.map((x) => {
    while (i < words.length && words[i]!.end <= x.start) i++;
    return i < words.length && words[i]!.start <= x.start ? i : -1;
  });
}

/** Of the syntactic words in one word, the one that hangs on another word. */
function mains(count: number, at: readonly number[], heads: readonly number[]): number[] {
  const main = new Array<number>(count).fill(-1);
  at.forEach((i, k) => {
    if (i < 0) return;
    const outside = heads[k]! < 0 || at[heads[k]!] !== i;
    const known = main[i]!;
    if (known < 0 || (outside && heads[known]! >= 0 && at[heads[known]!] === i)) main[i] = k;
  });
  return main;
}

function headOf(k: number, at: readonly number[], heads: readonly number[]): number {
  let h = heads[k]!;
  for (let n = 0; n < CLIMB && h >= 0; n++) {
    if (at[h]! >= 0 && at[h] !== at[k]) return at[h]!;
    h = heads[h]!;
  }
  return -1;
}

/** Words of two syntactic words can close a circle; it is opened where it is found. */
function cutCircles(heads: number[]): void {
  const seen = new Array<number>(heads.length).fill(0);
  for (let i = 0; i < heads.length; i++) {
    for (let k = i, before = -1; k >= 0 && seen[k] !== -1; before = k, k = heads[k]!) {
      if (seen[k] === i + 1) {
        heads[before] = -1;
        break;
      }
      seen[k] = i + 1;
    }
    for (let k = i; k >= 0 && seen[k] === i + 1; k = heads[k]!) seen[k] = -1;
  }
}

function extents(heads: readonly number[]): { left: number[]; right: number[] } {
  const left = heads.map((_, i) => i);
  const right = heads.map((_, i) => i);
  for (const i of deepestFirst(heads)) {
    const h = heads[i]!;
    if (h < 0) continue;
    left[h] = Math.min(left[h]!, left[i]!);
    right[h] = Math.max(right[h]!, right[i]!);
  }
  return { left, right };
}

function deepestFirst(heads: readonly number[]): number[] {
  const depth = new Array<number>(heads.length).fill(-1);
  const depthOf = (i: number): number => {
    const path: number[] = [];
    let k = i;
    while (k >= 0 && depth[k]! < 0) {
      path.push(k);
      k = heads[k]!;
    }
    let d = k < 0 ? -1 : depth[k]!;
    for (const p of path.reverse()) depth[p] = ++d;
    return depth[i]!;
  };
  heads.forEach((_, i) => {
    depthOf(i);
  });
  return heads.map((_, i) => i).sort((a, b) => depth[b]! - depth[a]!);
}

/** Dependents of a word that hang on it by one of the relations; "obl" takes "obl:agent" too. */
export function kidsBy(tree: Tree, i: number, ...relations: readonly string[]): number[] {
  return tree.kids[i]!.filter((k) => relations.some((r) => isRelation(tree.relations[k]!, r)));
}

/** Whether a relation is `wanted` or a kind of it. */
export function isRelation(relation: string, wanted: string): boolean {
  return relation === wanted || relation.startsWith(`${wanted}:`);
}
