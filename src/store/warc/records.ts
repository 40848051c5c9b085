import { gzipSync } from 'node:zlib';
import type { Capture, CaptureBody, CapturedBytes, Received } from '../../doc/index.ts';
import { sha256 } from '../../lib/hash.ts';
import { storedLength, storedMember } from './gzip.ts';

const WARC_FIELDS = 'application/warc-fields';

type RecordType = 'warcinfo' | 'resource' | 'response' | 'request' | 'metadata';
/** Records whose block is the payload itself: one digest is that of both. */
const BARE: ReadonlySet<RecordType> = new Set(['resource', 'metadata']);

/** A WARC 1.1 record made from headers and block; not compressed. The same input gives the same bytes everywhere. */
function serialize(type: RecordType, { date, ...headers }: Headers, block: Uint8Array): Buffer {
  const digest = `sha256:${sha256(block)}`;
  const fields = {
    ...headers,
    ...(BARE.has(type) ? { 'WARC-Payload-Digest': digest } : {}),
    'WARC-Block-Digest': digest,
    'WARC-Date': date,
    'WARC-Type': type,
    'Content-Length': String(block.length),
  };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${head.join('')}\r\n`), block, Buffer.from('\r\n\r\n')]);
}

interface Headers {
  readonly date: string;
  readonly 'WARC-Record-ID': string;
  readonly 'Content-Type': string;
  readonly [name: string]: string;
}

/** A record id that follows from what the record is: UUID version 8 (RFC 9562 §5.8) over a SHA-256. */
export function recordId(...parts: readonly string[]): string {
  const h = sha256(JSON.stringify(parts));
  const variant = ((Number.parseInt(h[16] as string, 16) & 3) | 8).toString(16);
  const uuid = [
    h.slice(0, 8),
    h.slice(8, 12),
    `8${h.slice(13, 16)}`,
    variant + h.slice(17, 20),
    h.slice(20, 32),
  ];
  return `<urn:uuid:${uuid.join('-')}>`;
}

/** `WARC-Target-URI`: the final URL, or `file:` and the name of a loose file without its folder. */
export function targetUri(c: { name: string; url: string | null; finalUrl: string | null }): string {
  const url = c.finalUrl ?? c.url;
  if (url !== null && URL.canParse(url)) return new URL(url).href;
  const name = (url ?? c.name.replace(/^.*[/\\]/su, '')).replace(/[\ud800-\udfff]/gu, '\ufffd');
  return (url === null ? 'file:' : '') + encodeURIComponent(name);
}

/** The first record of a file. It follows wholly from the file's name and the instant of the first entry in it. */
export function warcinfo(file: string, at: string): Buffer {
  const fields = 'software: Sayso\r\nformat: WARC File Format 1.1\r\n';
  const headers = {
    date: at,
    'WARC-Record-ID': recordId('warcinfo', file, at),
    'WARC-Filename': file,
    'Content-Type': WARC_FIELDS,
  };
  return storedMember(serialize('warcinfo', headers, Buffer.from(fields)));
}

/**
 * A capture's record, packed, and its id: a `response` with the `request` that led to it behind it (a gzip member each),
 * or a `resource` where no HTTP was seen. Its date is the instant of the fetch, else `now`, that of the recording.
 */
export function captureMember(captured: CapturedBytes, now: Date): { id: string; member: Buffer } {
  const { capture, request } = captured;
  const fetched = new Date(capture.fetchedAt ?? now);
  const date = (Number.isNaN(fetched.getTime()) ? now : fetched).toISOString();
  const uri = targetUri(capture);
  const type = capture.received?.wrapping === 'http' ? 'response' : 'resource';
  const id = recordId(type, capture.received?.sha256 ?? capture.sha256, uri, date);
  const record = serialize(type, headersOf(capture, { date, uri, id }), captured.received ?? captured.body);
  const member = packed(record, storedLength(tombstoneRecord(uri, id, date).length));
  if (!request || type !== 'response') return { id, member };
  const headers = {
    ...headersOf(capture, { date, uri, id: recordId('request', id) }),
    'Content-Type': 'application/http; msgtype=request',
    'WARC-Concurrent-To': id,
  };
  return { id, member: Buffer.concat([member, gzipSync(serialize('request', headers, request))]) };
}

function headersOf(capture: Capture, { date, uri, id }: { date: string; uri: string; id: string }): Headers {
  const wrapped = capture.received && WRAPPED_TYPE[capture.received.wrapping];
  const plain = /^[\x21-\x7e][\x20-\x7e]*$/.test(capture.mediaType)
    ? capture.mediaType
    : 'application/octet-stream';
  return { date, 'WARC-Target-URI': uri, 'WARC-Record-ID': id, 'Content-Type': wrapped ?? plain };
}

const WRAPPED_TYPE: Readonly<Record<Received['wrapping'], string>> = {
  http: 'application/http; msgtype=response',
  mhtml: 'multipart/related',
  'feed-entry': 'application/xml',
};

/** A member of at least the length given: a tombstone must fit in its place later, should the capture be withdrawn. */
function packed(record: Buffer, least: number): Buffer {
  const member = gzipSync(record); // at once, so that captures handed in together are logged in just that order
  return member.length >= least ? member : storedMember(record, Math.max(least, storedLength(record.length)));
}

/** What stands in a withdrawn capture's place: exactly as long, so that no offset in the chained log changes. */
export function tombstone(body: CaptureBody, at: string): Buffer {
  return storedMember(tombstoneRecord(targetUri(body), body.warcRecordId, at), body.warc.length);
}

function tombstoneRecord(uri: string, id: string, at: string): Buffer {
  const headers = {
    date: at,
    'WARC-Target-URI': uri,
    'WARC-Record-ID': recordId('tombstone', id),
    'WARC-Refers-To': id,
    'Content-Type': WARC_FIELDS,
  };
  return serialize('metadata', headers, Buffer.from('withdrawn: yes\r\n'));
}
