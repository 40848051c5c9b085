/** Names longer than this are compared by their beginning: the work grows with the square. */
const MAX_LENGTH = 64;
/** Share of a name's letters that may differ: one in four, as "Hizbulah" from "Hezbollah". */
const MAX_SHARE = 0.25;

/** The known names nearest to a name, nearest first, none that differ in more than a quarter of their letters. */
export function nearest(name: string, known: Iterable<string>, most: number): readonly string[] {
  const own = name.slice(0, MAX_LENGTH);
  const found: { readonly text: string; readonly cost: number }[] = [];
  for (const text of known) {
    const other = text.slice(0, MAX_LENGTH);
    const limit = Math.max(1, Math.floor(Math.max(own.length, other.length) * MAX_SHARE));
    const cost = distance(own, other, limit);
    if (cost <= limit) found.push({ text, cost });
  }
  return found
    .sort((a, b) => a.cost - b.cost || (a.text < b.text ? -1 : 1))
    .slice(0, most)
    .map((f) => f.text);
}

/** Letters put in, left out, changed or swapped with the next (Damerau 1964); `limit + 1` when there are more than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next.push(cell(a, b, i, j, { before, row, next }));
    if (Math.min(...next) > limit) return limit + 1;
    before = row;
    row = next;
  }
  return row[b.length]!;
}

interface Rows {
  readonly before: readonly number[];
  readonly row: readonly number[];
  readonly next: readonly number[];
}

function cell(a: string, b: string, i: number, j: number, { before, row, next }: Rows): number {
  const changed = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
  const swapped =
    i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? before[j - 2]! + 1 : changed;
  return Math.min(row[j]! + 1, next[j - 1]! + 1, changed, swapped);
}
