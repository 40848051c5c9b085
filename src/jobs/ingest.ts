import type { Capture, CapturedBytes, IngestSummary, PassedOver, SetAside, Taken } from '../doc/index.ts';
import { SkipError } from '../lib/errors.ts';
import type { Workspace } from '../store/index.ts';
import type { Pool } from './pool.ts';

/** Versions of the corpus stages; raised whenever their output changes, so that incidents are worked out anew. */
const CORPUS_BY = 'dedupe@1 corroborate@1';

/** Called as work goes on; `total` grows while inputs are still being found. */
export type Progress = (step: 'capture' | 'read' | 'corroborate', done: number, total: number) => void;

export interface IngestOptions {
  /** `read@1`, `annotate@1` …: what a capture must have been read by to count as read. */
  readonly stages: readonly string[];
  readonly onProgress?: Progress;
  /** When families and incidents are worked out: if readings or stages changed (the default), whatever happened, or not now. */
  readonly corroborate?: 'changed' | 'always' | 'later';
}

/** An input: a file, an archive or an address, which gives pages one after the other. */
export type Input = () => AsyncIterable<Taken>;

/**
 * Keeps every input as evidence, reads all captures that no current reading exists for (those a killed run left too),
 * and works out families and incidents anew. One bad input never stops the rest: it is set aside with its reason.
 */
export async function ingest(
  workspace: Workspace,
  pool: Pool,
  inputs: readonly Input[],
  options: IngestOptions,
): Promise<IngestSummary> {
  const kept = await keepAll(workspace, inputs, options.onProgress);
  const failed = await readAll(workspace, pool, options);
  const when = options.corroborate ?? 'changed';
  if (when === 'always' || (when === 'changed' && !(await workspace.corpusIsCurrent(CORPUS_BY))))
    await corroborateAll(workspace, pool, options.onProgress);
  const counts = await workspace.counts();
  return {
    taken: kept.taken,
    known: kept.known,
    setAside: [...kept.setAside, ...failed],
    ...passedOverOf(kept.passedOver),
    pages: counts.pages,
    articles: counts.articles,
    claims: counts.claims,
    reports: counts.reports,
    incidents: counts.incidents,
  };
}

/** The field of a summary that says what was passed over; nothing when nothing was. */
export function passedOverOf(counts: ReadonlyMap<string, number>): Pick<IngestSummary, 'passedOver'> {
  return counts.size === 0 ? {} : { passedOver: Object.fromEntries([...counts].sort()) };
}

/** What keeping the inputs came to. */
interface Kept {
  taken: number;
  known: number;
  readonly setAside: SetAside[];
  readonly passedOver: Map<string, number>;
}

/** Pages handed to the recorder at a time, and their bytes: one fsync serves them all. */
const GROUP_PAGES = 32;
const GROUP_BYTES = 32 * 1024 * 1024;

async function keepAll(workspace: Workspace, inputs: readonly Input[], onProgress?: Progress): Promise<Kept> {
  const out: Kept = { taken: 0, known: 0, setAside: [], passedOver: new Map() };
  let group: CapturedBytes[] = [];
  const flush = async (): Promise<void> => {
    const pages = group;
    group = [];
    await Promise.all(pages.map((page) => keep(workspace, page, out)));
  };
  for (const [i, input] of inputs.entries()) {
    onProgress?.('capture', i, inputs.length);
    for await (const got of input()) {
      if ('body' in got) group.push(got);
      else note(out, got);
      if (group.length >= GROUP_PAGES || bytesOf(group) >= GROUP_BYTES) await flush();
    }
  }
  await flush();
  onProgress?.('capture', inputs.length, inputs.length);
  return out;
}

function bytesOf(group: readonly CapturedBytes[]): number {
  return group.reduce((sum, { body, received }) => sum + body.length + (received?.length ?? 0), 0);
}

function note(out: Pick<Kept, 'setAside' | 'passedOver'>, got: SetAside | PassedOver): void {
  if ('code' in got) out.setAside.push(got);
  else out.passedOver.set(got.what, (out.passedOver.get(got.what) ?? 0) + 1);
}

async function keep(workspace: Workspace, got: CapturedBytes, out: Kept): Promise<void> {
  try {
    const { known } = await workspace.recordCapture(got);
    if (known) out.known++;
    else out.taken++;
  } catch (error) {
    if (!(error instanceof SkipError)) throw error;
    out.setAside.push({ input: got.capture.name, code: error.code, message: error.message });
  }
}

/** Reads what is unread, as many at once as there are threads. Returns what could not be read. */
async function readAll(workspace: Workspace, pool: Pool, options: IngestOptions): Promise<SetAside[]> {
  const unread = await workspace.unread(options.stages);
  const failed: SetAside[] = [];
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let capture = unread[next++]; capture; capture = unread[next++]) {
      const fault = await readOne(workspace, pool, capture);
      if (fault) failed.push(fault);
      options.onProgress?.('read', ++done, unread.length);
    }
  };
  await Promise.all(Array.from({ length: pool.threads }, lane));
  return failed;
}

async function readOne(workspace: Workspace, pool: Pool, capture: Capture): Promise<SetAside | null> {
  const body = await workspace.body(capture.sha256);
  if (body === null) return null;
  let reading: Awaited<ReturnType<Pool['read']>>;
  try {
    reading = await pool.read({ capture, body });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `${capture.name}: kept as evidence, but could not be read (${why}); it is tried again at the next ingest`;
    return { input: capture.name, code: 'unreadable', message };
  }
  await workspace.recordReading(reading);
  return null;
}

/** Families, incidents, roots and contradictions over the whole record. */
export async function corroborateAll(workspace: Workspace, pool: Pool, onProgress?: Progress): Promise<void> {
  onProgress?.('corroborate', 0, 1);
  const [articles, claims, reports, keys] = await Promise.all([
    workspace.articles(),
    workspace.claims(),
    workspace.reports(),
    workspace.incidentKeys(),
  ]);
  const out = await pool.corpus({ articles, claims, reports, keys });
  await workspace.replaceFamilies(out.families, out.passages);
  await workspace.replaceIncidents(out.incidents, out.minted);
  await workspace.markCorpus(CORPUS_BY);
  onProgress?.('corroborate', 1, 1);
}
