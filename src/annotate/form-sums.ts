import type { RowTable } from '../lib/model-rows.ts';
import type { Form } from './forms.ts';

/**
 * What a table adds up to for features of one form alone, kept for the forms that come again and again: most words of a text
 * are of a few hundred forms. A form meets its own sums or none, so what was read before changes nothing but the time.
 */
export class FormSums {
  readonly #table: RowTable;
  readonly #columns: number;
  readonly #owners: (Form | undefined)[];
  readonly #variants: Int32Array;
  readonly #sums: Int16Array;
  readonly #fresh: Int32Array;
  #slot = 0;

  /** Keeps 2^`bits` sums of so many columns. */
  constructor(table: RowTable, columns: number, bits: number) {
    this.#table = table;
    this.#columns = columns;
    this.#owners = new Array(1 << bits).fill(undefined);
    this.#variants = new Int32Array(1 << bits);
    this.#sums = new Int16Array(columns << bits);
    this.#fresh = new Int32Array(columns);
  }

  /** Whether the sums of a form in a setting are there; if not, `keep` is to follow. */
  find(form: Form, variant: number): boolean {
    const slot = (form.hash ^ (form.hash >>> 15) ^ (variant * 0x9e5)) & (this.#variants.length - 1);
    this.#slot = slot;
    return this.#owners[slot] === form && this.#variants[slot] === variant;
  }

  /** Keeps the sums of the form last looked for. */
  keep(form: Form, variant: number, keys: Int32Array, n: number): void {
    const fresh = this.#fresh;
    fresh.fill(0);
    this.#table.add(keys, n, fresh);
    this.#sums.set(fresh, this.#slot * this.#columns);
    this.#owners[this.#slot] = form;
    this.#variants[this.#slot] = variant;
  }

  /** Adds the sums of the form last looked for or kept. */
  add(scores: Int32Array): void {
    const sums = this.#sums;
    const columns = this.#columns;
    for (let c = 0, at = this.#slot * columns; c < columns; c++) scores[c]! += sums[at + c]!;
  }
}
