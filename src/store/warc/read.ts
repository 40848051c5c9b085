import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { CaptureBody, Received } from '../../doc/index.ts';
import { sha256 } from '../../lib/hash.ts';
import { unwrap } from '../../lib/received/index.ts';
import { storageError } from '../files.ts';

const inflate = promisify(gunzip);
const HEADER_END = '\r\n\r\n';

/** The bytes of a record's gzip member; shorter than asked when the file ends before. */
export async function readMember(path: string, offset: number, length: number): Promise<Buffer> {
  try {
    const handle = await open(path, 'r');
    try {
      const bytes = Buffer.alloc(length);
      let done = 0;
      while (done < length) {
        const { bytesRead } = await handle.read(bytes, done, length - done, offset + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return bytes.subarray(0, done);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw storageError(error, 'read', path);
  }
}

type Unpacked =
  | { readonly bytes: Buffer; readonly block: Buffer; readonly fault: null }
  | { readonly bytes: null; readonly block: null; readonly fault: string };

/** A capture's bytes out of its member, with the block they lie in; or the fault in words. */
export async function unpackMember(member: Buffer, body: CaptureBody): Promise<Unpacked> {
  const fail = (fault: string) => ({ bytes: null, block: null, fault });
  if (member.length < body.warc.length) return fail('the file ends inside the record');
  if (body.warc.digest !== undefined && sha256(member) !== body.warc.digest)
    return fail('the record was altered: its digest is not the one logged');
  const record = await inflate(member).catch(() => null);
  if (!record) return fail('the record cannot be unpacked');
  const at = record.indexOf(HEADER_END);
  const headers = at < 0 ? '' : record.subarray(0, at).toString('utf8');
  if (!headers.includes(`WARC-Record-ID: ${body.warcRecordId}`)) return fail('another record lies there');
  const { received } = body;
  const start = at + HEADER_END.length;
  const block = record.subarray(start, start + (received ?? body).bytes);
  if (received && sha256(block) !== received.sha256)
    return fail('the bytes as received do not match their digest');
  const bytes = received ? unwrapped(block, received.wrapping) : block;
  if (bytes?.length !== body.bytes || sha256(bytes) !== body.sha256)
    return fail('the bytes do not match the digest of the capture');
  return { bytes, block, fault: null };
}

function unwrapped(block: Buffer, wrapping: Received['wrapping']): Buffer | null {
  const page = unwrap(block, wrapping);
  return 'body' in page ? page.body : null;
}
