import type { PairTable } from '../../lib/model-pairs.ts';
import { ActionFeatures, kindOf } from './features.ts';
import { LOSS_UNIT, lossOf } from './loss.ts';
import { narrowest, Path } from './path.ts';
import { MOST_WORDS, type SentenceTable } from './sentence-table.ts';
import { ACTIONS, type Action, bestAction, nextBest, State } from './transitions.ts';

// The four numbers were chosen on EWT dev.
/** Lead of an action over the next best, in the model's numbers, by which a wrong one is e times less likely. */
const SCALE = 100;
/** A step whose action leads by less is taken the other way too: so many steps of a sentence, the narrowest first. */
const NARROW = 200;
const MOST_FORKS = 2;
/** A path that loses so much more than the best one is given up. */
const SLACK = 2.5 * LOSS_UNIT;

/**
 * Builds trees action by action: one by the action that scores best each time; then others, which take one of its narrowest
 * decisions the other way and go on from there (selective branching: Choi and McCallum 2013).
 */
export class Builder {
  readonly #state = new State(MOST_WORDS);
  readonly #table: SentenceTable;
  readonly #features: ActionFeatures;
  readonly #weights: PairTable;
  readonly #scores = new Int32Array(ACTIONS);
  readonly #paths = Array.from({ length: MOST_FORKS + 1 }, () => new Path());
  #least = 0;

  constructor(table: SentenceTable, weights: PairTable) {
    this.#table = table;
    this.#features = new ActionFeatures(table);
    this.#weights = weights;
  }

  /** Paths to trees over the table's words, the likeliest first, valid until the next call. The table is left as it was read. */
  build(): readonly Path[] {
    const greedy = this.#paths[0]!;
    this.#state.start(this.#table.size);
    greedy.length = 0;
    while (!this.#state.done) this.#step(greedy);
    this.#keep(greedy);
    this.#least = greedy.loss;
    let found = 1;
    for (let forks = 0; forks < MOST_FORKS; forks++) {
      const at = narrowest(greedy, NARROW);
      if (at < 0) break;
      if (this.#fork(greedy, at, this.#paths[found]!)) found++;
      // Each is tried once.
      greedy.leads[at] = NARROW;
    }
    this.#table.forget();
    return this.#paths.slice(0, found).sort((a, b) => a.loss - b.loss);
  }

  /** Takes a step of the greedy path the other way and goes on; whether that comes to something. */
  #fork(greedy: Path, at: number, into: Path): boolean {
    this.#table.forget();
    this.#state.start(this.#table.size);
    for (let t = 0; t < at; t++) this.#attach(greedy.actions[t] as Action);
    into.branch(greedy, at, lossOf(-greedy.leads[at]!, SCALE));
    this.#attach(greedy.others[at] as Action);
    const bound = this.#least + SLACK;
    while (!this.#state.done && into.loss < bound) this.#step(into, greedy);
    if (into.loss >= bound) return false;
    this.#keep(into);
    this.#least = Math.min(this.#least, into.loss);
    return true;
  }

  /** Takes the step that scores best. `greedy` knows what it did in its own state at the same step, if that looked the same. */
  #step(path: Path, greedy: Path | null = null): void {
    const t = path.length;
    const signature = this.#features.look(this.#state);
    if (greedy !== null && t < greedy.length && greedy.signatures[t] === signature) path.repeat(greedy);
    else this.#score(path);
    path.signatures[t] = signature;
    this.#attach(path.actions[t] as Action);
  }

  #score(path: Path): void {
    const state = this.#state;
    const scores = this.#scores;
    scores.fill(0);
    this.#weights.add(this.#features.keys, this.#features.hash(), scores);
    const best = bestAction(state, scores);
    const other = nextBest(state, scores, best);
    const lead = other < 0 ? 0 : scores[best]! - scores[other]!;
    path.add(best, other, lead, other < 0 ? 0 : lossOf(lead, SCALE));
  }

  #attach(action: Action): void {
    const state = this.#state;
    const word = state.take(action);
    if (word >= 0) this.#table.attach(word, state.heads[word]!, kindOf(this.#table, state, word));
  }

  #keep(path: Path): void {
    path.heads.set(this.#state.heads.subarray(0, this.#state.size));
  }
}
