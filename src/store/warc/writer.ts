import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { FILE_MODE, storageError, syncDir, writeAll } from '../files.ts';
import { listWarcs, warcName } from './files.ts';
import { warcinfo } from './records.ts';

/** A file is closed and the next begun once it holds this much (ARCHITECTURE.md). */
export const WARC_BYTES = 1024 ** 3;

/** Appends gzip members to the evidence files. Nothing counts before `sync`. */
export class WarcWriter {
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

  /** Goes on behind the last file. */
  static async open(dir: string, limit: number = WARC_BYTES): Promise<WarcWriter> {
    const last = (await listWarcs(dir)).at(-1);
    const number = last ? Number(/\d+/.exec(last.name)?.[0]) : 1;
    return new WarcWriter(dir, limit, number, last?.size ?? 0);
  }

  /** Writes one member and says where it lies. `at` dates the `warcinfo` record where a file begins. */
  async append(member: Buffer, at: string): Promise<{ file: string; offset: number; length: number }> {
    if (this.#size >= this.#limit) await this.#nextFile();
    const file = warcName(this.#number);
    try {
      if (this.#size === 0) await this.#write(warcinfo(file, at));
      const offset = this.#size;
      await this.#write(member);
      return { file, offset, length: member.length };
    } catch (error) {
      throw storageError(error, 'write', join(this.#dir, file));
    }
  }

  async #write(bytes: Buffer): Promise<void> {
    if (!this.#handle) {
      const path = join(this.#dir, warcName(this.#number));
      this.#handle = await open(path, this.#size === 0 ? 'wx' : 'r+', FILE_MODE);
      if (this.#size === 0) await syncDir(this.#dir);
    }
    await writeAll(this.#handle, bytes, this.#size);
    this.#size += bytes.length;
  }

  async #nextFile(): Promise<void> {
    await this.sync();
    await this.close();
    this.#number += 1;
    this.#size = 0;
  }

  /** Makes all that was appended durable. */
  async sync(): Promise<void> {
    try {
      await this.#handle?.sync();
    } catch (error) {
      throw storageError(error, 'make durable', join(this.#dir, warcName(this.#number)));
    }
  }

  async close(): Promise<void> {
    const handle = this.#handle;
    this.#handle = null;
    await handle?.close();
  }
}
