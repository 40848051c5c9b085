import type { Readable, Writable } from 'node:stream';

/** What a command is given of the world around it. */
export interface Context {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Writes an error that should not happen, with its stack where it has one, to standard error. */
export function warnOf(context: Context, what: string, error: unknown): void {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  context.stderr.write(`${visibleLines(`${what}: ${text}`)}\n`);
}

/** Exit codes of every command. */
export const EXIT = { done: 0, usage: 2, setAside: 3, storage: 4, stopped: 5 } as const;

/** Writes one line to standard output, with control characters made visible. */
export function say(context: Context, line: string): void {
  context.stdout.write(`${visible(line)}\n`);
}

/** Writes one line to standard error, with control characters made visible. */
export function warn(context: Context, line: string): void {
  context.stderr.write(`${visible(line)}\n`);
}

/**
 * A text as one line that does nothing to a terminal: control characters, line ends among them, and marks that turn the
 * direction of writing become the escapes that JSON has for them. File names and pages come from others and can hold all of these.
 */
export function visible(text: string): string {
  return text.replace(
    /(?!\t)[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same for a text of several lines, whose line ends stay. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}

/**
 * Writes to a stream and waits until it has taken the text: large JSON must not pile up in memory. A pipe gets the text
 * as it is, a terminal gets it with control characters made visible.
 */
export async function put(stream: Writable & { readonly isTTY?: boolean }, text: string): Promise<void> {
  if (stream.write(stream.isTTY ? visibleLines(text) : text)) return;
  await new Promise<void>((resolve) => stream.once('drain', resolve));
}
