import { farness } from './features.ts';
import { LABEL_SLOTS, LABEL_TEMPLATES } from './label-templates.ts';
import { MOST_WORDS, type SentenceTable } from './sentence-table.ts';
import { columnOf, compileTemplates, growing, hashTemplates, signatureOf } from './templates.ts';

const NONE = -1;
const A = columnOf('a');
const B = columnOf('b');
const P = columnOf('p');
const L = columnOf('l');
const U = columnOf('u');
const templates = compileTemplates(LABEL_TEMPLATES, LABEL_SLOTS);
/** Values that the templates read and that change as relations are found. */
const GROWING = growing(LABEL_TEMPLATES, LABEL_SLOTS);

/** A finished tree, with the dependents of each word as a chain from left to right. */
export class Tree {
  readonly heads = new Int32Array(MOST_WORDS);
  /** First dependent of each word, and the next dependent of the same head; −1 at the end. */
  readonly first = new Int32Array(MOST_WORDS);
  readonly after = new Int32Array(MOST_WORDS);
  readonly before = new Int32Array(MOST_WORDS);
  readonly last = new Int32Array(MOST_WORDS);
  /** Words from the root down: every head before its dependents, sisters from left to right. */
  readonly order = new Int32Array(MOST_WORDS);
  size = 0;

  /** Takes over the heads of a tree of `size` words (−1 is the root). */
  read(heads: ArrayLike<number>, size: number): void {
    this.size = size;
    for (const list of [this.first, this.after, this.before, this.last]) list.fill(NONE, 0, size);
    let root = 0;
    for (let w = 0; w < size; w++) {
      const head = heads[w]!;
      this.heads[w] = head;
      if (head === NONE) root = w;
      else this.#hang(w, head);
    }
    this.#sort(root);
  }

  #hang(word: number, head: number): void {
    const { first, after, before, last } = this;
    const sister = last[head]!;
    if (sister === NONE) first[head] = word;
    else after[sister] = word;
    before[word] = sister;
    last[head] = word;
  }

  #sort(root: number): void {
    const { order } = this;
    let n = 0;
    order[n++] = root;
    for (let i = 0; i < n; i++)
      for (let d = this.first[order[i]!]!; d !== NONE; d = this.after[d]!) order[n++] = d;
    this.size = n;
  }
}

/** Features of an arc of a finished tree, from which its relation is chosen. */
export class LabelFeatures {
  readonly keys = new Int32Array(templates.size);
  readonly #rows = new Int32Array(LABEL_SLOTS.length);
  readonly #table: SentenceTable;

  constructor(table: SentenceTable) {
    this.#table = table;
  }

  /** Fills `keys` for the arc to `word` from its head; returns their number. */
  of(tree: Tree, word: number): number {
    this.look(tree, word);
    return this.hash();
  }

  /** Fills `keys` for the arc last looked at; returns their number. */
  hash(): number {
    return hashTemplates(templates, this.#table.atoms, this.#rows, this.keys);
  }

  /** Looks at an arc; returns its signature: arcs to a word with the same features have the same. */
  look(tree: Tree, word: number): number {
    const { heads, first, last, after, before, size } = tree;
    const head = heads[word]!;
    const ml = first[word]!;
    const mr = last[word]!;
    let r = 0;
    const put = (w: number): void => {
      this.#rows[r++] = this.#table.row(w);
    };
    const following = (w: number): number => (w + 1 < size ? w + 1 : NONE);
    // In the order of LABEL_SLOTS.
    put(word);
    put(head);
    put(heads[head]!);
    put(ml < word ? ml : NONE);
    put(ml >= 0 && after[ml]! < word ? after[ml]! : NONE);
    put(mr > word ? mr : NONE);
    put(mr >= 0 && before[mr]! > word ? before[mr]! : NONE);
    put(before[word]!);
    put(after[word]!);
    put(first[head]! < head ? first[head]! : NONE);
    put(last[head]! > head ? last[head]! : NONE);
    put(word - 1);
    put(following(word));
    put(head - 1);
    put(following(head));
    this.#relate(r, word, head);
    return signatureOf(this.#rows, this.#table.atoms, GROWING);
  }

  /** Adds how the word stands to its head (the row of the slot G). */
  #relate(slot: number, word: number, head: number): void {
    const table = this.#table;
    const { atoms, global } = table;
    const left = word < head ? 1 : 0;
    this.#rows[slot] = global;
    atoms[global + A] = left;
    atoms[global + B] = farness(word, head) * 2 + left;
    atoms[global + P] = left === 1 ? table.between(word, head) : table.between(head, word);
    atoms[global + L] = table.deeper(head, word);
    atoms[global + U] = table.likeness(head, word);
  }
}
