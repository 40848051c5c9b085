/** What the trainers of linear models share: random numbers from a seed, and weights by 32-bit key in typed arrays. */

/**
 * Random whole numbers from a seed (xorshift32, Marsaglia 2003): the same seed gives the same row on every machine.
 * @param {number} seed other than 0
 * @returns {(below: number) => number}
 */
export function randomFrom(seed) {
  let state = seed | 0 || 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** Puts an array in random order, in place. */
export function shuffle(array, random) {
  for (let i = array.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [array[i], array[j]] = [array[j], array[i]];
  }
  return array;
}

const SPREAD = 0x9e3779b1;

/** Numbers keys 0, 1, 2 … in the order in which they come, and counts them; open addressing in typed arrays. */
export class KeyIndex {
  #bits;
  #keys;
  #ids;
  counts;
  size = 0;
  /** @param {number} bits the table begins with 2^bits cells and grows as it fills */
  constructor(bits = 16) {
    this.#bits = bits;
    this.#keys = new Int32Array(1 << bits);
    this.#ids = new Int32Array(1 << bits).fill(-1);
    this.counts = new Int32Array(1 << bits);
  }

  #cell(key) {
    const mask = this.#keys.length - 1;
    let cell = Math.imul(key, SPREAD) >>> (32 - this.#bits);
    while (this.#ids[cell] >= 0 && this.#keys[cell] !== key) cell = (cell + 1) & mask;
    return cell;
  }

  /** Counts a key and gives its number. */
  add(key) {
    const cell = this.#cell(key);
    const known = this.#ids[cell];
    if (known >= 0) {
      this.counts[known]++;
      return known;
    }
    this.#keys[cell] = key;
    this.#ids[cell] = this.size;
    this.counts[this.size] = 1;
    this.size++;
    if (this.size * 2 > this.#keys.length) this.#grow();
    return this.size - 1;
  }

  /** Number of a key; −1 when it never came. */
  get(key) {
    return this.#ids[this.#cell(key)];
  }

  /** The keys by their numbers. */
  keys() {
    const out = new Int32Array(this.size);
    for (let cell = 0; cell < this.#keys.length; cell++)
      if (this.#ids[cell] >= 0) out[this.#ids[cell]] = this.#keys[cell];
    return out;
  }

  #grow() {
    const keys = this.keys();
    this.#bits++;
    this.#keys = new Int32Array(1 << this.#bits);
    this.#ids = new Int32Array(1 << this.#bits).fill(-1);
    const counts = new Int32Array(1 << this.#bits);
    counts.set(this.counts.subarray(0, this.size));
    this.counts = counts;
    keys.forEach((key, id) => {
      const cell = this.#cell(key);
      this.#keys[cell] = key;
      this.#ids[cell] = id;
    });
  }
}
