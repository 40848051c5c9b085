import { readFile } from 'node:fs/promises';

/** Positions of `state` and `starttime` in /proc/<pid>/stat (proc(5), fields 3 and 22), after the command's bracket. */
const STATE = 0;
const STARTTIME = 19;

async function stat(pid: number): Promise<{ state: string; ticks: string } | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  // The name stands in brackets and may hold spaces and brackets of its own.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[STATE] ?? '', ticks: fields[STARTTIME] ?? '' };
}

/**
 * What tells a process from a later one with the same id: the boot and the clock ticks since it at which the process
 * started. `null` where the system does not say (not Linux) or when there is no such process.
 */
export async function processStart(pid: number): Promise<string | null> {
  const found = await stat(pid);
  return found && `${await bootId()}:${found.ticks}`;
}

/** An id that changes with every start of the machine, or "" where the system has none. */
export async function bootId(): Promise<string> {
  return (await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '')).trim();
}

/** Whether the process runs (a zombie does not) and, where the system tells, started just then. */
export async function isAlive(pid: number, start: string | null): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const found = await stat(pid);
  if (found?.state === 'Z' || found?.state === 'X') return false;
  return found === null || start === null || `${await bootId()}:${found.ticks}` === start;
}
