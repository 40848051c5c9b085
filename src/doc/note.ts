import type { Span } from './span.ts';

/** Something a stage wants a person to know. The library never prints; `cli` and the desk show notes. */
export interface Note {
  /** Machine-readable, stable: `charset-guessed`, `truncated`, `date-impossible`. */
  readonly code: string;
  readonly stage: string;
  readonly message: string;
  readonly span: Span | null;
}
