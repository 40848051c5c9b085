/** The state of the Hungarian method; index 0 is the dummy row and column that start each augmenting path. */
interface State {
  readonly size: number;
  readonly cost: (row: number, column: number) => number;
  readonly rowPotential: Float64Array;
  readonly columnPotential: Float64Array;
  /** Row matched to each column, 0 = none. */
  readonly rowOf: Int32Array;
}

/**
 * Maximum-weight one-to-one assignment of rows to columns (Kuhn 1955, Munkres 1957, in the O(n³) form with
 * potentials). A cell of 0 is not allowed. Returns the column of each row, −1 where a row stays alone.
 */
export function assign(weights: readonly (readonly number[])[]): number[] {
  const rows = weights.length;
  const columns = weights[0]?.length ?? 0;
  const chosen = new Array<number>(rows).fill(-1);
  if (rows === 0 || columns === 0) return chosen;
  const state = solve(Math.max(rows, columns), (row, column) => -(weights[row - 1]?.[column - 1] ?? 0));
  for (let column = 1; column <= columns; column++) {
    const row = state.rowOf[column] ?? 0;
    if ((weights[row - 1]?.[column - 1] ?? 0) > 0) chosen[row - 1] = column - 1;
  }
  return chosen;
}

function solve(size: number, cost: State['cost']): State {
  const state: State = {
    size,
    cost,
    rowPotential: new Float64Array(size + 1),
    columnPotential: new Float64Array(size + 1),
    rowOf: new Int32Array(size + 1),
  };
  for (let row = 1; row <= size; row++) augment(state, row);
  return state;
}

/** Finds the cheapest augmenting path from `row` and flips it. */
function augment(state: State, row: number): void {
  const { size, rowOf } = state;
  const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY);
  const used = new Uint8Array(size + 1);
  const cameFrom = new Int32Array(size + 1);
  rowOf[0] = row;
  let at = 0;
  do {
    used[at] = 1;
    at = relax(state, at, least, used, cameFrom);
  } while (rowOf[at]);
  while (at) {
    const before = cameFrom[at] ?? 0;
    rowOf[at] = rowOf[before] ?? 0;
    at = before;
  }
}

/** One Dijkstra step: relaxes the columns from the row of `at`, shifts the potentials, returns the nearest free column. */
function relax(
  state: State,
  at: number,
  least: Float64Array,
  used: Uint8Array,
  cameFrom: Int32Array,
): number {
  const { size, cost, rowPotential, columnPotential, rowOf } = state;
  const row = rowOf[at] ?? 0;
  let step = Number.POSITIVE_INFINITY;
  let next = 0;
  for (let column = 1; column <= size; column++) {
    if (used[column]) continue;
    const reduced = cost(row, column) - (rowPotential[row] ?? 0) - (columnPotential[column] ?? 0);
    if (reduced < (least[column] ?? 0)) {
      least[column] = reduced;
      cameFrom[column] = at;
    }
    if ((least[column] ?? 0) < step) {
      step = least[column] ?? 0;
      next = column;
    }
  }
  for (let column = 0; column <= size; column++) {
    if (used[column]) {
      const matched = rowOf[column] ?? 0;
      rowPotential[matched] = (rowPotential[matched] ?? 0) + step;
      columnPotential[column] = (columnPotential[column] ?? 0) - step;
    } else least[column] = (least[column] ?? 0) - step;
  }
  return next;
}
