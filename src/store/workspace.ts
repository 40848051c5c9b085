import { join } from 'node:path';
import type {
  Anchor,
  Capture,
  CaptureBody,
  CapturedBytes,
  Claim,
  Family,
  Incident,
  IncidentKey,
  LogBody,
  LogEntry,
  Passage,
  Reading,
  Report,
} from '../doc/index.ts';
import { LogBody as LogBodySchema } from '../doc/index.ts';
import { SkipError, StopError } from '../lib/errors.ts';
import { sha256 } from '../lib/hash.ts';
import { httpHead } from '../lib/received/index.ts';
import { checkReading } from './check-reading.ts';
import { corpusName, hasReading, stagesKey, writeCorpus, writeReading } from './derived.ts';
import type { IndexStore } from './index-store.ts';
import type { Layout } from './layout.ts';
import type { Lock } from './lock.ts';
import { type Catalogue, captureOf } from './log/catalogue.ts';
import { RecordReader } from './reader.ts';
import type { Recorder } from './recorder.ts';
import { putFamilies, putIncidents } from './sql/apply-corpus.ts';
import { getMeta, setMeta } from './sql/meta.ts';
import * as queries from './sql/queries.ts';
import type { DecisionInput, IncidentQuery, Workspace } from './types.ts';
import { readMember, unpackMember } from './warc/read.ts';
import { captureMember } from './warc/records.ts';
import { finishWithdrawal, markWithdrawal } from './withdraw.ts';

/** The parts that an open workspace is made of. */
export interface Parts {
  readonly at: Layout;
  readonly lock: Lock;
  readonly catalogue: Catalogue;
  readonly recorder: Recorder;
  readonly index: IndexStore;
  readonly now: () => Date;
  readonly onNote: (message: string) => void;
}

/** The open workspace: writes through the recorder, reads through the index. */
export class OpenWorkspace implements Workspace {
  readonly dir: string;
  readonly #parts: Parts;
  readonly #reader: RecordReader;
  readonly #arriving = new Map<string, Promise<unknown>>();
  #closing: Promise<void> | null = null;
  #looked: Promise<void> | null = null;

  constructor(parts: Parts) {
    this.dir = parts.at.root;
    this.#parts = parts;
    this.#reader = new RecordReader(parts.index, parts.at.derived);
  }

  /** Things done with one capture go one after the other, so that nothing is written twice. */
  async #inTurn<T>(digest: string, run: () => Promise<T>): Promise<T> {
    this.#mustBeOpen();
    const before = this.#arriving.get(digest) ?? Promise.resolve();
    const mine = before.catch(() => undefined).then(run);
    this.#arriving.set(digest, mine);
    try {
      return await mine;
    } finally {
      if (this.#arriving.get(digest) === mine) this.#arriving.delete(digest);
    }
  }

  #mustBeOpen(): void {
    if (this.#closing) throw new StopError('closed', `the workspace ${this.dir} is closed`, 5);
  }

  async recordCapture(captured: CapturedBytes): Promise<{ capture: Capture; known: boolean }> {
    const { capture, body } = captured;
    const digest = sha256(body);
    if (digest !== capture.sha256 || body.length !== capture.bytes || !isAsReceived(captured))
      throw new StopError('evidence', `${capture.name}: its digest or length is not that of its bytes`, 4);
    return this.#inTurn(digest, async () => {
      const { catalogue, recorder, now } = this.#parts;
      if (catalogue.withdrawals.has(digest)) throw withdrawn(capture.name, digest);
      const known = catalogue.captures.get(digest);
      if (known) return { capture: captureOf(known.body), known: true };
      const { id, member } = captureMember(captured, now());
      const bodyAt = (warc: CaptureBody['warc']): CaptureBody => captureBody(capture, id, warc);
      const { entry, indexed } = await recorder.append({ member, bodyAt });
      await indexed;
      return { capture: captureOf(entry.body as CaptureBody), known: false };
    });
  }

  async recordReading(reading: Reading): Promise<void> {
    checkReading(reading);
    const digest = reading.page.capture.sha256;
    await this.#inTurn(digest, async () => {
      const { catalogue, recorder, at } = this.#parts;
      if (catalogue.withdrawals.has(digest)) throw withdrawn(reading.page.capture.name, digest);
      if (!catalogue.captures.has(digest))
        throw new StopError('evidence', `${reading.page.id}: its capture was not recorded`, 4);
      const output = await writeReading(at.derived, reading);
      const known = catalogue.readings.get(digest)?.body;
      if (known?.digest === output && stagesKey(known.stages) === stagesKey(reading.stages)) return;
      const { indexed } = await recorder.append({ body: readingBody(reading, output), reading });
      await indexed;
    });
  }

  async recordDecision(decision: DecisionInput): Promise<LogEntry> {
    this.#mustBeOpen();
    const { anchor, action, value, coder, reason } = decision;
    if (!this.#parts.catalogue.captures.has(anchor.capture)) throw unknown(anchor.capture);
    return this.#log({
      type: 'decision',
      anchor: plainAnchor(anchor),
      action,
      value: value ?? null,
      coder,
      reason,
    });
  }

  async withdraw(digest: string, reason: string, coder: string): Promise<void> {
    await this.#inTurn(digest, async () => {
      const { catalogue } = this.#parts;
      if (!catalogue.captures.has(digest)) throw unknown(digest);
      await markWithdrawal(this.#parts.at, digest);
      if (!catalogue.withdrawals.has(digest))
        await this.#log({ type: 'withdrawal', sha256: digest, reason, coder });
      await finishWithdrawal(this.#parts);
    });
  }

  /** Logs a body that was checked against its schema, and waits until the index has it. */
  async #log(body: LogBody): Promise<LogEntry> {
    const checked = LogBodySchema.safeParse(body);
    if (!checked.success) {
      const issue = checked.error.issues[0];
      throw new StopError('bad-entry', `${body.type}: ${issue?.path.join('.')}: ${issue?.message}`, 2);
    }
    const { entry, indexed } = await this.#parts.recorder.append({ body });
    await indexed;
    return entry;
  }

  async unread(stages: readonly string[]): Promise<readonly Capture[]> {
    this.#looked ??= this.#forgetLost();
    await this.#looked;
    const { captures, readings, withdrawals } = this.#parts.catalogue;
    const key = stagesKey(stages);
    const read = (digest: string): boolean => stagesKey(readings.get(digest)?.body.stages ?? []) === key;
    return [...captures.values()]
      .filter(({ body }) => !withdrawals.has(body.sha256) && !read(body.sha256))
      .map(({ body }) => captureOf(body));
  }

  /**
   * Forgets readings whose derived file is gone, so that their pages are read again. Looks once for each opening: a file
   * look-up per page is nothing beside an opening, but much beside each of a thousand pages handed in one by one.
   */
  async #forgetLost(): Promise<void> {
    const { catalogue, at, onNote } = this.#parts;
    let lost = 0;
    for (const [digest, { body }] of [...catalogue.readings]) {
      if (await hasReading(at.derived, body)) continue;
      catalogue.readings.delete(digest);
      lost++;
    }
    if (lost > 0) onNote(`pages whose derived files are gone, so they are read again: ${lost}`);
  }

  async body(digest: string): Promise<Uint8Array | null> {
    const { catalogue, at } = this.#parts;
    if (catalogue.withdrawals.has(digest)) return null;
    const known = catalogue.captures.get(digest)?.body;
    if (!known) throw unknown(digest);
    const { file, offset, length } = known.warc;
    const { bytes, fault } = await unpackMember(await readMember(join(at.warc, file), offset, length), known);
    if (bytes) return bytes;
    const where = `evidence/warc/${file} at byte ${offset} (${known.name})`;
    throw new StopError(
      'damaged',
      `${where}: ${fault}. Run "sayso verify ${this.dir}" and restore the file.`,
      4,
    );
  }

  async validators(url: string): Promise<{ etag: string | null; lastModified: string | null } | null> {
    const { catalogue, at } = this.#parts;
    const body = catalogue.latestOf(url);
    if (body?.received?.wrapping !== 'http' || catalogue.withdrawals.has(body.sha256)) return null;
    const { file, offset, length } = body.warc;
    const { block } = await unpackMember(await readMember(join(at.warc, file), offset, length), body);
    const fields = block ? httpHead(block)?.fields : undefined;
    const etag = fields?.get('etag') ?? null;
    const lastModified = fields?.get('last-modified') ?? null;
    return etag === null && lastModified === null ? null : { etag, lastModified };
  }

  async replaceFamilies(families: readonly Family[], passages: readonly Passage[]): Promise<void> {
    this.#mustBeOpen();
    const name = await writeCorpus(this.#parts.at.corpus, 'families', { families, passages });
    await this.#parts.index.query((db) => putFamilies(db, { families, passages }, name));
  }

  async replaceIncidents(incidents: readonly Incident[], minted: readonly IncidentKey[]): Promise<void> {
    this.#mustBeOpen();
    const { catalogue, at, index } = this.#parts;
    const bodies = minted.map((m) => ({ type: 'incident' as const, ...keyOf(m) }));
    await Promise.all(bodies.filter((b) => !catalogue.holdsKey(b)).map((b) => this.#log(b)));
    const name = await writeCorpus(at.corpus, 'incidents', { incidents });
    await index.query((db) => putIncidents(db, incidents, name));
  }

  async corpusIsCurrent(by: string): Promise<boolean> {
    const { index, at } = this.#parts;
    const basis = await index.query((db) => getMeta(db, 'corpus_basis'));
    const names = await Promise.all([corpusName(at.corpus, 'families'), corpusName(at.corpus, 'incidents')]);
    return basis === this.#corpusBasis(by) && !names.includes(null);
  }

  async markCorpus(by: string): Promise<void> {
    const basis = this.#corpusBasis(by);
    await this.#parts.index.query((db) => setMeta(db, 'corpus_basis', basis));
  }

  #corpusBasis(by: string): string {
    return `${by} ${this.#parts.catalogue.basis()}`;
  }

  articles = () => this.#reader.articles();
  whole = () => this.#reader.whole();
  page = (doc: string) => this.#reader.page(doc);
  claims = () => this.#parts.index.query((db) => queries.inOrder<Claim>(db, 'claims'));
  reports = () => this.#parts.index.query((db) => queries.inOrder<Report>(db, 'reports'));
  counts = () => this.#parts.index.query(queries.counts);
  decisions = () => this.#parts.index.query(queries.decisions);
  captures = () => this.#parts.index.query(queries.captures);
  incidentKeys = () => this.#parts.index.query(queries.incidentKeys);
  incident = (key: string) => this.#parts.index.query((db) => queries.incidentView(db, key));
  findIncidents = (query: IncidentQuery) => this.#parts.index.query((db) => queries.findIncidents(db, query));
  rebuild = (onProgress?: (done: number, total: number) => void) => this.#parts.index.rebuild(onProgress);
  announce = (address: string, token: string) => this.#parts.lock.announce(address, token);

  /** Waits for what was handed in, then lets go of files, index and lock. A second call waits for the first. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const { recorder, index, lock } = this.#parts;
    await Promise.allSettled(this.#arriving.values());
    try {
      await recorder.close();
      await index.close();
    } finally {
      await lock.release();
    }
  }
}

function captureBody(capture: Capture, warcRecordId: string, warc: CaptureBody['warc']): CaptureBody {
  const { sha256, bytes, mediaType, name, url, finalUrl, fetchedAt, received, statedCharset } = capture;
  const stated = statedCharset === undefined ? {} : { statedCharset };
  const wrapped = received === undefined ? {} : { received: { ...received } };
  const plain = { sha256, bytes, mediaType, name, url, finalUrl, fetchedAt };
  return { type: 'capture', ...plain, ...stated, ...wrapped, warcRecordId, warc };
}

/** Whether the bytes as received are there, and are those that the capture speaks of, where it speaks of any. */
function isAsReceived({ capture, received }: CapturedBytes): boolean {
  if (!capture.received) return received === undefined;
  const { sha256: digest, bytes } = capture.received;
  return received !== undefined && received.length === bytes && sha256(received) === digest;
}

function readingBody(reading: Reading, digest: string): LogBody {
  const { page, stages, claims, reports } = reading;
  const counts = { articles: page.articles.length, claims: claims.length, reports: reports.length };
  return {
    type: 'reading',
    sha256: page.capture.sha256,
    doc: page.id,
    stages: [...stages],
    ...counts,
    digest,
  };
}

function plainAnchor({ capture, exact, prefix, suffix, facet }: Anchor): Anchor {
  return { capture, exact, prefix, suffix, facet };
}

function keyOf({ key, reports, redirect }: IncidentKey) {
  return { key, reports: [...reports], redirect };
}

function withdrawn(name: string, digest: string): SkipError {
  return new SkipError(
    'withdrawn',
    `${name}: these bytes (${digest.slice(0, 12)}…) were withdrawn from this workspace`,
  );
}

function unknown(digest: string): SkipError {
  return new SkipError(
    'unknown-capture',
    `this workspace holds no capture ${digest}: see "sayso export" for its captures`,
  );
}
