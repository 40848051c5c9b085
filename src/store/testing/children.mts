import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { distPath } from '../../lib/dist.ts';

/** A child that runs the compiled store. `lines` is what it has said so far. */
export interface Child {
  readonly process: ChildProcess;
  readonly lines: string[];
  /** Resolves with the first line that starts so, or null when the child ends without. */
  said(start: string): Promise<string | null>;
  /** Resolves with the exit code, or null after a signal. */
  readonly ended: Promise<number | null>;
}

/** Starts a script of this folder; `limit` is a shell prefix such as `ulimit -f 100;`. */
export function start(script: string, args: readonly string[], more: { uid?: number; limit?: string } = {}): Child {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const store = pathToFileURL(distPath(import.meta.url, 'store/index.js')).href;
  const command = [process.execPath, file, store, ...args];
  const quoted = command.map((part) => `'${part.replaceAll("'", "'\\''")}'`).join(' ');
  const child = spawn('bash', ['-c', `${more.limit ?? ''} exec ${quoted}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
    ...(more.uid === undefined ? {} : { uid: more.uid, gid: more.uid }),
  });
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)));
  let rest = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    child.emit('said');
  });
  const said = (begin: string) =>
    new Promise<string | null>((resolve) => {
      const look = (): void => {
        const line = lines.find((l) => l.startsWith(begin));
        if (line !== undefined) resolve(line);
      };
      look();
      child.on('said', look);
      void ended.then(() => resolve(null));
    });
  return { process: child, lines, said, ended };
}
