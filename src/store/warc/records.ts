import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { WARCRecord, WARCSerializer } from 'warcio';
import type { CaptureBody, CapturedBytes } from '../../doc/index.ts';
import { sha256 } from '../../lib/hash.ts';
import { storedLength, storedMember } from './gzip.ts';

const deflate = promisify(gzip);
const WARC_FIELDS = 'application/warc-fields';

/** A WARC record made from headers and block, with warcio; not compressed. */
async function serialize(type: 'warcinfo' | 'resource' | 'metadata', headers: Headers, block: Uint8Array) {
  const { date, ...rest } = headers;
  const digest = `sha256:${sha256(block)}`;
  const warcHeaders = { ...rest, 'WARC-Payload-Digest': digest, 'WARC-Block-Digest': digest };
  if (type === 'warcinfo') delete (warcHeaders as Record<string, string>)['WARC-Payload-Digest'];
  const record = WARCRecord.create({ type, date, warcVersion: 'WARC/1.1', warcHeaders }, [block]);
  return await WARCSerializer.serialize(record, { gzip: false });
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
export async function warcinfo(file: string, at: string): Promise<Buffer> {
  const fields = 'software: Sayso\r\nformat: WARC File Format 1.1\r\n';
  const headers = {
    date: at,
    'WARC-Record-ID': recordId('warcinfo', file, at),
    'WARC-Filename': file,
    'Content-Type': WARC_FIELDS,
  };
  return storedMember(await serialize('warcinfo', headers, Buffer.from(fields)));
}

/** A capture's gzip member and its record id; its date is the instant of the fetch, else `now`, that of the recording. */
export async function resource(captured: CapturedBytes, now: Date): Promise<{ id: string; member: Buffer }> {
  const { capture, body } = captured;
  const fetched = new Date(capture.fetchedAt ?? now);
  const date = (Number.isNaN(fetched.getTime()) ? now : fetched).toISOString();
  const uri = targetUri(capture);
  const id = recordId('resource', capture.sha256, uri, date);
  const type = /^[\x21-\x7e][\x20-\x7e]*$/.test(capture.mediaType)
    ? capture.mediaType
    : 'application/octet-stream';
  const headers = { date, 'WARC-Target-URI': uri, 'WARC-Record-ID': id, 'Content-Type': type };
  const record = await serialize('resource', headers, body);
  const packed = await deflate(record);
  // A tombstone must fit in its place later, should the capture be withdrawn: a tiny record is padded.
  const least = storedLength((await tombstoneRecord(uri, id, date)).length);
  if (packed.length >= least) return { id, member: packed };
  return { id, member: storedMember(record, Math.max(least, storedLength(record.length))) };
}

/** What stands in a withdrawn capture's place: exactly as long, so that no offset in the chained log changes. */
export async function tombstone(body: CaptureBody, at: string): Promise<Buffer> {
  const record = await tombstoneRecord(targetUri(body), body.warcRecordId, at);
  return storedMember(record, body.warc.length);
}

function tombstoneRecord(uri: string, id: string, at: string): Promise<Uint8Array> {
  const headers = {
    date: at,
    'WARC-Target-URI': uri,
    'WARC-Record-ID': recordId('tombstone', id),
    'WARC-Refers-To': id,
    'Content-Type': WARC_FIELDS,
  };
  return serialize('metadata', headers, Buffer.from('withdrawn: yes\r\n'));
}
