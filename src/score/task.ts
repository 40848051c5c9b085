import type { AnnotatedRow, AnnotateRow, WordModels } from '../doc/index.ts';

/** Switches of a score, by name; what each task takes stands in its `options`. */
export type TaskOptions = Readonly<Record<string, unknown>>;

/**
 * How gold and prediction are parsed before they are handed to `score`: JSON Lines as an array of rows, `text` as one
 * string, `seeds` as a `SeedsSet` beside one JSON object.
 */
export type TaskInput = 'jsonl' | 'text' | 'seeds';

/** One thing that can be scored. Pure: files are read by the caller. */
export interface Task {
  /** One sentence: what is measured, in whose convention. */
  readonly describe: string;
  readonly reads: TaskInput;
  /** Names of the options `score` takes, with what they do. */
  readonly options: Readonly<Record<string, string>>;
  /** Rows for `annotate` that put the gold's texts to Sayso; `null` where a prediction must be given. */
  readonly ask: ((gold: readonly unknown[]) => readonly AnnotateRow[]) | null;
  /** What `score` takes as a prediction, from the annotated rows; `null` beside a null `ask`. */
  readonly answer: ((rows: readonly AnnotatedRow[]) => readonly unknown[]) | null;
  /** Sayso's own prediction where the gold gives words rather than texts; `null` elsewhere. */
  readonly own: ((gold: string, models: WordModels) => string) | null;
  readonly score: (gold: unknown, predicted: unknown, options?: TaskOptions) => object;
}

interface RowsTask<G, P, O> {
  readonly describe: string;
  readonly options?: Readonly<Record<string, string>>;
  readonly ask?: (row: G) => AnnotateRow;
  readonly answer?: (row: AnnotatedRow) => P;
  readonly score: (gold: readonly G[], predicted: readonly P[], options: O) => object;
}

/** A task over JSON Lines whose rows are of the types named. */
export function rowsTask<G, P, O extends object = object>(task: RowsTask<G, P, O>): Task {
  const { ask, answer } = task;
  return {
    describe: task.describe,
    reads: 'jsonl',
    options: task.options ?? {},
    ask: ask ? (gold) => (gold as readonly G[]).map(ask) : null,
    answer: answer ? (rows) => rows.map(answer) : null,
    own: null,
    score: (gold, predicted, options = {}) => {
      requireRows(gold, 'gold');
      requireRows(predicted, 'prediction');
      return task.score(gold as readonly G[], predicted as readonly P[], options as O);
    },
  };
}

/** A task over two texts in a line format of their own. */
export function textTask<P>(
  describe: string,
  parse: (text: string) => P,
  score: (gold: P, predicted: P) => object,
  own: (gold: string, models: WordModels) => string,
): Task {
  return {
    describe,
    reads: 'text',
    options: {},
    ask: null,
    answer: null,
    own,
    score: (gold, predicted) => score(parse(String(gold)), parse(String(predicted))),
  };
}

function requireRows(value: unknown, what: string): void {
  const rows = Array.isArray(value) ? value : null;
  const bad = rows?.findIndex((row) => row === null || typeof row !== 'object') ?? 0;
  if (!rows || bad >= 0)
    throw new Error(`the ${what} is not a list of JSON objects, one a line (line ${bad + 1})`);
}
