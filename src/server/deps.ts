import type { ExportRecord, IngestSummary, RecencyRule } from '../doc/index.ts';
import type { ExportOptions, Progress } from '../jobs/index.ts';
import type { Workspace } from '../store/types.ts';

/** A file as a caller hands it in. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The long work behind the routes; each resolves when the workspace holds its outcome. */
export interface DeskJobs {
  /** `more`: further files follow at once, so that reports need not be compared yet. Without files it compares what is due. */
  ingest(files: readonly GivenFile[], onProgress: Progress, more?: boolean): Promise<IngestSummary>;
  exportRecord(): Promise<ExportRecord>;
  rebuild(): Promise<void>;
  withdraw(sha256: string, reason: string, coder: string): Promise<void>;
}

/** All that the server is given; it opens no port, reads no environment and no clock of its own. */
export interface ServerDeps {
  readonly workspace: Workspace;
  readonly version: string;
  readonly now: () => Date;
  /** Bearer token for writes, export and rebuild. */
  readonly token: string;
  /** Folder of the built desk. */
  readonly webRoot: string;
  readonly recency: RecencyRule;
  /** What the release gate needs to know of acts, titles and actors; its `now` is taken anew at every request. */
  readonly release: ExportOptions;
  readonly jobs: DeskJobs;
  /** Told of every error that a caller is not told the cause of. */
  readonly onError?: (error: unknown) => void;
}
