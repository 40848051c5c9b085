import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const CLI = join(ROOT, 'dist', 'cli', 'main.js');
export const EXAMPLES = join(ROOT, 'examples', 'pages');

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** No registers of one's own, whoever runs the tests. */
const NO_OWN = join(tmpdir(), 'sayso-test-no-own');

/** Runs one `sayso` command to its end, in a pipe. `own` is the folder of the user's own registers. */
export function sayso(
  args: readonly string[],
  options: { cwd?: string; input?: string; own?: string } = {},
): Outcome {
  const done = spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, SAYSO_OWN: options.own ?? NO_OWN },
    ...(options.input === undefined ? {} : { input: options.input }),
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** Starts a command that goes on running. */
export function start(args: readonly string[], cwd: string = ROOT): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], {
    cwd,
    env: { ...process.env, SAYSO_OWN: NO_OWN },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Resolves with the first match in what a process prints; rejects when it ends before. */
export function printed(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = '';
    const look = (chunk: Buffer): void => {
      text += chunk.toString();
      const match = pattern.exec(text);
      if (match) resolve(match);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', (code) =>
      reject(new Error(`ended with ${code} before printing ${pattern}:\n${text}`)),
    );
  });
}

/** Ends a process and waits until it is gone. */
export async function stop(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const gone = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  child.kill(signal);
  return gone;
}

/** A new empty folder, and how to be rid of it. */
export function scratch(): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'sayso-test-'));
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}
