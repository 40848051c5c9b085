import type { RowTable } from '../../lib/model-rows.ts';
import { FormSums } from '../form-sums.ts';
import type { Form } from '../forms.ts';
import { jointFeatures, memoryFeatures, type NameSentence, QUIET } from './features.ts';
import {
  EDGE_FORM,
  MOST_FEATURES,
  type Out,
  ownFeatures,
  SIDES,
  settingOf,
  sideFeatures,
} from './form-features.ts';
import { LABELS } from './labels.ts';

/** Sums of forms kept for a word itself, and for each of its neighbours: 2^n. */
const OWN_KEPT = 14;
const SIDE_KEPT = 13;

/** Scores the labels of words: what `nameFeatures` weigh, with the sums of single forms kept. */
export class NameScorer {
  readonly #weights: RowTable;
  readonly #kindOf: (form: Form) => number;
  readonly #own: FormSums;
  readonly #sides: readonly FormSums[];
  readonly #out: Out = { keys: new Int32Array(MOST_FEATURES), n: 0 };
  readonly #quiet = new Int32Array(LABELS);
  readonly #scores = new Int32Array(LABELS);

  constructor(weights: RowTable, kindOf: (form: Form) => number) {
    this.#weights = weights;
    this.#kindOf = kindOf;
    this.#own = new FormSums(weights, LABELS, OWN_KEPT);
    this.#sides = SIDES.map(() => new FormSums(weights, LABELS, SIDE_KEPT));
    weights.add(Int32Array.of(QUIET), 1, this.#quiet);
  }

  /** Scores of words × labels of a sentence. */
  read(s: NameSentence): Int32Array {
    const all = new Int32Array(s.forms.length * LABELS);
    for (let i = 0; i < s.forms.length; i++)
      all.set(s.quiet[i] ? this.#quiet : this.#score(s, i), i * LABELS);
    return all;
  }

  #score(s: NameSentence, i: number): Int32Array {
    const out = this.#out;
    const scores = this.#scores.fill(0);
    this.#addOwn(s, i);
    for (let side = 0; side < SIDES.length; side++)
      this.#addSide(s.forms[i + SIDES[side]!] ?? EDGE_FORM, side);
    out.n = 0;
    jointFeatures(s, i, out);
    this.#weights.add(out.keys, out.n, scores);
    return scores;
  }

  #addOwn(s: NameSentence, i: number): void {
    const form = s.forms[i]!;
    const setting = settingOf(s.capitals, i);
    if (!this.#own.find(form, setting)) {
      this.#out.n = 0;
      ownFeatures(form, this.#kindOf(form), setting, this.#out);
      this.#own.keep(form, setting, this.#out.keys, this.#out.n);
    }
    this.#own.add(this.#scores);
  }

  #addSide(form: Form, side: number): void {
    const sums = this.#sides[side]!;
    if (!sums.find(form, 0)) {
      this.#out.n = 0;
      sideFeatures(SIDES[side]!, form, form === EDGE_FORM ? 0 : this.#kindOf(form), this.#out);
      sums.keep(form, 0, this.#out.keys, this.#out.n);
    }
    sums.add(this.#scores);
  }

  /** Adds to the scores of words what the document's other names show of them (`memoryOf`). */
  remember(s: NameSentence, memory: Uint8Array, all: Int32Array): void {
    const { keys } = this.#out;
    for (let i = 0; i < memory.length; i++) {
      if (memory[i] === 0) continue;
      const own = all.subarray(i * LABELS, (i + 1) * LABELS);
      this.#weights.add(keys, memoryFeatures(s, memory, i, keys), own);
    }
  }
}
