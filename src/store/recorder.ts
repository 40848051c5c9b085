import type { LogBody, LogEntry, Reading } from '../doc/index.ts';
import { StopError } from '../lib/errors.ts';
import { sha256 } from '../lib/hash.ts';
import { entryLine, type Head, nextEntry } from './log/chain.ts';
import type { LogWriter } from './log/writer.ts';
import type { WarcWriter } from './warc/writer.ts';

/** Where a member was put. */
export interface WarcPlace {
  readonly file: string;
  readonly offset: number;
  readonly length: number;
  readonly digest: string;
}

/** What is to be logged: a body, or a gzip member together with the body that its place gives. */
export type Draft =
  | { readonly body: LogBody; readonly reading?: Reading }
  | { readonly member: Buffer; readonly bodyAt: (place: WarcPlace) => LogBody };

/** An entry that is on disk, and the reading it speaks of where there is one at hand. */
export interface Committed {
  readonly entry: LogEntry;
  readonly reading: Reading | null;
}

interface Waiting {
  readonly draft: Draft;
  readonly resolve: (done: { entry: LogEntry; indexed: Promise<void> }) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The one recorder. Drafts that arrive while a group is being written form the next group, so that a group waits no
 * longer than the write before it; one fsync of the evidence and one of the log serve the whole group. After a failed
 * write or fsync it takes nothing more: what the system then has on disk is only known by opening the workspace anew.
 */
export class Recorder {
  readonly #log: LogWriter;
  readonly #warc: WarcWriter;
  readonly #now: () => Date;
  readonly #onGroup: (group: readonly Committed[]) => Promise<void>;
  #head: Head;
  #waiting: Waiting[] = [];
  #running: Promise<void> | null = null;
  #failed: StopError | null = null;

  constructor(
    log: LogWriter,
    warc: WarcWriter,
    head: Head,
    now: () => Date,
    onGroup: (group: readonly Committed[]) => Promise<void>,
  ) {
    this.#log = log;
    this.#warc = warc;
    this.#head = head;
    this.#now = now;
    this.#onGroup = onGroup;
  }

  /** Resolves once the entry is on disk; `indexed` resolves once the index has it too. */
  append(draft: Draft): Promise<{ entry: LogEntry; indexed: Promise<void> }> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ draft, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  async #run(): Promise<void> {
    await new Promise((next) => setImmediate(next)); // gathers what is handed in at the same moment
    while (this.#waiting.length > 0) {
      const group = this.#waiting;
      this.#waiting = [];
      try {
        if (this.#failed) throw this.#failed;
        const committed = await this.#commit(group);
        const indexed = this.#onGroup(committed);
        indexed.catch(() => undefined); // each waiter learns of it by itself
        for (const [i, w] of group.entries())
          w.resolve({ entry: (committed[i] as Committed).entry, indexed });
      } catch (error) {
        this.#failed ??=
          error instanceof StopError ? error : new StopError('storage', String(error), 4, { cause: error });
        for (const w of group) w.reject(this.#failed);
      }
    }
    this.#running = null;
  }

  async #commit(group: readonly Waiting[]): Promise<readonly Committed[]> {
    const at = this.#now().toISOString();
    let head = this.#head;
    let wrote = false;
    const committed: Committed[] = [];
    for (const { draft } of group) {
      const body = 'body' in draft ? draft.body : draft.bodyAt(await this.#store(draft.member, at));
      wrote ||= 'member' in draft;
      const entry = nextEntry(head, at, body);
      head = { seq: entry.seq, hash: entry.hash };
      committed.push({ entry, reading: ('reading' in draft ? draft.reading : null) ?? null });
    }
    if (wrote) await this.#warc.sync(); // evidence before the log that speaks of it
    await this.#log.append(committed.map((c) => entryLine(c.entry)).join(''));
    this.#head = head;
    return committed;
  }

  async #store(member: Buffer, at: string): Promise<WarcPlace> {
    return { ...(await this.#warc.append(member, at)), digest: sha256(member) };
  }

  /** Waits for what was handed in and closes the files. */
  async close(): Promise<void> {
    await this.#running;
    await this.#warc.close();
    await this.#log.close();
  }
}
