// Records captures one after the other and in small bursts, and names each once it is acknowledged, until it is ended.
// Arguments: the compiled store, the workspace, the seed, bytes of each capture, how many.
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';

const [store, dir, seed, size = '300', most = '100000'] = process.argv.slice(2);
const { openWorkspace } = await import(store);
const sha256 = (data) => createHash('sha256').update(data).digest('hex');

/** Bytes that do not compress, the same for the same seed and number. */
function bytesOf(n) {
  const parts = [];
  for (let i = 0; i * 32 < Number(size); i++)
    parts.push(createHash('sha256').update(`${seed}/${n}/${i}`).digest());
  return Buffer.concat(parts);
}

/** A reading that found nothing. */
function emptyReading(capture) {
  const id = `d-${capture.sha256.slice(0, 16)}`;
  const page = { id, capture, text: '', map: [], language: null, segments: [], articles: [], notes: [] };
  return { page, layers: {}, claims: [], reports: [], stages: ['read@1'] };
}

async function record(w, n) {
  const body = bytesOf(n);
  const digest = sha256(body);
  const loose = { charset: null, url: null, finalUrl: null, fetchedAt: null, warcRecordId: null };
  const capture = {
    kind: 'capture',
    sha256: digest,
    bytes: body.length,
    mediaType: 'text/plain',
    name: `${n}.txt`,
    ...loose,
  };
  const { known } = await w.recordCapture({ capture, body });
  writeSync(1, `${known ? 'known' : 'kept'} ${digest}\n`);
  await w.recordReading(emptyReading(capture));
  writeSync(1, `read ${digest}\n`);
}

try {
  const w = await openWorkspace(dir, {
    role: 'ingest',
    now: () => new Date(),
    onNote: (n) => writeSync(1, `note ${n}\n`),
  });
  writeSync(1, 'open\n');
  for (let n = 0; n < Number(most); n += 4) await Promise.all([0, 1, 2, 3].map((k) => record(w, n + k)));
  await w.close();
} catch (error) {
  writeSync(1, `failed ${error.name} ${error.code} ${error.exitCode} ${error.message}\n`);
  process.exit(error.exitCode ?? 1);
}
