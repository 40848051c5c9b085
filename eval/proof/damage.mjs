/** Ways to spoil a prediction: every kind of error a score can count should occur. All are deterministic. */

/** @template T @param {T} value @returns {T} */
export const copy = (value) => structuredClone(value);

/** Every `n`-th row is changed by `change`. */
export const every = (rows, n, change) => rows.map((row, i) => (i % n ? row : change(copy(row), i)));

/** Drops, moves and doubles items of a list. */
export function shuffleSpans(items, move) {
  return items.flatMap((item, i) => {
    if (i % 5 === 0) return [];
    if (i % 5 === 1) return [move(copy(item), i)];
    return i % 7 === 0 ? [item, move(copy(item), i)] : [item];
  });
}

/** A span pair moved and widened. */
export const nudge = ([start, end], i) => [Math.max(0, start - (i % 3)), end + (i % 11)];

/** Numbers below `n` in an order that looks random and is always the same (Lehmer's generator, Park & Miller 1988). */
export function dice(seed) {
  let state = seed;
  return (n) => {
    state = (state * 16807) % 2147483647;
    return state % n;
  };
}
