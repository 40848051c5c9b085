import { StopError } from '../../lib/errors.ts';
import { addWords, joinA, joinB, Pieces } from './pieces.ts';
import { replaceSame, type SameWords, sameWords } from './same.ts';
import { CONTINUES, LIST, layStates } from './table.ts';

/** Words a name may have: matching takes time in proportion, and no name known comes near it. */
export const MOST_WORDS = 64;
/** Rows there is room for at first. */
const ROOM = 1024;
/** Share of the index that may be filled before it is doubled. */
const LOAD = 0.5;

/** A prefix table in the making. Adding a name takes time in proportion to its length. */
export class TableBuilder {
  readonly #same: SameWords | null;
  readonly #pieces = new Pieces(16);
  #states = 0;
  #a = new Int32Array(ROOM);
  #b = new Int32Array(ROOM);
  #continues = new Uint8Array(ROOM);
  #opens = new Uint8Array(ROOM);
  /** First and last link of each state's chain of ids, 0 for none; links count from 1. */
  #head = new Int32Array(ROOM);
  #tail = new Int32Array(ROOM);
  #links = 0;
  #id = new Int32Array(ROOM);
  #next = new Int32Array(ROOM);
  /** Hash index: 1 + state, 0 for an empty slot. */
  #slots = new Int32Array(4 * ROOM);
  #longest = 0;
  #names = 0;

  constructor(same: ReadonlyMap<string, string> = new Map()) {
    this.#same = sameWords(same);
  }

  /** Adds a name with its id. A name without a letter or digit is left out. Throws on a name of more than 64 words. */
  add(words: string, id: number): void {
    const pieces = this.#pieces;
    pieces.count = 0;
    addWords(words, 0, words.length, pieces);
    if (this.#same) replaceSame(pieces, this.#same);
    let last = -1;
    let length = 0;
    for (let i = 0; i < pieces.count; i++) {
      if (pieces.a[i] === 0) continue;
      if (last >= 0) this.#continues[last] = 1;
      last = last < 0 ? this.#first(pieces, i) : this.#after(last, pieces, i);
      length++;
    }
    if (length > MOST_WORDS) throw tooLong(words, length);
    this.#longest = Math.max(this.#longest, length);
    if (last >= 0) this.#link(last, id);
  }

  #first(pieces: Pieces, i: number): number {
    const state = this.#state(pieces.a[i]!, pieces.b[i]!);
    this.#opens[state] = 1;
    return state;
  }

  #after(state: number, pieces: Pieces, i: number): number {
    return this.#state(joinA(this.#a[state]!, pieces.a[i]!), joinB(this.#b[state]!, pieces.b[i]!));
  }

  /** The state with these hashes, made when there is none. */
  #state(a: number, b: number): number {
    if (this.#states >= this.#slots.length * LOAD) this.#reindex();
    const mask = this.#slots.length - 1;
    let slot = a & mask;
    for (let there = this.#slots[slot]!; there !== 0; there = this.#slots[slot]!) {
      if (this.#a[there - 1] === a && this.#b[there - 1] === b) return there - 1;
      slot = (slot + 1) & mask;
    }
    const state = this.#states++;
    if (state === this.#a.length) this.#growStates();
    this.#a[state] = a;
    this.#b[state] = b;
    this.#slots[slot] = state + 1;
    return state;
  }

  #growStates(): void {
    this.#a = doubled(this.#a);
    this.#b = doubled(this.#b);
    this.#head = doubled(this.#head);
    this.#tail = doubled(this.#tail);
    this.#continues = doubled(this.#continues);
    this.#opens = doubled(this.#opens);
  }

  #reindex(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const mask = slots.length - 1;
    for (let state = 0; state < this.#states; state++) {
      let slot = this.#a[state]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = state + 1;
    }
    this.#slots = slots;
  }

  #link(state: number, id: number): void {
    this.#names++;
    const link = ++this.#links;
    if (link === this.#id.length) {
      this.#id = doubled(this.#id);
      this.#next = doubled(this.#next);
    }
    this.#id[link] = id;
    if (this.#head[state] === 0) this.#head[state] = link;
    else this.#next[this.#tail[state]!] = link;
    this.#tail[state] = link;
  }

  /** The table, as `PrefixTable` reads it. Ids of one name stand in the order they were added, each once. */
  finish(): Int32Array<ArrayBuffer> {
    const lists: number[] = [];
    const value = new Int32Array(this.#states);
    for (let state = 0; state < this.#states; state++) {
      const ends = this.#ids(this.#head[state]!);
      const many = ends.length > 1;
      const rest = many ? lists.length + 1 : ends.length === 1 ? ends[0]! + 1 : 0;
      if (many) {
        lists.push(ends.length);
        for (const id of ends) lists.push(id);
      }
      value[state] = rest | (many ? LIST : 0) | (this.#continues[state] ? CONTINUES : 0);
    }
    return layStates({
      count: this.#states,
      a: this.#a,
      b: this.#b,
      value,
      opens: this.#opens,
      lists: Int32Array.from(lists),
      longest: this.#longest,
      names: this.#names,
    });
  }

  #ids(head: number): readonly number[] {
    if (head === 0) return NONE;
    if (this.#next[head] === 0) return [this.#id[head]!];
    const ids = new Set<number>();
    for (let link = head; link !== 0; link = this.#next[link]!) ids.add(this.#id[link]!);
    return [...ids];
  }
}

const NONE: readonly number[] = [];

function doubled<T extends Int32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(2 * array.length);
  larger.set(array);
  return larger;
}

/** Characters of a faulty name that a message shows. */
const SHOWN = 40;

function tooLong(words: string, length: number): StopError {
  return new StopError(
    'bad-name',
    `the name "${words.slice(0, SHOWN)}…" has ${length} words: at most ${MOST_WORDS} are read`,
  );
}
