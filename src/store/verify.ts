import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaptureBody } from '../doc/index.ts';
import { StopError } from '../lib/errors.ts';
import { layout } from './layout.ts';
import { liveHolder } from './lock.ts';
import { Catalogue, type Logged } from './log/catalogue.ts';
import { ChainReader } from './log/chain.ts';
import { type LogLine, listSegments, readSegment, segmentGap } from './log/segments.ts';
import type { Fault, Verification } from './types.ts';
import { listWarcs } from './warc/files.ts';
import { readMember, unpackMember } from './warc/read.ts';
import { tombstone, warcinfo } from './warc/records.ts';

export interface VerifyOptions {
  /** Called with how many of the log's captures were checked. */
  readonly onProgress?: (done: number, total: number) => void;
  /** Hash of an entry noted down earlier: it is a fault when the log does not hold it any more. */
  readonly knownHead?: string;
}

/**
 * Checks the workspace from evidence and log alone: every entry against its hash and the chain, every capture's bytes
 * against its digest, every byte of the evidence files against the log. Changes nothing and needs no lock; what a live
 * recorder is just writing behind the last entry is no fault.
 */
export async function verifyWorkspace(dir: string, options: VerifyOptions = {}): Promise<Verification> {
  const at = layout(dir);
  if (!(await stat(at.log).catch(() => null)))
    throw new StopError(
      'no-workspace',
      `${dir} is not a workspace (it has no folder "log"): name the folder that "sayso ingest" filled`,
      2,
    );
  const live = (await liveHolder(at.lock)) !== null;
  const faults: Fault[] = [];
  const files = await listWarcs(at.warc); // before the log: what is written meanwhile lies behind
  const { catalogue, known } = await checkLog(at.log, live, options.knownHead, faults);
  await checkEvidence(at.warc, catalogue, options, faults);
  checkCoverage(catalogue, files, live, faults);
  if (options.knownHead !== undefined && !known)
    faults.push({
      where: 'log',
      what: `no entry has the hash ${options.knownHead}: the log was cut or rewritten`,
    });
  const head = catalogue.head.seq === 0 ? null : catalogue.head.hash;
  const withdrawn = [...catalogue.withdrawals.keys()];
  return { entries: catalogue.head.seq, captures: catalogue.captures.size, withdrawn, faults, head };
}

async function checkLog(logDir: string, live: boolean, knownHead: string | undefined, faults: Fault[]) {
  const catalogue = new Catalogue();
  const chain = new ChainReader();
  let known = false;
  const names = await listSegments(logDir);
  const gap = segmentGap(names);
  if (gap) faults.push({ where: 'log', what: gap });
  for (const name of names)
    for await (const batch of readSegment(logDir, name))
      for (const line of batch) {
        if (!line.ended && unended(line, live && name === names.at(-1), faults)) continue;
        const { entry, fault } = chain.next(line.text);
        if (fault !== null)
          faults.push({ where: `log/${name}:${line.line}`, what: `entry ${chain.head.seq} ${fault}` });
        else catalogue.add(entry);
        known ||= chain.head.hash === knownHead;
      }
  catalogue.head = chain.head;
  return { catalogue, known };
}

/** Whether a line without its end is to be passed over: a live recorder is writing it. */
function unended(line: LogLine, live: boolean, faults: Fault[]): boolean {
  if (!live) {
    const what =
      'the line has no end: an interrupted write (the next command that opens the workspace cuts it off), or it was altered';
    faults.push({ where: `log/${line.file}:${line.line}`, what });
  }
  return true;
}

async function checkEvidence(
  dir: string,
  of: Catalogue,
  options: VerifyOptions,
  faults: Fault[],
): Promise<void> {
  let done = 0;
  for (const logged of of.captures.values()) {
    const fault = await captureFault(dir, of, logged).catch((error: Error) => error.message);
    if (fault) faults.push({ where: whereOf(logged), what: fault });
    options.onProgress?.(++done, of.captures.size);
  }
  for (const [file, { at }] of of.warcEnds()) {
    const first = warcinfo(file, at);
    const found = await readMember(join(dir, file), 0, first.length).catch(() => null);
    if (!found?.equals(first))
      faults.push({
        where: `evidence/warc/${file}`,
        what: 'the warcinfo record at its beginning was altered',
      });
  }
}

function whereOf({ seq, body }: Logged<CaptureBody>): string {
  return `entry ${seq} (${body.name}), evidence/warc/${body.warc.file} at byte ${body.warc.offset}`;
}

async function captureFault(
  dir: string,
  of: Catalogue,
  { body }: Logged<CaptureBody>,
): Promise<string | null> {
  const member = await readMember(join(dir, body.warc.file), body.warc.offset, body.warc.length);
  const withdrawal = of.withdrawals.get(body.sha256);
  if (!withdrawal) return (await unpackMember(member, body)).fault;
  if (member.equals(tombstone(body, withdrawal.at))) return null;
  const still = (await unpackMember(member, body)).fault === null;
  return still
    ? 'it was withdrawn, but its bytes are still there'
    : 'the tombstone of this withdrawn capture was altered';
}

/** Every byte of an evidence file belongs to its warcinfo record or to a logged capture. */
function checkCoverage(
  of: Catalogue,
  files: readonly { name: string; size: number }[],
  live: boolean,
  faults: Fault[],
) {
  const ends = of.warcEnds();
  for (const [i, { name, size }] of files.entries()) {
    const end = ends.get(name)?.end ?? 0;
    if (size <= end || (live && i === files.length - 1)) continue;
    faults.push({
      where: `evidence/warc/${name}`,
      what: `${size - end} bytes stand behind the last logged record`,
    });
  }
}
