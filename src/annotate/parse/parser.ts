import type { Model } from '../../lib/model-file.ts';
import type { RowTable } from '../../lib/model-rows.ts';
import type { Forms } from '../forms.ts';
import { ActionFeatures, kindOf } from './features.ts';
import { LabelFeatures, Tree } from './labels.ts';
import { attachPunctuation, WAITING } from './punctuation.ts';
import { MOST_WORDS, SentenceTable } from './sentence-table.ts';
import { ACTIONS, bestAction, State } from './transitions.ts';

/** A tree: head of each word (−1 is the root, of which there is one) and UD relation to it. */
export interface DependencyTree {
  readonly heads: number[];
  readonly relations: string[];
}

/** Parses one sentence at a time. */
export interface Parser {
  /**
   * The tree of a tagged sentence (UD words, universal and Penn tags). `null` for no words and for more than `MOST_WORDS`
   * (400): such a "sentence" is a list or a broken text.
   */
  readonly parse: (
    words: readonly string[],
    upos: readonly string[],
    xpos: readonly string[],
  ) => DependencyTree | null;
}

const ROOT = 'root';
const PUNCT = 'punct';

/**
 * Makes a parser of a model: greedy arc-hybrid over the words without punctuation, then relations from the root down, then
 * punctuation by rule. It keeps its working memory, so one parser serves one thread. Throws on a model of another kind.
 */
export function parserFrom(model: Model, forms: Forms): Parser {
  const { actions, labels } = model.rows;
  if (!actions || !labels)
    throw new TypeError('the model holds no parser: rows "actions" and "labels" are missing');
  const table = new SentenceTable(forms);
  const builder = new Builder(table, actions);
  const labeller = new Labeller(table, labels, (model.info as { relations: string[] }).relations);
  return {
    parse(words, upos, xpos) {
      if (words.length === 0 || words.length > MOST_WORDS) return null;
      table.read(words, upos, xpos);
      const heads = new Array<number>(words.length).fill(WAITING);
      const relations = new Array<string>(words.length).fill(PUNCT);
      if (table.size > 0) {
        builder.build(heads);
        table.forget();
        labeller.label(builder.state.heads, relations);
      }
      attachPunctuation(words, heads);
      relations[heads.indexOf(-1)] = ROOT;
      return { heads, relations };
    },
  };
}

/** Builds a tree action by action. */
class Builder {
  readonly state = new State(MOST_WORDS);
  readonly #table: SentenceTable;
  readonly #features: ActionFeatures;
  readonly #weights: RowTable;
  readonly #scores = new Int32Array(ACTIONS);

  constructor(table: SentenceTable, weights: RowTable) {
    this.#table = table;
    this.#features = new ActionFeatures(table);
    this.#weights = weights;
  }

  /** Fills the heads of the table's words, by their places. */
  build(heads: number[]): void {
    const { state } = this;
    const table = this.#table;
    state.start(table.size);
    while (!state.done) this.#step();
    for (let i = 0; i < table.size; i++) {
      const head = state.heads[i]!;
      heads[table.places[i]!] = head < 0 ? head : table.places[head]!;
    }
  }

  #step(): void {
    const { state } = this;
    const table = this.#table;
    const n = this.#features.of(state);
    this.#scores.fill(0);
    this.#weights.add(this.#features.keys, n, this.#scores);
    const word = state.take(bestAction(state, this.#scores));
    if (word >= 0) table.attach(word, state.heads[word]!, kindOf(table, state, word));
  }
}

/** Names the relations of a finished tree, heads before their dependents. */
class Labeller {
  readonly #table: SentenceTable;
  readonly #features: LabelFeatures;
  readonly #weights: RowTable;
  readonly #relations: readonly string[];
  readonly #scores: Int32Array;
  readonly #tree = new Tree();

  constructor(table: SentenceTable, weights: RowTable, relations: readonly string[]) {
    this.#table = table;
    this.#features = new LabelFeatures(table);
    this.#weights = weights;
    this.#relations = relations;
    this.#scores = new Int32Array(relations.length);
  }

  label(heads: Int32Array, relations: string[]): void {
    const tree = this.#tree;
    const table = this.#table;
    tree.read(heads, table.size);
    for (let i = 1; i < tree.size; i++) {
      const word = tree.order[i]!;
      const relation = this.#best(word);
      table.attach(word, tree.heads[word]!, relation);
      relations[table.places[word]!] = this.#relations[relation]!;
    }
  }

  #best(word: number): number {
    const scores = this.#scores;
    scores.fill(0);
    this.#weights.add(this.#features.keys, this.#features.of(this.#tree, word), scores);
    let best = 0;
    for (let r = 1; r < scores.length; r++) if (scores[r]! > scores[best]!) best = r;
    return best;
  }
}
