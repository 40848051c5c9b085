import type { Kysely, Transaction } from 'kysely';
import { type Anchor, docId, FILLER, type LogEntry, type ReadingBody } from '../../doc/index.ts';
import { readReading } from '../derived.ts';
import type { Catalogue } from '../log/catalogue.ts';
import type { Committed } from '../recorder.ts';
import { removeFromCorpus } from './apply-corpus.ts';
import { insertReading, removeDoc } from './apply-reading.ts';
import { fromJsonb, plain, toJsonb } from './json.ts';
import { appliedHead, setMeta } from './meta.ts';
import type { Tables } from './schema.ts';

/** What applying entries needs besides the database. */
export interface ApplyContext {
  readonly catalogue: Catalogue;
  readonly derived: string;
  readonly onNote: (message: string) => void;
}

/** Brings entries into the index, in one transaction with the number of the last one; those it holds already are passed over. */
export async function applyGroup(
  db: Kysely<Tables>,
  group: readonly Committed[],
  context: ApplyContext,
): Promise<void> {
  const last = group.at(-1)?.entry;
  if (!last) return;
  await db.transaction().execute(async (tx) => {
    const { seq } = await appliedHead(tx);
    for (const committed of group) if (committed.entry.seq > seq) await applyEntry(tx, committed, context);
    if (last.seq <= seq) return;
    await setMeta(tx, 'applied_seq', String(last.seq));
    await setMeta(tx, 'applied_hash', last.hash);
  });
}

async function applyEntry(
  tx: Transaction<Tables>,
  committed: Committed,
  context: ApplyContext,
): Promise<void> {
  const { entry } = committed;
  const { body } = entry;
  if (body.type === 'capture') await applyCapture(tx, entry.seq, body);
  else if (body.type === 'reading') await applyReading(tx, committed, body, context);
  else if (body.type === 'decision') await applyDecision(tx, entry, context.catalogue);
  else if (body.type === 'incident') await applyKey(tx, entry.seq, body);
  else await applyWithdrawal(tx, body);
}

type Body<T extends LogEntry['body']['type']> = Extract<LogEntry['body'], { type: T }>;

async function applyCapture(tx: Transaction<Tables>, seq: number, body: Body<'capture'>): Promise<void> {
  const row = {
    sha256: body.sha256,
    seq,
    doc: docId(body.sha256),
    name: plain(body.name),
    url: plain(body.finalUrl ?? body.url),
    fetched_at: body.fetchedAt,
    withdrawn: null,
    record: toJsonb(body),
  };
  await tx
    .insertInto('captures')
    .values(row)
    .onConflict((c) => c.doNothing())
    .execute();
}

/** A reading that was followed by another, or by a withdrawal, is passed over; one without its file is read again. */
async function applyReading(
  tx: Transaction<Tables>,
  { entry, reading }: Committed,
  body: ReadingBody,
  { catalogue, derived, onNote }: ApplyContext,
): Promise<void> {
  if (catalogue.readings.get(body.sha256)?.seq !== entry.seq) return;
  const found = reading ?? (await readReading(derived, body));
  await removeDoc(tx, body.doc);
  const capture = catalogue.captures.get(body.sha256);
  if (found && capture) return insertReading(tx, found, capture.seq, body.digest);
  catalogue.readings.delete(body.sha256);
  onNote(
    `the derived file of ${capture?.body.name ?? body.doc} is missing or damaged: the page will be read again`,
  );
}

async function applyDecision(tx: Transaction<Tables>, entry: LogEntry, catalogue: Catalogue): Promise<void> {
  const body = entry.body as Body<'decision'>;
  const gone = catalogue.withdrawals.has(body.anchor.capture);
  const shown = gone ? { ...entry, body: { ...body, anchor: blanked(body.anchor) } } : entry;
  const { anchor, action, coder } = body;
  const row = {
    seq: entry.seq,
    capture: anchor.capture,
    facet: plain(anchor.facet),
    action: plain(action),
    coder: plain(coder),
  };
  await tx
    .insertInto('decisions')
    .values({ ...row, record: toJsonb(shown) })
    .onConflict((c) => c.doNothing())
    .execute();
}

async function applyKey(tx: Transaction<Tables>, seq: number, body: Body<'incident'>): Promise<void> {
  const rest = { seq, redirect: body.redirect, reports: toJsonb(body.reports) };
  await tx
    .insertInto('incident_keys')
    .values({ key: body.key, ...rest })
    .onConflict((c) => c.column('key').doUpdateSet(rest))
    .execute();
}

async function applyWithdrawal(tx: Transaction<Tables>, body: Body<'withdrawal'>): Promise<void> {
  const doc = docId(body.sha256);
  await tx
    .updateTable('captures')
    .set({ withdrawn: plain(body.reason) })
    .where('sha256', '=', body.sha256)
    .execute();
  await removeFromCorpus(tx, doc);
  await removeDoc(tx, doc);
  const rows = await tx
    .selectFrom('decisions')
    .select(['seq', 'record'])
    .where('capture', '=', body.sha256)
    .execute();
  for (const { seq, record } of rows) {
    const entry = fromJsonb<LogEntry & { body: Body<'decision'> }>(record);
    const shown = { ...entry, body: { ...entry.body, anchor: blanked(entry.body.anchor) } };
    await tx
      .updateTable('decisions')
      .set({ record: toJsonb(shown) })
      .where('seq', '=', seq)
      .execute();
  }
}

/** A withdrawn page's words are shown nowhere, not even in the decisions on them. */
function blanked(anchor: Anchor): Anchor {
  const blank = (text: string): string => FILLER.repeat(text.length);
  return {
    ...anchor,
    exact: blank(anchor.exact),
    prefix: blank(anchor.prefix),
    suffix: blank(anchor.suffix),
  };
}
