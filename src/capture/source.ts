import { open } from 'node:fs/promises';

/** Bytes that can be read at any place: a file, bytes at hand, or a stretch of either. */
export interface ByteSource {
  readonly size: number;
  /** The bytes from `offset` on; fewer than `length` only where the source ends. */
  read(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** A file, read through one handle: a file replaced meanwhile is read as one of the two, never mixed. */
export async function fileSource(path: string): Promise<ByteSource> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    return {
      size,
      close: () => handle.close(),
      read: async (offset, length) => {
        const bytes = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
        let done = 0;
        while (done < bytes.length) {
          const { bytesRead } = await handle.read(bytes, done, bytes.length - done, offset + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return bytes.subarray(0, done);
      },
    };
  } catch (error) {
    await handle.close().catch(() => undefined);
    throw error;
  }
}

/** Bytes at hand. */
export function bytesSource(body: Uint8Array): ByteSource {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    close: async () => undefined,
  };
}

/** A stretch of another source, which it does not close. */
export function sliceSource(of: ByteSource, start: number, size: number): ByteSource {
  return {
    size: Math.max(0, Math.min(size, of.size - start)),
    read(offset, length) {
      return of.read(start + offset, Math.max(0, Math.min(length, this.size - offset)));
    },
    close: async () => undefined,
  };
}

/** How much is read at a time where a source is gone through from front to back. */
const STEP_BYTES = 1024 * 1024;

/** The source from `start` on, piece by piece. */
export async function* piecesOf(source: ByteSource, start = 0): AsyncGenerator<Buffer> {
  for (let at = start; at < source.size; ) {
    const piece = await source.read(at, STEP_BYTES);
    if (piece.length === 0) return;
    yield piece;
    at += piece.length;
  }
}
