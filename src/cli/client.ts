import type { ApiError } from '../contract/index.ts';
import type { CapturedBytes, ExportRecord, IngestSummary, SetAside } from '../doc/index.ts';
import { type Input, type Progress, passedOverOf } from '../jobs/index.ts';
import { StopError } from '../lib/errors.ts';
import { captureMember, type Holder } from '../store/index.ts';

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
  inputs: readonly Input[],
  onProgress: Progress,
): Promise<IngestSummary> {
  const setAside: SetAside[] = [];
  const sums = { taken: 0, known: 0 };
  const passedOver = new Map<string, number>();
  for (const [i, input] of inputs.entries()) {
    onProgress('read', i, inputs.length);
    for await (const got of input()) {
      if ('what' in got) passedOver.set(got.what, (passedOver.get(got.what) ?? 0) + 1);
      const given = 'body' in got ? await hand(holder, got) : got;
      if ('what' in given) continue;
      if ('code' in given) setAside.push(given);
      else {
        sums.taken += given.taken;
        sums.known += given.known;
        setAside.push(...given.setAside);
      }
    }
  }
  onProgress('corroborate', 0, 1);
  const whole = (await askHolder(holder, 'POST', '/api/v1/comparisons', {})) as IngestSummary;
  const all = latest([...setAside, ...whole.setAside]);
  return { ...whole, ...sums, setAside: all, ...passedOverOf(passedOver) };
}

async function hand(holder: Holder, page: CapturedBytes): Promise<IngestSummary | SetAside> {
  const { name } = page.capture;
  const query = `name=${encodeURIComponent(fileName(page))}&more=1`;
  try {
    const answer = await askHolder(holder, 'POST', `/api/v1/captures?${query}`, handedBytes(page));
    return answer as IngestSummary;
  } catch (error) {
    if (!(error instanceof StopError) || ENDS_ALL.has(error.code)) throw error;
    return { input: name, code: error.code, message: `${name}: ${error.message}` };
  }
}

/** What a page is called on the way: one with an address tells that itself, in its record. */
function fileName({ capture }: CapturedBytes): string {
  return capture.url === null ? capture.name.replaceAll('/', '_') : `${capture.sha256.slice(0, 12)}.warc.gz`;
}

/** A page with an address goes as a WARC record, which tells address and time; any other as it was received. */
function handedBytes(page: CapturedBytes): Uint8Array {
  const { url, fetchedAt, received } = page.capture;
  if (received?.wrapping === 'feed-entry') return page.body; // an entry alone is no feed
  if (url === null || fetchedAt === null || received?.wrapping === 'mhtml') return page.received ?? page.body;
  return captureMember(page, new Date(fetchedAt)).member;
}

/** A page that could not be read is tried again with every request: it is told of once. */
function latest(setAside: readonly SetAside[]): readonly SetAside[] {
  return [...new Map(setAside.map((s) => [s.message, s])).values()];
}

/** The holder's export. */
export async function exportThrough(holder: Holder): Promise<ExportRecord> {
  return (await askHolder(holder, 'GET', '/api/v1/export')) as ExportRecord;
}
