const NONE = -1;
const OPENING = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
  ['«', '»'],
  ['‘', '’'],
  ['"', '"'],
  ["'", "'"],
  ['*', '*'],
  ['<', '>'],
]);

/**
 * Gives punctuation its heads once the words have theirs, as UD's guidelines say (and udapi's `ud.FixPunct` does): paired
 * marks hang on the head of what they enclose, a mark at the end on the root, every other on the highest word beside it
 * whose subtree ends there; of two such words, on the lower. `heads` holds −2 for each mark and is filled in place.
 */
export function attachPunctuation(words: readonly string[], heads: Int32Array | number[]): void {
  const marks: number[] = [];
  for (let i = 0; i < words.length; i++) if (heads[i] === WAITING) marks.push(i);
  if (marks.length === 0) return;
  const root = rootOf(words.length, heads);
  const found = marks.map((mark) => headOf(mark, words, heads, root));
  const paired = enclosedHeads(marks, words, heads);
  marks.forEach((mark, k) => {
    heads[mark] = paired.get(mark) ?? found[k]!;
  });
}

/** Head of a mark that has none yet. */
export const WAITING = -2;

/** The root; a sentence of nothing but marks takes its first as root. */
function rootOf(size: number, heads: Int32Array | number[]): number {
  for (let i = 0; i < size; i++) if (heads[i] === NONE) return i;
  return NONE;
}

function headOf(mark: number, words: readonly string[], heads: Int32Array | number[], root: number): number {
  if (root === NONE) return mark === 0 ? NONE : 0;
  let left = mark - 1;
  while (left >= 0 && heads[left] === WAITING) left--;
  let right = mark + 1;
  while (right < words.length && heads[right] === WAITING) right++;
  if (right === words.length) return root;
  const r = climb(right, mark, heads);
  if (left < 0) return r;
  const l = climb(left, mark, heads);
  if (heads[l] === NONE) return r;
  return heads[r] === NONE || heads[r]! > mark || below(l, r, heads) ? l : r;
}

/** Whether a word hangs on another, directly or not. */
function below(word: number, other: number, heads: Int32Array | number[]): boolean {
  for (let w = word; w >= 0; w = heads[w]!) if (w === other) return true;
  return false;
}

/** The highest word on the same side of the mark that is reached without crossing it. */
function climb(from: number, mark: number, heads: Int32Array | number[]): number {
  let word = from;
  for (let head = heads[word]!; head >= 0 && head < mark === word < mark; head = heads[word]!) word = head;
  return word;
}

/** For each mark of a pair: the head of the words inside. */
function enclosedHeads(
  marks: readonly number[],
  words: readonly string[],
  heads: Int32Array | number[],
): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let open: number[] = [];
  for (const mark of marks) {
    const k = open.findLastIndex((o) => OPENING.get(words[o]!) === words[mark]);
    if (k < 0) {
      if (OPENING.has(words[mark]!)) open.push(mark);
      continue;
    }
    const from = open[k]!;
    open = open.slice(0, k);
    for (let w = from + 1; w < mark; w++) {
      if (heads[w] === WAITING || (heads[w]! > from && heads[w]! < mark)) continue;
      found.set(from, w).set(mark, w);
      break;
    }
  }
  return found;
}
