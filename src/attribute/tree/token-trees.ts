import type { Parse, Token, Word } from '../../doc/index.ts';

/** Dependency trees over tokens: where words part a token ("well-known"), the token hangs where its highest word does. */
export interface TokenTrees {
  /** Head of each token; `ROOT`, or `NO_TREE` where its sentence has no tree. */
  readonly head: Int32Array;
  /** UD relation of each token to its head; "" without a tree. */
  readonly relation: readonly string[];
  /** UD tag of each token's highest word, or "". */
  readonly upos: readonly string[];
  /** First dependent of each token and the next one of the same head, in text order; -1 for none. */
  readonly first: Int32Array;
  readonly next: Int32Array;
  /** What hangs below each token, itself included: `[left, right)`. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

export const ROOT = -1;
export const NO_TREE = -2;

/** Lays the trees of an article over its tokens, in linear time. */
export function tokenTrees(
  tokens: readonly Token[],
  words: readonly Word[],
  parses: readonly Parse[],
): TokenTrees {
  const n = tokens.length;
  const head = new Int32Array(n).fill(NO_TREE);
  const relation = new Array<string>(n).fill('');
  const upos = new Array<string>(n).fill('');
  for (const { token, upos: tag } of words) if (upos[token] === '') upos[token] = tag ?? '';
  for (const { first, heads, relations } of parses)
    heads.forEach((h, k) => {
      const at = words[first + k]!.token;
      const above = h < 0 ? ROOT : words[first + h]!.token;
      if (above === at || head[at] !== NO_TREE) return;
      head[at] = above;
      relation[at] = relations[k]!;
      upos[at] = words[first + k]!.upos ?? '';
    });
  const { first, next } = dependents(head);
  return { head, relation, upos, first, next, ...yields(head, first, next) };
}

function dependents(head: Int32Array): Pick<TokenTrees, 'first' | 'next'> {
  const first = new Int32Array(head.length).fill(-1);
  const next = new Int32Array(head.length).fill(-1);
  for (let i = head.length - 1; i >= 0; i--) {
    if (head[i]! < 0) continue;
    next[i] = first[head[i]!]!;
    first[head[i]!] = i;
  }
  return { first, next };
}

function yields(head: Int32Array, first: Int32Array, next: Int32Array): Pick<TokenTrees, 'left' | 'right'> {
  const left = Int32Array.from(head, (_, i) => i);
  const right = Int32Array.from(head, (_, i) => i + 1);
  const order: number[] = [];
  for (let i = 0; i < head.length; i++) if (head[i] === ROOT) order.push(i);
  for (let at = 0; at < order.length; at++)
    for (let d = first[order[at]!]!; d >= 0; d = next[d]!) order.push(d);
  for (let at = order.length - 1; at >= 0; at--) {
    const i = order[at]!;
    const above = head[i]!;
    if (above < 0) continue;
    left[above] = Math.min(left[above]!, left[i]!);
    right[above] = Math.max(right[above]!, right[i]!);
  }
  return { left, right };
}

/** Dependents of one word looked at; more stand only in texts that are none. */
const MOST_DEPENDENTS = 40;

/** The first dependents of a token in text order. */
export function dependentsOf(trees: TokenTrees, at: number): number[] {
  const found: number[] = [];
  for (let d = trees.first[at]!; d >= 0 && found.length < MOST_DEPENDENTS; d = trees.next[d]!) found.push(d);
  return found;
}

/** The first dependent whose relation, or the part of it before the colon, is one of those given; -1 for none. */
export function dependent(trees: TokenTrees, at: number, relations: ReadonlySet<string>): number {
  for (const d of dependentsOf(trees, at))
    if (relations.has(trees.relation[d]!) || relations.has(bare(trees.relation[d]!))) return d;
  return -1;
}

/** A relation without its subtype. */
export const bare = (relation: string): string => relation.split(':', 1)[0]!;
