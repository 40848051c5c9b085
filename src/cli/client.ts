import type { ApiError } from '../contract/index.ts';
import type { CapturedBytes, ExportRecord, IngestSummary, SetAside } from '../doc/index.ts';
import type { Progress, Taken } from '../jobs/index.ts';
import { StopError } from '../lib/errors.ts';
import type { Holder } from '../store/index.ts';

/** Asks the process that holds the workspace. Throws a StopError with the holder's own words when it refuses. */
export async function askHolder(
  holder: Holder,
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
): Promise<unknown> {
  const json = body !== undefined && !(body instanceof Uint8Array);
  const response = await fetch(`${holder.address}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${holder.token}`,
      ...(json ? { 'content-type': 'application/json' } : {}),
      ...(body instanceof Uint8Array ? { 'content-type': 'application/octet-stream' } : {}),
    },
    ...(body === undefined ? {} : { body: json ? JSON.stringify(body) : (body as Uint8Array<ArrayBuffer>) }),
  }).catch((error: unknown) => {
    throw new StopError(
      'holder',
      `process ${holder.pid} holds the workspace but does not answer at ${holder.address}: ${error}`,
      4,
    );
  });
  const value: unknown = await response.json().catch(() => null);
  if (response.ok) return value;
  throw refusal(holder, response.status, value);
}

/** The desk's own refusal; `code` is the one it gave. */
function refusal(holder: Holder, status: number, value: unknown): StopError {
  const { code = `http-${status}`, message = `HTTP ${status}` } =
    (value as Partial<ApiError> | null)?.error ?? {};
  return new StopError(code, `the desk at ${holder.address} refused: ${message}`, 4);
}

/** Refusals that the next file would meet too: of the caller, not of the file; and what only a full stop can mend. */
const ENDS_ALL: ReadonlySet<string> = new Set([
  'bad-host',
  'closed',
  'cross-origin',
  'damaged',
  'derived',
  'holder',
  'index',
  'not-local',
  'storage',
  'token',
]);

/** Hands pages to the holder, one a request; what it refuses is set aside. It compares reports once, after the last. */
export async function ingestThrough(
  holder: Holder,
  inputs: readonly (() => Promise<Taken>)[],
  onProgress: Progress,
): Promise<IngestSummary> {
  const setAside: SetAside[] = [];
  const sums = { taken: 0, known: 0 };
  for (const [i, input] of inputs.entries()) {
    onProgress('read', i, inputs.length);
    const got = await input();
    const given = 'code' in got ? got : await hand(holder, got);
    if ('code' in given) {
      setAside.push(given);
      continue;
    }
    sums.taken += given.taken;
    sums.known += given.known;
    setAside.push(...given.setAside);
  }
  onProgress('corroborate', 0, 1);
  const whole = (await askHolder(holder, 'POST', '/api/v1/comparisons', {})) as IngestSummary;
  return { ...whole, ...sums, setAside: latest([...setAside, ...whole.setAside]) };
}

async function hand(holder: Holder, { capture, body }: CapturedBytes): Promise<IngestSummary | SetAside> {
  const query = `name=${encodeURIComponent(capture.name)}&more=1`;
  try {
    return (await askHolder(holder, 'POST', `/api/v1/captures?${query}`, body)) as IngestSummary;
  } catch (error) {
    if (!(error instanceof StopError) || ENDS_ALL.has(error.code)) throw error;
    return { input: capture.name, code: error.code, message: `${capture.name}: ${error.message}` };
  }
}

/** A page that could not be read is tried again with every request: it is told of once. */
function latest(setAside: readonly SetAside[]): readonly SetAside[] {
  return [...new Map(setAside.map((s) => [s.message, s])).values()];
}

/** The holder's export. */
export async function exportThrough(holder: Holder): Promise<ExportRecord> {
  return (await askHolder(holder, 'GET', '/api/v1/export')) as ExportRecord;
}
