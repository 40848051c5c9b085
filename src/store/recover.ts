import { open, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { storageError, writeAll } from './files.ts';
import type { Layout } from './layout.ts';
import { Catalogue } from './log/catalogue.ts';
import { ChainReader } from './log/chain.ts';
import { damaged, type LogLine, listSegments, readSegment, segmentGap } from './log/segments.ts';
import { listWarcs } from './warc/files.ts';

/** A repair that is due: what an interrupted write left, none of it acknowledged. */
export interface Repair {
  readonly note: string;
  readonly run: () => Promise<void>;
}

/** What the log says, and the repairs due before it can be written on. */
export interface Inspection {
  readonly catalogue: Catalogue;
  readonly repairs: readonly Repair[];
}

/**
 * Reads the whole log and compares the evidence files with it; changes nothing. What an interrupted write leaves at the
 * very end becomes a repair; any other fault is damage: a StopError that names file and line.
 */
export async function inspect(at: Layout): Promise<Inspection> {
  const catalogue = new Catalogue();
  const repairs: Repair[] = [];
  const chain = new ChainReader();
  const names = await listSegments(at.log);
  const gap = segmentGap(names);
  if (gap) throw damaged('log', gap, at.root);
  for (const name of names)
    for await (const batch of readSegment(at.log, name))
      for (const line of batch) {
        const repair = line.ended ? null : unendedLine(at, line, name === names.at(-1));
        if (repair) repairs.push(repair.due);
        if (!repair?.cut) addLine(at, chain, catalogue, line);
      }
  return { catalogue, repairs: [...repairs, ...(await evidenceTails(at, catalogue))] };
}

function addLine(at: Layout, chain: ChainReader, to: Catalogue, line: LogLine): void {
  const { entry, fault } = chain.next(line.text);
  if (fault !== null) throw damaged(`log/${line.file}:${line.line}`, `the entry ${fault}`, at.root);
  to.add(entry);
}

/**
 * A last line without its end: cut off where an interrupted write left a part of an entry, ended where only the line
 * end is missing. Where the line end was overwritten, or the line is not the log's last, it is damage.
 */
function unendedLine(at: Layout, line: LogLine, last: boolean): { due: Repair; cut: boolean } {
  const where = `log/${line.file}:${line.line}`;
  const path = join(at.log, line.file);
  if (!last || isJson(line.text.slice(0, -1))) throw damaged(where, 'the line end was altered', at.root);
  if (!isJson(line.text)) {
    const note = `${where}: cut off an entry that was not wholly written; it had not been acknowledged`;
    return { cut: true, due: { note, run: () => truncate(path, line.offset) } };
  }
  const note = `${where}: the last entry was whole but for its line end, which was added`;
  const end = line.offset + Buffer.byteLength(line.text);
  const run = () => change(path, (handle) => writeAll(handle, Buffer.from('\n'), end));
  return { cut: false, due: { note, run } };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Evidence behind the last logged record may stand only in the last file; anything else is damage. */
async function evidenceTails(at: Layout, catalogue: Catalogue): Promise<readonly Repair[]> {
  const ends = catalogue.warcEnds();
  const files = await listWarcs(at.warc);
  const repairs: Repair[] = [];
  for (const [name, { end }] of ends) {
    const size = files.find((f) => f.name === name)?.size;
    if (size === undefined) throw damaged(`evidence/warc/${name}`, 'the file is missing', at.root);
    if (size < end)
      throw damaged(`evidence/warc/${name}`, `the file ends at byte ${size} of ${end}`, at.root);
  }
  for (const [i, { name, size }] of files.entries()) {
    const end = ends.get(name)?.end ?? 0;
    if (size === end) continue;
    if (i !== files.length - 1)
      throw damaged(
        `evidence/warc/${name}`,
        `${size - end} bytes stand behind the last logged record`,
        at.root,
      );
    repairs.push(cutTail(join(at.warc, name), end));
  }
  return repairs;
}

function cutTail(path: string, end: number): Repair {
  return {
    note: `evidence/warc/${basename(path)}: cut off bytes behind the last logged record (at ${end}); they had not been acknowledged`,
    run: () => (end === 0 ? remove(path) : truncate(path, end)),
  };
}

async function remove(path: string): Promise<void> {
  await rm(path).catch((error: unknown) => {
    throw storageError(error, 'remove', path);
  });
}

function truncate(path: string, length: number): Promise<void> {
  return change(path, (handle) => handle.truncate(length));
}

type Handle = Awaited<ReturnType<typeof open>>;

/** Changes a file in place and makes the change durable. */
async function change(path: string, how: (handle: Handle) => Promise<void>): Promise<void> {
  try {
    const handle = await open(path, 'r+');
    try {
      await how(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw storageError(error, 'repair', path);
  }
}
