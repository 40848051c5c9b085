import { UPOS } from '../../doc/annotation.ts';
import { ACTION_SLOTS, ACTION_TEMPLATES } from './action-templates.ts';
import { type SentenceTable, tagOf } from './sentence-table.ts';
import { columnOf, compileTemplates, growing, hashTemplates, signatureOf } from './templates.ts';
import type { State } from './transitions.ts';

const NONE = -1;
/** Columns of the slot G. */
const G = {
  f: columnOf('f'),
  x: columnOf('x'),
  u: columnOf('u'),
  s: columnOf('s'),
  t: columnOf('t'),
  l: columnOf('l'),
  p: columnOf('p'),
  n: columnOf('n'),
  q: columnOf('q'),
  a: columnOf('a'),
  b: columnOf('b'),
};

const FAR = [1, 2, 3, 4, 6, 9, 14];
/** A distance in words as one of a few steps; −1 when a word is missing. */
export function farness(from: number, to: number): number {
  if (from < 0 || to < 0) return -1;
  const d = Math.abs(to - from);
  let step = 0;
  while (step < FAR.length && d > FAR[step]!) step++;
  return step;
}

const templates = compileTemplates(ACTION_TEMPLATES, ACTION_SLOTS);
/** Values that the templates read and that change as the tree grows. */
const GROWING = growing(ACTION_TEMPLATES, ACTION_SLOTS);

/** Features of a state, from which the next action is chosen. */
export class ActionFeatures {
  readonly keys = new Int32Array(templates.size);
  readonly #rows = new Int32Array(ACTION_SLOTS.length);
  readonly #table: SentenceTable;

  constructor(table: SentenceTable) {
    this.#table = table;
  }

  /** Fills `keys`; returns their number. */
  of(state: State): number {
    this.look(state);
    return this.hash();
  }

  /** Fills `keys` for the state last looked at; returns their number. */
  hash(): number {
    return hashTemplates(templates, this.#table.atoms, this.#rows, this.keys);
  }

  /** Looks at a state; returns its signature: states of a sentence with the same features have the same. */
  look(state: State): number {
    const table = this.#table;
    const rows = this.#rows;
    const s0 = state.under(0);
    const s1 = state.under(1);
    const b0 = state.ahead(0);
    let r = 0;
    const put = (word: number): void => {
      rows[r++] = table.row(word);
    };
    // In the order of ACTION_SLOTS.
    put(s0);
    put(s1);
    put(state.under(2));
    for (let k = 0; k < 4; k++) put(state.ahead(k));
    this.#putDependents(state, s0, put);
    this.#putDependents(state, s1, put);
    put(b0 < 0 ? NONE : state.left1[b0]!);
    put(b0 < 0 ? NONE : state.left2[b0]!);
    put(s0 - 1);
    put(s0 >= 0 && s0 + 1 < state.size ? s0 + 1 : NONE);
    put(state.next - 1);
    put(b0 < 0 ? NONE : table.nominal[b0 + 1]!);
    put(b0 < 0 ? NONE : table.verb[b0]!);
    put(state.under(3));
    rows[r] = table.global;
    this.#relate(state, s0, s1, b0);
    return signatureOf(rows, table.atoms, GROWING);
  }

  #putDependents({ left1, right1, left2, right2 }: State, word: number, put: (word: number) => void): void {
    put(word < 0 ? NONE : left1[word]!);
    put(word < 0 ? NONE : right1[word]!);
    put(word < 0 ? NONE : left2[word]!);
    put(word < 0 ? NONE : right2[word]!);
  }

  /** How the words at hand stand to each other: the row of the slot G. */
  #relate(state: State, s0: number, s1: number, b0: number): void {
    const table = this.#table;
    const { atoms } = table;
    const at = table.global;
    const nominal = b0 < 0 ? NONE : table.nominal[b0 + 1]!;
    const verb = b0 < 0 ? NONE : table.verb[b0]!;
    atoms[at + G.a] = farness(s0, b0);
    atoms[at + G.b] = farness(s1, s0);
    atoms[at + G.f] = table.likeness(s0, nominal);
    atoms[at + G.x] = table.likeness(s1, nominal);
    atoms[at + G.u] = table.likeness(s1, s0);
    atoms[at + G.s] = table.likeness(s0, verb);
    atoms[at + G.t] = table.likeness(s1, verb);
    atoms[at + G.q] = table.likeness(state.under(2), s0);
    atoms[at + G.p] = table.between(s0, b0);
    atoms[at + G.n] = table.between(s1, s0);
    atoms[at + G.l] = table.deeper(s0, b0) * 4 + table.deeper(s1, s0);
  }
}

const CASE = UPOS.length;
const MARK = CASE + 1;
const COORDINATED = CASE + 2;

/**
 * What kind of dependent a word makes, told before its relation is known: its universal tag, or whether it opens with a
 * preposition, with a subordinator or with a conjunction.
 */
export function kindOf(table: SentenceTable, state: State, word: number): number {
  const opener = state.left1[word]!;
  const by = opener < 0 ? -1 : table.tags[opener]!;
  if (by === tagOf('ADP')) return CASE;
  if (by === tagOf('SCONJ') || by === tagOf('PART')) return MARK;
  return by === tagOf('CCONJ') ? COORDINATED : table.tags[word]!;
}
