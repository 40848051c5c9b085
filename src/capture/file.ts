import type { CapturedBytes, SetAside, Taken } from '../doc/index.ts';
import { captureBytes, MAX_BYTES, tooLarge } from './bytes.ts';
import { containerOf } from './container.ts';
import { entryPages } from './feed/index.ts';
import { refusedBySystem, setAsideFor } from './set-aside.ts';
import { type ByteSource, bytesSource, fileSource } from './source.ts';
import { waczPages } from './wacz/index.ts';
import { type Cut, warcRecords } from './warc/index.ts';
import { warcPages } from './warc/pages.ts';

/** Caps that a caller may lower. */
export interface CaptureOptions {
  /** Largest page taken, in bytes; an archive may be of any size. */
  readonly maxBytes?: number;
}

/** The pages of a file, one after the other: the file itself, or what an archive holds. Never throws: what fails is set aside. */
export async function* pagesOfFile(path: string, options: CaptureOptions = {}): AsyncGenerator<Taken> {
  let source: ByteSource | null = null;
  try {
    source = await fileSource(path);
    yield* pagesOf(source, path, options);
  } catch (error) {
    yield gone(error) ?? refusedBySystem(path, error);
  } finally {
    await source?.close().catch(() => undefined);
  }

  function gone(error: unknown): SetAside | null {
    const { code } = error as NodeJS.ErrnoException;
    const vanished = code === 'ENOENT' || code === 'ESTALE';
    return vanished ? setAsideFor(path, 'vanished', 'it is no longer there') : null;
  }
}

/** The records of a WARC file; damage stands among them as a fault. Throws what the system says when it cannot be read. */
export async function* recordsOfFile(path: string): AsyncGenerator<Cut> {
  const source = await fileSource(path);
  try {
    yield* warcRecords(source);
  } finally {
    await source.close();
  }
}

/** The pages of bytes that are at hand already; `name` names them. */
export async function* pagesOfBytes(
  body: Uint8Array,
  name: string,
  options: CaptureOptions = {},
): AsyncGenerator<Taken> {
  yield* pagesOf(bytesSource(body), name, options);
}

/** The file as one page: its first, where it is an archive of several. */
export async function captureFile(
  path: string,
  options: CaptureOptions = {},
): Promise<CapturedBytes | SetAside> {
  let first: SetAside | null = null;
  for await (const taken of pagesOfFile(path, options)) {
    if ('body' in taken) return taken;
    if ('code' in taken) first ??= taken;
  }
  return first ?? setAsideFor(path, 'empty', 'it holds no page');
}

async function* pagesOf(source: ByteSource, name: string, options: CaptureOptions): AsyncGenerator<Taken> {
  const container = await containerOf(source);
  if (container === 'warc') yield* warcPages(source, name);
  else if (container === 'wacz') yield* waczPages(source, name);
  else if (container === 'feed') yield* feedPages(source, name, options.maxBytes ?? MAX_BYTES);
  else yield await single(source, name, options.maxBytes ?? MAX_BYTES);
}

async function* feedPages(source: ByteSource, name: string, maxBytes: number): AsyncGenerator<Taken> {
  if (source.size > maxBytes) yield tooLarge(name, source.size, maxBytes);
  else yield* entryPages(await source.read(0, source.size), { name, url: null, fetchedAt: null });
}

async function single(source: ByteSource, name: string, maxBytes: number): Promise<CapturedBytes | SetAside> {
  const { size } = source;
  if (size > maxBytes) return tooLarge(name, size, maxBytes);
  const body = await source.read(0, size);
  if (body.length < size)
    return setAsideFor(name, 'vanished', `shrank from ${size} to ${body.length} bytes while being read`);
  return captureBytes(body, name, { maxBytes });
}
