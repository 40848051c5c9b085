import { UPOS } from '../../doc/annotation.ts';
import { hashString, mix } from '../../lib/feature-hash.ts';
import type { Forms } from '../forms.ts';
import { columnOf, WIDTH } from './templates.ts';

/** Longest sentence that is parsed, in words. */
export const MOST_WORDS = 400;

const F = columnOf('f');
const X = columnOf('x');
const U = columnOf('u');
const CLUSTERS = [columnOf('c'), columnOf('d'), columnOf('e'), columnOf('g')];
const S = columnOf('s');
const T = columnOf('t');
const L = columnOf('l');
const VL = columnOf('vl');
const VR = columnOf('vr');
const SL = columnOf('sl');
const SR = columnOf('sr');
/** Columns that change as the tree grows. */
const GROWN = [L, VL, VR, SL, SR];
const P = columnOf('p');
const N = columnOf('n');

/** Number of a universal tag. */
export const tagOf = (name: (typeof UPOS)[number]): number => UPOS.indexOf(name);
const NOMINAL = new Set([tagOf('NOUN'), tagOf('PROPN'), tagOf('PRON'), tagOf('NUM')]);
const MODIFIER = new Set([tagOf('ADJ'), tagOf('DET')]);
const VERBAL = new Set([tagOf('VERB'), tagOf('AUX')]);

/** Row of "no word", and of what belongs to the state and not to a word; the words' rows follow. */
const NOBODY = 0;
const GLOBAL = 1;
const FIRST = 2;

/** Dependents counted up to this many. */
const MOST_COUNTED = 4;

/**
 * The table of a sentence: one row of values for each word, which templates read. Punctuation has no row; it is a property of
 * the words beside it (Ma, Zhang and Zhu 2014). Relations and counts of dependents are kept up to date as the tree grows.
 */
export class SentenceTable {
  /** Number of words that have rows. */
  size = 0;
  /** Place in the sentence of each of them. */
  readonly places = new Int32Array(MOST_WORDS);
  readonly atoms = new Int32Array((FIRST + MOST_WORDS) * WIDTH);
  /** For each word: the last noun of the next run of nominal words at or after it, and the next verb; −1 when none. */
  readonly nominal = new Int32Array(MOST_WORDS + 1);
  readonly verb = new Int32Array(MOST_WORDS + 1);
  /** Number of each word's universal tag. */
  readonly tags = new Int8Array(MOST_WORDS);
  /** Gaps with punctuation up to before each word, and how deep it lies in brackets and quotes. */
  readonly gaps = new Int16Array(MOST_WORDS);
  readonly levels = new Int16Array(MOST_WORDS);
  readonly #tags = new Map<string, number>();
  readonly #forms: Forms;

  constructor(forms: Forms) {
    this.#forms = forms;
    this.atoms.fill(-7, 0, WIDTH);
  }

  /** Where a word's row begins; −1 is "no word". */
  row(word: number): number {
    return word < 0 ? NOBODY : (FIRST + word) * WIDTH;
  }

  /** Row of the state's own values. */
  get global(): number {
    return GLOBAL * WIDTH;
  }

  /** Fills the table for a sentence. */
  read(words: readonly string[], upos: readonly string[], xpos: readonly string[]): void {
    this.size = 0;
    const marks = new Marks();
    for (let i = 0; i < words.length; i++) {
      if (upos[i] === 'PUNCT') marks.add(words[i]!, this.#forms(words[i]!).lowerHash);
      else this.#readWord(i, words[i]!, upos[i]!, xpos[i]!, marks);
    }
    if (this.size > 0) this.atoms[this.row(this.size - 1) + N] = marks.pending;
    this.#lookAhead();
  }

  #readWord(place: number, word: string, upos: string, xpos: string, marks: Marks): void {
    const i = this.size++;
    this.places[i] = place;
    const { atoms } = this;
    const form = this.#forms(word);
    const at = this.row(i);
    atoms.fill(0, at, at + WIDTH);
    atoms[at + F] = form.lowerHash;
    atoms[at + X] = this.#tag(xpos);
    atoms[at + U] = this.#tag(upos);
    atoms[at + S] = form.suffix[2];
    atoms[at + T] = form.shape;
    for (let c = 0; c < CLUSTERS.length; c++) {
      const cluster = form.clusters[c] ?? -1;
      atoms[at + CLUSTERS[c]!] = cluster < 0 ? form.shape : cluster;
    }
    this.tags[i] = (UPOS as readonly string[]).indexOf(upos);
    this.#readMarks(i, at, marks);
  }

  #readMarks(i: number, at: number, marks: Marks): void {
    const before = marks.pending;
    this.atoms[at + P] = before;
    if (i > 0) this.atoms[at - WIDTH + N] = before;
    this.gaps[i] = (i > 0 ? this.gaps[i - 1]! : 0) + (before === 0 ? 0 : 1);
    this.levels[i] = marks.level;
    marks.pending = 0;
  }

  #tag(name: string): number {
    let hash = this.#tags.get(name);
    if (hash === undefined) {
      hash = hashString(name);
      this.#tags.set(name, hash);
    }
    return hash;
  }

  #lookAhead(): void {
    let nominal = -1;
    let verb = -1;
    let run = false;
    this.nominal[this.size] = -1;
    this.verb[this.size] = -1;
    for (let i = this.size - 1; i >= 0; i--) {
      const u = this.tags[i]!;
      const noun = NOMINAL.has(u);
      // A run ends where punctuation follows.
      if (this.atoms[this.row(i) + N] !== 0) run = false;
      if (noun && !run) nominal = i;
      run = noun || (run && MODIFIER.has(u));
      if (VERBAL.has(u)) verb = i;
      this.nominal[i] = nominal;
      this.verb[i] = verb;
    }
  }

  /** Takes back what was attached. */
  forget(): void {
    const { atoms } = this;
    for (let at = this.row(0), end = this.row(this.size); at < end; at += WIDTH)
      for (const k of GROWN) atoms[at + k] = 0;
  }

  /** Notes that `word` hangs on `head` as a dependent of some kind or by some relation (a number from 0). */
  attach(word: number, head: number, relation: number): void {
    const { atoms } = this;
    const w = this.row(word);
    const h = this.row(head);
    atoms[w + L] = relation + 1;
    const left = word < head;
    const count = h + (left ? VL : VR);
    if (atoms[count]! < MOST_COUNTED) atoms[count]!++;
    const set = h + (left ? SL : SR);
    // Numbers beyond 31 share bits: a set is a hint, no record.
    atoms[set] = atoms[set]! | (1 << relation);
  }

  /** How like two words are: same universal tag, same Penn tag, same clusters (one bit each); −1 when one is missing. */
  likeness(one: number, other: number): number {
    if (one < 0 || other < 0) return -1;
    const { atoms } = this;
    const a = this.row(one);
    const b = this.row(other);
    const same = (k: number): number => (atoms[a + k] === atoms[b + k] ? 1 : 0);
    return same(U) | (same(X) << 1) | (same(CLUSTERS[0]!) << 2) | (same(CLUSTERS[1]!) << 3);
  }

  /** Gaps with punctuation between two words, three at most; −1 when one is missing. */
  between(from: number, to: number): number {
    return from < 0 || to < 0 ? -1 : Math.min(3, this.gaps[to]! - this.gaps[from]!);
  }

  /** Whether the second word lies deeper in brackets and quotes than the first (1), less deep (2) or as deep (0). */
  deeper(from: number, to: number): number {
    if (from < 0 || to < 0) return -1;
    const d = this.levels[to]! - this.levels[from]!;
    return d > 0 ? 1 : d < 0 ? 2 : 0;
  }
}

/** Punctuation that waits for the next word, and the depth of brackets and quotes there. */
class Marks {
  pending = 0;
  #brackets = 0;
  #quoted = 0;

  add(mark: string, hash: number): void {
    this.pending = mix(this.pending, hash) || 1;
    if (/^[([{“«]/u.test(mark)) this.#brackets++;
    else if (/^[)\]}”»]/u.test(mark)) this.#brackets = Math.max(0, this.#brackets - 1);
    else if (mark === '"') this.#quoted = 1 - this.#quoted;
  }

  get level(): number {
    return this.#brackets + this.#quoted;
  }
}
