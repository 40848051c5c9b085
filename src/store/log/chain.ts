import { LogEntry } from '../../doc/index.ts';
import { sha256 } from '../../lib/hash.ts';
import { canonicalJson } from '../../lib/json.ts';

/** `prev` of the first entry. */
export const GENESIS = '0'.repeat(64);

/** The last entry that is known good. `seq` 0 and GENESIS when the log is empty. */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** Hash of an entry: SHA-256 over `prev`, `seq`, `at` and the canonical JSON of `body`, each on a line of its own. */
export function entryHash(prev: string, seq: number, at: string, body: unknown): string {
  return sha256(`${prev}\n${seq}\n${at}\n${canonicalJson(body)}`);
}

/** The entry that follows `head`. */
export function nextEntry(head: Head, at: string, body: LogEntry['body']): LogEntry {
  const seq = head.seq + 1;
  return { seq, at, prev: head.hash, body, hash: entryHash(head.hash, seq, at, body) };
}

/** An entry as its line of the log, line end included. */
export function entryLine(entry: LogEntry): string {
  return `${canonicalJson(entry)}\n`;
}

export type LineResult =
  | { readonly entry: LogEntry; readonly fault: null }
  | { readonly entry: null; readonly fault: string };

/**
 * Follows the chain line by line. After a fault it goes on with what the damaged line says of itself, so that one
 * damaged entry gives one fault and not one for every entry after it.
 */
export class ChainReader {
  head: Head = { seq: 0, hash: GENESIS };
  #accepted: readonly string[] | null = [GENESIS];

  next(text: string): LineResult {
    const seq = this.head.seq + 1;
    const fault = this.#fault(text, seq);
    if (typeof fault !== 'string') return { entry: fault, fault: null };
    return { entry: null, fault };
  }

  #fault(text: string, seq: number): LogEntry | string {
    const raw = parse(text);
    const parsed = LogEntry.safeParse(raw);
    if (!parsed.success) return this.#skip(seq, null, 'is not a log entry');
    const entry = { ...parsed.data, body: (raw as LogEntry).body };
    const hash = entryHash(entry.prev, entry.seq, entry.at, entry.body);
    const accepted = [hash, entry.hash];
    if (entry.hash !== hash) return this.#skip(seq, accepted, 'does not match its hash: it was altered');
    if (canonicalJson(raw) !== text || Object.keys(raw as object).length !== 5)
      return this.#skip(seq, accepted, 'is not written as the recorder writes it: it was altered');
    const gap = entry.seq !== seq || !(this.#accepted?.includes(entry.prev) ?? true);
    this.head = { seq: entry.seq, hash };
    this.#accepted = [hash];
    if (gap) return `does not follow entry ${seq - 1}: entries are missing, doubled or out of order`;
    return entry;
  }

  #skip(seq: number, accepted: readonly string[] | null, fault: string): string {
    this.head = { seq, hash: accepted?.[0] ?? this.head.hash };
    this.#accepted = accepted;
    return fault;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
