import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, gzipSync } from 'node:zlib';
import type { CapturedBytes, SetAside, Taken } from '../../doc/index.ts';

/** A record's block and fields, as a test gives them. */
export interface Made {
  readonly type?: string;
  readonly url?: string;
  readonly block: Uint8Array | string;
  readonly version?: string;
  readonly fields?: Readonly<Record<string, string>>;
}

let made = 0;

/** A WARC record; fields given replace those it would have. */
export function record({ type = 'response', url, block, version = 'WARC/1.1', fields = {} }: Made): Buffer {
  const bytes = Buffer.from(block as string);
  const all: Record<string, string> = {
    'WARC-Type': type,
    'WARC-Record-ID': `<urn:uuid:00000000-0000-4000-8000-${String(++made).padStart(12, '0')}>`,
    'WARC-Date': '2031-05-06T07:08:09Z',
    ...(url ? { 'WARC-Target-URI': url } : {}),
    'Content-Type': type === 'response' ? 'application/http; msgtype=response' : 'text/html',
    'Content-Length': String(bytes.length),
    ...fields,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${version}\r\n${head.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** An HTTP response with one page in it. */
export function response(body: Uint8Array | string, fields: Readonly<Record<string, string>> = {}, status = 200): Buffer {
  const all = { 'Content-Type': 'text/html; charset=utf-8', ...fields };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Fine\r\n${head.join('')}\r\n`), Buffer.from(body as string)]);
}

/** A page whose text names it. */
export function html(name: string): string {
  return `<!doctype html><title>${name}</title><p>The mayor of ${name} said the bridge is open.`;
}

/** Response records of pages named, one gzip member each. */
export function members(...names: readonly string[]): Buffer[] {
  return names.map((name) =>
    gzipSync(record({ url: `https://news.example/${name}`, block: response(html(name)) })),
  );
}

export function sha1Base32(bytes: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...createHash('sha1').update(bytes).digest()].map((b) => b.toString(2).padStart(8, '0')).join('');
  return `sha1:${(bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('')}`;
}

/** A ZIP archive of stored entries. */
export function zip(entries: Readonly<Record<string, Uint8Array>>): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, bytes] of Object.entries(entries)) {
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc32(bytes), 0);
    sizes.writeUInt32LE(bytes.length, 4);
    sizes.writeUInt32LE(bytes.length, 8);
    const common = Buffer.concat([Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0, 0]), sizes]);
    const lengths = Buffer.from([name.length, 0, 0, 0]);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, lengths, Buffer.from(name), bytes]);
    const at = Buffer.alloc(14);
    at.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0', 'latin1'), common, lengths, at, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

/** A folder for the files of one test file. */
export function folder(): { file: (bytes: Uint8Array | string, name?: string) => string; remove: () => void } {
  const dir = mkdtempSync(join(tmpdir(), 'sayso-capture-'));
  let n = 0;
  return {
    file: (bytes, name = `f${n++}`) => {
      writeFileSync(join(dir, name), bytes);
      return join(dir, name);
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** What an input gave, sorted by what it is. */
export interface Sorted {
  readonly pages: readonly CapturedBytes[];
  readonly aside: readonly SetAside[];
  readonly passedOver: readonly string[];
}

export async function sorted(taken: AsyncIterable<Taken>): Promise<Sorted> {
  const out = { pages: [] as CapturedBytes[], aside: [] as SetAside[], passedOver: [] as string[] };
  for await (const t of taken)
    if ('body' in t) out.pages.push(t);
    else if ('code' in t) out.aside.push(t);
    else out.passedOver.push(t.what);
  return out;
}

/** The last part of each page's URL. */
export function namesOf({ pages }: Sorted): readonly string[] {
  return pages.map((p) => p.capture.url?.split('/').at(-1) ?? p.capture.name);
}
