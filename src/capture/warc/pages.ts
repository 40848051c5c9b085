import type { SetAside, Taken } from '../../doc/index.ts';
import { contentType, httpHead, httpPayload } from '../../lib/received/index.ts';
import { captureBytes } from '../bytes.ts';
import { pageOfResponse } from '../http.ts';
import { setAsideFor } from '../set-aside.ts';
import type { ByteSource } from '../source.ts';
import { hasDigest } from './digest.ts';
import { type WarcOptions, warcRecords } from './index.ts';
import { targetOf, type WarcFault, type WarcRecord } from './record.ts';

/** Record types that say something of a page and are none. */
const BESIDE: ReadonlySet<string> = new Set(['warcinfo', 'request', 'metadata', 'conversion']);

/** The pages of a WARC file, one a response record; damaged records are set aside one by one. `name` is the file's. */
export async function* warcPages(
  source: ByteSource,
  name: string,
  options: WarcOptions = {},
): AsyncGenerator<Taken> {
  const seen = new Set<string>();
  for await (const cut of warcRecords(source, options))
    yield* 'fault' in cut ? [faulty(cut.fault, name)] : ofRecord(cut.record, name, seen);
}

function faulty({ code, offset, what, fields }: WarcFault, name: string): SetAside {
  const target = targetOf(fields);
  return setAsideFor(`${name} at byte ${offset}${target ? ` (${target})` : ''}`, code, what);
}

/** `seen` holds the digests of payloads met so far in the file, for revisits that lead back to them. */
function* ofRecord(record: WarcRecord, name: string, seen: Set<string>): Generator<Taken> {
  const { fields, offset, damage } = record;
  const type = fields.get('warc-type')?.toLowerCase() ?? '';
  const target = targetOf(fields);
  const where = `${name} at byte ${offset}${target ? ` (${target})` : ''}`;
  const wrong = damage === null ? wrongDigest(record) : null;
  if (wrong) yield setAsideFor(where, 'wrong-digest', wrong);
  else if (fields.has('warc-segment-number'))
    yield setAsideFor(where, 'unsupported', 'a record in segments: write it as one');
  else if (type === 'revisit') yield revisited(record, where, seen);
  else if (type === 'response' || type === 'resource') {
    seen.add(fields.get('warc-payload-digest') ?? '');
    yield* type === 'response' ? ofResponse(record, where) : ofResource(record, where);
  } else if (!BESIDE.has(type)) yield setAsideFor(where, 'damaged', `a record of unknown type "${type}"`);
  if (damage !== null) yield setAsideFor(where, 'cut-short', damage);
}

function* ofResponse({ fields, block }: WarcRecord, where: string): Generator<Taken> {
  const target = targetOf(fields) ?? '';
  if (!/^https?:/i.test(target)) yield { kind: 'passed-over', what: 'answers that are not HTTP' };
  else {
    const fetchedAt = instantOf(fields);
    yield* pageOfResponse({ message: block, url: target, finalUrl: target, fetchedAt }, where);
  }
}

/** A resource record holds the page itself. */
function* ofResource({ fields, block }: WarcRecord, where: string): Generator<Taken> {
  const target = targetOf(fields) ?? '';
  const { type } = contentType(fields.get('content-type'));
  const url = /^https?:/i.test(target) ? target : null;
  if (!/^text\/(?:html|plain)$|xhtml|octet-stream|^$/.test(type))
    yield { kind: 'passed-over', what: 'resources that are no pages' };
  else {
    const page = captureBytes(block, url ?? fileName(target));
    if ('code' in page) yield { ...page, input: where };
    else {
      const mediaType = /html/.test(type) ? type : page.capture.mediaType;
      const capture = {
        ...page.capture,
        mediaType,
        url,
        finalUrl: url,
        fetchedAt: url ? instantOf(fields) : null,
      };
      yield { ...page, capture: url ? { ...capture, name: url } : capture };
    }
  }
}

/** The page was met before, unchanged: its body is in the record that this one refers to. */
function revisited({ fields }: WarcRecord, where: string, seen: ReadonlySet<string>): Taken {
  const digest = fields.get('warc-payload-digest');
  if (digest && seen.has(digest)) return { kind: 'passed-over', what: 'revisits of pages in the same file' };
  const refers = fields.get('warc-refers-to-target-uri') ?? 'its address';
  const date = fields.get('warc-refers-to-date') ?? 'an earlier time';
  return setAsideFor(where, 'revisit', `the body is with ${refers} of ${date}`);
}

/** The digest that is not that of the bytes, in words; `null` when all hold or none is stated. */
function wrongDigest({ fields, block }: WarcRecord): string | null {
  if (hasDigest(fields.get('warc-block-digest'), [block]) === false) return 'WARC-Block-Digest';
  const stated = fields.get('warc-payload-digest');
  if (stated === undefined || fields.get('warc-type')?.toLowerCase() === 'revisit') return null;
  return hasDigest(stated, payloads(block)) === false ? 'WARC-Payload-Digest' : null;
}

/** What writers take for the payload: the body as sent, without transfer coding, or without content coding as well. */
function* payloads(block: Buffer): Generator<Uint8Array> {
  const head = httpHead(block);
  if (head?.status == null) {
    yield block;
    return;
  }
  yield block.subarray(head.bodyStart);
  const coded = new Map([...head.fields].filter(([name]) => name !== 'content-encoding'));
  for (const fields of [coded, head.fields]) {
    const payload = httpPayload(block, { ...head, fields });
    if ('body' in payload) yield payload.body;
  }
  yield block;
}

function instantOf(fields: ReadonlyMap<string, string>): string | null {
  const time = Date.parse(fields.get('warc-date') ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** The name of a loose file that a record was made of: `file:name` is how Sayso itself writes it. */
function fileName(target: string): string {
  const last =
    target
      .replace(/^file:/i, '')
      .split('/')
      .at(-1) ?? '';
  try {
    return decodeURIComponent(last) || 'page';
  } catch {
    return last;
  }
}
