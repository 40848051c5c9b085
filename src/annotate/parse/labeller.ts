import type { RowTable } from '../../lib/model-rows.ts';
import { LabelFeatures, Tree } from './labels.ts';
import { lossOf } from './loss.ts';
import { MOST_WORDS, type SentenceTable } from './sentence-table.ts';

/** Lead of a relation over the next best, in the model's numbers, by which a wrong one is e times less likely. */
const SCALE = 500;
/** How much a relation's loss counts against an action's (chosen on EWT dev). */
const WEIGHT = 3;

/** Names the relations of a finished tree, heads before their dependents. */
export class Labeller {
  /** Numbers of the relations that `label` found, by row; valid until its next call. */
  readonly relations = new Int32Array(MOST_WORDS);
  readonly #table: SentenceTable;
  readonly #features: LabelFeatures;
  readonly #weights: RowTable;
  readonly #scores: Int32Array;
  readonly #tree = new Tree();
  /** Of each word, the arc last looked at (its signature, 0 for none) and what came of it. */
  readonly #seen = new Int32Array(MOST_WORDS);
  readonly #named = new Int32Array(MOST_WORDS);
  readonly #losses = new Int32Array(MOST_WORDS);

  /** `count` is the number of relations. */
  constructor(table: SentenceTable, weights: RowTable, count: number) {
    this.#table = table;
    this.#features = new LabelFeatures(table);
    this.#weights = weights;
    this.#scores = new Int32Array(count);
  }

  /** Begins a sentence, the one in the table. */
  start(): void {
    this.#seen.fill(0, 0, this.#table.size);
  }

  /**
   * Fills `relations`; returns how far from sure they are: arcs that are wrong look like nothing in training. `Infinity`, and
   * stops, when that is `bound` or more. The table is left as it was read.
   */
  label(heads: Int32Array, bound: number): number {
    const tree = this.#tree;
    const table = this.#table;
    tree.read(heads, table.size);
    this.relations.fill(-1, 0, table.size);
    let loss = 0;
    for (let i = 1; i < tree.size && loss < bound; i++) {
      const word = tree.order[i]!;
      loss += WEIGHT * this.#name(word);
      table.attach(word, tree.heads[word]!, this.relations[word]!);
    }
    table.forget();
    return loss < bound ? loss : Infinity;
  }

  /** Chooses the relation of a word; returns its loss. Trees of a sentence share most arcs, which are scored once. */
  #name(word: number): number {
    const signature = this.#features.look(this.#tree, word);
    if (this.#seen[word] !== signature) {
      this.#seen[word] = signature;
      this.#score(word);
    }
    this.relations[word] = this.#named[word]!;
    return this.#losses[word]!;
  }

  #score(word: number): void {
    const scores = this.#scores;
    scores.fill(0);
    this.#weights.add(this.#features.keys, this.#features.hash(), scores);
    let best = 0;
    let second = -1;
    for (let r = 1; r < scores.length; r++) {
      if (scores[r]! > scores[best]!) {
        second = best;
        best = r;
      } else if (second < 0 || scores[r]! > scores[second]!) second = r;
    }
    this.#named[word] = best;
    this.#losses[word] = second < 0 ? 0 : lossOf(scores[best]! - scores[second]!, SCALE);
  }
}
