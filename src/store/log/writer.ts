import { type FileHandle, open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_MODE, storageError, syncDir, writeAll } from '../files.ts';
import { listSegments, SEGMENT_BYTES, segmentName } from './segments.ts';

/** Appends lines to the log's segments. */
export class LogWriter {
  readonly #dir: string;
  readonly #limit: number;
  #number: number;
  #size: number;
  #handle: FileHandle | null = null;

  private constructor(dir: string, limit: number, number: number, size: number) {
    this.#dir = dir;
    this.#limit = limit;
    this.#number = number;
    this.#size = size;
  }

  /** Goes on behind the last segment. */
  static async open(dir: string, limit: number = SEGMENT_BYTES): Promise<LogWriter> {
    const names = await listSegments(dir);
    const last = names.at(-1);
    const size = last ? (await stat(join(dir, last))).size : 0;
    return new LogWriter(dir, limit, Math.max(1, names.length), size);
  }

  /** Writes a group of whole lines and makes it durable with one fsync. */
  async append(lines: string): Promise<void> {
    const bytes = Buffer.from(lines);
    try {
      if (this.#size > 0 && this.#size + bytes.length > this.#limit) await this.#nextSegment();
      const handle = await this.#open();
      await writeAll(handle, bytes, this.#size);
      await handle.sync();
      this.#size += bytes.length;
    } catch (error) {
      throw storageError(error, 'write', this.#path());
    }
  }

  #path(): string {
    return join(this.#dir, segmentName(this.#number));
  }

  async #open(): Promise<FileHandle> {
    if (this.#handle) return this.#handle;
    const known = (await listSegments(this.#dir)).includes(segmentName(this.#number));
    this.#handle = await open(this.#path(), known ? 'r+' : 'wx', FILE_MODE);
    if (!known) await syncDir(this.#dir);
    return this.#handle;
  }

  async #nextSegment(): Promise<void> {
    await this.close();
    this.#number += 1;
    this.#size = 0;
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close();
  }
}
