import type { LogEntry } from '../../doc/index.ts';
import { listSegments, readSegment } from './segments.ts';

/**
 * The entries from `from` to `to`, both included, a batch at a time. For a log that was checked when the workspace was
 * opened: hashes are not looked at again.
 */
export async function* entries(
  logDir: string,
  from: number,
  to: number,
): AsyncGenerator<readonly LogEntry[]> {
  for (const name of await firstOf(logDir, from)) {
    for await (const batch of readSegment(logDir, name)) {
      const all = batch.filter((l) => l.ended).map((l) => JSON.parse(l.text) as LogEntry);
      const wanted = all.filter((e) => e.seq >= from && e.seq <= to);
      if (wanted.length > 0) yield wanted;
      if ((all.at(-1)?.seq ?? 0) >= to) return;
    }
  }
}

/** The segments from that on which holds `seq`: the first line of the one after tells. */
async function firstOf(logDir: string, seq: number): Promise<readonly string[]> {
  const names = await listSegments(logDir);
  for (let i = names.length - 1; i > 0; i--)
    if ((await firstSeq(logDir, names[i] as string)) <= seq) return names.slice(i);
  return names;
}

async function firstSeq(logDir: string, name: string): Promise<number> {
  for await (const batch of readSegment(logDir, name)) {
    const first = batch[0];
    if (first?.ended) return (JSON.parse(first.text) as LogEntry).seq;
  }
  return Number.POSITIVE_INFINITY;
}
