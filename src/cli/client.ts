import type { ExportRecord, IngestSummary, SetAside } from '../doc/index.ts';
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
  const said =
    (value as { error?: { message?: string } } | null)?.error?.message ?? `HTTP ${response.status}`;
  throw new StopError('holder', `the desk at ${holder.address} refused: ${said}`, 4);
}

/** Hands pages to the holder, one a request; it compares reports once, after the last. */
export async function ingestThrough(
  holder: Holder,
  inputs: readonly (() => Promise<Taken>)[],
  onProgress: Progress,
): Promise<IngestSummary> {
  const setAside: SetAside[] = [];
  const sums = { taken: 0, known: 0 };
  let last: IngestSummary | null = null;
  for (const [i, input] of inputs.entries()) {
    onProgress('read', i, inputs.length);
    const got = await input();
    if ('code' in got) {
      setAside.push(got);
      continue;
    }
    const more = i + 1 < inputs.length ? '&more=1' : '';
    const query = `name=${encodeURIComponent(got.capture.name)}${more}`;
    last = (await askHolder(holder, 'POST', `/api/v1/captures?${query}`, got.body)) as IngestSummary;
    sums.taken += last.taken;
    sums.known += last.known;
    setAside.push(...last.setAside);
  }
  const counts = (await askHolder(holder, 'GET', '/api/v1/counts')) as IngestSummary;
  return { ...counts, ...sums, setAside };
}

/** The holder's export. */
export async function exportThrough(holder: Holder): Promise<ExportRecord> {
  return (await askHolder(holder, 'GET', '/api/v1/export')) as ExportRecord;
}
