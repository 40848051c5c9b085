import { MOST_WORDS } from './sentence-table.ts';
import type { Action } from './transitions.ts';

/** Steps of the longest sentence: each word is shifted and attached once. */
export const MOST_STEPS = 2 * MOST_WORDS;

/** The steps of a parse: what was done, what would have been next best (−1: nothing) and by how much it was behind. */
export class Path {
  readonly actions = new Int8Array(MOST_STEPS);
  readonly others = new Int8Array(MOST_STEPS);
  readonly leads = new Int32Array(MOST_STEPS);
  /** Signature of the state before each step. */
  readonly signatures = new Int32Array(MOST_STEPS);
  /** The tree at its end: head of each word, −1 for the root. */
  readonly heads = new Int32Array(MOST_WORDS);
  length = 0;
  /** Loss of the steps before each, and at the end of all. */
  readonly #losses = new Int32Array(MOST_STEPS + 1);

  /** Loss of all steps (`lossOf`). */
  get loss(): number {
    return this.#losses[this.length]!;
  }

  /** Adds a step. */
  add(action: Action, other: number, lead: number, loss: number): void {
    const t = this.length++;
    this.actions[t] = action;
    this.others[t] = other;
    this.leads[t] = lead;
    this.#losses[t + 1] = this.#losses[t]! + loss;
  }

  /** Adds the step that another path took after as many. */
  repeat(other: Path): void {
    const t = this.length;
    const loss = other.#losses[t + 1]! - other.#losses[t]!;
    this.add(other.actions[t] as Action, other.others[t]!, other.leads[t]!, loss);
  }

  /** Becomes another path up to a step, which goes the other way and loses `loss`. */
  branch(from: Path, at: number, loss: number): void {
    this.length = at + 1;
    this.#losses[at + 1] = from.#losses[at]! + loss;
  }
}

/** The step with the smallest lead below `bound`; −1 when there is none. */
export function narrowest({ leads, others, length }: Path, bound: number): number {
  let at = -1;
  for (let t = 0; t < length; t++) if (others[t]! >= 0 && leads[t]! < (at < 0 ? bound : leads[at]!)) at = t;
  return at;
}
