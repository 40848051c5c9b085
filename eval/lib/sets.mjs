import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The folder of the sets, and what is read from it. */
export class Sets {
  #root;

  /** @param {string} root the folder that SAYSO_SETS names */
  constructor(root) {
    this.#root = root;
  }

  path(relative) {
    return join(this.#root, relative);
  }

  text(relative) {
    const bytes = readFileSync(this.path(relative));
    return (relative.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  }

  json(relative) {
    return JSON.parse(this.text(relative));
  }

  rows(relative) {
    const lines = this.text(relative).split('\n');
    return lines.filter((line) => line.trim() !== '').map((line) => JSON.parse(line));
  }

  /** Texts of a folder's .txt files by name, sorted. */
  texts(relative) {
    const names = readdirSync(this.path(relative)).filter((name) => name.endsWith('.txt'));
    return Object.fromEntries(names.sort().map((name) => [name, this.text(join(relative, name))]));
  }

  /** Which of the files and folders are not there. */
  missing(relatives) {
    return relatives.filter((relative) => !existsSync(this.path(relative)));
  }

  /** Hex SHA-256 over names and bytes of the files, and of all files directly in the folders, in the order given. */
  digest(relatives) {
    const hash = createHash('sha256');
    for (const file of relatives.flatMap((relative) => this.#files(relative))) {
      const bytes = readFileSync(this.path(file));
      hash.update(`${file}\0${bytes.length}\0`).update(bytes);
    }
    return hash.digest('hex');
  }

  #files(relative) {
    if (!statSync(this.path(relative)).isDirectory()) return [relative];
    return readdirSync(this.path(relative))
      .sort()
      .map((name) => join(relative, name));
  }
}
