import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { layPairs, PairTable } from './model-pairs.ts';
import { layRows, type RowList, RowTable } from './model-rows.ts';

/**
 * A model as it ships (`models/<lang>/<task>.model`): Brotli over a JSON line and the sections it lists. A section is a
 * list of rows (keys as sorted differences, values as zigzag varints) or raw bytes. The build expands it once to the form
 * in which all threads share it (`dist/data/models/…`), where every section starts on a multiple of 8.
 */
export interface ModelSections {
  /** What the model says of itself: classes, version, anything its reader needs. JSON. */
  readonly info: unknown;
  readonly rows: Readonly<Record<string, RowList>>;
  /** Rows of two small numbers, columns 1 and 2 (`PairTable`). */
  readonly pairs?: Readonly<Record<string, RowList>>;
  readonly bytes: Readonly<Record<string, Uint8Array>>;
}

/** A model in memory, read in place from a shared buffer. */
export interface Model {
  readonly info: unknown;
  readonly rows: Readonly<Record<string, RowTable>>;
  readonly pairs: Readonly<Record<string, PairTable>>;
  readonly bytes: Readonly<Record<string, Uint8Array>>;
}

interface Part {
  readonly name: string;
  readonly kind: 'rows' | 'pairs' | 'bytes';
  readonly length: number;
}

const ALIGN = 8;
const QUALITY = 11;
/** Brotli's largest standard window. */
const WINDOW_BITS = 24;

/** Packs a model for shipping. The same model gives the same bytes. */
export function packModel({ info, rows, pairs = {}, bytes }: ModelSections): Uint8Array {
  const bodies: [Part, Uint8Array][] = [
    ...Object.entries(rows).map(([name, list]): [Part, Uint8Array] => section(name, 'rows', packRows(list))),
    ...Object.entries(pairs).map(([name, list]): [Part, Uint8Array] =>
      section(name, 'pairs', packRows(list)),
    ),
    ...Object.entries(bytes).map(([name, body]): [Part, Uint8Array] => section(name, 'bytes', body)),
  ];
  const head = Buffer.from(`${JSON.stringify({ info, parts: bodies.map(([part]) => part) })}\n`);
  return brotliCompressSync(Buffer.concat([head, ...bodies.map(([, body]) => body)]), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: WINDOW_BITS,
    },
  });
}

const section = (name: string, kind: Part['kind'], body: Uint8Array): [Part, Uint8Array] => [
  { name, kind, length: body.length },
  body,
];

const bytesOf = (data: Int32Array<ArrayBuffer>): Uint8Array => new Uint8Array(data.buffer);

/** How the sections of each kind lie in memory. */
const LAID: Readonly<Record<Part['kind'], (raw: Uint8Array) => Uint8Array>> = {
  rows: (raw) => bytesOf(layRows(unpackRows(raw))),
  pairs: (raw) => bytesOf(layPairs(unpackRows(raw))),
  bytes: (raw) => raw,
};

/** Expands a shipped model to its form in memory. Throws on a damaged file. */
export function expandModel(shipped: Uint8Array): Uint8Array {
  const { head, body, at } = opened(brotliDecompressSync(shipped));
  const { info, parts } = head;
  let from = at;
  const laid = parts.map((part): [Part, Uint8Array] => {
    const raw = body.subarray(from, from + part.length);
    from += part.length;
    return section(part.name, part.kind, LAID[part.kind](raw));
  });
  const json = Buffer.from(`${JSON.stringify({ info, parts: laid.map(([part]) => part) })}\n`);
  const pieces: Uint8Array[] = [padded(json)];
  for (const [, bytes] of laid) pieces.push(padded(bytes));
  return Buffer.concat(pieces);
}

/** Reads an expanded model in place. */
export function modelFrom(buffer: ArrayBufferLike): Model {
  const all = new Uint8Array(buffer);
  const { head, at } = opened(all);
  const rows: Record<string, RowTable> = {};
  const pairs: Record<string, PairTable> = {};
  const bytes: Record<string, Uint8Array> = {};
  let from = aligned(at);
  for (const { name, kind, length } of head.parts) {
    if (kind === 'rows') rows[name] = new RowTable(new Int32Array(buffer, from, length / 4));
    else if (kind === 'pairs') pairs[name] = new PairTable(new Int32Array(buffer, from, length / 4));
    else bytes[name] = all.subarray(from, from + length);
    from = aligned(from + length);
  }
  return { info: head.info, rows, pairs, bytes };
}

const aligned = (n: number): number => Math.ceil(n / ALIGN) * ALIGN;

function padded(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(aligned(bytes.length));
  out.set(bytes);
  return out;
}

const NEWLINE = 10;
function opened(body: Uint8Array): { head: { info: unknown; parts: Part[] }; body: Uint8Array; at: number } {
  const end = body.indexOf(NEWLINE);
  // A decoder takes no view of shared memory: the line is copied first.
  const head = JSON.parse(new TextDecoder().decode(body.slice(0, end).slice()));
  return { head, body, at: end + 1 };
}

/** Number of keys, then for each its difference from the last, its count, and its columns and values. */
function packRows({ keys, counts, columns, values }: RowList): Uint8Array {
  const keyBytes = new Varints();
  const counted = new Varints();
  const columned = new Varints();
  const valued = new Varints();
  let last = 0;
  for (const key of keys) {
    keyBytes.push((key >>> 0) - last);
    last = key >>> 0;
  }
  for (const count of counts) counted.push(count);
  for (const column of columns) columned.push(column);
  for (const value of values) valued.push(value >= 0 ? value * 2 : -value * 2 - 1);
  const head = new Varints();
  head.push(keys.length);
  head.push(columns.length);
  return Buffer.concat([head, keyBytes, counted, columned, valued].map((v) => v.bytes()));
}

function unpackRows(raw: Uint8Array): RowList {
  let at = 0;
  const next = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = raw[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  const n = next();
  const entries = next();
  const keys = new Int32Array(n);
  let key = 0;
  for (let i = 0; i < n; i++) {
    key += next();
    keys[i] = key | 0;
  }
  const counts = Uint8Array.from({ length: n }, next);
  const columns = Uint8Array.from({ length: entries }, next);
  const values = Int32Array.from({ length: entries }, () => {
    const z = next();
    return z % 2 === 0 ? z / 2 : -(z + 1) / 2;
  });
  return { keys, counts, columns, values };
}

/** Unsigned integers below 2^53, seven bits a byte, low first. */
class Varints {
  readonly #out: number[] = [];
  push(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#out.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.#out.push(rest);
  }
  bytes(): Uint8Array {
    return Uint8Array.from(this.#out);
  }
}
