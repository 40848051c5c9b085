import { LineCounter, parseDocument } from 'yaml';

/** What is wrong with a data file, where, and what to do. */
export interface Fault {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** A fault as people read it: "file:line: what". */
export function faultText(fault: Fault): string {
  return `${fault.file}:${fault.line}: ${fault.message}`;
}

/** A YAML file with the way back from its values to its lines. */
export interface DataFile {
  readonly file: string;
  readonly value: unknown;
  /** Line of the value at a path; of the nearest value above it where the path leads nowhere. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** A path in a file, and what is wrong there: an issue of zod is one. */
export interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Reads a YAML file. Gives its first fault when it is no YAML, no UTF-8, or grows beyond measure by its aliases. */
export function openDataFile(file: string, text: string): DataFile | Fault {
  const garbled = text.indexOf('\ufffd');
  if (garbled >= 0) return { file, line: lineAt(text, garbled), message: 'is not UTF-8: save it as UTF-8' };
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines });
  const fault = doc.errors[0];
  if (fault) return { file, line: lines.linePos(fault.pos[0]).line, message: fault.message };
  try {
    const value: unknown = doc.toJS();
    return { file, value, lineOf: (path) => lines.linePos(offsetOf(doc, path)).line };
  } catch (error) {
    return { file, line: 1, message: error instanceof Error ? error.message : String(error) };
  }
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}

function offsetOf(doc: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  let node: unknown;
  for (let n = path.length; n >= 0 && !node; n--) node = doc.getIn(path.slice(0, n), true);
  return (node as { range?: readonly number[] } | undefined)?.range?.[0] ?? 0;
}

/** An issue of a file's value as a fault with its line. */
export function faultAt(file: DataFile, issue: Issue | undefined): Fault {
  const path = issue?.path ?? [];
  return {
    file: file.file,
    line: file.lineOf(path),
    message: `${path.join('.')}: ${issue?.message ?? 'does not fit its schema'}`,
  };
}
