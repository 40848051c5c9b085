/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) without an artificial root: the word left on
 * the stack at the end is the root, so every run ends in a tree with exactly one. Two steps a word, so linear time.
 */

export const SHIFT = 0;
/** The top of the stack becomes a dependent of the next word. */
export const LEFT = 1;
/** The top of the stack becomes a dependent of the word under it. */
export const RIGHT = 2;
export const ACTIONS = 3;
export type Action = typeof SHIFT | typeof LEFT | typeof RIGHT;

const NONE = -1;

/** Where a parse stands. Words are numbers from 0; −1 is no word. One state serves sentence after sentence. */
export class State {
  readonly stack: Int32Array;
  readonly heads: Int32Array;
  /** Outermost and next-to-outermost dependents on each side. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Int32Array;
  readonly rightCount: Int32Array;
  size = 0;
  depth = 0;
  /** The next word of the buffer; `size` when it is empty. */
  next = 0;

  /** `most` is the number of words of the longest sentence it will see. */
  constructor(most: number) {
    const numbers = (): Int32Array => new Int32Array(most);
    this.stack = numbers();
    this.heads = numbers();
    this.left1 = numbers();
    this.left2 = numbers();
    this.right1 = numbers();
    this.right2 = numbers();
    this.leftCount = numbers();
    this.rightCount = numbers();
  }

  /** Begins a sentence of `size` words (one at least). */
  start(size: number): void {
    this.size = size;
    this.depth = 0;
    this.next = 0;
    for (const list of [this.heads, this.left1, this.left2, this.right1, this.right2])
      list.fill(NONE, 0, size);
    this.leftCount.fill(0, 0, size);
    this.rightCount.fill(0, 0, size);
  }

  /** Word `k` under the top of the stack; −1 when there is none. */
  under(k: number): number {
    return k < this.depth ? this.stack[this.depth - 1 - k]! : NONE;
  }

  /** Word `k` after the next one; −1 beyond the end. */
  ahead(k: number): number {
    return this.next + k < this.size ? this.next + k : NONE;
  }

  get done(): boolean {
    return this.next === this.size && this.depth === 1;
  }

  allows(action: Action): boolean {
    if (action === SHIFT) return this.next < this.size;
    if (action === LEFT) return this.depth > 0 && this.next < this.size;
    return this.depth > 1;
  }

  /** Takes a step; returns the word that got a head, or −1 for a shift. */
  take(action: Action): number {
    if (action === SHIFT) {
      this.stack[this.depth++] = this.next++;
      return NONE;
    }
    const word = this.stack[--this.depth]!;
    if (action === LEFT) this.#attachLeft(word, this.next);
    else this.#attachRight(word, this.stack[this.depth - 1]!);
    return word;
  }

  #attachLeft(word: number, head: number): void {
    this.heads[word] = head;
    // Left dependents come nearest first, so the newest is the outermost.
    this.left2[head] = this.left1[head]!;
    this.left1[head] = word;
    this.leftCount[head]!++;
  }

  #attachRight(word: number, head: number): void {
    this.heads[word] = head;
    this.right2[head] = this.right1[head]!;
    this.right1[head] = word;
    this.rightCount[head]!++;
  }
}

/** The allowed action that scores best. */
export function bestAction(state: State, scores: ArrayLike<number>): Action {
  let best: Action = state.allows(SHIFT) ? SHIFT : RIGHT;
  if (state.allows(LEFT) && scores[LEFT]! > scores[best]!) best = LEFT;
  return state.allows(RIGHT) && scores[RIGHT]! > scores[best]! ? RIGHT : best;
}

const ALL: readonly Action[] = [SHIFT, LEFT, RIGHT];
/** The allowed action that scores best after `best`; −1 when there is none. */
export function nextBest(state: State, scores: ArrayLike<number>, best: Action): Action | -1 {
  let other: Action | -1 = -1;
  for (const a of ALL)
    if (a !== best && state.allows(a) && (other < 0 || scores[a]! > scores[other]!)) other = a;
  return other;
}
