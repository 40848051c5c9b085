/** Reads files of places record by record, so that a dump of any length takes the memory of its places only. */
import {
  closeSync,
  createReadStream,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { StopError } from '../../lib/errors.ts';
import { GEONAMES_LICENCE, geonamesRow, type PlaceCodes, type Placed } from './geonames.ts';
import { WOF_LICENCE, whosOnFirstRow } from './whosonfirst.ts';

/** A record of a file, what became of it, and where it stands. */
export interface PlaceRecord {
  readonly file: string;
  readonly line: number;
  readonly placed: Placed;
  /** Bytes of all files read so far. */
  readonly bytes: number;
}

/** What a path holds. */
export interface PlaceInput {
  readonly licence: string;
  readonly bytes: number;
  readonly records: (codes: PlaceCodes) => AsyncIterable<PlaceRecord>;
}

/** Longest JSON file that is read whole; a bundle longer than this has one record a line. */
const MAX_JSON = 256 * 1024 * 1024;

/** Opens a GeoNames dump, a Who's On First record, bundle or folder. Throws a StopError for anything else. */
export function openPlaces(path: string): PlaceInput {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new StopError('no-file', `${path} is not there: check the name`, 2);
  if (stat.isDirectory()) return folder(path);
  const start = beginning(path);
  if (start.startsWith('PK') || start.startsWith('\u001f'))
    throw new StopError('packed', `${path} is packed: unpack it, and give the file inside`, 2);
  if (!start.trimStart().startsWith('{'))
    return { licence: GEONAMES_LICENCE, bytes: stat.size, records: (codes) => dump(path, codes) };
  return { licence: WOF_LICENCE, bytes: stat.size, records: (codes) => geojson([path], codes) };
}

function folder(path: string): PlaceInput {
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' })
    // Files named "-alt-" hold other outlines of a place that has its own.
    .filter((f) => /\.(?:geo)?json$/.test(f) && !/-alt-[^/\\]*$/.test(f))
    .sort()
    .map((f) => join(path, f));
  if (files.length === 0)
    throw new StopError(
      'no-file',
      `${path} holds no .geojson file: give a folder of Who's On First records`,
      2,
    );
  const bytes = files.reduce((sum, f) => sum + statSync(f).size, 0);
  return { licence: WOF_LICENCE, bytes, records: (codes) => geojson(files, codes) };
}

const START_BYTES = 4096;

function beginning(path: string): string {
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(START_BYTES);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, START_BYTES, 0)).replace(/^\ufeff/, '');
  } finally {
    closeSync(file);
  }
}

async function* dump(path: string, codes: PlaceCodes): AsyncGenerator<PlaceRecord> {
  let line = 0;
  for await (const { text, bytes } of lines(path)) {
    line++;
    // Some dumps are handed on with notes at their head.
    if (text.trim() === '' || text.startsWith('#')) continue;
    yield { file: path, line, bytes, placed: geonamesRow(text, codes) };
  }
}

async function* lines(path: string): AsyncGenerator<{ readonly text: string; readonly bytes: number }> {
  const stream = createReadStream(path, { encoding: 'utf8' });
  for await (const text of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }))
    yield { text, bytes: stream.bytesRead };
}

async function* geojson(files: readonly string[], codes: PlaceCodes): AsyncGenerator<PlaceRecord> {
  let before = 0;
  for (const file of files) {
    const { size } = statSync(file);
    for await (const { line, value } of features(file, size))
      yield {
        file,
        line,
        bytes: before + size,
        placed: typeof value === 'string' ? value : whosOnFirstRow(value, codes),
      };
    before += size;
  }
}

interface Part {
  readonly line: number;
  /** A feature, or what is wrong with it. */
  readonly value: unknown;
}

/** The features of a file: one, a collection, or one a line. */
async function* features(file: string, size: number): AsyncGenerator<Part> {
  const text = size > MAX_JSON ? null : readFileSync(file, 'utf8');
  const whole = text === null ? undefined : parsed(text);
  if (whole === undefined) return yield* oneALine(file);
  const list = (whole as { features?: unknown } | null)?.features;
  if (!Array.isArray(list)) return yield { line: 1, value: whole };
  const starts = [...text!.matchAll(/"type"\s*:\s*"Feature"/g)].map((m) => m.index);
  let line = 1;
  let at = 0;
  for (const [i, value] of list.entries()) {
    for (; at < (starts[i] ?? at); at++) if (text!.charCodeAt(at) === NEWLINE) line++;
    yield { line, value };
  }
}
const NEWLINE = 10;

async function* oneALine(file: string): AsyncGenerator<Part> {
  let line = 0;
  for await (const { text } of lines(file)) {
    line++;
    if (text.trim() === '') continue;
    yield {
      line,
      value: parsed(text) ?? 'is no JSON: one record a file, a collection, or one record a line',
    };
  }
}

/** The JSON value, `undefined` when the text is none. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
