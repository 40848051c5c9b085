import type {
  Anchor,
  ArticleLayers,
  Capture,
  CapturedBytes,
  Claim,
  CorpusStore,
  Family,
  Incident,
  LogEntry,
  PageRecord,
  PageView,
  Reading,
  Report,
} from '../doc/index.ts';

/** How a workspace is opened. Clock and database are arguments; nothing is read from the environment. */
export interface OpenOptions {
  /** What the lock file says the holder does. Only a holder with an address serves others. */
  readonly role: 'serve' | 'ingest' | 'rebuild' | 'export' | 'withdraw' | 'other';
  readonly now: () => Date;
  /** `postgres://…` instead of the embedded PGlite. */
  readonly databaseUrl?: string;
  /** Refuse (exit 2) a folder that holds no workspace, instead of making one. */
  readonly mustExist?: boolean;
  /** Called with what recovery did, in words: a torn log line cut off, a stale lock taken over. */
  readonly onNote?: (message: string) => void;
}

/** What the lock file holds (mode 0600). */
export interface Holder {
  readonly pid: number;
  readonly role: OpenOptions['role'];
  readonly since: string;
  /** `http://127.0.0.1:PORT` when it serves, else `null`. */
  readonly address: string | null;
  /** Bearer token for that address, else `null`. */
  readonly token: string | null;
}

/** A person's decision as it is handed in. */
export interface DecisionInput {
  readonly anchor: Anchor;
  readonly action: string;
  readonly value: unknown;
  readonly coder: string;
  readonly reason: string;
}

/** Everything in the record at once, before the recency rule; what `export` and the desk start from. */
export interface WholeRecord {
  readonly pages: readonly PageRecord[];
  /** By article key. */
  readonly layers: Readonly<Record<string, ArticleLayers>>;
  readonly claims: readonly Claim[];
  readonly reports: readonly Report[];
  readonly incidents: readonly Incident[];
  readonly families: readonly Family[];
}

/** What the list of incidents shows of one. */
export interface IncidentQuery {
  /** Words to look for in titles, places and the names of voices; never in quoted words, where victims are named. */
  readonly text?: string;
  readonly limit?: number;
  readonly offset?: number;
}

export interface IncidentPageOfList {
  readonly total: number;
  readonly incidents: readonly Incident[];
}

/** One incident with all that stands behind it. */
export interface IncidentView {
  readonly incident: Incident;
  readonly reports: readonly Report[];
  readonly claims: readonly Claim[];
}

/** How many of each the index holds. */
export interface Counts {
  readonly pages: number;
  readonly articles: number;
  readonly claims: number;
  readonly reports: number;
  readonly incidents: number;
  readonly withdrawn: number;
}

/**
 * An open workspace: the one recorder, and the index. Log first, then index; a promise of `recordX` resolves only when
 * the log entry is on disk (group commit, at most 50 ms).
 */
export interface Workspace extends CorpusStore {
  readonly dir: string;
  /** Keeps the bytes as a WARC record and logs them. `known`: the same bytes were here already and nothing was added. */
  recordCapture(captured: CapturedBytes): Promise<{ readonly capture: Capture; readonly known: boolean }>;
  /** Writes `derived/`, logs and indexes a reading. Refuses evidence whose slice is not `exact` (StopError code `evidence`). */
  recordReading(reading: Reading): Promise<void>;
  recordDecision(decision: DecisionInput): Promise<LogEntry>;
  /** Erases bytes and derived text; digest, reason and chain stay. */
  withdraw(sha256: string, reason: string, coder: string): Promise<void>;
  /** Acknowledged captures, not withdrawn, without a reading by just these stage versions whose derived file is there, in log order. */
  unread(stages: readonly string[]): Promise<readonly Capture[]>;
  /** What the server said of the version of a URL's latest capture, so that it can be asked for a newer one; `null` when nothing. */
  validators(
    url: string,
  ): Promise<{ readonly etag: string | null; readonly lastModified: string | null } | null>;
  /** The bytes of a capture out of the evidence store; `null` when withdrawn. Throws when damaged. */
  body(sha256: string): Promise<Uint8Array | null>;
  /** Empties the index and fills it from log and `derived/`; readings of other stage versions are left to `unread`. */
  rebuild(onProgress?: (done: number, total: number) => void): Promise<void>;
  /** Whether families and incidents were derived from just the readings of now, by the corpus stages named. */
  corpusIsCurrent(by: string): Promise<boolean>;
  /** Says that they now are; to be called after `replaceFamilies` and `replaceIncidents`. */
  markCorpus(by: string): Promise<void>;
  counts(): Promise<Counts>;
  whole(): Promise<WholeRecord>;
  findIncidents(query: IncidentQuery): Promise<IncidentPageOfList>;
  /** `null` when there is none; follows redirects of merged keys. */
  incident(key: string): Promise<IncidentView | null>;
  page(doc: string): Promise<PageView | null>;
  decisions(): Promise<readonly LogEntry[]>;
  /** Lists captures with their state, oldest first. */
  captures(): Promise<
    readonly { readonly capture: Capture; readonly withdrawn: string | null; readonly doc: string | null }[]
  >;
  /** Makes the holder's address and token known in the lock file. */
  announce(address: string, token: string): Promise<void>;
  close(): Promise<void>;
}

/** One fault that `verify` found, with the entry or file it lies in. */
export interface Fault {
  readonly where: string;
  readonly what: string;
}

/** Outcome of `verify`, which needs no lock and no index. */
export interface Verification {
  readonly entries: number;
  readonly captures: number;
  readonly withdrawn: readonly string[];
  readonly faults: readonly Fault[];
  /** Hash of the last entry: keep it elsewhere, and a later cut or rewrite shows. */
  readonly head: string | null;
}
