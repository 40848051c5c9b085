import { contentType, fieldsOf } from './http-head.ts';

/** A page out of an MHTML archive (RFC 2557), as browsers save them. */
export interface MhtmlPage {
  readonly body: Buffer;
  readonly mediaType: string;
  readonly charset: string | null;
  /** `Content-Location` of the part, else the archive's `Snapshot-Content-Location`; `null` when neither is there. */
  readonly url: string | null;
  /** The archive's `Date` as an ISO instant; `null` when it has none. */
  readonly savedAt: string | null;
}

/** Parts looked through: a saved page brings some hundreds of images. */
const MAX_PARTS = 20_000;
const PAGE_TYPES: ReadonlySet<string> = new Set(['text/html', 'application/xhtml+xml', 'text/plain']);

/** Whether bytes open like an MHTML archive: MIME header fields, one of which says multipart/related. */
export function isMhtml(opening: string): boolean {
  return (
    /^(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,60}/.test(opening) &&
    /^content-type:\s*multipart\/related\b/im.test(opening)
  );
}

/** The page that an MHTML archive holds: the part named as its start, else the first that is a page. `null` without one. */
export function mhtmlPage(archive: Uint8Array): MhtmlPage | null {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const top = partAt(bytes, 0, bytes.length);
  const type = top.fields.get('content-type') ?? '';
  const boundary = parameter(type, 'boundary');
  if (boundary === null) return null;
  const parts = partsOf(bytes, top.bodyStart, boundary);
  const start = parameter(type, 'start');
  const pages = parts.filter((p) => PAGE_TYPES.has(contentType(p.fields.get('content-type')).type));
  const page = pages.find((p) => start !== null && p.fields.get('content-id') === start) ?? pages[0];
  if (!page) return null;
  const { type: mediaType, charset } = contentType(page.fields.get('content-type'));
  return {
    body: decoded(bytes.subarray(page.bodyStart, page.end), page.fields.get('content-transfer-encoding')),
    mediaType,
    charset,
    url: page.fields.get('content-location') ?? top.fields.get('snapshot-content-location') ?? null,
    savedAt: instant(top.fields.get('date')),
  };
}

interface Part {
  readonly fields: ReadonlyMap<string, string>;
  readonly bodyStart: number;
  readonly end: number;
}

function partAt(bytes: Buffer, start: number, end: number): Part {
  const part = bytes.subarray(start, end);
  const crlf = part.indexOf('\r\n\r\n');
  const lf = part.indexOf('\n\n');
  const cr = crlf >= 0 && (lf < 0 || crlf < lf);
  const at = cr ? crlf : lf;
  const head = at < 0 ? '' : part.toString('latin1', 0, at);
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return { fields: fieldsOf(lines), bodyStart: at < 0 ? end : start + at + (cr ? 4 : 2), end };
}

/** The parts between the boundary's lines; an archive that breaks off ends its last part. */
function partsOf(bytes: Buffer, from: number, boundary: string): Part[] {
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  const parts: Part[] = [];
  let open = bytes.indexOf(mark, from);
  while (open >= 0 && parts.length < MAX_PARTS) {
    const lineEnd = bytes.indexOf(10, open);
    if (lineEnd < 0 || bytes.toString('latin1', open + mark.length, open + mark.length + 2) === '--') break;
    const next = bytes.indexOf(mark, lineEnd);
    parts.push(partAt(bytes, lineEnd + 1, next < 0 ? bytes.length : withoutLineEnd(bytes, next)));
    open = next;
  }
  return parts;
}

/** The line end before a boundary belongs to the boundary. */
function withoutLineEnd(bytes: Buffer, at: number): number {
  if (bytes[at - 1] !== 10) return at;
  return bytes[at - 2] === 13 ? at - 2 : at - 1;
}

function parameter(field: string, name: string): string | null {
  const found = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(field);
  return found?.[1] ?? found?.[2] ?? null;
}

function instant(date: string | undefined): string | null {
  const time = Date.parse(date ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function decoded(body: Buffer, coding: string | undefined): Buffer {
  const how = (coding ?? '').trim().toLowerCase();
  if (how === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  return how === 'quoted-printable' ? quotedPrintable(body) : body;
}

/** RFC 2045 §6.7; an `=` that opens no code stands for itself. */
function quotedPrintable(body: Buffer): Buffer {
  const out = Buffer.allocUnsafe(body.length);
  let filled = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] as number;
    if (byte !== 0x3d) {
      out[filled++] = byte;
      continue;
    }
    const soft = body[i + 1] === 10 ? 1 : body[i + 1] === 13 && body[i + 2] === 10 ? 2 : 0;
    const code = soft > 0 ? Number.NaN : hex(body[i + 1]) * 16 + hex(body[i + 2]);
    if (soft > 0) i += soft;
    else if (Number.isNaN(code)) out[filled++] = byte;
    else {
      out[filled++] = code;
      i += 2;
    }
  }
  return out.subarray(0, filled);
}

function hex(byte: number | undefined): number {
  return byte === undefined ? Number.NaN : Number(`0x${String.fromCharCode(byte)}`);
}
