import type { Readable, Writable } from 'node:stream';

/** What a command is given of the world around it. */
export interface Context {
  readonly stdin: Readable;
  readonly stdout: Writable & { readonly isTTY?: boolean };
  readonly stderr: Writable & { readonly isTTY?: boolean };
  readonly now: () => Date;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Exit codes of every command. */
export const EXIT = { done: 0, usage: 2, setAside: 3, storage: 4, stopped: 5 } as const;

/** Writes one line to standard output. */
export function say(context: Context, line: string): void {
  context.stdout.write(`${line}\n`);
}

/** Writes one line to standard error. */
export function warn(context: Context, line: string): void {
  context.stderr.write(`${line}\n`);
}

/** Writes to a stream and waits until it has taken the text: large JSON must not pile up in memory. */
export async function put(stream: Writable, text: string): Promise<void> {
  if (stream.write(text)) return;
  await new Promise<void>((resolve) => stream.once('drain', resolve));
}
